import { expect } from 'chai';
import { localDate } from '../../domain/local-date.ts';
import { createSearchWords } from '../../domain/search-words/service.ts';
import { Browser } from '../support/cookie-browser.ts';
import { startService, type TestService } from '../support/service.ts';
import { staffBrowser } from '../support/staff.ts';

describe('the report of search words', () => {
  let service: TestService;
  let anni: Browser;
  const now = new Date();
  const lastMonth = localDate(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 15))).slice(0, 7);
  before(async () => {
    service = await startService();
    ({ browser: anni } = await staffBrowser(service));
    let time = Date.parse(`${lastMonth}-10T10:00:00Z`);
    const words = createSearchWords({ database: service.services.connections.database, now: () => new Date(time) });
    for (let occasion = 0; occasion < 6; occasion += 1) {
      words.note('keppihevoset', false);
      words.note('=1+1', true);
      await words.flush();
      time += 6 * 3_600_000;
    }
    words.note('vain kerran haettu', false);
    await words.flush();
  });
  after(() => service?.stop());

  it('tells what is not found, what is searched for most, and nothing that few have typed', async () => {
    const { text } = await anni.page(`/staff/search-words?month=${lastMonth}`);
    expect(text).to.include('keppihevoset').and.include('/staff/synonyms?word=keppihevoset');
    expect(text).not.to.include('vain kerran haettu');
    expect((await anni.page(`/staff/search-words?month=${lastMonth}&table=popular`)).text).to.include('=1+1');
    const { body } = await anni.ask('GET', `/staff/search-words?month=${lastMonth}`);
    expect(body.unfound).to.deep.equal([{ words: 'keppihevoset', occasions: 6, unfound: 6 }]);
  });

  it('is a table for spreadsheets, in which no word is a formula', async () => {
    const { text, headers } = await anni.page(`/api/v1/staff/search-words?month=${lastMonth}&format=csv&table=popular&lang=sv`); // prettier-ignore
    expect(headers.get('content-type')).to.include('text/csv');
    expect(text).to.include('Sökord;Gånger').and.include("'=1+1;6").and.include('keppihevoset;6;;6');
  });

  it('leads to a synonym with the word filled in', async () => {
    expect((await anni.page('/staff/synonyms?word=keppihevoset')).text).to.match(
      /<lastu-synonyms[^>]* word="keppihevoset"/,
    );
    expect((await anni.page('/staff/synonyms?word=2000%200001')).text).not.to.include('word="2000');
  });

  it('counts searches by page and by API, found or not, and nothing of who has searched', async () => {
    const reader = new Browser(service.url);
    await reader.page('/search?q=Kissojen+kirjat');
    await reader.ask('GET', '/search?q=xqzzyxw+vrtz');
    await reader.ask('GET', '/search?q=xqzzyxw+vrtz&page=2');
    await reader.ask('GET', '/search?q=20000001');
    await service.services.searchWords.flush();
    const stored = await service.services.connections.database.collection('searchWords').find({ month: localDate(now).slice(0, 7) }).toArray(); // prettier-ignore
    expect(new Map(stored.map((one) => [one['words'], one['unfound']]))).to.deep.equal(new Map([['kissojen kirjat', 0], ['xqzzyxw vrtz', 1]])); // prettier-ignore
  });
});
