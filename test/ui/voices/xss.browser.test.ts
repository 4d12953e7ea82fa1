import { expect } from 'chai';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { startService, type TestService } from '../../support/service.ts';
import { Browser } from '../../support/cookie-browser.ts';
import { catalogueRepository } from '../../../domain/catalogue/repository.ts';
import { buildEdition, buildItem, buildRecord } from '../../support/builders.ts';
import { staffBrowser } from '../../support/staff.ts';
import { startBrowser, type TestBrowser } from '../browser.ts';
import { pieces, vectors } from './vectors.ts';

/** Every text that people write, in every page that shows it: as the browser reads it, with our policy and without any. */
describe('What people write', function () {
  this.timeout(300_000);
  let service: TestService;
  let browser: TestBrowser;
  let serial = 0;
  const pages: string[] = [];
  let writer: Browser;
  let moderator: Browser;

  async function loggedIn(): Promise<Browser & { patron: string }> {
    const cardNumber = `6000${(serial += 1)}`;
    const account = await service.services.accounts.add({ cardNumber, name: 'Aino Ahola', municipality: 'lahti', contact: {}, language: 'fi', pin: '1234' }); // prettier-ignore
    const browser = new Browser(service.url);
    await browser.logIn(cardNumber);
    return Object.assign(browser, { patron: account._id });
  }
  const author = ({ patron }: { patron: string }) => ({ patron, municipality: 'lahti', isStaff: false });
  const random = fc.sample(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 24 }).map((parts) => parts.join('')), { numRuns: 60, seed: 7 }); // prettier-ignore
  const written = [...vectors, ...random].filter((text) => text.trim() !== '');

  before(async () => {
    service = await startService({
      async fill({ connections }) {
        const catalogue = catalogueRepository(connections.database);
        await catalogue.ensureWorks(['w1']);
        await catalogue.storeRecords([buildRecord({ _id: 'w1.r', workId: 'w1', edition: buildEdition({ title: 'Kirja' }) })]); // prettier-ignore
        await catalogue.storeItems([buildItem({ _id: 'w1-0', recordId: 'w1.r' })], []);
      },
    });
    const { comments, lists, moderation, reviews, tags, tips, accounts } = service.services;
    moderator = (await staffBrowser(service, { roles: ['moderator'] })).browser;
    const first = await loggedIn();
    const people = [first, ...(await Promise.all(Array.from({ length: 7 }, () => loggedIn())))];
    const of = (nth: number) => people[nth % people.length] ?? first;
    writer = first;
    const cut = (text: string, most: number) =>
      [...text.replaceAll('\u0000', '')].join('').slice(0, most).trim() || 'x';
    const { tip } = await tips.create(author(first), { title: cut(written[0] ?? '', 120), text: written.slice(0, 20).join('\n\n').slice(0, 2_000), works: ['w1'], audiences: ['adult'], byline: cut(written[1] ?? '', 60), language: 'fi' }); // prettier-ignore
    const on = { kind: 'tip', id: tip._id } as const;
    for (const [nth, text] of written.entries())
      await comments.write(author(of(nth)), { on, text: text.slice(0, 4_000), byline: cut(text, 60) });
    for (const [nth, text] of written.slice(0, 40).entries())
      await tips.create(author(of(nth)), { title: cut(text, 120), text, works: ['w1'], audiences: ['young'], byline: cut(text, 60), language: 'fi' }); // prettier-ignore
    const list = await lists.create(author(first), { title: cut(written[14] ?? '', 200), description: written.slice(0, 60).join('\n\n').slice(0, 5_000), byline: cut(written[6] ?? '', 100), language: 'fi', visibility: 'public', order: 'hand' }); // prettier-ignore
    const id = list.list._id;
    await lists.entries.add(id, author(first), { work: 'w1', note: written.slice(30).join('\n\n').slice(0, 2_000) });
    for (const [nth, text] of written.entries())
      await tags.add(author(of(nth)), 'w1', cut(text, 40)).catch(() => undefined);
    for (const [nth, one] of people.entries()) {
      await accounts.setDisplayName(one.patron, cut(written[nth] ?? '', 40)).catch(() => undefined);
      const text = written.slice(nth * 15, nth * 15 + 15).join('\n\n');
      await reviews.write(author(one), 'w1', { title: cut(written[nth + 10] ?? '', 200), text, spoiler: nth === 0, language: 'fi' }).catch(() => undefined); // prettier-ignore
    }
    const [own] = await reviews.ofPatron(first.patron);
    if (own)
      await reviews.change(author(first), own.review._id, {
        version: 1,
        text: { title: '', text: 'Sitten', spoiler: false, language: 'fi' },
      });
    expect((await reviews.ofWork('w1', undefined, { order: 'newest', page: 1, size: 50 })).total).to.be.greaterThan(2);
    expect(await tags.ofWork('w1')).to.have.length.greaterThan(10);
    const { threads } = await comments.threads(on, undefined, 1);
    const comment = threads[0]?.comment._id ?? '';
    await moderation.report(of(3).patron, { kind: 'comment', id: comment }, { reason: 'other', note: written.join('\n').slice(0, 1_000) }); // prettier-ignore
    await moderation.answer('staff', { kind: 'tip', id: tip._id }, written.join('\n').slice(0, 1_000));
    pages.push(
      '/tips', '/tips?page=2', `/tips/${tip._id}`, `/tips/${tip._id}?comments=2`, `/tips/${tip._id}?comments=3`, `/tips/${tip._id}/edit`,
      `/report/tip/${(await tips.page({ page: 1, size: 40 })).tips.find((one) => one.tip.author !== first.patron)?.tip._id}`,
      '/account/messages', '/', '/m/lahti', '/works/w1', `/lists/${id}`, '/account/lists', '/widgets/preview?widget=lastu-tips',
      '/lists', '/lists?work=w1', '/tags', '/account/reviews', `/account/reviews/${own?.review._id}`,
      ...vectors.slice(3, 6).map((text) => `/lists?q=${encodeURIComponent(text)}`),
      ...vectors.slice(0, 3).map((text) => `/search?q=${encodeURIComponent(text)}`),
      `/search?q=${encodeURIComponent(vectors[9] ?? '')}&author=${encodeURIComponent(vectors[6] ?? '')}`,
    ); // prettier-ignore
    browser = await startBrowser(service.url);
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
  });

  /** Goes through pages as somebody, and notes what ran, what the policy had to stop, and what markup could have run. */
  async function visit(visitor: Browser, paths: readonly string[], { bypassCSP }: { bypassCSP: boolean }) {
    const page = await browser.open('about:blank', { bypassCSP });
    await page.context().addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: service.url })));
    const found: string[] = [];
    await page.context().exposeFunction('alert', (what: unknown) => found.push(`ran: ${String(what)}`));
    await page.exposeFunction('stopped', (what: string) => found.push(what));
    page.on('dialog', (dialog) => void dialog.dismiss());
    page.on('request', (request) => {
      if (new URL(request.url()).hostname === 'xss.example') found.push(`asked for ${request.url()}`);
    });
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        const { stopped } = globalThis as unknown as { stopped(what: string): void };
        stopped(`policy: ${violatedDirective} ${blockedURI}`);
      });
    });
    let shown = 0;
    for (const path of paths) {
      const before = found.length;
      const response = await page.goto(path);
      if (!bypassCSP)
        expect(response?.headers()['content-security-policy'], path).to.include("script-src 'self' 'nonce-");
      expect(response?.status(), path).to.be.within(200, 299);
      found.push(...(await dangers(page)));
      shown += await page.evaluate(() => document.body.textContent?.split('alert(1)').length ?? 0);
      for (let at = before; at < found.length; at += 1) found[at] = `${path} ${found[at]}`;
    }
    await page.context().close();
    return { found, shown };
  }

  for (const bypassCSP of [false, true])
    it(`never runs, nor becomes markup that could: ${bypassCSP ? 'without any policy, as in older browsers' : 'with the strict policy of our pages'}`, async () => {
      const { found, shown } = await visit(writer, pages, { bypassCSP });
      expect(found).to.deep.equal([]);
      expect(shown, 'it is shown as text').to.be.greaterThan(100);
      const asStaff = await visit(moderator, ['/staff/moderation', '/staff/moderation?view=published', '/staff/moderation/rules'], { bypassCSP }); // prettier-ignore
      expect(asStaff.found).to.deep.equal([]);
      expect(asStaff.shown).to.be.greaterThan(10);
    });

  it('would be noticed: each way runs, is stopped, or is seen where it stands as it was written', async () => {
    const page = await browser.open('about:blank', { bypassCSP: true });
    const ran: unknown[] = [];
    await page.context().exposeFunction('alert', (what: unknown) => ran.push(what));
    await page.setContent(vectors.slice(0, 40).join('\n'));
    expect(await dangers(page)).to.have.length.greaterThan(3);
    for (let waited = 0; ran.length < 5 && waited < 100; waited += 1) await page.waitForTimeout(50);
    expect(ran).to.have.length.greaterThan(4);
    await page.context().close();
  });

  it('stands escaped in feeds', async () => {
    const text = await (await fetch(`${service.url}/feeds/tips.atom`)).text();
    expect(text).to.include('alert(1)');
    expect(text).not.to.match(/<(script|img|svg|iframe|a |body|style)\b/i);
  });
});

/** Markup that would run something, or lead to it, anywhere in a page: through all shadow roots. */
const dangers = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const bad: string[] = [];
    const look = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) look(element.shadowRoot);
        const name = element.localName;
        const source = element.getAttribute('src') ?? '';
        const own = ['/assets/', '/widgets/'].some((folder) => source.startsWith(folder));
        if (name === 'script' && !own && !/json/.test(element.getAttribute('type') ?? '')) bad.push(element.outerHTML);
        if (['object', 'embed', 'base', 'marquee', 'math', 'audio', 'video'].includes(name))
          bad.push(element.outerHTML);
        for (const { name: attribute, value } of element.attributes) {
          if (attribute.startsWith('on')) bad.push(`${name} ${attribute}=${value}`);
          if (/^(href|src|action|formaction|xlink:href|srcdoc|data)$/.test(attribute) && /^\s*(javascript|data:text|vbscript)/i.test(value)) bad.push(`${name} ${attribute}=${value}`); // prettier-ignore
          if (attribute === 'href' && element.closest('.written') && !/\bugc\b.*\bnofollow\b|\bnofollow\b.*\bugc\b/.test(element.getAttribute('rel') ?? '')) bad.push(`vouched for: ${value}`); // prettier-ignore
        }
      }
    };
    look(document);
    return bad;
  });
