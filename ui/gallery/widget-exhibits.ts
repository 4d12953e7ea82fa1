import { html } from 'lit';
import '../elements/lastu-list/lastu-list.ts';
import '../elements/lastu-memory-list/lastu-memory-list.ts';
import '../elements/lastu-memory-tools/lastu-memory-tools.ts';
import '../elements/lastu-memory-works/lastu-memory-works.ts';
import '../elements/lastu-search/lastu-search.ts';
import '../elements/lastu-tips/lastu-tips.ts';
import '../elements/lastu-title-list/lastu-title-list.ts';
import '../elements/lastu-work/lastu-work.ts';
import type { Locale } from '../../config/locales.ts';
import type { Exhibit } from './exhibit.ts';
import { long, ordinary } from './samples.ts';

/** Elements that ask the service for what they show, as they stand in towns' pages. `work` is the id of a work there is. */
export function widgetExhibits(locale: Locale, work: string | undefined): readonly Exhibit[] {
  return [
    {
      element: 'lastu-title-list',
      wide: true,
      specimens: [
        { state: 'many', template: html`<lastu-title-list lang=${locale} list="popular"></lastu-title-list>` },
        {
          state: 'refused',
          template: html`<lastu-title-list lang=${locale} list="nowhere" heading="Q"></lastu-title-list>`,
        },
      ],
    },
    {
      element: 'lastu-tips',
      wide: true,
      specimens: [
        { state: 'many', template: html`<lastu-tips lang=${locale}></lastu-tips>` },
        { state: 'empty', template: html`<lastu-tips lang=${locale} municipality="nowhere"></lastu-tips>` },
      ],
    },
    {
      element: 'lastu-work',
      specimens: [
        {
          state: 'one',
          template: html`<lastu-work lang=${locale} home="heinola" work=${work ?? 'nowhere'}></lastu-work>`,
        },
        { state: 'refused', template: html`<lastu-work lang=${locale} work="nowhere"></lastu-work>` },
      ],
    },
    {
      element: 'lastu-list',
      specimens: [
        { state: 'refused', template: html`<lastu-list lang=${locale} list="nowhere" heading="Q"></lastu-list>` },
        { state: 'many', template: html`<lastu-list lang=${locale} .shown=${shownList}></lastu-list>` },
      ],
    },
    {
      element: 'lastu-memory-list',
      specimens: [{ state: 'empty', template: html`<lastu-memory-list lang=${locale}></lastu-memory-list>` }],
    },
    {
      element: 'lastu-memory-works',
      wide: true,
      specimens: [
        { state: 'empty', template: html`<lastu-memory-works lang=${locale} home="heinola"></lastu-memory-works>` },
      ],
    },
    {
      element: 'lastu-memory-tools',
      wide: true,
      specimens: [
        {
          state: 'many',
          template: html`<lastu-memory-tools
            lang=${locale}
            .works=${[ordinary, long].map((work) => ({ entry: { ...work, addedAt: '2026-01-01T00:00:00.000Z' }, work: undefined }))}
          ></lastu-memory-tools>`,
        },
      ],
    },
    {
      element: 'lastu-search',
      wide: true,
      specimens: [
        {
          state: 'many',
          template: html`<lastu-search lang=${locale} state="off" initial="format=dvd"></lastu-search>`,
        },
        { state: 'empty', template: html`<lastu-search lang=${locale} state="off" initial="q=xyzzyx"></lastu-search>` },
      ],
    },
  ];
}

const shownList = {
  list: { title: 'Kesän kirjat', description: 'Riippumattoon ja laiturille.', language: 'fi', address: '/lists/kesa' },
  entries: {
    total: 12,
    items: [
      { workId: ordinary.id, title: ordinary.title, authors: ordinary.authors, year: 1949, note: 'Luetaan ääneen.', gone: false },
      { workId: long.id, title: long.title, authors: long.authors, note: '', gone: false },
      { workId: 'gone', title: 'Kadonnut', authors: [], note: '', gone: true },
    ],
  },
}; // prettier-ignore
