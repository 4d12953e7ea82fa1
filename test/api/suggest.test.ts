import { expect } from 'chai';
import fc from 'fast-check';
import { Suggestions } from '../../domain/discovery/suggestion.ts';
import { ensureSuggestions } from '../../indexer/suggest/make-suggestions.ts';
import { startService, type TestService } from '../support/service.ts';

describe('GET /api/v1/suggest', () => {
  let service: TestService;
  const get = (parameters: Record<string, string>) =>
    fetch(`${service.url}/api/v1/suggest?${new URLSearchParams(parameters)}`);
  const items = async (parameters: Record<string, string>) =>
    Suggestions.parse(await (await get(parameters)).json()).items;

  before(async () => (service = await startService()));
  after(() => service?.stop());

  it('answers with an empty list before suggestions are made', async () => {
    expect(await items({ q: 'kalevala' })).to.deep.equal([]);
  });

  describe('on the demo catalogue', () => {
    before(async () => {
      const { services } = service;
      await ensureSuggestions({ ...services.indexer, suggestions: services.suggestions });
    });

    it('suggests works that stand under the ids given', async () => {
      const [first] = await items({ q: 'kaleva', lang: 'fi' });
      expect(first).to.deep.include({ kind: 'title', text: 'Kalevala' });
      const work = await (await fetch(`${service.url}/api/v1/works/${first?.workId}`)).json();
      expect(work.title).to.equal('Kalevala');
    });

    it('suggests authors, subjects and series that find as many works as they say', async () => {
      const found = [
        ...(await items({ q: 'wal' })),
        ...(await items({ q: 'sota' })),
        ...(await items({ q: 'tarina' })),
      ];
      const facets = found.filter(({ kind }) => kind !== 'title');
      expect(facets).not.to.deep.equal([]);
      for (const { kind, text, count } of facets) {
        const search = new URLSearchParams({ [kind]: text, size: '0', facets: '' });
        const { total } = await (await fetch(`${service.url}/api/v1/search?${search}`)).json();
        expect(total, `${kind} ${text}`).to.equal(count);
      }
    });

    it('gives ten at most unless more are asked for, and refuses what it does not know', async () => {
      expect(await items({ q: 'k' })).to.have.length(10);
      expect(await items({ q: 'k', size: '3' })).to.have.length(3);
      const refused: Record<string, string>[] = [
        { size: '0' },
        { size: '21' },
        { lang: 'de' },
        { query: 'kissa' },
        { q: 'x'.repeat(1_001) },
      ];
      for (const parameters of refused) {
        const answer = await get(parameters);
        expect(answer.status, JSON.stringify(parameters).slice(0, 40)).to.equal(400);
      }
    });

    it('answers anything that may be typed', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(
            fc.string({ unit: 'binary', maxLength: 100 }),
            fc.constantFrom(
              '"',
              '* *',
              '-a',
              'C++',
              'ä'.repeat(900),
              '\u0000',
              'AND OR',
              '日本',
              '🙂',
              'a b c d e f g h i j',
            ),
          ),
          async (q) => {
            const answer = await get({ q });
            expect(answer.status, JSON.stringify(q)).to.equal(200);
            await answer.arrayBuffer();
          },
        ),
        { numRuns: 150 },
      );
    });
  });
});
