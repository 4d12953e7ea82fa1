import './page.ts';
import '../styles/gallery.css';
import { hydrate } from '@lit-labs/ssr-client';
import { render } from 'lit';
import '../messages/all.ts';
import { galleryPage } from '../pages/gallery-page.ts';
import type { GalleryState } from '../pages/gallery-state.ts';

/** What the gallery loads: every element, alive, and all words of all languages. */
const main = document.querySelector('main');
const given = document.querySelector('#page-state')?.textContent;
if (main && given) {
  const state = JSON.parse(given) as GalleryState;
  hydrate(galleryPage(state), main);
  render(galleryPage({ ...state, isAlive: true }), main);
}
