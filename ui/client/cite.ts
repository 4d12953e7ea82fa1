import '../client.ts';
import { wakeButtons } from './wake-buttons.ts';

/** What the page of citations loads. */
wakeButtons(document);
