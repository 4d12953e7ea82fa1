import { html } from 'lit';
import '../elements/lastu-reindex/lastu-reindex.ts';
import '../elements/lastu-synonyms/lastu-synonyms.ts';
import type { SynonymsView } from '../../api/routes/staff-synonyms.ts';
import type { ReindexOverview, RunView } from '../../api/routes/staff-reindex-view.ts';
import type { Locale } from '../../config/locales.ts';
import type { Exhibit } from './exhibit.ts';

/** The elements by which staff look after the index, from samples alone. */
export function indexExhibits(locale: Locale): readonly Exhibit[] {
  return [
    {
      element: 'lastu-reindex',
      wide: true,
      specimens: [
        { state: 'one', template: html`<lastu-reindex lang=${locale} .overview=${atWork}></lastu-reindex>` },
        { state: 'many', template: html`<lastu-reindex lang=${locale} .overview=${compared}></lastu-reindex>` },
        { state: 'empty', template: html`<lastu-reindex lang=${locale} .overview=${untouched}></lastu-reindex>` },
      ],
    },
    {
      element: 'lastu-synonyms',
      wide: true,
      specimens: [
        { state: 'many', template: html`<lastu-synonyms lang=${locale} .synonyms=${synonyms} .watched=${[{ query: 'dekkari' }]}></lastu-synonyms>` },
        { state: 'empty', template: html`<lastu-synonyms lang=${locale} .synonyms=${noSynonyms}></lastu-synonyms>` },
      ],
    },
  ]; // prettier-ignore
}

const synonyms: SynonymsView = {
  version: 4,
  used: 3,
  groups: [
    { language: 'fi', words: ['tekoäly', 'keinotekoinen äly'], also: [] },
    { language: 'fi', words: ['dekkari'], also: ['rikosromaani', 'jännityskirja'] },
    { language: 'sv', words: ['bil', 'automobil'], also: [] },
  ],
  versions: [
    { version: 4, size: 3, by: 'p1', at: '2026-11-25T10:00:00.000Z', note: 'Dekkarit' },
    { version: 3, size: 2, by: 'p1', at: '2026-11-20T10:00:00.000Z', restores: 1 },
  ],
};

const noSynonyms: SynonymsView = { version: 0, groups: [], versions: [] };

const run: RunView = {
  id: 'works-20261125101500000',
  scope: { kind: 'full' },
  swap: 'by-hand',
  status: 'running',
  by: 'p1',
  startedAt: '2026-11-25T10:15:00.000Z',
  waits: false,
  resumed: 1,
  total: 214_380,
  written: 96_500,
  rate: 1_740,
  secondsWorked: 55,
  secondsLeft: 68,
  failed: 1,
  failures: [{ work: 'w42', records: ['helmet.1042'], error: 'document_parsing_exception: field [year]' }],
  synonyms: 4,
};

const serving = { index: 'works-20261101090000000', works: 214_377, synonyms: 3 };

const atWork: ReindexOverview = { serving, current: run, runs: [], sources: ['finna'], synonyms: 4 };

const compared: ReindexOverview = {
  serving,
  current: {
    ...run,
    status: 'ready',
    written: run.total,
    comparison: {
      comparedAt: '2026-11-25T10:18:00.000Z',
      works: { catalogue: 214_380, before: 214_377, after: 214_380, pending: 3 },
      sample: {
        works: 200,
        new: 1,
        changed: 2,
        gone: 0,
        examples: [
          {
            work: 'w7',
            title: 'Sinuhe egyptiläinen',
            change: 'changed',
            fields: [{ name: 'year', before: '1945', after: '1946' }],
          },
          { work: 'w8', title: 'Muumipappa ja meri', change: 'changed', fields: [] },
          { work: 'w9', title: 'Tekoälyn alkeet', change: 'new', fields: [] },
        ],
      },
      answers: {
        searches: 40,
        same: 38,
        ndcgBefore: 0.962,
        ndcgAfter: 0.971,
        differences: [
          { query: 'tekoäly', totalBefore: 12, totalAfter: 17, ndcgBefore: 0.7, ndcgAfter: 0.95, entered: ['Koneoppimisen perusteet'], left: ['Äly hoi'], moved: [] },
          { query: 'dekkari', totalBefore: 140, totalAfter: 312, entered: [], left: [], moved: [] },
        ],
      },
    },
  },
  runs: [],
  sources: ['finna'],
  synonyms: 4,
}; // prettier-ignore

const untouched: ReindexOverview = {
  serving,
  standby: { index: 'works-20261010090000000', until: '2026-11-26T09:00:00.000Z' },
  runs: [
    { ...run, id: 'works-20261101090000000', status: 'done', written: run.total, resumed: 0, failed: 0, failures: [] },
    { ...run, id: 'works-20261010090000000', scope: { kind: 'municipality', municipality: 'heinola' }, status: 'failed', error: 'works-20261010090000000 holds 3 works, the catalogue 9', failed: 0, failures: [] },
  ],
  sources: ['finna', 'demo'],
  synonyms: 4,
}; // prettier-ignore
