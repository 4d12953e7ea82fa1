import './page.ts';
import { followMemory } from '../memory/follow-memory.ts';
import '../styles/account.css';
import '../styles/voices.css';

followMemory();

/** An invitation's code stands behind the `#`: it goes along through the log-in, in the form, as it may stand in no log. */
const next = document.querySelector<HTMLInputElement>('form[action="/login"] [name=next]');
if (next && location.hash !== '') next.value += location.hash;
