import '../client.ts';
import '../styles/gallery.css';
import { hydrate } from '@lit-labs/ssr-client';
import { en } from '../messages/gallery/en.ts';
import { fi } from '../messages/gallery/fi.ts';
import { sv } from '../messages/gallery/sv.ts';
import { provideMessages } from '../messages/messages.ts';
import { galleryPage } from '../pages/gallery-page.ts';
import type { GalleryState } from '../pages/gallery-state.ts';

/** What the gallery loads: every element, alive. */
const main = document.querySelector('main');
const given = document.querySelector('#page-state')?.textContent;
if (main && given) {
  const state = JSON.parse(given) as GalleryState;
  provideMessages(state.locale, { fi, sv, en }[state.locale]);
  hydrate(galleryPage(state), main);
}
