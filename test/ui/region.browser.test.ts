import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { localDate, plusDays } from '../../domain/local-date.ts';
import { addStaff, typeStaffLogin } from '../support/staff.ts';
import { fillWithWorks } from '../support/voices.ts';
import { inBrowser } from './in-browser.ts';
import { expectSound } from './keyboard.ts';

describe('The pages of the region and of doubles, in a browser', function () {
  this.timeout(120_000);
  const { service, browser } = inBrowser({ fill: fillWithWorks(3) });
  const today = localDate(new Date());
  let serial = 0;

  async function admin(address: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await browser.open(address, { viewport: { width: 1280, height: 900 }, ...options });
    await typeStaffLogin(page, await addStaff(service.services, { roles: ['staff', 'admin'] }));
    await page.waitForURL(`**${address}`);
    return page;
  }
  async function addPatron(name: string, birthDate: string) {
    const cardNumber = `6100${(serial += 1)}`;
    const account = await service.services.accounts.add({ cardNumber, name, birthDate, municipality: 'lahti', contact: {}, language: 'fi' }); // prettier-ignore
    return { id: account._id, card: cardNumber };
  }
  async function expectSoundEverywhere(page: Page, about: string) {
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await expectSound(page, `${about} ${width}`);
    }
  }

  it('statistics say in a table what each chart shows, are reached by keys, and come as CSV', async () => {
    const { statistics } = service.services;
    for (let n = 0; n < 12; n += 1) statistics.count({ kind: 'loan', from: 'lahti', to: 'heinola', format: 'book' });
    await statistics.flush();
    await statistics.countCollection();
    const page = await admin('/staff/statistics');
    const chart = page.locator('section[aria-labelledby=course] svg[role=img]').first();
    expect(await chart.getAttribute('aria-label')).to.include('12');
    const table = page.locator('section[aria-labelledby=course] details');
    await table.locator('summary').focus();
    await page.keyboard.press('Enter');
    const cells = await table.locator('tbody tr').last().locator('td').allTextContents();
    expect(cells[0]?.trim()).to.equal('12');
    const matrix = page.locator('section[aria-labelledby=loans] .region-table');
    await matrix.focus();
    expect(await matrix.evaluate((element) => element === document.activeElement), 'it scrolls by keys').to.equal(true);
    expect(await matrix.locator('tbody tr', { hasText: 'Lahti' }).textContent()).to.match(/10/);
    expect(await page.locator('section[aria-labelledby=collection] tbody tr').first().textContent()).to.match(/Lahti/);
    for (const part of ['course', 'loans', 'formats', 'collection']) {
      const link = page.locator(`section[aria-labelledby=${part}] .region-files a`);
      const [download] = await Promise.all([page.waitForEvent('download'), link.focus().then(() => page.keyboard.press('Enter'))]); // prettier-ignore
      const csv = await readFile(await download.path(), 'utf8');
      expect(csv, part).to.match(/;.*\r\n/);
      expect(download.suggestedFilename()).to.equal(`lastu-${part}-${today.slice(0, 7)}.csv`);
    }
    await expectSoundEverywhere(page, 'statistics');
  });

  it('rules are tried for a patron and a copy, and count from the day they are given, and not before', async () => {
    const { card } = await addPatron('Aino Ahola', '1990-01-01');
    const page = await admin('/staff/rules');
    const tomorrow = plusDays(today, 1);
    await page.locator('.region-edit > summary').focus();
    await page.keyboard.press('Enter');
    await page.locator('[name=from]').fill(tomorrow);
    await page.locator('[name=standard-loanDays]').fill('7');
    await page.locator('[name=card]').fill(card);
    await page.locator('[name=item]').fill('w0-0');
    await page.locator('[name=on]').fill('2027-03-01');
    await page.locator('button[value=try]').focus();
    await page.keyboard.press('Enter');
    await page.getByText('eräpäivä 8. maaliskuuta 2027').waitFor();
    expect(await service.services.circulation.rules.all(), 'trying stores nothing').to.have.length(1);
    await expectSoundEverywhere(page, 'rules');
    await page.locator('button[value=store]').focus();
    await page.keyboard.press('Enter');
    await page.locator('[role=status]').waitFor();
    const { rules } = service.services.circulation;
    const loanDays = async (on: string) => (await rules.on(on)).termsFor({ format: 'book' }).loanDays;
    expect([await loanDays(today), await loanDays(tomorrow)]).to.deep.equal([28, 7]);
    expect(await page.locator('main h2').allTextContents()).to.satisfy((all: string[]) => all.some((one) => one.includes('Nyt') || one.includes('nyt'))); // prettier-ignore
  });

  for (const javaScriptEnabled of [true, false])
    it(`two accounts are compared and made one by keys alone${javaScriptEnabled ? '' : ', without scripts too'}`, async () => {
      const [old, kept] = [await addPatron(`Helmi Salo${serial}`, '1960-02-03'), await addPatron(`Helmi Salo${serial - 1}`, '1960-02-03')]; // prettier-ignore
      const page = await admin('/staff/doubles', { javaScriptEnabled });
      await page.locator('main [name=card]').focus();
      await page.keyboard.type(old.card);
      await page.keyboard.press('Tab');
      await page.keyboard.type(kept.card);
      await page.keyboard.press('Enter');
      await page.getByText('Yhdistämistä ei voi perua').waitFor();
      if (javaScriptEnabled) await expectSoundEverywhere(page, 'doubles');
      await page.locator('[name=stays]').first().focus();
      await page.keyboard.press('ArrowDown');
      expect(await page.locator('[name=stays]').last().isChecked()).to.equal(true);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('Tilit on yhdistetty').waitFor();
      expect((await service.services.accounts.byCard(old.card))?._id).to.equal(kept.id);
    });

  it('a patron is looked up without scripts, by name and by card, and each look is noted', async () => {
    const { id, card } = await addPatron('Tyyne Kuusisto', '1948-04-04');
    await service.services.accounts.setBlock(id, { reason: 'palauttamatta', since: today, until: '2099-01-01', by: 'staff' }); // prettier-ignore
    const page = await admin('/staff/patrons', { javaScriptEnabled: false });
    const find = async (wish: string) => {
      await page.locator('lastu-staff-patrons #find').fill(wish);
      await page.keyboard.press('Enter');
      await page.waitForURL(/find=/);
    };
    await find('kuusisto');
    await page.getByRole('link', { name: 'Tyyne Kuusisto' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Lainauskielto 1.1.2099 asti: palauttamatta.').waitFor();
    await find(card);
    await page.getByRole('heading', { name: 'Tyyne Kuusisto' }).waitFor();
    await find('999999');
    await page.getByText('Kukaan ei löytynyt').waitFor();
    const noted = (await service.services.audit.entries({ subject: `patron:${id}`, size: 9 })).map(({ act }) => act);
    expect(noted).to.deep.equal(['patronSeen', 'patronSeen']);
  });
});
