import { html } from 'lit';
import '../elements/lastu-facet/lastu-facet.ts';
import '../elements/lastu-filter-sheet/lastu-filter-sheet.ts';
import '../elements/lastu-filters/lastu-filters.ts';
import '../elements/lastu-library/lastu-library.ts';
import '../elements/lastu-pager/lastu-pager.ts';
import '../elements/lastu-places/lastu-places.ts';
import '../elements/lastu-share/lastu-share.ts';
import '../elements/lastu-sort/lastu-sort.ts';
import '../elements/lastu-view/lastu-view.ts';
import '../elements/lastu-years/lastu-years.ts';
import type { Locale } from '../../config/locales.ts';
import type { FacetValue } from '../../domain/discovery/schema.ts';
import { readerOf } from '../messages/messages.ts';
import { noWish } from '../search/address.ts';
import type { Wish } from '../search/state.ts';
import type { Exhibit, State } from './exhibit.ts';
import { branches, places, subjects, values } from './samples.ts';

/** The elements of the search page. */
export function searchExhibits(locale: Locale): readonly Exhibit[] {
  const [first, second, ...rest] = subjects;
  const chosen: Wish = { ...noWish, q: 'kissa', subject: [first, subjects[15]], available: true, yearFrom: 1999 };
  const facet = (state: State, shown: FacetValue[], wish: Wish = noWish) => ({
    state,
    template: html`<lastu-facet lang=${locale} facet="subject" open .values=${shown} .wish=${wish}></lastu-facet>`,
  });
  const pager = (state: State, page: number, total: number) => ({
    state,
    template: html`<lastu-pager lang=${locale} .wish=${{ ...noWish, page }} .total=${total}></lastu-pager>`,
  });
  const filters = (state: State, wish: Wish) => ({
    state,
    template: html`<lastu-filters lang=${locale} .wish=${wish}></lastu-filters>`,
  });
  return [
    {
      element: 'lastu-facet',
      specimens: [
        facet('one', values([first])),
        facet('many', values([first, second, ...rest])),
        facet('chosen', values([first, second, ...rest], chosen.subject), chosen),
      ],
    },
    {
      element: 'lastu-places',
      specimens: (
        [
          ['many', noWish],
          ['chosen', { ...noWish, branch: ['lahti-mukkula'], municipality: ['heinola'] }],
        ] as const
      ).map(([state, wish]) => ({
        state,
        template: html`<lastu-places
          lang=${locale}
          .municipalities=${places}
          .branches=${branches}
          .wish=${wish}
        ></lastu-places>`,
      })),
    },
    {
      element: 'lastu-filters',
      specimens: [
        filters('one', { ...noWish, available: true }),
        filters('many', { ...chosen, format: ['book', 'dvd'], municipality: ['sysma'], audience: ['child'] }),
        filters('long', {
          ...noWish,
          subject: [subjects[15]],
          author: ['Schwarzenberg-Hohenlohe, Maximilian Aleksanteri, vapaaherra'],
        }),
      ],
    },
    {
      element: 'lastu-sort',
      specimens: [
        { state: 'one', template: html`<lastu-sort lang=${locale} .wish=${noWish}></lastu-sort>` },
        {
          state: 'chosen',
          template: html`<lastu-sort lang=${locale} .wish=${{ ...noWish, sort: 'newest' as const }}></lastu-sort>`,
        },
      ],
    },
    {
      element: 'lastu-view',
      specimens: [
        { state: 'one', template: html`<lastu-view lang=${locale} .wish=${noWish}></lastu-view>` },
        {
          state: 'chosen',
          template: html`<lastu-view lang=${locale} .wish=${noWish} .links=${{ view: 'grid' as const }}></lastu-view>`,
        },
      ],
    },
    {
      element: 'lastu-pager',
      wide: true,
      specimens: [pager('one', 1, 41), pager('many', 7, 480), pager('long', 500, 123_456)],
    },
    {
      element: 'lastu-library',
      specimens: [
        { state: 'one', template: html`<lastu-library lang=${locale} .wish=${noWish}></lastu-library>` },
        {
          state: 'chosen',
          template: html`<lastu-library
            lang=${locale}
            .wish=${{ ...noWish, available: true, branch: ['lahti-mukkula'] }}
            .links=${{ home: 'lahti-mukkula' }}
          ></lastu-library>`,
        },
      ],
    },
    {
      element: 'lastu-years',
      specimens: [
        {
          state: 'many',
          template: html`<lastu-years lang=${locale} .values=${decades} .wish=${noWish}></lastu-years>`,
        },
        {
          state: 'chosen',
          template: html`<lastu-years
            lang=${locale}
            .values=${decades}
            .wish=${{ ...noWish, yearFrom: 1980, yearTo: 2009 }}
          ></lastu-years>`,
        },
      ],
    },
    {
      element: 'lastu-filter-sheet',
      specimens: [
        {
          state: 'chosen',
          template: html`<lastu-filter-sheet lang=${locale} chosen="2" .total=${41}>
            <lastu-library lang=${locale} .wish=${noWish}></lastu-library>
          </lastu-filter-sheet>`,
        },
      ],
    },
    {
      element: 'lastu-share',
      specimens: [
        {
          state: 'one',
          template: html`<lastu-share lang=${locale} label=${readerOf(locale).t('share.search')}></lastu-share>`,
        },
      ],
    },
  ];
}

/** Decades with works, more and more of them. */
const decades: readonly FacetValue[] = [1870, 1950, 1960, 1970, 1980, 1990, 2000, 2010].map((decade, at) => ({
  value: String(decade),
  label: String(decade),
  count: (at + 1) * 7,
  selected: false,
}));
