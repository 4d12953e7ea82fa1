import { expect } from 'chai';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { StaffRole } from '../../domain/staff/schema.ts';
import { catalogueRepository } from '../../domain/catalogue/repository.ts';
import { keptOnDevice } from '../../ui/pages/privacy-page.ts';
import { buildEdition, buildItem, buildRecord } from '../support/builders.ts';
import { addStaff, typeStaffLogin } from '../support/staff.ts';
import { axeViolations, focused } from './browser.ts';
import { inBrowser } from './in-browser.ts';

describe('The pages of staff, in a browser', () => {
  const { service, browser } = inBrowser({
    async fill({ connections }) {
      const catalogue = catalogueRepository(connections.database);
      const titles = ['Sinuhe egyptiläinen', 'Täällä Pohjantähden alla', 'Muumipappa ja meri', 'Alastalon salissa'];
      for (const [at, title] of titles.entries()) {
        await catalogue.ensureWorks([`w${at}`]);
        await catalogue.storeRecords([buildRecord({ _id: `w${at}.r`, workId: `w${at}`, edition: buildEdition({ title }) })]); // prettier-ignore
        await catalogue.storeItems([buildItem({ _id: `31000${at}`, recordId: `w${at}.r`, shelfMark: `84.2 ${title.slice(0, 3)}` })], []); // prettier-ignore
      }
    },
  });
  let serial = 0;

  async function person(name: string) {
    const cardNumber = `5000${(serial += 1)}`;
    const account = await service.services.accounts.add({ cardNumber, name, municipality: 'lahti', contact: {}, language: 'fi', pin: '1234' }); // prettier-ignore
    return { cardNumber, id: account._id };
  }

  /** A page of staff, to which somebody with these roles has come by logging in. */
  async function staff(address: string, options: BrowserContextOptions = {}, roles: StaffRole[] = ['staff']): Promise<Page> {
    const page = await browser.open(address, { viewport: { width: 1280, height: 900 }, ...options });
    await typeStaffLogin(page, await addStaff(service.services, { roles }));
    await page.waitForURL(`**${address}`);
    return page;
  } // prettier-ignore
  const scan = async (page: Page, code: string) => {
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
  };
  const told = (page: Page, words: string) =>
    page.locator('lastu-desk .newest:not(.pending) .words', { hasText: words }).waitFor();

  it('are for staff: others are led to log in, also patrons, and told kindly what is not for their role', async () => {
    for (const address of ['/staff', '/staff/desk', '/staff/transports', '/staff/patrons', '/staff/rules']) {
      const answer = await fetch(`${service.url}${address}`, { headers: { accept: 'text/html' }, redirect: 'manual' });
      expect(answer.status, address).to.equal(303);
      expect(answer.headers.get('location')).to.equal(`/staff/login?next=${encodeURIComponent(address)}`);
    }
    const page = await staff('/staff', {}, ['moderator']);
    expect(await page.locator('.staff-doors a', { hasText: 'Tiski' }).count()).to.equal(0);
    const answer = await page.goto('/staff/desk');
    expect(answer?.status()).to.equal(403);
    expect(await axeViolations(page)).to.deep.equal([]);
  });

  it('a desk is kept by keyboard alone: lent, taken back, undone, and to the hold shelf with its number', async () => {
    const [reader, waiting] = [await person('Liisa Lukija'), await person('Oili Odottaja')];
    const page = await staff('/staff');
    await page.locator('.staff-doors a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/staff/desk');
    const branch = page.locator('lastu-desk select');
    await branch.waitFor();
    await branch.focus();
    await page.keyboard.type('Lahden pää');
    await page.keyboard.press('Enter');
    await page.locator('lastu-desk #scan').waitFor();
    await page.waitForFunction(() => document.querySelector('lastu-desk')?.shadowRoot?.activeElement?.id === 'scan');

    await scan(page, reader.cardNumber);
    await told(page, 'Kortti luettu');
    await scan(page, '310000');
    await told(page, 'Lainattu');
    expect(await page.locator('lastu-desk [role=status]').textContent()).to.match(/^Lainattu\. Sinuhe egyptiläinen\. Eräpäivä \d/); // prettier-ignore
    expect(await focused(page)).to.match(/^input/);
    await scan(page, '310000');
    await told(page, 'Ei onnistu');
    expect(await page.locator('lastu-desk .newest').textContent()).to.contain('Nide on jo lainassa tälle asiakkaalle.');

    await scan(page, '310001');
    await told(page, 'Lainattu');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused(page)).to.contain('Peru lainaus');
    await page.keyboard.press('Enter');
    await told(page, 'Hyllyyn');
    expect(await focused(page)).to.match(/^input/);

    const { circulation } = service.services;
    await circulation.holds.place(waiting.id, { target: 'work:w0', pickupBranch: 'lahti' }, 'staff');
    await page.keyboard.press('Alt+2');
    await scan(page, '310000');
    await told(page, 'Varaushyllyyn, numero');
    const [hold] = await circulation.holds.ofPatron(waiting.id);
    expect(await page.locator('lastu-desk .newest .words').textContent()).to.equal(`Varaushyllyyn, numero ${hold?.pickupNumber}`); // prettier-ignore
    expect(await page.locator('lastu-desk .rows li .words').allTextContents()).to.deep.equal([
      `Varaushyllyyn, numero ${hold?.pickupNumber}`,
      'Hyllyyn',
      'Lainattu',
      'Ei onnistu',
      'Lainattu',
      'Kortti luettu',
    ]);

    await page.keyboard.press('Alt+3');
    await scan(page, waiting.cardNumber);
    await page.locator('lastu-staff-patron h2', { hasText: 'Oili Odottaja' }).waitFor();
    expect(await page.locator('lastu-staff-patron section').textContent()).to.contain(`Noudettavissa, numero ${hold?.pickupNumber}`); // prettier-ignore
    await page.keyboard.press('Alt+4');
    await scan(page, '310000');
    await page.locator('lastu-desk .item h2', { hasText: 'Sinuhe egyptiläinen' }).waitFor();
    expect(await page.locator('lastu-desk .item').textContent()).to.match(/Odottaa noutoa[\s\S]*Oili Odottaja[\s\S]*Lainattu/); // prettier-ignore
    await page.reload();
    await page.locator('lastu-desk #scan').waitFor();
    const cookies = (await page.context().cookies()).map(({ name }) => name);
    const held = [...cookies, ...(await page.evaluate(() => Object.keys(localStorage)))];
    expect(held).to.have.members(['lastu-staff', 'lastu-staff-device', 'lastu-desk-branch']);
    expect(keptOnDevice.map(({ name }) => name as string)).to.include.members(held);
  });

  it('an answer that is lost on the way is asked for again, and nothing is done twice', async () => {
    const reader = await person('Kadonnut Vastaus');
    const page = await staff('/staff/desk');
    await page.locator('lastu-desk select').selectOption('lahti');
    await page.locator('lastu-desk #scan').waitFor();
    let times = 0;
    await page.route('**/api/v1/staff/desk/checkouts', async (route) => {
      times += 1;
      if (times > 2) return route.continue();
      await route.fetch(); // the service has done it, and the answer is gone
      return route.abort();
    });
    await scan(page, reader.cardNumber);
    await scan(page, '310002');
    await told(page, 'Lainattu');
    expect(times).to.equal(3);
    expect((await service.services.circulation.loans.ofPatron(reader.id)).map(({ itemId }) => itemId)).to.deep.equal(['310002']); // prettier-ignore
  });

  it('the pull list is worked off, and what is sent is on the road', async () => {
    const waiting = await person('Heinolan Asiakas');
    const { circulation } = service.services;
    await circulation.holds.place(waiting.id, { target: 'work:w3', pickupBranch: 'heinola' }, 'staff');
    const page = await staff('/staff/transports');
    await page.locator('lastu-transports select').selectOption('lahti');
    const send = page.getByRole('button', { name: /Merkitse lähetetyksi\s*: Alastalon salissa/ });
    await send.focus();
    await page.keyboard.press('Enter');
    await page.locator('lastu-transports .told .words', { hasText: 'Kuljetukseen: Heinolan kirjasto' }).waitFor();
    await page.locator('lastu-transports [aria-labelledby=out] tbody tr', { hasText: 'Alastalon salissa' }).waitFor();
    await page.locator('lastu-transports select').selectOption('heinola');
    await page.locator('lastu-transports [aria-labelledby=in] tbody tr', { hasText: 'Alastalon salissa' }).waitFor();
    await scan(page, '310003');
    await page.locator('lastu-transports .told .words', { hasText: 'Varaushyllyyn, numero' }).waitFor();
  });

  it('a patron is found by name, gets a new card, and pays for it', async () => {
    const patron = await person('Pekka Peräniemi');
    const page = await staff('/staff/patrons', {}, ['staff', 'admin']);
    await page.locator('lastu-staff-patrons #find').waitFor();
    await page.waitForFunction(() => document.querySelector('lastu-staff-patrons')?.shadowRoot?.activeElement?.id === 'find'); // prettier-ignore
    await scan(page, 'perän');
    await page.getByRole('button', { name: 'Pekka Peräniemi' }).click();
    await page.locator('lastu-staff-patron #card').fill('60006000');
    await page.keyboard.press('Enter');
    await page.getByText('Uusi kortti on käytössä').waitFor();
    await page.getByRole('button', { name: /Merkitse maksetuksi: 3,00/ }).click();
    await page.getByText(/Maksettu 3,00/).waitFor();
    const { accounts, circulation } = service.services;
    expect((await accounts.find(patron.id))?.cardNumber).to.equal('60006000');
    expect((await circulation.borrower(patron.id)).debtCents).to.equal(0);
  });

  it('have nothing axe objects to, by day and by night, on a phone and at a desk, and speak three languages', async () => {
    const page = await staff('/staff', {}, ['staff', 'admin']);
    await page.evaluate(() => localStorage.setItem('lastu-desk-branch', 'lahti'));
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    for (const address of [
      '/staff',
      '/staff/desk',
      '/staff/transports',
      '/staff/patrons',
      '/staff/rules',
      '/staff/jobs',
      '/staff/audit',
      '/staff/accounts',
      '/staff/me',
    ]) {
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(address);
        // what is followed live is never idle
        if (address === '/staff/jobs') await page.locator('lastu-jobs #line').waitFor();
        else await page.waitForLoadState('networkidle');
        if (address === '/staff/desk') {
          await page.locator('lastu-desk #scan').waitFor();
          await scan(page, '1');
          await told(page, 'Ei onnistu');
        }
        const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
        expect(scrollWidth, `${address} ${width}`).to.equal(clientWidth);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await axeViolations(page), `${address} ${width} ${colorScheme}`).to.deep.equal([]);
        }
      }
    }
    for (const [lang, words] of [
      ['sv', 'Läs kortet'],
      ['en', 'Scan the card'],
    ] as const) {
      // prettier-ignore
      await page.goto(`/staff/desk?lang=${lang}`);
      expect(await page.locator('lastu-desk label[for=scan]').textContent()).to.equal(words);
    }
    expect(faults).to.deep.equal([]);
  });
});
