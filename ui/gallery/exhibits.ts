import { html } from 'lit';
import '../elements/lastu-availability/lastu-availability.ts';
import '../elements/lastu-memory-button/lastu-memory-button.ts';
import '../elements/lastu-memory-count/lastu-memory-count.ts';
import '../elements/lastu-result/lastu-result.ts';
import '../elements/lastu-search-box/lastu-search-box.ts';
import type { GalleryState } from '../pages/gallery-state.ts';
import { homeOf } from '../search/home.ts';
import type { Exhibit } from './exhibit.ts';
import { bare, elsewhere, long, noCopies, onLoan, onShelf, ordinary } from './samples.ts';
import { importExhibits } from './import-exhibits.ts';
import { searchExhibits } from './search-exhibits.ts';
import { indexExhibits } from './index-exhibits.ts';
import { staffExhibits } from './staff-exhibits.ts';
import { widgetExhibits } from './widget-exhibits.ts';

/** Every element of the house in every state it knows. A test sees to it that none is missing. */
export function exhibits({ locale, work, isAlive }: GalleryState): readonly Exhibit[] {
  const home = homeOf({ branch: [], municipality: [] }, 'heinola', locale);
  return [
    {
      element: 'lastu-search-box',
      wide: true,
      specimens: [
        { state: 'empty', template: html`<lastu-search-box lang=${locale} size="large"></lastu-search-box>` },
        {
          state: 'one',
          template: html`<lastu-search-box lang=${locale} size="medium" value="kissat"></lastu-search-box>`,
        },
        {
          state: 'long',
          template: html`<lastu-search-box lang=${locale} size="small" value=${long.title}></lastu-search-box>`,
        },
      ],
    },
    {
      element: 'lastu-result',
      wide: true,
      specimens: [
        { state: 'one', template: html`<lastu-result lang=${locale} .work=${ordinary} .home=${home}></lastu-result>` },
        { state: 'long', template: html`<lastu-result lang=${locale} .work=${long} .home=${home}></lastu-result>` },
        { state: 'partial', template: html`<lastu-result lang=${locale} .work=${bare}></lastu-result>` },
        {
          state: 'many',
          template: html`<div class="gallery-covers">
            ${[ordinary, long, bare].map(
              (work) => html`<lastu-result lang=${locale} view="grid" .work=${work} .home=${home}></lastu-result>`,
            )}
          </div>`,
        },
      ],
    },
    {
      element: 'lastu-availability',
      specimens: (
        [
          ['many', onShelf, home],
          ['partial', elsewhere, home],
          ['one', elsewhere, undefined],
          ['refused', onLoan, home],
          ['empty', noCopies, undefined],
        ] as const
      ).map(([state, availability, own]) => ({
        state,
        template: html`<lastu-availability
          lang=${locale}
          .availability=${availability}
          .formats=${['book'] as const}
          .home=${own}
        ></lastu-availability>`,
      })),
    },
    {
      element: 'lastu-memory-button',
      specimens: [
        { state: 'one', template: html`<lastu-memory-button lang=${locale} .work=${ordinary}></lastu-memory-button>` },
        {
          state: 'many',
          template: html`<lastu-memory-button lang=${locale} compact .work=${bare}></lastu-memory-button>`,
        },
      ],
    },
    {
      element: 'lastu-memory-count',
      specimens: [{ state: 'one', template: html`<lastu-memory-count lang=${locale}></lastu-memory-count>` }],
    },
    ...searchExhibits(locale),
    ...indexExhibits(locale),
    ...staffExhibits(locale),
    ...importExhibits(locale),
    ...(isAlive ? widgetExhibits(locale, work) : []),
  ];
}
