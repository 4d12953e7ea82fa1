import type { Availability, FacetValue } from '../../domain/discovery/schema.ts';
import type { ListedWork } from '../search/state.ts';

/** What the gallery shows elements with: ordinary works, and those that try a layout. */

export const onShelf: Availability = {
  total: 5,
  available: 3,
  branches: [
    { branch: 'heinola', total: 2, available: 1 },
    { branch: 'lahti-paakirjasto', total: 3, available: 2 },
  ],
};
export const elsewhere: Availability = {
  total: 3,
  available: 2,
  branches: [
    { branch: 'heinola', total: 1, available: 0 },
    { branch: 'sysma', total: 2, available: 2 },
  ],
};
export const onLoan: Availability = {
  total: 2,
  available: 0,
  branches: [{ branch: 'heinola', total: 2, available: 0 }],
};
export const noCopies: Availability = { total: 0, available: 0, branches: [] };

export const ordinary: ListedWork = {
  id: 'gallery-1',
  title: 'Taikatalvi',
  authors: ['Jansson, Tove'],
  yearFrom: 1957,
  yearTo: 2019,
  formats: ['book', 'eaudiobook'],
  languages: ['fin', 'swe'],
  availability: onShelf,
  rating: { average: 4.25, count: 12 },
};
export const bare: ListedWork = {
  id: 'gallery-2',
  title: 'Q',
  authors: [],
  formats: ['other'],
  languages: [],
  availability: noCopies,
};
export const long: ListedWork = {
  id: 'gallery-3',
  title:
    'Lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilas ja muita pitkiä sanoja: kertomus siitä, miten sana ei enää mahtunut riville, ja siitä, mitä sille silloin tehtiin',
  authors: [
    'Schwarzenberg-Hohenlohe, Maximilian Aleksanteri',
    'Holopainen, Anna-Kaarina',
    'Šimůnek, Jiří',
    'Łukasiewicz, Żaneta',
  ],
  yearFrom: 1899,
  yearTo: 2026,
  formats: ['book', 'ebook', 'audiobook', 'eaudiobook', 'dvd', 'score', 'manuscript'],
  languages: ['fin'],
  availability: onShelf,
};

/** A handful of works whose covers stand side by side. */
export const several: readonly ListedWork[] = [
  ['Seitsemän veljestä', 'Kivi, Aleksis', 'Žižka ja šakki', 'Čapek, Karel'],
  ['Tuntematon sotilas', 'Linna, Väinö', 'Ööloom', 'Õnnepalu, Tõnu'],
  ['Sinuhe egyptiläinen', 'Waltari, Mika', 'Åke och hans värld', 'Malmberg, Bertil'],
].flatMap(([title = '', author = '', other = '', another = ''], index) => [
  { ...ordinary, id: `gallery-a${index}`, title, authors: [author] },
  { ...ordinary, id: `gallery-b${index}`, title: other, authors: [another], availability: elsewhere },
]);

export const values = (labels: readonly string[], selected: readonly string[] = []): FacetValue[] =>
  labels.map((label, index) => ({
    value: label,
    label,
    count: Math.ceil(4_000 / (index * index + 1)),
    selected: selected.includes(label),
  }));

export const subjects = [
  'kissat', 'koirat', 'ystävyys', 'perhe', 'sota', 'historia', 'rakkaus', 'matkailu', 'ruoanlaitto', 'puutarhanhoito',
  'musiikki', 'taide', 'luonto', 'linnut', 'kalastus', 'maahanmuuttajataustaisten perheiden kotoutumiskoulutus',
  'nukkekodit', 'puutyöt',
] as const; // prettier-ignore

export const places: FacetValue[] = [
  { value: 'heinola', label: 'Heinola', count: 120, selected: false },
  { value: 'lahti', label: 'Lahti', count: 1_204, selected: false },
];
export const branches: FacetValue[] = [
  { value: 'heinola', label: 'Heinola', count: 120, selected: false },
  { value: 'lahti-paakirjasto', label: 'Lahden pääkirjasto', count: 900, selected: false },
  { value: 'lahti-mukkula', label: 'Mukkula', count: 304, selected: false },
];
