import '../client.ts';
import '../styles/page.css';
import './once.ts';

/** What every page loads but the search page, which is to stand within 45 kB; alone where a page has no script of its own. */
