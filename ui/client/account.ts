import '../client.ts';
import '../styles/account.css';
import '../styles/voices.css';

/** An invitation's code stands behind the `#`: it goes along through the log-in, in the form, as it may stand in no log. */
const next = document.querySelector<HTMLInputElement>('form[action="/login"] [name=next]');
if (next && location.hash !== '') next.value += location.hash;
