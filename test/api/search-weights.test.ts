import { expect } from 'chai';
import { SearchQuery } from '../../domain/discovery/schema.ts';
import { plainWeights, steps, weighedThings, type SearchWeights } from '../../domain/search-weights/schema.ts';
import { localDate } from '../../domain/local-date.ts';
import { searchRequest } from '../../indexer/search/query.ts';
import { reweighed } from '../../indexer/search/reweigh.ts';
import { buildMarc } from '../support/books.ts';
import type { Browser } from '../support/cookie-browser.ts';
import { startService, type TestService } from '../support/service.ts';
import { staffBrowser } from '../support/staff.ts';

describe('how searches are weighed', () => {
  let service: TestService;
  let admin: Browser;
  let anni: Browser;
  before(async () => {
    service = await startService({
      fill: ({ catalogue }) =>
        catalogue.importRecords({
          source: 'test',
          file: 'test',
          records: [
            { id: 'b1', title: 'Kettu ja karhu', loans: '0', on: localDate(new Date()) },
            { id: 'b2', title: 'Kettu ja susi', loans: '100', on: '2001-05-05' },
          ].map(({ id, title, loans, on }, index) => {
            const { leader, fields } = buildMarc({ id, title });
            const subfields = Object.entries({ a: 'lahti', p: `c${index}`, l: loans, d: on }).map(([code, value]) => ({ code, value })); // prettier-ignore
            const marc = { leader, fields: [...fields, { tag: '952', ind1: ' ', ind2: ' ', subfields }] };
            return { marc, index, position: 0, bytes: new Uint8Array(), warnings: [] };
          }),
        }),
    });
    ({ browser: admin } = await staffBrowser(service, { name: 'Outi Aho', roles: ['admin'] }));
    ({ browser: anni } = await staffBrowser(service, { name: 'Anni Ahola' }));
    await service.services.indexer.watchedSearches.replace([{ query: 'kettu', wanted: { 'Kettu ja susi': 3 } }]);
  });
  after(() => service?.stop());

  const form = (weights: Partial<SearchWeights>, more: Record<string, string>) => ({
    ...Object.fromEntries(weighedThings.map((thing) => [thing, String({ ...plainWeights, ...weights }[thing])])),
    ...more,
  });
  const send = (who: Browser, weights: Partial<SearchWeights>, more: Record<string, string>) =>
    who.page('/staff/weights', form(weights, { csrf: who.csrfToken, version: '0', ...more }));
  const first = async (): Promise<string> => (await anni.ask('GET', '/search?q=kettu')).body.items[0].title;
  /** Processes look for other weights every few seconds. */
  async function comesFirst(title: string): Promise<void> {
    for (let looked = 0; looked < 60 && (await first()) !== title; looked += 1)
      await new Promise((resolve) => setTimeout(resolve, 250));
    expect(await first()).to.equal(title);
  }

  it('is tried on watched searches and on one’s own, with what moves where and the figure, and nothing changes', async () => {
    const { status, text } = await send(anni, { newness: 2 }, { do: 'try', queries: 'karhu\nkettu ja' });
    expect(status).to.equal(200);
    expect(text)
      .to.include('Kettu ja karhu: 2 → 1')
      .and.include('Kettu ja susi: 1 → 2')
      .and.include('samana: 1 / 3 hausta');
    expect(text).to.include('Osuvuus (nDCG, 1 on paras): 1,00 → 0,63').and.include('Osuvuus huononisi.');
    expect(await service.services.indexer.weights.current()).to.equal(undefined);
    expect(await first()).to.equal('Kettu ja susi');
  });

  it('is put to use by admins alone, for all searches within seconds', async () => {
    expect((await send(anni, { newness: 2 }, { do: 'use' })).status).to.equal(403);
    expect((await send(admin, { newness: 2 }, { do: 'use', note: 'Uutuudet esiin' })).status).to.equal(303);
    await comesFirst('Kettu ja karhu');
    expect((await admin.page('/staff/weights')).text)
      .to.include('Uutuudet esiin')
      .and.include('Uutuus: Selvästi');
    const [noted] = await service.services.audit.entries({ act: 'searchWeightsUsed', size: 1 });
    expect(noted?.after).to.deep.include({ newness: 2 });
  });

  it('is not changed over another’s head, and goes back to any version', async () => {
    const stale = await send(admin, { loans: 2 }, { do: 'use' });
    expect(stale.status).to.equal(409);
    expect(stale.text).to.include('Joku muu muutti painotusta tällä välin.');
    await send(admin, {}, { do: 'restore', from: '0', version: '1' });
    await comesFirst('Kettu ja susi');
    await send(admin, {}, { do: 'restore', from: '1', version: '2' });
    await comesFirst('Kettu ja karhu');
    expect((await service.services.indexer.weights.current())?.restores).to.equal(1);
  });

  it('takes no weights but those that are offered', async () => {
    for (const [thing, value] of [
      ['title', '99'],
      ['title', ''],
      ['newness', '-1'],
      ['author', 'x'],
    ] as const) {
      const answer = await admin.page('/staff/weights', { ...form({}, { csrf: admin.csrfToken, version: '3', do: 'use' }), [thing]: value }); // prettier-ignore
      expect(answer.status, `${thing} ${value}`).to.equal(422);
    }
  });

  it('asks the engine for just the same where nothing is weighed otherwise, and finds the same works whatever is', async () => {
    const { analysis, aliases, elasticsearch } = service.services.indexer;
    const request = searchRequest(SearchQuery.parse({ q: 'kettu "ja susi" title:karh*' }), { analysis });
    expect(reweighed(request, plainWeights)).to.equal(request);
    const asked = searchRequest(SearchQuery.parse({ q: 'kettu ja', facets: '' }), { analysis });
    for (const step of steps) {
      const weights = { title: step, author: step, subject: step, series: step, liking: step, loans: step, newness: 2 } as const; // prettier-ignore
      const weighed = reweighed(asked, weights);
      if (step !== 0) expect(JSON.stringify(weighed)).not.to.equal(JSON.stringify(asked));
      const { hits } = await elasticsearch.search({ index: aliases.read, ...weighed });
      expect(hits.hits, `step ${step}`).to.have.length(2);
      for (const { _score } of hits.hits) expect(_score).to.be.greaterThan(0);
    }
  });
});
