import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { memoryKey, readMemoryList } from '../../../ui/memory/memory-list.ts';
import { fillWithDemo } from '../../support/service.ts';
import { inBrowser } from '../in-browser.ts';

/** Two devices of somebody, each a browser with a storage and cookies of its own, against the real application. */
describe('The memory list on several devices, in a browser', function () {
  this.timeout(180_000);
  let serial = 0;
  const { service, browser } = inBrowser({ fill: fillWithDemo });
  let works: { id: string; title: string; authors: string[] }[];

  before(async () => {
    const answer = await fetch(`${service.url}/api/v1/search?size=50&sort=title`);
    works = ((await answer.json()) as { items: typeof works }).items;
    expect(works).to.have.length(50);
  });

  async function card(): Promise<string> {
    const cardNumber = `5000${(serial += 1)}`;
    await service.services.accounts.add({ cardNumber, name: 'Aino Ahola', municipality: 'lahti', contact: {}, language: 'fi', pin: '1234' }); // prettier-ignore
    return cardNumber;
  }
  const kept = async (page: Page) => readMemoryList(await page.evaluate((key) => localStorage.getItem(key), memoryKey));
  const until = async (page: Page, what: (memory: ReturnType<typeof readMemoryList>) => boolean) => {
    for (let nth = 0; nth < 300; nth += 1) {
      if (what(await kept(page))) return;
      await page.waitForTimeout(100);
    }
    expect.fail(`The list stays as it is: ${JSON.stringify(await kept(page)).slice(0, 300)}`);
  };

  /** A device that has remembered some of the works, and told the service. */
  async function device(first: number, count: number): Promise<Page> {
    const page = await browser.open('/accessibility');
    const list = { version: 1, works: works.slice(first, first + count).map(({ id, title, authors }, nth) => ({ id, title, authors, addedAt: `2026-01-01T00:00:${String(nth + 10)}.000Z` })) }; // prettier-ignore
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [memoryKey, JSON.stringify(list)] as const);
    await page.goto('/memory-list');
    await until(page, ({ token }) => token !== undefined);
    return page;
  }
  async function logIn(page: Page, cardNumber: string): Promise<void> {
    await page.goto('/login?next=/memory-list');
    await page.fill('[name=cardNumber]', cardNumber);
    await page.fill('main [name=pin]', '1234');
    await page.locator('main form button').click();
    await page.waitForURL((url) => url.pathname === '/memory-list');
    await until(page, ({ account, changed }) => account === true && changed !== true);
  }
  const says = (page: Page, words: string) =>
    page.locator('lastu-memory-count a').filter({ hasText: words }).waitFor({ timeout: 30_000 });
  /** An answer that is old is asked for again. */
  const later = async (page: Page) => {
    await page.evaluate((key) => {
      const memory = JSON.parse(localStorage.getItem(key) ?? '{}');
      localStorage.setItem(key, JSON.stringify({ ...memory, toldAt: '2026-01-01T00:00:00.000Z' }));
    }, memoryKey);
    await page.goto('/memory-list');
  };

  it('fifty works survive the log-in on two devices, in either order, without loss or double', async () => {
    for (const phoneFirst of [true, false]) {
      const cardNumber = await card();
      const [phone, computer] = [await device(0, 30), await device(20, 30)];
      const [first, second] = phoneFirst ? [phone, computer] : [computer, phone];
      await logIn(first, cardNumber);
      await logIn(second, cardNumber);
      await later(first);
      for (const page of [first, second]) {
        await says(page, 'Sinulla on 50 teosta muistilistassa.');
        const ids = (await kept(page)).works.map(({ id }) => id);
        expect(ids).to.have.members(works.map(({ id }) => id));
        expect((await kept(page)).token, 'it is the account’s now').to.equal(undefined);
      }
      expect(await second.locator('lastu-memory-works li[data-id]').count()).to.equal(50);
    }
  });

  it('what is taken off on one device leaves the other; taken back, it is there again in its place', async () => {
    const cardNumber = await card();
    const [phone, computer] = [await device(0, 3), await device(0, 3)];
    await logIn(phone, cardNumber);
    await logIn(computer, cardNumber);
    const order = (await kept(phone)).works.map(({ id }) => id);
    await phone.locator('lastu-memory-works .remove').nth(1).click();
    await until(phone, ({ changed }) => changed === false);
    await later(computer);
    await says(computer, 'Sinulla on 2 teosta muistilistassa.');
    await phone.getByRole('button', { name: 'Kumoa' }).first().click();
    await until(phone, ({ works: all, changed }) => all.length === 3 && changed === false);
    await later(computer);
    await says(computer, 'Sinulla on 3 teosta muistilistassa.');
    expect((await kept(computer)).works.map(({ id }) => id)).to.deep.equal(order);
  });

  it('the list of an account leaves the device when its owner logs out, and is there again at the next log-in', async () => {
    const cardNumber = await card();
    const page = await device(0, 4);
    await logIn(page, cardNumber);
    await page.locator('button.visitor').click();
    await page.getByRole('button', { name: 'Kirjaudu ulos' }).click();
    await says(page, 'Sinulla on 0 teosta muistilistassa.');
    expect(await page.evaluate((key) => localStorage.getItem(key), memoryKey)).not.to.include(works[0]?.id);
    await logIn(page, cardNumber);
    await says(page, 'Sinulla on 4 teosta muistilistassa.');
  });
});
