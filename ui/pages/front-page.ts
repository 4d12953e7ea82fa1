import { html, nothing, type TemplateResult } from 'lit';
import { branches } from '../../config/region/branches.ts';
import { municipalities } from '../../config/region/municipalities.ts';
import type { Format } from '../../domain/catalogue/schema.ts';
import type { PublicList } from '../../domain/lists/public.ts';
import type { ShownTip } from '../../domain/tips/service.ts';
import '../elements/lastu-search-box/lastu-search-box.ts';
import { formatIcon } from '../icons.ts';
import { facetLabel, municipalityName } from '../labels.ts';
import { isMessageKey, type MessageKey, type Reader } from '../messages/messages.ts';
import { searchAddress } from '../search/address.ts';
import type { Wish } from '../search/state.ts';
import { kept } from './frame.ts';
import { listsAddress, listsRow } from './list/public-part.ts';
import { tipsAddress, tipsRow } from './tip-part.ts';
import { workRow, type RowWork } from './work-row.ts';

interface FrontRow {
  readonly name: MessageKey;
  readonly wish: Partial<Wish>;
}

/** The rows of works on the front page, each the beginning of a search; those of a town are of its own libraries. */
export function frontRows(municipality: string | undefined): readonly FrontRow[] {
  const own = municipality === undefined ? {} : { municipality: [municipality] };
  return [
    { name: 'front.newest', wish: { ...own, sort: 'arrivals' } },
    { name: 'front.popular', wish: { ...own, sort: 'popular' } },
    { name: 'front.children', wish: { ...own, audience: ['child'], sort: 'popular' } },
  ];
}

export interface FrontState {
  readonly reader: Reader;
  /** The town whose front page it is. */
  readonly municipality?: string | undefined;
  /** Works of each row; empty where the index is away, which the page survives. */
  readonly rows: readonly (readonly RowWork[])[];
  /** The newest tips: of the town where it has any. */
  readonly tips?: readonly ShownTip[] | undefined;
  /** Lists of readers, the last changed first. */
  readonly lists?: readonly PublicList[] | undefined;
}

/** The front page: the one big table, and a few ways in. */
export function frontPage({ reader, municipality, rows, tips = [], lists = [] }: FrontState): TemplateResult {
  const { t, locale } = reader;
  return html`
    <section class="welcome">
      ${municipality ? html`<p class="eyebrow">${municipalityName(municipality, locale)}</p>` : nothing}
      <h1>${t('front.title')}</h1>
      <lastu-search-box lang=${locale} size="large" recent keep=${kept(municipality)}></lastu-search-box>
      <p class="hint">${t('front.hint')}</p>
      ${municipality ? townNote(municipality, reader) : nothing}
    </section>
    <nav class="ways" aria-label=${t('front.formats')}>
      <ul>
        ${ways.map(
          (format) =>
            html`<li>
              <a href=${searchAddress({ format: [format] }, municipality)}
                >${formatIcon(format)}${facetLabel('format', format, locale)}</a
              >
            </li>`,
        )}
      </ul>
    </nav>
    ${
      rows.every((works) => works.length === 0)
        ? html`<p class="quiet partial">${t('front.partial')}</p>`
        : frontRows(municipality).map(({ name, wish }, index) =>
            workRow({
              reader,
              name: t(name),
              works: rows[index] ?? [],
              all: searchAddress(wish, municipality),
              home: municipality,
            }),
          )
    }
    ${tipsRow(reader, { name: t('tips.title'), tips, all: tipsAddress(), home: municipality })}
    ${listsRow(reader, { name: t('publicLists.title'), lists, all: listsAddress() })} ${towns(reader, municipality)}
  `;
}

const ways: readonly Format[] = ['book', 'ebook', 'audiobook', 'magazine', 'dvd', 'cd', 'game', 'score', 'boardgame'];

function townNote(municipality: string, reader: Reader): TemplateResult {
  const { t, locale } = reader;
  const own = branches.filter((branch) => branch.municipality === municipality);
  const merged = `town.merged.${municipality}`;
  return html`
    <div class="town">
      <h2 class="unseen">${t('town.branches')}</h2>
      <ul>
        ${own.map(
          ({ id, name }) => html`<li><a href=${searchAddress({ branch: [id] }, municipality)}>${name[locale]}</a></li>`,
        )}
      </ul>
      ${isMessageKey(reader, merged) ? html`<p class="quiet">${t(merged)}</p>` : nothing}
    </div>
  `;
}

function towns({ t, locale }: Reader, chosen: string | undefined): TemplateResult {
  return html`
    <section class="towns" aria-labelledby="towns-title">
      <h2 id="towns-title">${t('front.towns')}</h2>
      <p class="quiet">${t('front.townsHint')}</p>
      <ul>
        ${municipalities.map(
          ({ id }) =>
            html`<li data-municipality=${id}>
              <a href=${`/m/${id}`} aria-current=${id === chosen ? 'page' : nothing}>${municipalityName(id, locale)}</a>
            </li>`,
        )}
        ${chosen ? html`<li><a href="/">${t('town.all')}</a></li>` : nothing}
      </ul>
    </section>
  `;
}
