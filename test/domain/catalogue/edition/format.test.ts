import { expect } from 'chai';
import { deriveEdition } from '../../../../domain/catalogue/edition/derive.ts';
import { marc } from '../marc/build.ts';

const format = (leader: string, lines: string) => deriveEdition(marc(lines, `00000n${leader} a2200000 i 4500`)).format;
const fixed = (places: Readonly<Record<number, string>>) =>
  `008 ${Array.from({ length: 40 }, (_, place) => places[place] ?? ' ').join('')}`;

describe('What an edition is', () => {
  for (const [name, leader, lines, expected] of [
    ['a printed book', 'am', '300 __ $a 376 sivua\n338 __ $b nc', 'book'],
    ['a picture book with a still image', 'am', '336 __ $b sti\n336 __ $b txt\n338 __ $b nc', 'book'],
    ['a book online by 007', 'am', '007 cr |n|||||||||', 'ebook'],
    ['a book online by 338', 'am', '338 __ $b cr', 'ebook'],
    ['a book online by 008/23', 'am', fixed({ 23: 'o' }), 'ebook'],
    ['a book online by its words', 'am', '300 __ $a 1 verkkoaineisto (269 s.)', 'ebook'],
    ['a printed book with a link', 'am', '300 __ $a 20 s.\n856 41 $u https://x.example/', 'book'],
    ['a book under "text" that is heard', 'am', '336 __ $b spw\n338 __ $b sd', 'audiobook'],
    ['an audiobook', 'im', '007 sd fsngnnmmned', 'audiobook'],
    ['an audiobook online', 'im', '007 cr nna||||||||', 'eaudiobook'],
    ['a periodical', 'as', fixed({ 21: 'p' }), 'magazine'],
    ['a newspaper', 'as', fixed({ 21: 'n' }), 'newspaper'],
    ['an article', 'ab', '773 0_ $t Lehti', 'article'],
    ['a DVD', 'gm', '007 vd cvaizq', 'dvd'],
    ['a Blu-ray', 'gm', '007 vd csaizq', 'bluray'],
    ['a Blu-ray with the 007 of a DVD', 'gm', '007 vd cvaiz|\n300 __ $a 2 Blu-ray -videolevyä', 'bluray'],
    ['a cassette with the 007 of a disc', 'gm', '007 vd cbaho\n300 __ $a 1 videocassette', 'video'],
    ['a film online', 'gm', '007 cr |||', 'online'],
    ['a compact disc', 'jm', '007 sd fsngnnmmned', 'cd'],
    ['a compact disc by its words', 'jm', '300 __ $a 1 CD-äänilevy', 'cd'],
    ['a CD in English', 'jm', '300 __ $a 1 sound disc : $b digital, stereo. ; $c 4 3/4 in.', 'cd'],
    ['a long-playing record', 'jm', '007 sd bsmennmplud', 'vinyl'],
    ['a record of 33 1/3 rpm', 'jm', '300 __ $a 1 sound disc : $b 33 1/3 rpm', 'vinyl'],
    ['a recording of unknown carrier', 'jm', '007 s|', 'recording'],
    ['a score', 'cm', '007 qu', 'score'],
    ['a map', 'em', '007 aj canzn', 'map'],
    ['a console game', 'mm', fixed({ 26: 'g' }), 'game'],
    ['a board game', 'rm', fixed({ 33: 'g' }), 'boardgame'],
    ['a board game by its words', 'rm', '300 __ $a 1 lautapeli (50 korttia)', 'boardgame'],
    ['a thing', 'rm', '300 __ $a 1 sirkkeli', 'object'],
    ['a kit', 'om', '300 __ $a 1 laukku', 'kit'],
    ['a picture', 'km', '007 kf', 'image'],
    ['a manuscript', 'tm', '300 __ $a 80 lehteä', 'manuscript'],
    ['a thesis online', 'tm', '007 cr', 'ebook'],
    ['what Koha calls a DVD', '  ', '942 __ $c DV', 'dvd'],
    ['what has an ISBN and nothing else', '  ', '020 __ $a 9789513246518', 'book'],
    ['what says nothing', '  ', '245 10 $a Mikä?', 'other'],
  ] as const) {
    it(`${name} is ${expected}`, () => {
      expect(format(leader, lines)).to.equal(expected);
    });
  }
});
