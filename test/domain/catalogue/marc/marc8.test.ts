import { expect } from 'chai';
import fc from 'fast-check';
import { decodeMarc8 } from '../../../../domain/catalogue/marc/marc8.ts';

const decode = (...bytes: (number | string)[]) =>
  decodeMarc8(
    Buffer.concat(bytes.map((one) => (typeof one === 'string' ? Buffer.from(one, 'latin1') : Buffer.from([one])))),
  );

/** Codes from the Library of Congress' code tables: https://www.loc.gov/marc/specifications/codetables.xml */
describe('MARC-8', () => {
  it('writes marks before their letter, which come out composed', () => {
    expect(decode('Se', 0xe8, 'a')).to.equal('Seä');
    expect(decode(0xea, 'Abo')).to.equal('Åbo');
    expect(decode(0xe2, 'e', 0xe1, 'a', 0xf0, 'c')).to.equal('éàç');
  });

  it('has letters of its own', () => {
    expect(decode(0xb2, ' ', 0xa2, ' ', 0xb5, ' ', 0xa5, ' ', 0xb1, ' ', 0xc7)).to.equal('ø Ø æ Æ ł ß');
  });

  it('keeps two marks on one letter', () => {
    expect(decode(0xe3, 0xf2, 'a')).to.equal('ậ');
  });

  it('switches to Cyrillic and back by escape sequences', () => {
    expect(decode(0x1b, '(N', 'ABC', 0x1b, '(B', ' abc')).to.equal('абц abc');
  });

  it('switches to Greek symbols, subscripts and superscripts by the short sequences', () => {
    expect(decode('H', 0x1b, 'b2', 0x1b, 's', 'O m', 0x1b, 'p2')).to.equal('H₂O m²');
    expect(decode(0x1b, 'ga')).to.equal('α');
  });

  it('takes three bytes a character from East Asian sets', () => {
    expect(decode(0x1b, '$1', 0x21, 0x30, 0x21)).to.equal('一');
  });

  it('resolves references to characters it has no code for', () => {
    expect(decode('&#x4E00; &#xD800; &amp;')).to.equal('一 &#xD800; &amp;');
  });

  it('marks what means nothing', () => {
    expect(decode('a', 0xaf, 'b')).to.equal('a\uFFFDb');
    expect(decode(0x1b, '?x')).to.include('\uFFFD');
  });

  it('never throws, and is always in NFC', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const text = decodeMarc8(bytes);
        expect(text).to.equal(text.normalize('NFC'));
      }),
      { numRuns: 500, examples: [[Uint8Array.of(0x1b, 0x24, 0x31, 0x21)]] },
    );
  });
});
