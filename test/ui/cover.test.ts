import { expect } from 'chai';
import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { coverSvg } from '../../ui/covers/cover.ts';
import { fitTitle, widthOf } from '../../ui/covers/fit-title.ts';
import { escapedXml } from '../../ui/covers/xml.ts';

const titles = [
  'Kalevala',
  'Täällä Pohjantähden alla',
  'Sinuhe egyptiläinen : viisitoista kirjaa lääkäri Sinuhen elämästä n. 1390–1335 e.Kr.',
  'Epäjärjestelmällistyttämättömyydelläänsäkäänköhän',
  'Kolmivaihekilowattituntimittari ja muita pitkiä sanoja, joita kukaan ei ole koskaan lukenut ääneen kirjastossa',
  '',
  '<script>alert("&")</script>',
];

describe('A drawn cover', () => {
  it('is well-formed XML of modest size, whatever the title', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ unit: 'binary', maxLength: 80 }),
        (title, author) => {
          const cover = coverSvg({ id: 'demo.1', title, author });
          new SaxesParser({ xmlns: true }).write(cover).close();
          expect(cover.length).to.be.below(3_000);
        },
      ),
    );
    for (const title of titles)
      expect(coverSvg({ id: 'demo.1', title, author: 'Väinö Linna' }).length).to.be.below(1_800);
  });

  it('lets no title become markup', () => {
    const cover = coverSvg({ id: 'demo.1', title: '</text><script>alert(1)</script>', author: '"><img src=x>' });
    expect(cover).not.to.match(/<script|<img/);
    expect(cover).to.contain('&lt;script');
  });

  it('keeps words apart that a tab or a line break stands between', () => {
    expect(escapedXml('Kissa\tja\r\nkoira\u0000\ud800')).to.equal('Kissa ja  koira\ufffd');
  });

  it('is the same for the same work, always', () => {
    const subject = { id: 'demo.42', title: 'Putkinotko', author: 'Joel Lehtonen' };
    expect(coverSvg(subject)).to.equal(coverSvg({ ...subject }));
  });

  it('is hidden from those who have the title in words', () => {
    expect(coverSvg({ id: 'x', title: 'Puhdistus' })).to.match(/^<svg [^>]*aria-hidden="true"/);
  });

  it('seldom has the ground of its neighbour', () => {
    const grounds = Array.from({ length: 1_000 }, (_, index) => groundOf(`demo.w${index}`));
    const alike = grounds.filter((ground, index) => ground === grounds[index + 1]).length;
    expect(alike).to.be.below(60);
    expect(new Set(grounds).size).to.be.greaterThan(40);
  });

  it('prints its title readably on its ground', () => {
    for (let index = 0; index < 500; index += 1) {
      const cover = coverSvg({ id: `w${index}`, title: 'A' });
      const [ground = 0, text = 0] = [/fill="oklch\(([\d.]+)/, /<g fill="oklch\(([\d.]+)/].map((part) =>
        Number(part.exec(cover)?.[1]),
      );
      expect(Math.abs(ground - text), cover).to.be.at.least(0.45);
    }
  });
});

describe('Fitting a title', () => {
  it('keeps every line within the box, and loses no word that has room', () => {
    for (const title of titles) {
      const { size, lines } = fitTitle(title, { width: 94, height: 96 });
      for (const line of lines) expect(widthOf(line.replace('…', '')) * size, line).to.be.at.most(94 + 1);
      expect(lines.length * size * 1.22).to.be.at.most(96 + 1);
    }
    const { lines } = fitTitle('Täällä Pohjantähden alla', { width: 94, height: 96 });
    expect(lines.join(' ')).to.equal('Täällä Pohjantähden alla');
  });

  it('breaks an endless word between syllables', () => {
    const { lines } = fitTitle('Epäjärjestelmällistyttämättömyydelläänsäkäänköhän', { width: 94, height: 96 });
    expect(lines.length).to.be.greaterThan(1);
    expect(lines.map((line) => line.replace(/-$/, '')).join('')).to.equal(
      'Epäjärjestelmällistyttämättömyydelläänsäkäänköhän',
    );
    for (const line of lines.slice(1)) expect(line).to.match(/^[bcdfghjklmnpqrstvwxz][aeiouyåäö]/i);
  });

  it('ends with any text, in any script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (title) => {
        const { lines } = fitTitle(title, { width: 94, height: 96 });
        expect(lines.length).to.be.at.most(12);
      }),
    );
  });
});

const groundOf = (id: string) => /fill="(oklch[^"]+)"/.exec(coverSvg({ id, title: 'A' }))?.[1];
