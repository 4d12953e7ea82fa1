import { expect } from 'chai';
import { branches } from '../../config/region/branches.ts';
import { deriveEdition } from '../../domain/catalogue/edition/derive.ts';
import { deriveItems } from '../../domain/catalogue/holdings.ts';
import { Edition, Marc } from '../../domain/catalogue/schema.ts';
import { workKeys } from '../../domain/catalogue/work-keys.ts';
import { demoWorks } from '../../demo/generate.ts';
import { toMarc } from '../../demo/marc.ts';

describe('a record of the demo catalogue', () => {
  const all = demoWorks().flatMap((work) =>
    work.editions.map((edition, nth) => ({ work, edition, marc: toMarc(work, edition, `${work.origin}-${nth}`) })),
  );
  const held = all.map((one) => ({ ...one, copies: deriveItems(one.marc, one.work.origin) }));
  const derived = all.map((one) => ({
    ...one,
    read: deriveEdition(one.marc),
    at: `${one.work.origin} ${one.edition.title}`,
  }));

  it('is sound MARC: tags and indicators in shape, no empty subfield, 40 characters of 008', () => {
    for (const { marc, work } of all) {
      Marc.parse(marc);
      expect(marc.leader).to.have.length(24);
      for (const field of marc.fields) {
        expect(field.tag).to.match(/^\d{3}$/);
        if ('value' in field) {
          if (field.tag === '008') expect(field.value, work.origin).to.have.length(40);
          continue;
        }
        expect(field.ind1 + field.ind2, `${work.origin} ${field.tag}`).to.match(/^[\d ]{2}$/);
        expect(field.subfields.length, `${work.origin} ${field.tag}`).to.be.above(0);
        for (const { code, value } of field.subfields) {
          expect(code).to.match(/^[a-z\d]$/);
          expect(value.trim(), `${work.origin} ${field.tag}$${code}`).not.to.equal('');
        }
      }
    }
  });

  it('reads back as a sensible edition', () => {
    for (const { read, at } of derived) expect(Edition.safeParse(read).success, at).to.equal(true);
  });

  it('reads back with its title, its part and its original title', () => {
    for (const { read, edition, work, at } of derived) {
      const title = [read.title, read.part].filter(Boolean).join('. ');
      expect(withoutStop(title), at).to.equal(withoutStop(edition.title));
      if (edition.language !== work.language && bare(edition.title) !== bare(work.title))
        expect(read.originalTitle, at).to.equal(work.title);
    }
  });

  it('reads back with those who made it, in their roles', () => {
    for (const { read, edition, work, at } of derived) {
      const told = [...work.authors, ...(edition.agents ?? [])].map(({ name, role }) => `${name} (${role})`);
      expect(
        read.contributors.map(({ name, role }) => `${name} (${role})`),
        at,
      ).to.deep.equal(told);
    }
  });

  it('reads back with its format, languages, year, publisher and numbers', () => {
    for (const { read, edition, work, at } of derived) {
      expect(read.format, at).to.equal(edition.format);
      expect(read.languages, at).to.deep.equal(edition.language === 'zxx' ? [] : [edition.language]);
      if (edition.language !== work.language) expect(read.originalLanguage, at).to.equal(work.language);
      const made = ['dvd', 'bluray', 'boardgame'].includes(edition.format) ? work.year : undefined;
      expect(read.year, at).to.equal(edition.year ?? made);
      expect(read.publisher, at).to.equal(edition.publisher);
      expect(read.isbns, at).to.deep.equal(edition.isbns ?? []);
    }
  });

  it('reads back with its subjects, genres, series, audience, age limit and description', () => {
    for (const { read, edition, work, at } of derived) {
      const finnish = (terms: typeof read.subjects) =>
        terms.filter(({ language }) => language !== 'swe').map(({ label }) => label);
      expect(finnish(read.subjects), at).to.have.members([...work.subjects]);
      expect(finnish(read.genres), at).to.deep.equal(work.genres ?? []);
      expect(read.series, at).to.deep.equal(edition.series ?? work.series ?? []);
      expect(read.audience, at).to.equal(work.age ?? 'adult');
      expect(read.ageLimit, at).to.equal(work.limit);
      expect(read.description, at).to.equal(work.description);
    }
  });

  it('is fiction or not as its class says', () => {
    for (const { read, edition, work, at } of derived) {
      if (edition.format !== 'book') continue;
      expect(read.fiction, at).to.equal(/^(?:81\.4|8[2-5])/.test(work.class ?? ''));
    }
  });

  it('is classed by the language it is read in', () => {
    const classes = (title: string) =>
      derived
        .filter(({ work }) => work.title === title)
        .map(({ edition, read }) => `${edition.language} ${read.shelfMarks[0]}`);
    expect(classes('Trollvinter')).to.include.members(['swe 84.31', 'fin 84.2', 'eng 84.5']);
    expect(classes('Vem ska trösta knyttet?')).to.include.members(['swe 85.23', 'fin 85.22']);
  });

  it('is never taken for an edition of another work', () => {
    const owners = new Map<string, string>();
    for (const { read, work } of derived) {
      for (const key of workKeys(read)) {
        expect(owners.get(key) ?? work.origin, key).to.equal(work.origin);
        owners.set(key, work.origin);
      }
    }
  });

  it('shares a key with the other editions of its work, but for a few that no rule can join', () => {
    const keysOf = Map.groupBy(derived, ({ work }) => work.origin);
    const split = [...keysOf.values()].filter((editions) => {
      const [first, ...rest] = editions.map(({ read }) => workKeys(read));
      return !joins(first ?? [], rest);
    });
    expect(split.length).to.be.at.most(20);
  });

  it('has copies in the branches of the region, each with a barcode of its own, and none where it is read online', () => {
    const known = new Set(branches.map(({ id }) => id));
    for (const { edition, work, copies } of held) {
      if (edition.format === 'ebook' || edition.format === 'eaudiobook') expect(copies, work.origin).to.have.length(0);
      else expect(copies.length, work.origin).to.be.above(0);
      for (const copy of copies) {
        expect(known.has(copy.branch), work.origin).to.equal(true);
        expect(copy.acquiredOn, work.origin).to.match(/^\d{4}-\d\d-\d\d$/);
        expect(copy.shelfMark, work.origin).to.match(/^(?:[LN] )?\d+(?:\.\d+)? [\p{Lu}\p{Lo}\d]{1,3}$/u);
        if (copy.status === 'reference') expect(copy.loans).to.equal(0);
      }
    }
    const barcodes = held.flatMap(({ copies }) => copies.map(({ _id }) => _id));
    expect(new Set(barcodes).size).to.equal(barcodes.length);
  });

  it('has a fifth to two fifths of the copies on loan, and a few for use in the house', () => {
    const copies = held.flatMap((one) => one.copies);
    const share = (status: string) => copies.filter((copy) => copy.status === status).length / copies.length;
    expect(share('onLoan')).to.be.within(0.2, 0.4);
    expect(share('reference')).to.be.within(0.001, 0.05);
    expect(share('onLoan') + share('reference') + share('available')).to.be.closeTo(1, 1e-9);
  });

  it('stands in more branches the more it is asked for', () => {
    const spread = (popularity: number) => {
      const found = held.filter(
        ({ work, edition }) =>
          work.popularity === popularity &&
          edition.format === 'book' &&
          edition.language === 'fin' &&
          !edition.largePrint,
      );
      const places = found.map(({ copies }) => new Set(copies.map(({ branch }) => branch)).size);
      return places.reduce((sum, one) => sum + one, 0) / places.length;
    };
    expect(spread(3)).to.be.above(7).and.above(spread(2));
    expect(spread(2)).to.be.above(spread(1));
    expect(spread(1)).to.be.above(spread(0));
  });
});

/** ISBD ends a statement with a full stop, so one at the end of the name itself cannot be told from it. */
const withoutStop = (text: string) => text.replace(/\.$/, '');

const bare = (title: string) => title.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Whether the editions with these keys hang together, directly or through others. */
function joins(first: readonly string[], others: readonly (readonly string[])[]): boolean {
  const reached = new Set(first);
  let waiting = others;
  for (;;) {
    const next = waiting.filter((keys) => !keys.some((key) => reached.has(key)));
    for (const keys of waiting) if (keys.some((key) => reached.has(key))) for (const key of keys) reached.add(key);
    if (next.length === 0) return true;
    if (next.length === waiting.length) return false;
    waiting = next;
  }
}
