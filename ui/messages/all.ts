import { en } from './en.ts';
import { fi } from './fi.ts';
import { provideMessages } from './messages.ts';
import { en as pagesEn } from './pages/en.ts';
import { fi as pagesFi } from './pages/fi.ts';
import { sv as pagesSv } from './pages/sv.ts';
import { sv } from './sv.ts';

/** Makes every language known, whole: for the server, and for tests. */
provideMessages('fi', { ...fi, ...pagesFi });
provideMessages('sv', { ...sv, ...pagesSv });
provideMessages('en', { ...en, ...pagesEn });
