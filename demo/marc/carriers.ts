import type { Format } from '../parse.ts';

type Rda = readonly [term: string, code: string];

/** How MARC says a format: leader 06-07, 007, what 008/18-34 holds, content, media and carrier (336-338), extent (300 $a). */
export interface Carrier {
  readonly leader: string;
  readonly physical?: string;
  readonly kind: 'text' | 'music' | 'visual' | 'computer' | 'serial';
  /** 008/23 of text and music, 008/29 of visual material: o online, d large print. */
  readonly form?: string;
  readonly content: Rda;
  readonly media: Rda;
  readonly carrier: Rda;
  readonly extent?: string;
}

const text: Rda = ['teksti', 'txt'];
const spoken: Rda = ['puhe', 'spw'];
const music: Rda = ['esitetty musiikki', 'prm'];
const film: Rda = ['kaksiulotteinen liikkuva kuva', 'tdi'];
const unmediated: Rda = ['käytettävissä ilman laitetta', 'n'];
const audio: Rda = ['audio', 's'];
const video: Rda = ['video', 'v'];
const computer: Rda = ['tietokonekäyttöinen', 'c'];
const volume: Rda = ['nide', 'nc'];
const audioDisc: Rda = ['äänilevy', 'sd'];
const videoDisc: Rda = ['videolevy', 'vd'];
const online: Rda = ['verkkoaineisto', 'cr'];

const book: Carrier = { leader: 'am', kind: 'text', content: text, media: unmediated, carrier: volume };
const disc = { media: audio, carrier: audioDisc };

const carriers: Partial<Record<Format, Carrier>> = {
  book,
  ebook: { leader: 'am', kind: 'text', physical: 'cr |n|||||||||', form: 'o', content: text, media: computer, carrier: online, extent: '1 verkkoaineisto' },
  audiobook: { leader: 'im', kind: 'music', physical: 'sd fsngnnmmned', content: spoken, ...disc, extent: 'CD-äänilevyjä' },
  eaudiobook: { leader: 'im', kind: 'music', physical: 'cr nna||||||||', form: 'o', content: spoken, media: computer, carrier: online, extent: '1 verkkoaineisto' },
  magazine: { leader: 'as', kind: 'serial', content: text, media: unmediated, carrier: volume },
  newspaper: { leader: 'as', kind: 'serial', content: text, media: unmediated, carrier: volume },
  dvd: { leader: 'gm', kind: 'visual', physical: 'vd cvaizq', content: film, media: video, carrier: videoDisc, extent: '1 DVD-videolevy' },
  bluray: { leader: 'gm', kind: 'visual', physical: 'vd csaizq', content: film, media: video, carrier: videoDisc, extent: '1 Blu-ray-videolevy' },
  cd: { leader: 'jm', kind: 'music', physical: 'sd fsngnnmmned', content: music, ...disc, extent: '1 CD-äänilevy' },
  vinyl: { leader: 'jm', kind: 'music', physical: 'sd bsmennmplud', content: music, ...disc, extent: '1 LP-äänilevy' },
  score: { leader: 'cm', kind: 'music', content: ['nuottikirjoitus', 'ntm'], media: unmediated, carrier: volume, extent: '1 nuottijulkaisu' },
  game: { leader: 'mm', kind: 'computer', physical: 'co cga|||||||', content: ['tietokoneohjelma', 'cop'], media: computer, carrier: ['tietolevy', 'cd'], extent: '1 konsolipeli' },
  boardgame: { leader: 'rm', kind: 'visual', content: ['kolmiulotteinen muoto', 'tdf'], media: unmediated, carrier: ['esine', 'nr'], extent: '1 lautapeli' },
}; // prettier-ignore

export const carrierOf = (format: Format): Carrier => carriers[format] ?? book;

/** Whether copies of it stand on a shelf. */
export const isOnline = (format: Format): boolean => carrierOf(format).form === 'o';
