import { expect } from 'chai';
import * as fc from 'fast-check';
import { booleanWords, fieldNames, searchFields } from '../../../indexer/search/language/field-names.ts';
import { deepestGroup, mostTerms, parseQuery } from '../../../indexer/search/language/parse.ts';
import { printQuery, type QueryTree } from '../../../indexer/search/language/query-tree.ts';
import { leastProcessorMs } from '../../support/processor-time.ts';

const words = (text: string): QueryTree => ({ kind: 'words', text });
const phrase = (text: string): QueryTree => ({ kind: 'phrase', text });
const beginning = (text: string): QueryTree => ({ kind: 'beginning', text });
const not = (of: QueryTree): QueryTree => ({ kind: 'not', of });
const all = (...of: QueryTree[]): QueryTree => ({ kind: 'all', of });
const any = (...of: QueryTree[]): QueryTree => ({ kind: 'any', of });
const field = (name: (typeof searchFields)[number], of: QueryTree): QueryTree => ({ kind: 'field', field: name, of });
const nothing: QueryTree = { kind: 'nothing' };

function statements(title: string, cases: readonly (readonly [query: string, tree: QueryTree])[]) {
  describe(title, () => {
    for (const [query, tree] of cases)
      it(`reads ${JSON.stringify(query)}`, () => expect(parseQuery(query)).to.deep.equal(tree));
  });
}

describe('what a reader types', () => {
  statements('as words', [
    ['', nothing],
    ['  \n ', nothing],
    ['… – 😀 !?', nothing],
    ['kissa', words('kissa')],
    ['  kissa   koira ', words('kissa koira')],
    ['Kalevala: kansalliseepos', words('Kalevala kansalliseepos')],
    ['Sota ja rauha, osa 1', words('Sota ja rauha osa 1')],
    ['juna lähtee 10:30', words('juna lähtee 10:30')],
    ['https://www.example.org/a?b=c', words('https://www.example.org/a?b=c')],
    ['J. R. R. Tolkien', words('J. R. R. Tolkien')],
    ['C++ C# .NET', words('C++ C# .NET')],
    ['Päijät-Häme - historia', words('Päijät-Häme historia')],
    ['kirja(t) (uusi', words('kirja t uusi')],
    ['tieto- ja kirja', words('tieto ja kirja')],
    ['AC/DC & R&B', words('AC/DC R&B')],
    ['sota and rauha or not', words('sota and rauha or not')],
    ["O'Brien rock'n'roll", words("O'Brien rock'n'roll")],
  ]);

  statements('as phrases', [
    ['"seitsemän veljestä"', phrase('seitsemän veljestä')],
    ['”seitsemän  veljestä”', phrase('seitsemän veljestä')],
    ['«sju bröder»', phrase('sju bröder')],
    ['kivi "seitsemän veljestä"', all(words('kivi'), phrase('seitsemän veljestä'))],
    ['"seitsemän veljestä', words('seitsemän veljestä')],
    ['kivi "" "', words('kivi')],
    ['"a(b AND c*"', phrase('a(b AND c*')],
  ]);

  statements('with what shall not be found', [
    ['kissa -koira', all(words('kissa'), not(words('koira')))],
    ['-koira kissa', all(not(words('koira')), words('kissa'))],
    ['kissa NOT koira', all(words('kissa'), not(words('koira')))],
    ['kissa EI koira', all(words('kissa'), not(words('koira')))],
    ['katt INTE hund', all(words('katt'), not(words('hund')))],
    ['kissa AND NOT koira', all(words('kissa'), not(words('koira')))],
    ['kissa -"koiran elämää"', all(words('kissa'), not(phrase('koiran elämää')))],
    ['kissa -(koira hiiri)', all(words('kissa'), not(words('koira hiiri')))],
    ['NOT NOT kissa', words('kissa')],
    ['kissa -', words('kissa')],
    ['kissa -.NET', all(words('kissa'), not(words('.NET')))],
    ['kissa --koira', all(words('kissa'), not(words('koira')))],
  ]);

  statements('with AND and OR', [
    ['kissa AND koira', all(words('kissa'), words('koira'))],
    ['kissa JA koira', all(words('kissa'), words('koira'))],
    ['katt OCH hund', all(words('katt'), words('hund'))],
    ['kissa OR koira', any(words('kissa'), words('koira'))],
    ['kissa TAI koira', any(words('kissa'), words('koira'))],
    ['katt ELLER hund', any(words('katt'), words('hund'))],
    ['musta kissa OR koira', any(words('musta kissa'), words('koira'))],
    ['(kissa OR koira) kirja', all(any(words('kissa'), words('koira')), words('kirja'))],
    ['(kissa OR koira) OR hiiri', any(words('kissa'), words('koira'), words('hiiri'))],
    ['kissa OR', words('kissa or')],
    ['OR kissa', words('or kissa')],
    ['kissa AND OR koira', all(words('kissa'), words('or koira'))],
    ['AND', words('and')],
    ['()', nothing],
    ['(()) kissa ((', words('kissa')],
    [')kissa(', words('kissa')],
    ['-() kissa', words('kissa')],
    ['EI KIITOS', words('ei KIITOS')],
    ['ROMEO AND JULIET', words('ROMEO and JULIET')],
    ['1984 OR 2001', any(words('1984'), words('2001'))],
  ]);

  statements('with beginnings of words', [
    ['kirj*', beginning('kirj')],
    ['kirj* historia', all(beginning('kirj'), words('historia'))],
    ['ki*', words('ki')],
    ['*', nothing],
    ['a*b', words('a b')],
    ['kirj*, historia', all(beginning('kirj'), words('historia'))],
  ]);

  statements('with fields', [
    ['tekijä:waltari', field('author', words('waltari'))],
    ['author:waltari sinuhe', all(field('author', words('waltari')), words('sinuhe'))],
    ['sinuhe tekijä:waltari egyptiläinen', all(words('sinuhe egyptiläinen'), field('author', words('waltari')))],
    ['TEKIJA: waltari', field('author', words('waltari'))],
    ['författare:"tove jansson"', field('author', phrase('tove jansson'))],
    ['aihe:(kissat OR koirat)', field('subject', any(words('kissat'), words('koirat')))],
    ['ämne:katter', field('subject', words('katter'))],
    ['nimeke:sinu*', field('title', beginning('sinu'))],
    ['-sarja:harry', not(field('series', words('harry')))],
    ['isbn:978-951-0-40000-1', field('isbn', words('978-951-0-40000-1'))],
    ['tekijä:', words('tekijä')],
    ['tekijä: OR kissa', all(field('author', words('or')), words('kissa'))],
    ['foo:bar', words('foo:bar')],
    ['tekijä:aihe:koira', field('subject', words('koira'))],
    ['tekijä:(linna aihe:sota)', field('author', all(words('linna'), field('subject', words('sota'))))],
  ]);

  it('has fields by every name in the table, with and without its dots', () => {
    for (const name of searchFields)
      for (const written of Object.values(fieldNames[name]).flat())
        for (const typed of [written, written.toUpperCase(), written.normalize('NFD').replace(/\p{M}/gu, '')])
          expect(parseQuery(`${typed}:kissa`), typed).to.deep.equal(field(name, words('kissa')));
  });

  it('names each field once: no name means two', () => {
    const owners = new Map<string, string>();
    for (const name of searchFields)
      for (const written of Object.values(fieldNames[name]).flat())
        expect(owners.set(written, owners.get(written) ?? name).get(written)).to.equal(name);
  });
});

describe('reading any query', () => {
  const signs = fc.constantFrom(
    '"',
    '(',
    ')',
    '-',
    ':',
    '*',
    ' ',
    '.',
    ',',
    '”',
    '+',
    '#',
    "'",
    '\t',
    '\0',
    '–',
    '!',
    '/',
    '|',
  );
  const operators = fc.constantFrom(...Object.values(booleanWords).flat(), 'and', 'ei', 'Ja');
  const names = fc.constantFrom(...searchFields.flatMap((name) => Object.values(fieldNames[name]).flat()));
  const typed = fc.constantFrom(
    'kissa',
    'Häme',
    'x',
    'C++',
    '.NET',
    'J.R.R.',
    'EU',
    '10:30',
    'kirj*',
    'e\u0301',
    'https://a.b',
    'á̂',
    '猫',
    '5"',
  );
  const piece = fc.oneof(
    signs,
    signs,
    operators.map((word) => ` ${word} `),
    names.map((name) => `${name}:`),
    typed,
    fc.constant(' '),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
  const queries = fc.oneof(
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
    fc.array(piece, { minLength: 100, maxLength: 300 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );

  it('gives a flat, bounded tree, the same every time', () => {
    fc.assert(
      fc.property(queries, (query) => {
        const tree = parseQuery(query);
        expect(parseQuery(query)).to.deep.equal(tree);
        checkShape(tree);
        expect(termsOf(tree)).to.be.at.most(mostTerms);
        expect(depthOf(tree)).to.be.at.most(4 * (deepestGroup + 1));
      }),
      { numRuns: 500 },
    );
  });

  it('is undone by printing: the printed query reads as the same tree', () => {
    fc.assert(
      fc.property(queries, (query) => {
        const tree = parseQuery(query);
        expect(parseQuery(printQuery(tree)), printQuery(tree)).to.deep.equal(tree);
      }),
      { numRuns: 2_000 },
    );
  });

  it('loses no letter of ordinary text', () => {
    const ordinary = fc.stringMatching(/^[a-zäö]{1,9}([ ,.!?;–/]{1,2}[a-zäö]{1,9}){0,6}$/);
    fc.assert(
      fc.property(ordinary, (text) => {
        const tree = parseQuery(text);
        expect(tree.kind).to.equal('words');
        expect(tree.kind === 'words' && tree.text.match(/\p{L}/gu)).to.deep.equal(text.match(/\p{L}/gu));
      }),
    );
  });

  it('bounds hostile queries in size, depth and time', () => {
    const hostile = [
      '('.repeat(10_000) + 'kissa' + ')'.repeat(10_000),
      '(a OR '.repeat(3_000),
      'NOT '.repeat(5_000) + 'kissa',
      '-'.repeat(20_000),
      'AND '.repeat(5_000),
      'tekijä:'.repeat(2_500) + 'kissa',
      '-('.repeat(5_000),
      '"'.repeat(20_001),
      `${'a'.repeat(15_000)}*`,
      ')'.repeat(10_000) + 'a' + '('.repeat(10_000),
      'a(b'.repeat(5_000),
      '.'.repeat(20_000),
      'kissa '.repeat(100_000),
      'e\u0301'.repeat(10_000),
    ];
    for (const query of hostile) {
      expect(
        leastProcessorMs(() => parseQuery(query), 500),
        query.slice(0, 10),
      ).to.be.below(500);
      const tree = parseQuery(query);
      expect(termsOf(tree)).to.be.at.most(mostTerms);
      expect(parseQuery(printQuery(tree))).to.deep.equal(tree);
    }
  });
});

/** Lists have two or more, of another kind; a NOT has no NOT inside, a field no field right inside. */
function checkShape(tree: QueryTree): void {
  if (tree.kind === 'all' || tree.kind === 'any') {
    expect(tree.of.length).to.be.at.least(2);
    for (const one of tree.of) expect(one.kind).not.to.be.oneOf([tree.kind, 'nothing']);
    tree.of.forEach(checkShape);
  } else if (tree.kind === 'not' || tree.kind === 'field') {
    expect(tree.of.kind).not.to.be.oneOf([tree.kind, 'nothing']);
    checkShape(tree.of);
  } else if (tree.kind !== 'nothing') {
    expect(tree.text).to.match(/[\p{L}\p{N}]/u);
  }
}

function termsOf(tree: QueryTree): number {
  if (tree.kind === 'all' || tree.kind === 'any') return tree.of.reduce((sum, one) => sum + termsOf(one), 0);
  if (tree.kind === 'not' || tree.kind === 'field') return termsOf(tree.of);
  return tree.kind === 'nothing' ? 0 : tree.kind === 'words' ? tree.text.split(' ').length : 1;
}

function depthOf(tree: QueryTree): number {
  if (tree.kind === 'all' || tree.kind === 'any') return 1 + Math.max(...tree.of.map(depthOf));
  return tree.kind === 'not' || tree.kind === 'field' ? 1 + depthOf(tree.of) : 1;
}
