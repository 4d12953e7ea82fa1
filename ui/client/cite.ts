import './page.ts';
import '../styles/cite.css';
import { wakeButtons } from './wake-buttons.ts';

/** What the page of citations loads. */
wakeButtons(document);
