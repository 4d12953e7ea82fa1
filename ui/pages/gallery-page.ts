import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { municipalities } from '../../config/region/municipalities.ts';
import { coverSvg } from '../covers/cover.ts';
import { exhibits } from '../gallery/exhibits.ts';
import { bare, long, ordinary, several } from '../gallery/samples.ts';
import { wholePages } from '../gallery/whole-pages.ts';
import { icon, icons, standingIcon } from '../icons.ts';
import { municipalityName } from '../labels.ts';
import { displayName } from '../names.ts';
import { readerOf } from '../messages/messages.ts';
import type { GalleryState } from './gallery-state.ts';

/** Every part of the interface in every state, in the colours, the scheme and the language asked for. */
export function galleryPage(state: GalleryState): TemplateResult {
  const { t } = readerOf(state.locale);
  return html`
    <div class="gallery">
      <h1>${t('gallery.title')}</h1>
      <p class="lead">${t('gallery.intro')}</p>
      ${switches(state)}
      <section aria-labelledby="gallery-elements">
        <h2 id="gallery-elements">${t('gallery.elements')}</h2>
        ${exhibits(state).map(
          ({ element, wide, specimens }) => html`
            <section class=${wide ? 'exhibit wide' : 'exhibit'} aria-labelledby=${element}>
              <h3 id=${element} translate="no">${element}</h3>
              ${specimens.map(
                (specimen) => html`
                  <figure>
                    <figcaption>${t(`gallery.state.${specimen.state}`)}</figcaption>
                    ${specimen.template}
                  </figure>
                `,
              )}
            </section>
          `,
        )}
      </section>
      <section aria-labelledby="gallery-pages">
        <h2 id="gallery-pages">${t('gallery.pages')}</h2>
        <ul class="gallery-links">
          ${[...wholePages].map(
            ([name, { kind, state: shown }]) => html`
              <li>
                <a href=${galleryAddress(state, {}, name)}
                  >${t(`gallery.page.${kind}`)}: ${t(`gallery.state.${shown}`)}</a
                >
                <span class="quiet" translate="no">${name}</span>
              </li>
            `,
          )}
        </ul>
      </section>
      ${groundwork(state)}
    </div>
  `;
}

/** Colours, covers, sizes and icons: what elements are made of. */
function groundwork({ locale }: GalleryState): TemplateResult {
  const { t } = readerOf(locale);
  return html`
    <section aria-labelledby="gallery-colours">
      <h2 id="gallery-colours">${t('gallery.colours')}</h2>
      <ul class="swatches" translate="no">
        ${colours.map((name) => html`<li><i style=${`background: var(--${name})`}></i>${name}</li>`)}
      </ul>
    </section>
    <section aria-labelledby="gallery-type">
      <h2 id="gallery-type">${t('gallery.type')}</h2>
      <ul translate="no">
        ${sizes.map((name) => html`<li style=${`font-size: var(--${name})`}>${name} <cite>Åäö šž 1234</cite></li>`)}
      </ul>
    </section>
    <section aria-labelledby="gallery-icons">
      <h2 id="gallery-icons">${t('gallery.icons')}</h2>
      <ul class="swatches" translate="no">
        ${Object.entries(icons).map(([name, line]) => html`<li>${icon(line)} ${name}</li>`)}
        ${(['here', 'elsewhere', 'out'] as const).map((name) => html`<li>${standingIcon(name)} ${name}</li>`)}
      </ul>
    </section>
    <section aria-labelledby="gallery-covers">
      <h2 id="gallery-covers">${t('gallery.covers')}</h2>
      <div class="gallery-covers">
        ${[ordinary, ...several, long, bare].map(
          ({ id, title, authors: [author] }) =>
            html`<span class="cover"
              >${unsafeHTML(coverSvg({ id, title, author: author && displayName(author) }))}</span
            >`,
        )}
      </div>
    </section>
  `;
}

function switches(state: GalleryState): TemplateResult {
  const { t } = readerOf(state.locale);
  return html`
    <nav class="gallery-switches" aria-label=${t('gallery.town')}>
      <ul>
        ${municipalities.map(
          ({ id }) => html`
            <li data-municipality=${id}>
              <a
                href=${galleryAddress(state, { municipality: id })}
                aria-current=${id === state.municipality ? 'true' : nothing}
                >${municipalityName(id, state.locale)}</a
              >
            </li>
          `,
        )}
      </ul>
    </nav>
    <nav class="gallery-switches" aria-label=${t('gallery.scheme')}>
      <ul>
        ${(['auto', 'light', 'dark'] as const).map(
          (scheme) => html`
            <li>
              <a
                href=${galleryAddress(state, { scheme: scheme === 'auto' ? undefined : scheme })}
                aria-current=${scheme === (state.scheme ?? 'auto') ? 'true' : nothing}
                >${t(`gallery.scheme.${scheme}`)}</a
              >
            </li>
          `,
        )}
      </ul>
    </nav>
  `;
}

function galleryAddress(state: GalleryState, change: Partial<GalleryState>, page?: string): string {
  const { municipality, scheme } = { ...state, ...change };
  const parameters = new URLSearchParams();
  if (municipality !== undefined) parameters.set('municipality', municipality);
  if (scheme !== undefined) parameters.set('scheme', scheme);
  const query = parameters.toString();
  return `/gallery${page === undefined ? '' : `/${page}`}${query === '' ? '' : `?${query}`}`;
}

const colours = [
  'paper', 'paper-deep', 'floating', 'ink', 'ink-soft', 'line', 'edge', 'accent', 'on-accent', 'focus', 'here',
  'elsewhere', 'out',
] as const; // prettier-ignore
const sizes = ['largest', 'larger', 'large', 'title', 'body', 'small'] as const;
