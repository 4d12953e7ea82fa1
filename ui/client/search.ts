import '../client.ts';
import { takeOverSearch } from './search-session.ts';

/** What the search page loads. */
takeOverSearch();
