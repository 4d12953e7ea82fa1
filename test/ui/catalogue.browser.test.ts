import { expect } from 'chai';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { localDate } from '../../domain/local-date.ts';
import { createSearchWords } from '../../domain/search-words/service.ts';
import { addStaff, typeStaffLogin } from '../support/staff.ts';
import { fillWithWorks } from '../support/voices.ts';
import { focused } from './browser.ts';
import { inBrowser } from './in-browser.ts';
import { expectSound } from './keyboard.ts';

describe('The tools of the catalogue, in a browser', function () {
  this.timeout(120_000);
  const { service, browser } = inBrowser({ fill: fillWithWorks(3) });

  async function admin(address: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await browser.open(address, { viewport: { width: 1280, height: 900 }, ...options });
    await typeStaffLogin(page, await addStaff(service.services, { roles: ['staff', 'admin'] }));
    await page.waitForURL(`**${address}`);
    return page;
  }
  async function expectSoundEverywhere(page: Page, about: string) {
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await expectSound(page, `${about} ${width}`);
    }
  }
  async function someRecord(): Promise<{ record: string; item: string }> {
    for (let partition = 0; partition < 16; partition += 1)
      for await (const id of service.services.catalogue.workIdsOfPartition(partition)) {
        const [work] = await service.services.catalogue.readWorks([id]);
        const [item] = work?.items ?? [];
        if (item) return { record: item.recordId, item: item._id };
      }
    throw new Error('There is no work with a copy');
  }

  for (const javaScriptEnabled of [true, false])
    it(`a record is hidden and shown again by keys alone${javaScriptEnabled ? '' : ', without scripts too'}`, async () => {
      const { record } = await someRecord();
      const page = await admin('/staff/records', { javaScriptEnabled });
      if (javaScriptEnabled) await expectSoundEverywhere(page, 'find');
      await page.locator('main [name=id]').focus();
      await page.keyboard.type(record);
      await page.keyboard.press('Enter');
      await page.locator('[name=reason]').focus();
      await page.keyboard.type('Väärä kansi');
      await page.keyboard.press('Enter');
      await page.getByText('on piilotettu').waitFor();
      if (javaScriptEnabled) await expectSoundEverywhere(page, 'hidden');
      expect((await service.services.catalogue.record(record))?.suppressed?.reason).to.equal('Väärä kansi');
      await page.locator('button[value=show]').focus();
      await page.keyboard.press('Enter');
      await page.getByText('on palautettu').waitFor();
      expect((await service.services.catalogue.record(record))?.suppressed).to.equal(undefined);
    });

  it('a copy is edited by two at once, and the second sees both and loses nothing', async () => {
    const { item } = await someRecord();
    const address = `/staff/items/${encodeURIComponent(item)}`;
    const [one, other] = [await admin(address), await admin(address)];
    for (const [page, mark] of [[one, '84.2 KIS'], [other, '85 KOI']] as const) {
      await page.locator('[name=shelfMark]').fill(mark);
      await page.locator('button[value=save]').focus();
      await page.keyboard.press('Enter');
      await page.locator('.told').waitFor();
    } // prettier-ignore
    expect(await other.locator('.item-conflict').textContent())
      .to.include('84.2 KIS')
      .and.include('85 KOI');
    expect(await other.locator('[name=shelfMark]').inputValue()).to.equal('85 KOI');
    await expectSoundEverywhere(other, 'conflict');
    await other.locator('button[value=save]').focus();
    await other.keyboard.press('Enter');
    await other.getByText('muutos on tallennettu').waitFor();
    await other.locator('form', { hasText: 'Kumoa kaikki' }).locator('button').focus();
    await other.keyboard.press('Enter');
    await other.getByText('aiempi tila on palautettu').waitFor();
    const [stored] = await service.services.circulation.desk.items([item]);
    expect([stored?.local?.wish, stored?.local?.earlier.length]).to.deep.equal([{}, 2]);
  });

  it('what is not found leads to a synonym, whose word is filled in and in focus', async () => {
    const month = localDate(new Date()).slice(0, 7);
    let time = Date.parse(`${month}-01T06:00:00Z`);
    const words = createSearchWords({ database: service.services.connections.database, now: () => new Date(time) });
    for (let occasion = 0; occasion < 6; occasion += 1, time += 9 * 3_600_000) {
      words.note('keppihevoset', false);
      await words.flush();
    }
    const page = await admin('/staff/search-words');
    await expectSoundEverywhere(page, 'words');
    await page.getByRole('link', { name: 'Lisää synonyymi' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/staff/synonyms?word=keppihevoset');
    const field = page.locator('lastu-synonyms textarea[name=words]');
    await field.waitFor();
    expect(await field.inputValue()).to.equal('keppihevoset');
    expect(await focused(page)).to.include('textarea');
    await page.keyboard.press('End');
    await page.keyboard.type(', hobby horse');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('keppihevoset', { exact: false }).first().waitFor();
    expect(await page.locator('lastu-synonyms .groups').textContent()).to.include('hobby horse');
  });

  it('weights are tried and put to use without scripts', async () => {
    const page = await admin('/staff/weights', { javaScriptEnabled: false });
    await page.locator('[name=newness]').selectOption('1');
    await page.locator('[name=queries]').fill('kissa');
    await page.locator('button[value=try]').click();
    await page.getByText('Mitään ei ole vielä muutettu.').waitFor();
    expect(await page.locator('[name=newness]').inputValue()).to.equal('1');
    await page.locator('button[value=use]').click();
    await page.getByText('Versio 1 on käytössä').waitFor();
    expect((await service.services.indexer.weights.current())?.weights.newness).to.equal(1);
    await page.getByRole('button', { name: 'Palauta alkuperäinen painotus' }).click();
    await page.getByText('Versio 2 on käytössä').waitFor();
    await expectSoundEverywhere(await admin('/staff/weights'), 'weights');
  });
});
