import { expect } from 'chai';
import fc from 'fast-check';
import type { Connections } from '../../../config/connections.ts';
import { demoWorks } from '../../../demo/generate.ts';
import { toMarc } from '../../../demo/marc.ts';
import { deriveEdition } from '../../../domain/catalogue/edition/derive.ts';
import { recordIdOf } from '../../../domain/catalogue/record-id.ts';
import type { Marc } from '../../../domain/catalogue/schema.ts';
import type { Catalogue } from '../../../domain/catalogue/service.ts';
import { workKeys } from '../../../domain/catalogue/work-keys.ts';
import { openTestCatalogue } from '../../support/catalogue.ts';
import { dropNamespace, openTestConnections } from '../../support/connections.ts';

/** Sources deliver in any order, a record at a time or many: the works that come of it are the same. */
describe('the order of import', () => {
  let connections: Connections;
  let catalogue: Catalogue;
  let run = 0;
  before(async () => {
    connections = openTestConnections();
    catalogue = await openTestCatalogue(connections);
  });
  after(() => dropNamespace(connections));

  /** Editions of demo works that hang together by their keys, though some share none with each other. */
  const chains = demoWorks()
    .map((work) => work.editions.map((edition, nth) => toMarc(work, edition, `${work.origin}-${nth}`)))
    .map(forgetful)
    .filter((marcs) => marcs.length > 2 && marcs.length < 9 && isChain(marcs));

  it('makes no difference to how editions are grouped', async function () {
    expect(chains.length).to.be.greaterThan(3);
    const plan = fc.constantFrom(...chains).chain((marcs) =>
      fc.record({
        order: fc.shuffledSubarray(marcs, { minLength: marcs.length }),
        /** After how many records the import is ended and another begins. */
        step: fc.integer({ min: 1, max: marcs.length }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(plan, async ({ order, step }) => {
        // every run has authors of its own, so that it finds the catalogue empty
        const mark = `Kulkija${(run += 1)}`;
        const records = order.map((marc) => renamed(marc, mark));
        const source = `order${run}`;
        for (let start = 0; start < records.length; start += step) {
          const part = records.slice(start, start + step);
          await catalogue.importRecords({
            source,
            file: 'order',
            records: part.map((marc, index) => ({ marc, index, position: 0, bytes: new Uint8Array(), warnings: [] })),
          });
        }
        const stored = await Promise.all(records.map((marc) => catalogue.record(recordIdOf(marc, source))));
        const works = stored.map((record) => record?.workId);
        expect(works, order.map((marc) => deriveEdition(marc).title).join(' | ')).not.to.include(undefined);
        expect(new Set(works).size).to.equal(1);
      }),
      { numRuns: 20 },
    );
  });
});

/** Of translations that bear one title, the first no longer tells what it is translated from, as older records do not. */
function forgetful(marcs: readonly Marc[]): Marc[] {
  const titles = marcs.map((marc) => deriveEdition(marc).title);
  return marcs.map((marc, at) =>
    titles.indexOf(titles[at] ?? '') === at && titles.lastIndexOf(titles[at] ?? '') > at
      ? { ...marc, fields: marc.fields.filter(({ tag }) => !['240', '500', '765'].includes(tag)) }
      : marc,
  );
}

/** Whether each edition shares a key with another, all in one chain, and some two share none. */
function isChain(marcs: readonly Marc[]): boolean {
  const keys = marcs.map((marc) => workKeys(deriveEdition(marc)));
  if (keys.some((own) => own.some((key) => key.startsWith('-')))) return false;
  const share = (a: readonly string[], b: readonly string[]) => a.some((key) => b.includes(key));
  const reached = new Set([0]);
  for (const at of reached) keys.forEach((other, to) => share(keys[at] ?? [], other) && reached.add(to));
  return reached.size === keys.length && keys.some((a) => keys.some((b) => !share(a, b)));
}

/** The same record by another author. */
function renamed(marc: Marc, mark: string): Marc {
  const fields = marc.fields.map((field) =>
    'subfields' in field && /^[17][01]0$/.test(field.tag)
      ? {
          ...field,
          subfields: field.subfields.map(({ code, value }) => ({
            code,
            value: code === 'a' ? `${mark} ${value}` : value,
          })),
        }
      : field,
  );
  return { ...marc, fields };
}
