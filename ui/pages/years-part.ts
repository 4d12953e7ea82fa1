import { html, nothing, type TemplateResult } from 'lit';
import type { FacetValue } from '../../domain/discovery/schema.ts';
import { readerOf } from '../messages/messages.ts';
import { searchAddress } from '../search/address.ts';
import type { SearchState } from '../search/state.ts';

/** Years of publication: their decades, and fields for any span. `hidden` goes along with the form. */
export function yearsPart(
  state: Pick<SearchState, 'wish' | 'locale' | 'links'>,
  values: readonly FacetValue[],
  hidden: readonly (readonly [string, string])[],
): TemplateResult {
  const { t } = readerOf(state.locale);
  const field = (name: 'yearFrom' | 'yearTo') =>
    html`<label
      >${t(`filters.${name}`)}
      <input
        name=${name}
        inputmode="numeric"
        pattern="[0-9]{1,4}"
        maxlength="4"
        autocomplete="off"
        value=${state.wish[name] ?? ''}
      />
    </label>`;
  return html`
    <section class="years" aria-labelledby="years-title">
      <h3 id="years-title">${t('filters.year')}</h3>
      ${decades(state, values)}
      <form action="/search" method="get">
        <fieldset aria-labelledby="years-title">
          <div>${field('yearFrom')}${field('yearTo')}<button>${t('filters.apply')}</button></div>
        </fieldset>
        ${hidden.map(([name, value]) => html`<input type="hidden" name=${name} value=${value} />`)}
      </form>
    </section>
  `;
}

/** Decades that have a bar of their own; all before them share the first bar. */
const bars = 12;

/** One bar: works of a span of years. */
interface Bar {
  readonly label: string;
  readonly count: number;
  readonly yearFrom: number | undefined;
  readonly yearTo: number;
}

/**
 * Works by decade, as links with bars: each narrows the search to its years, or, where they are chosen, takes that back.
 * The bars are for the eye; a link says its decade and its count.
 */
function decades(
  { wish, locale, links }: Pick<SearchState, 'wish' | 'locale' | 'links'>,
  values: readonly FacetValue[],
): TemplateResult | typeof nothing {
  const { t } = readerOf(locale);
  const all = barsOf(values, (year) => t('filters.earlier', { year }));
  if (all.length < 2) return nothing;
  const highest = Math.max(...all.map(({ count }) => count));
  return html`<ol class="decades" aria-label=${t('filters.decades')}>
      ${all.map(({ label, count, yearFrom, yearTo }) => {
        const chosen = wish.yearFrom === yearFrom && wish.yearTo === yearTo;
        const years = chosen ? { yearFrom: undefined, yearTo: undefined } : { yearFrom, yearTo };
        const spoken = `${label}, ${t('results.count', { n: count })}${chosen ? `, ${t('filters.selected')}` : ''}`;
        const height = count === 0 ? 0 : Math.max(3, Math.round((count / highest) * 100));
        return html`<li>
          <a
            href=${searchAddress({ ...wish, ...years, page: 1, after: undefined }, links)}
            rel="nofollow"
            class=${chosen || overlaps(wish, { yearFrom, yearTo }) ? 'chosen' : ''}
            aria-current=${chosen ? 'true' : nothing}
            ><span class="unseen">${spoken}</span
            ><svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
              <path d="M0 100V${100 - height}H10V100z"></path></svg
            ><span class="tip" aria-hidden="true">${label} · ${count.toLocaleString(locale)}</span></a
          >
        </li>`;
      })}
    </ol>
    <p class="axis" aria-hidden="true"><span>${all[0]?.label}</span><span>${all.at(-1)?.label}</span></p>`;
}

/** The bars of the last decades, those without works too, and one for all that is older. */
function barsOf(values: readonly FacetValue[], earlier: (year: string) => string): Bar[] {
  const counted = new Map(values.filter(({ count }) => count > 0).map((one) => [Number(one.value), one]));
  if (counted.size === 0) return [];
  const last = Math.max(...counted.keys());
  const first = Math.max(Math.min(...counted.keys()), last - (bars - 1) * 10);
  const decadesShown = Array.from({ length: (last - first) / 10 + 1 }, (_, at) => first + at * 10);
  const older = [...counted].filter(([decade]) => decade < first).map(([, one]) => one);
  return [
    ...(older.length > 0
      ? [{ count: sum(older), label: earlier(String(first)), yearFrom: undefined, yearTo: first - 1 }]
      : []),
    ...decadesShown.map((decade): Bar => {
      const { label = String(decade), count = 0 } = counted.get(decade) ?? {};
      return { label, count, yearFrom: decade, yearTo: decade + 9 };
    }),
  ];
}

const sum = (values: readonly FacetValue[]) => values.reduce((all, { count }) => all + count, 0);

function overlaps(
  wish: SearchState['wish'],
  { yearFrom = -Infinity, yearTo }: { yearFrom: number | undefined; yearTo: number },
): boolean {
  if (wish.yearFrom === undefined && wish.yearTo === undefined) return false;
  return (wish.yearFrom ?? -Infinity) <= yearTo && yearFrom <= (wish.yearTo ?? Infinity);
}
