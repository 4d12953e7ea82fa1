import { expect } from 'chai';
import { MongoError } from 'mongodb';
import { Browser } from '../support/cookie-browser.ts';
import { totpCode } from '../../domain/staff/one-time-codes.ts';
import { staffBrowser } from '../support/staff.ts';
import { startService, type TestService } from '../support/service.ts';
import { addReader, fillWithWorks } from '../support/voices.ts';

const asBrowsers = { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8' };

describe('What somebody has written in a form', function () {
  this.timeout(120_000);
  let service: TestService;
  before(async () => {
    service = await startService({ fill: fillWithWorks(2) });
  });
  after(() => service?.stop());

  async function reader(): Promise<Browser & { readonly card: string }> {
    const { cardNumber } = await addReader(service.services, `Lukija ${Math.random()}`);
    const browser = new Browser(service.url);
    await browser.logIn(cardNumber);
    return Object.assign(browser, { card: cardNumber });
  }
  /** The fields of the form of a page that is sent to an address, as its HTML has them. */
  function fieldsOf(page: string, action: string): Record<string, string> {
    const form = page.slice(page.indexOf(`action="${action}"`)).split('</form>')[0] ?? '';
    const decoded = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'); // prettier-ignore
    return Object.fromEntries([...form.matchAll(/<input\s[^>]*?name="([^"]*)"\s[^>]*?value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decoded(value)])); // prettier-ignore
  }
  const text = 'Kirjoitin tätä "tunnin"\r\n& enemmän <em>äänekkäästi</em>.';
  const review = { text, title: '', language: 'fi', spoiler: '' };

  it('is sent after logging in again, where the session has ended meanwhile: one log-in, one button', async () => {
    const browser = await reader();
    browser.cookies.clear();
    const asked = await browser.page('/works/w0/review', { ...review, csrf: browser.csrfToken }, asBrowsers);
    expect(asked.status).to.equal(401);
    const wrong = await browser.page('/login', { ...fieldsOf(asked.text, '/login'), cardNumber: browser.card, pin: '0000' }); // prettier-ignore
    const right = await browser.page('/login', { ...fieldsOf(wrong.text, '/login'), cardNumber: browser.card, pin: '1234' }); // prettier-ignore
    expect(right.status).to.equal(200);
    expect(right.text).to.include('Kirjoitin tätä').and.not.include('<em>äänekkäästi');
    const sent = await browser.page('/works/w0/review', fieldsOf(right.text, '/works/w0/review'), asBrowsers);
    expect(sent.status).to.equal(303);
    const { body } = await browser.ask('GET', '/me/reviews');
    expect(body.items[0].text).to.equal(text.replaceAll('\r\n', '\n'));
  });

  it('is sent so by staff as well, with the code of their app', async () => {
    const { browser, account, password, totpSecret } = await staffBrowser(service);
    const tip = { do: 'write', title: 'Vinkki', text, byline: 'Virkku', works: 'w0', audiences: 'adult' };
    browser.cookies.clear();
    const asked = await browser.page('/staff/tips', tip, asBrowsers);
    expect(asked.status).to.equal(401);
    const later = totpCode(totpSecret, Date.now() + 30_000);
    const right = await browser.page('/staff/login', { ...fieldsOf(asked.text, '/staff/login'), email: account.email, password, code: later }); // prettier-ignore
    expect([right.status, right.text.includes('Kirjoitin tätä')]).to.deep.equal([200, true]);
    expect((await browser.page('/staff/tips', fieldsOf(right.text, '/staff/tips'), asBrowsers)).status).to.equal(303);
    const { total } = await service.services.tips.page({ byStaff: true, page: 1, size: 10 });
    expect(total).to.equal(1);
  });

  it('is no way to send a form elsewhere, or to learn a PIN', async () => {
    const browser = await reader();
    for (const action of ['https://evil.example/', '//evil.example', '/api/v1/me', '/logout']) {
      const kept = JSON.stringify({ action, fields: [['text', 'x']] });
      expect((await browser.page('/login', { cardNumber: browser.card, pin: '1234', kept })).status).to.equal(303);
    }
    browser.cookies.clear();
    const pins = await browser.page('/account/settings', { do: 'pin', pin: '1234', newPin: '4321', text: 'x' });
    expect([pins.status, pins.headers.get('location')]).to.deep.equal([303, '/login?next=%2Faccount%2Fsettings']);
    const kept = JSON.stringify({ action: '/works/w0/review', fields: [['text', 'x']] });
    const foreign = await new Browser(service.url).page('/login', { cardNumber: browser.card, pin: '1234', kept }, { 'sec-fetch-site': 'cross-site' }); // prettier-ignore
    expect(foreign.status).to.equal(403);
  });

  it('is shown to people in a page, whatever went wrong, and can be sent again where that may help', async () => {
    const browser = await reader();
    const form = { do: 'note', entry: 'x', version: '1', note: text, csrf: browser.csrfToken };
    const gone = await browser.page('/lists/no-such-list', form, asBrowsers);
    expect([gone.status, gone.headers.get('content-type')]).to.deep.equal([404, 'text/html; charset=utf-8']);
    expect(gone.text).to.include('Kirjoitin tätä').and.not.include('action="/lists/no-such-list"');

    const { reviews } = service.services;
    const write = reviews.write;
    Object.assign(reviews, { write: () => Promise.reject(new MongoError('away')) });
    const away = await browser.page('/works/w1/review', { ...review, csrf: browser.csrfToken }, asBrowsers);
    Object.assign(reviews, { write });
    expect(away.status).to.equal(503);
    const again = await browser.page('/works/w1/review', fieldsOf(away.text, '/works/w1/review'), asBrowsers);
    expect(again.status).to.equal(303);
    const machine = await browser.page('/lists/no-such-list', form, { accept: 'application/json' });
    expect(machine.headers.get('content-type')).to.include('problem+json');
  });
});
