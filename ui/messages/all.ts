import { en } from './en.ts';
import { fi } from './fi.ts';
import { provideMessages } from './messages.ts';
import { sv } from './sv.ts';

/** Makes every language known: for the server, and for tests. */
provideMessages('fi', fi);
provideMessages('sv', sv);
provideMessages('en', en);
