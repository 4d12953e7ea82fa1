import { html } from 'lit';
import '../elements/lastu-harvests/lastu-harvests.ts';
import '../elements/lastu-import/lastu-import.ts';
import '../elements/lastu-imports/lastu-imports.ts';
import '../elements/lastu-sources/lastu-sources.ts';
import type { Locale } from '../../config/locales.ts';
import type { Harvest, Import, RecordProblem, Sample, Source } from '../staff/imports-api.ts';
import type { Exhibit } from './exhibit.ts';

/** The elements of imports, from samples alone: none of them asks the service here. */
export function importExhibits(locale: Locale): readonly Exhibit[] {
  return [
    {
      element: 'lastu-harvests',
      wide: true,
      specimens: [
        { state: 'empty', template: html`<lastu-harvests lang=${locale} .items=${[]}></lastu-harvests>` },
        { state: 'many', template: html`<lastu-harvests lang=${locale} .items=${[nightly, byHand]}></lastu-harvests>` },
      ],
    },
    {
      element: 'lastu-sources',
      wide: true,
      specimens: [{ state: 'many', template: html`<lastu-sources lang=${locale} .items=${sources}></lastu-sources>` }],
    },
    {
      element: 'lastu-import',
      wide: true,
      specimens: [
        { state: 'one', template: html`<lastu-import lang=${locale} .report=${prepared} .sample=${sample}></lastu-import>` }, // prettier-ignore
        { state: 'loading', template: html`<lastu-import lang=${locale} .report=${running}></lastu-import>` },
        { state: 'many', template: html`<lastu-import lang=${locale} .report=${done} .problems=${[problem]}></lastu-import>` }, // prettier-ignore
        { state: 'failed', template: html`<lastu-import lang=${locale} .report=${failed}></lastu-import>` },
      ],
    },
    {
      element: 'lastu-imports',
      wide: true,
      specimens: [
        { state: 'empty', template: html`<lastu-imports lang=${locale} .items=${[]}></lastu-imports>` },
        { state: 'many', template: html`<lastu-imports lang=${locale} .items=${[prepared, running, done, failed]}></lastu-imports>` }, // prettier-ignore
      ],
    },
  ];
}

const noCounts = { read: 0, added: 0, changed: 0, unchanged: 0, repeated: 0, broken: 0, warned: 0, withdrawn: 0 };
const done: Import = {
  id: '2026-11-20T08:00:00.000Z-1',
  kind: 'file',
  status: 'done',
  source: 'helle',
  file: 'hankinnat-marraskuu.mrc.gz',
  startedAt: '2026-11-20T08:00:00.000Z',
  finishedAt: '2026-11-20T08:02:00.000Z',
  counts: { ...noCounts, read: 12_480, added: 310, changed: 1_204, unchanged: 10_965, broken: 1, warned: 12 },
  reasons: { 'bad-directory': 1, 'wrong-length': 12 },
  done: 1,
  bytes: 8_400_000,
  stopping: false,
};
const prepared: Import = { ...done, id: '2', status: 'prepared', counts: noCounts, reasons: {}, done: undefined };
const running: Import = { ...done, id: '3', kind: 'url', url: 'https://luettelo.example/viikko.xml', file: 'viikko.xml', status: 'running', done: 0.4, rate: 820 }; // prettier-ignore
const failed: Import = { ...done, id: '4', kind: 'harvest', status: 'failed', file: 'Melinda', error: 'https://oai.example answers with 410' }; // prettier-ignore

const sample: Sample = {
  records: [
    {
      index: 0,
      id: 'helle.000123',
      edition: {
        title: 'Täällä Pohjantähden alla',
        titleSort: 'Täällä Pohjantähden alla',
        otherTitles: [],
        contributors: [{ name: 'Linna, Väinö', role: 'author', kind: 'person', main: true }],
        format: 'book',
        languages: ['fin'],
        year: 1959,
        publisher: 'WSOY',
        place: 'Porvoo',
        isbns: ['9789510364956'],
        issns: [],
        codes: [],
        subjects: [{ label: 'torpparit', kind: 'topic' }],
        genres: [],
        series: [],
        shelfMarks: ['84.2'],
        contents: [],
        notes: [],
        links: [],
      },
      items: [{ id: '310001', branch: 'lahti', shelfMark: '84.2 LIN' }],
      warnings: [{ reason: 'wrong-length', message: '' }],
    },
  ],
  problems: [{ index: 4, position: 9_120, reason: 'bad-directory', message: '' }],
};

const nightly: Harvest = {
  id: 'h1',
  version: 1,
  name: 'Melinda',
  url: 'https://oai-pmh.example/bib',
  set: 'kirjasto',
  metadataPrefix: 'marc21',
  source: 'melinda',
  everyHours: 24,
  harvestedUntil: '2026-11-24T01:00:00Z',
  nextAt: '2026-11-26T01:00:00.000Z',
  import: '4',
};
const byHand: Harvest = { id: 'h2', version: 1, name: 'Kotiseutukokoelma', url: 'https://kokoelma.example/oai', metadataPrefix: 'marc21', source: 'koti', everyHours: 0 }; // prettier-ignore

const sources: Source[] = [
  { id: 'helle', version: 1, name: 'Helle-kirjastot', defaults: {}, records: 412_300 },
  { id: 'koti', version: 2, name: 'Kotiseutukokoelma', defaults: { language: 'fin' }, records: 1 },
];

const leader = '00214nam a2200085 a 4500001000800000100001800008245999900026\x1ehelle.12\x1e1 \x1faLinna, Väinö\x1e';
const problem: RecordProblem = {
  id: 'p1',
  kind: 'broken',
  reason: 'bad-directory',
  message: '',
  index: 4_211,
  position: 1_204_551,
  length: 214,
  fault: 48,
  shownFrom: 0,
  bytes: btoa(leader),
};
