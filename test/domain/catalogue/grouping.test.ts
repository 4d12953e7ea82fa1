import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { z } from 'zod';
import { Audience, Contributor, Format, LanguageCode, type Edition } from '../../../domain/catalogue/schema.ts';
import { deriveEdition } from '../../../domain/catalogue/edition/derive.ts';
import { workKeys } from '../../../domain/catalogue/work-keys.ts';
import { buildEdition } from '../../support/builders.ts';
import { describeRealData, marcsOf } from './marc/shared-data.ts';

/**
 * Editions as catalogues have them, and whether a librarian would call them one work. `beyond` are those that no rule over
 * the records alone can tell without guessing: they count, but are known to go wrong.
 */
const Case = z.strictObject({
  same: z.boolean(),
  why: z.string(),
  beyond: z.boolean().default(false),
  editions: z
    .array(
      z.strictObject({
        title: z.string(),
        author: z.string().optional(),
        kind: Contributor.shape.kind.default('person'),
        others: z.array(z.tuple([z.string(), Contributor.shape.role])).default([]),
        part: z.string().optional(),
        originalTitle: z.string().optional(),
        format: Format.default('book'),
        language: LanguageCode.default('fin'),
        year: z.int().default(1999),
        publisher: z.string().optional(),
        statement: z.string().optional(),
        series: z.array(z.string()).default([]),
        audience: Audience.optional(),
        fiction: z.boolean().optional(),
      }),
    )
    .min(2),
});
type Case = z.infer<typeof Case>;

const cases = z.array(Case).parse(JSON.parse(readFileSync(new URL('grouping.json', import.meta.url), 'utf8')));

describe('works are told apart as a librarian would', () => {
  for (const one of cases.filter(({ beyond }) => !beyond)) {
    it(`${one.same ? 'one work' : 'not one work'}: ${one.why}`, () => {
      expect(grouped(one)).to.equal(one.same);
    });
  }

  it('with few false merges, and fewer than missed ones', () => {
    const merged = cases.filter(grouped);
    const precision = merged.filter(({ same }) => same).length / merged.length;
    const recall = merged.filter(({ same }) => same).length / cases.filter(({ same }) => same).length;
    console.log(`      ${cases.length} cases: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
    expect(cases.length).to.be.at.least(60);
    expect(precision).to.be.at.least(0.93);
    expect(recall).to.be.at.least(0.8);
    expect(precision).to.be.at.least(recall);
  });

  it('and never by guessing at names, transcriptions and pseudonyms', () => {
    for (const one of cases.filter(({ same, beyond }) => same && beyond)) {
      expect(grouped(one), one.why).to.equal(false);
    }
  });
});

describeRealData('real records of Helmet, Melinda and the Library of Congress', () => {
  const files = ['fi_helmet.xml.gz', 'fi_melinda_koha_fixtures.xml.gz', 'lc2016p01_finswe.mrc.gz'];

  it('make works of many editions where a librarian sees them, and no others', async function () {
    this.timeout(60_000);
    const editions = (await Promise.all(files.map((file) => marcsOf(`marc/${file}`)))).flat().map(deriveEdition);
    const bearers = Map.groupBy(
      editions.flatMap((edition) => workKeys(edition).map((key) => ({ key, edition }))),
      ({ key }) => key,
    );
    const largest = [...bearers.values()].toSorted((a, b) => b.length - a.length).slice(0, 4);
    expect(largest.map(([one]) => one?.key)).to.have.members([
      'runeberg johan ludvig|vänrikki stoolin tarinat|',
      'kivi aleksis|seitsemän veljestä|',
      'kivi aleksis|kihlaus|',
      'kivi aleksis|sju bröder|',
    ]);
    for (const [key, same] of bearers) {
      const sheets = same.filter(({ edition }) => edition.format === 'map');
      expect(sheets.length, key).to.be.at.most(1);
      const arts = new Set(same.map(({ edition }) => (['dvd', 'bluray'].includes(edition.format) ? 'film' : 'other')));
      expect(arts.size, key).to.equal(1);
    }
  });
});

/** Whether all editions of a case hang together by their keys; for those that must not, whether any two share one. */
function grouped({ same, editions }: Case): boolean {
  const keys = editions.map((edition) => workKeys(editionOf(edition)));
  const [first = [], ...rest] = keys;
  if (!same) return keys.some((own, at) => keys.slice(at + 1).some((other) => other.some((key) => own.includes(key))));
  const reached = new Set(first);
  let waiting = rest;
  for (;;) {
    const joined = waiting.filter((own) => own.some((key) => reached.has(key)));
    if (joined.length === 0) return waiting.length === 0;
    for (const key of joined.flat()) reached.add(key);
    waiting = waiting.filter((own) => !joined.includes(own));
  }
}

function editionOf({ author, kind, others, language, series, ...given }: Case['editions'][number]): Edition {
  return buildEdition({
    ...given,
    languages: [language],
    series: series.map((name) => ({ name })),
    contributors: [
      ...(author === undefined ? [] : [{ name: author, role: 'author' as const, kind, main: true }]),
      ...others.map(([name, role]) => ({ name, role, kind: 'person' as const, main: false })),
    ],
  });
}
