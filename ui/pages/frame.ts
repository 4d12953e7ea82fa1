import { html, nothing, type TemplateResult } from 'lit';
import { locales, type Locale } from '../../config/locales.ts';
import { municipalities } from '../../config/region/municipalities.ts';
import { curl, curlBox } from '../curl.ts';
import '../elements/lastu-memory-count/lastu-memory-count.ts';
import '../elements/lastu-search-box/lastu-search-box.ts';
import { municipalityName } from '../labels.ts';
import { staffVisitorPart, visitorPart, type Visitor } from './visitor-part.ts';
import { themeOf } from '../search/home.ts';
import type { Reader } from '../messages/messages.ts';

/** What stands around every page. */
export interface Frame {
  readonly reader: Reader;
  /** Path and query of the page, which the language links keep. */
  readonly address: URL;
  readonly home?: string | undefined;
  /** Who has logged in; pages with a name in their head are kept by nobody but that reader's browser. */
  readonly visitor?: Visitor | undefined;
  /** A page of staff: what stands in its head is theirs. */
  readonly ofStaff?: boolean;
  /** The page has a large search box of its own, so the head needs none. */
  readonly ownSearch?: boolean;
  /** The page lists the municipalities itself, so the foot need not. */
  readonly ownTowns?: boolean;
  /** Skip links besides the one to the content. */
  readonly filters?: boolean;
}

export function pageHead(frame: Frame): TemplateResult {
  const { reader, address, home, visitor, ofStaff, ownSearch, filters } = frame;
  const { t, locale } = reader;
  return html`
    <header class="head">
      <div class="skips">
        ${
          filters
            ? html`<a href="#results">${t('skip.results')}</a><a href="#filters">${t('skip.filters')}</a>`
            : html`<a href="#main">${t('skip.content')}</a>`
        }
      </div>
      <a class="wordmark" href=${frontAddress(home)} aria-label=${t('site.home')}>
        <span aria-hidden="true">${t('site.name')}</span>
        <svg viewBox=${curlBox} aria-hidden="true" focusable="false"><path d=${curl} /></svg>
      </a>
      ${
        ownSearch
          ? nothing
          : html`<lastu-search-box
              class="head-search"
              lang=${locale}
              size="small"
              recent
              keep=${kept(home)}
            ></lastu-search-box>`
      }
      ${
        ofStaff
          ? staffVisitorPart(reader, visitor)
          : html`<lastu-memory-count lang=${locale} home=${home ?? nothing}></lastu-memory-count>
              ${visitorPart(reader, visitor)}`
      }
      <nav class="languages" aria-label=${t('language.choose')}>
        <ul>
          ${locales.map(
            (one) =>
              html`<li>
                <a
                  href=${inLanguage(address, one)}
                  lang=${one}
                  hreflang=${one}
                  data-language=${one}
                  rel="alternate"
                  aria-current=${one === locale ? 'true' : nothing}
                  ><span class="whole">${languageNames[one]}</span
                  ><span class="code" aria-hidden="true">${one}</span></a
                >
              </li>`,
          )}
        </ul>
      </nav>
    </header>
  `;
}

export function pageFoot({ reader: { t, locale }, ownTowns }: Frame): TemplateResult {
  return html`
    <footer class="foot">
      <div class="foot-about">
        <p>${t('footer.about')}</p>
      </div>
      <nav aria-label=${t('footer.readers')}>
        <ul>
          ${fromReaders.map(({ address, name }) => html`<li><a href=${address}>${t(name)}</a></li>`)}
        </ul>
      </nav>
      <nav aria-label=${t('footer.service')}>
        <ul>
          ${service.map(({ address, name }) => html`<li><a href=${address}>${t(name)}</a></li>`)}
        </ul>
      </nav>
      ${
        ownTowns
          ? nothing
          : html`<nav class="foot-towns" aria-label=${t('footer.towns')}>
              <ul>
                ${municipalities.map(
                  ({ id }) =>
                    html`<li><a href=${`/m/${id}`} data-municipality=${id}>${municipalityName(id, locale)}</a></li>`,
                )}
              </ul>
            </nav>`
      }
    </footer>
  `;
}

/** What readers have written for each other, found from every page. */
const fromReaders = [
  { address: '/lists', name: 'publicLists.title' },
  { address: '/tips', name: 'tips.title' },
  { address: '/tags', name: 'tags.cloud' },
] as const;

/** Pages about the service itself, at the foot of every page. */
const service = [
  { address: '/accessibility', name: 'accessibility.title' },
  { address: '/privacy', name: 'privacy.title' },
  { address: '/widgets', name: 'embed.title' },
] as const;

/** The page's address in another language, the rest of it kept. */
export function inLanguage(address: URL, locale: Locale): string {
  const parameters = new URLSearchParams(address.search);
  parameters.set('lang', locale);
  return `${address.pathname}?${parameters}`;
}

export function frontAddress(home: string | undefined): string {
  const municipality = themeOf([], home);
  return municipality === undefined ? '/' : `/m/${municipality}`;
}

/** Hidden fields of a search form, as the attribute of a search box takes them. */
export const kept = (home: string | undefined): string => JSON.stringify(home === undefined ? [] : [['home', home]]);

export const languageNames: Record<Locale, string> = { fi: 'suomi', sv: 'svenska', en: 'English' };
