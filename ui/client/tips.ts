import './page.ts';
import '../styles/account.css';
import '../styles/tips.css';
import '../styles/written.css';
import '../styles/comments.css';
import { wakeButtons } from './wake-buttons.ts';

/** What the pages of tips load. */
wakeButtons(document);
