import type { Queue } from 'bullmq';
import { expect } from 'chai';
import { pino } from 'pino';
import type { Page } from 'playwright-core';
import { workersOver } from '../../services.ts';
import { startPostmen } from '../../workers/post.ts';
import { addStaff, typeStaffLogin } from '../support/staff.ts';
import { axeViolations, focused } from './browser.ts';
import { inBrowser } from './in-browser.ts';

describe('The page of jobs, in a browser', function () {
  this.timeout(240_000);
  const { service, browser } = inBrowser({ fill: async () => undefined });
  const stops: (() => Promise<void>)[] = [];
  after(() => Promise.all(stops.map((stop) => stop())));
  const startToSend = () =>
    stops.push(startPostmen(workersOver(service.services, pino({ level: 'silent' })))); // prettier-ignore

  async function logIn(roles: ('staff' | 'admin')[] = ['admin']): Promise<Page> {
    const page = await browser.open('/staff/login?next=/staff/jobs', { viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(60_000);
    await typeStaffLogin(page, await addStaff(service.services, { name: 'Irja Isännöitsijä', roles }));
    await page.locator('lastu-jobs #line').waitFor();
    await page.evaluate(() => Object.assign(window, { isSame: true })); // gone with a reload
    return page;
  }
  const letters = (page: Page) => page.locator('lastu-jobs section.queue', { has: page.locator('#queue-notices') });
  const figure = (page: Page, state: string, figures: string) =>
    letters(page).locator('.counts div', { hasText: state }).locator('dd', { hasText: new RegExp(`^${figures}$`) }).waitFor(); // prettier-ignore
  const press = (page: Page, name: string | RegExp) =>
    page.locator('lastu-jobs').getByRole('button', { name }).first().press('Enter');
  const isSame = (page: Page) => page.evaluate(() => 'isSame' in window);
  const pastAct = async (subject: string) => (await service.services.audit.entries({ subject, size: 1 }))[0]?.act;

  it('a job goes through before one’s eyes: who works, what waits, what was done, without a reload', async () => {
    const page = await logIn();
    await letters(page).getByText('Yksikään prosessi ei tee tämän jonon töitä').waitFor();
    await figure(page, 'Odottaa', '0');
    await service.services.queues.post(['no-such-letter']);
    await figure(page, 'Odottaa', '1');
    startToSend();
    await letters(page).getByText('1 työntekijäprosessi').waitFor();
    await figure(page, 'Odottaa', '0');
    await letters(page).getByText('Tunnissa 1 työ, epäonnistuneita 0').waitFor();
    expect(await isSame(page)).to.equal(true);
  });

  it('a queue is stopped and let go on by keys alone', async () => {
    const page = await logIn();
    const stop = letters(page).getByRole('button', { name: 'Pysäytä jono' });
    await stop.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Jono on tauolla. Käynnissä olevat työt tehdään loppuun.').waitFor();
    await letters(page).locator('.mark', { hasText: 'Tauolla' }).waitFor();
    expect(await focused(page), 'the focus stays where it was').to.contain('Jatka jonoa');
    expect(await service.services.queues.notices.isPaused()).to.equal(true);
    await service.services.queues.post(['held-back']);
    await figure(page, 'Odottaa', '1');
    await page.keyboard.press('Enter');
    await page.getByText('Jono jatkaa.').waitFor();
    await figure(page, 'Odottaa', '0');
    expect(await pastAct('queue:notices')).to.equal('queueResumed');
    expect(await isSame(page)).to.equal(true);
  });

  it('jobs that failed are told by why, looked into, tried again and discarded by keys alone', async () => {
    const notices: Queue = service.services.queues.notices;
    for (const job of [{}, {}, { letter: 7 }]) await notices.add('send', job, { attempts: 1 });
    const page = await logIn();
    await figure(page, 'Epäonnistunut', '3');
    await page.locator('lastu-jobs #queue').focus();
    await page.keyboard.type('Viestit');
    await page.locator('lastu-jobs .jobs li').nth(2).waitFor();
    const counted = await page.locator('lastu-jobs .counted li').allTextContents();
    expect(
      counted
        .map((one) => one.replace(/\s+/g, ' ').trim().slice(0, 3))
        .toSorted()
        .at(-1),
    ).to.match(/^[23] ×/);
    await page.locator('lastu-jobs .jobs summary').first().press('Enter');
    await page.locator('lastu-jobs .jobs details[open] pre', { hasText: '"letter": 7' }).waitFor();
    await page.locator('lastu-jobs .jobs details[open] pre', { hasText: 'Error' }).waitFor();
    await press(page, /^Hylkää/);
    await page.getByText('Työ on hylätty.').waitFor();
    await figure(page, 'Epäonnistunut', '2');
    await press(page, 'Yritä kaikkia uudelleen');
    await page.getByText('2 työtä palasi jonoon.').waitFor();
    await letters(page)
      .getByText(/Tunnissa \d työtä, epäonnistuneita 5/)
      .waitFor();
    await page.locator('lastu-jobs .jobs summary').first().press('Enter');
    expect(await axeViolations(page)).to.deep.equal([]);
    expect(await isSame(page)).to.equal(true);
  });

  it('changes that were given up are told by why, sent down the line again or taken off the list by keys alone', async () => {
    const { changes } = service.services.indexer;
    const page = await logIn();
    await page.getByText('Yhtään muutosta ei ole pantu syrjään.').waitFor();
    await changes.setAside([['w1', 'a field is wrong'], ['w2', 'a field is wrong'], ['w3', 'too large']]); // prettier-ignore
    const reasons = page.locator('lastu-jobs .reasons > li');
    await reasons.nth(1).waitFor();
    expect((await reasons.first().textContent())?.replace(/\s+/g, ' ')).to.match(/a field is wrong 2 muutosta .* w1, w2/); // prettier-ignore
    expect(await reasons.first().locator('a').evaluateAll((all) => all.map((one) => one.getAttribute('href')))).to.deep.equal(['/works/w1', '/works/w2']); // prettier-ignore
    await press(page, /^Yritä uudelleen\s?: a field is wrong/);
    await page.getByText('2 muutosta lähti uudelleen matkaan.').waitFor();
    await page.getByText(/2 muutosta odottaa, vanhin \d+ s sitten/).waitFor();
    await press(page, /^Poista listalta\s?: too large/);
    await page.getByText('Yhtään muutosta ei ole pantu syrjään.').waitFor();
    expect(await pastAct('changes')).to.equal('changesDiscarded');
  });

  it('staff who are no admins watch, and steer nothing; axe finds nothing, on a phone and at a desk, by day and by night', async () => {
    const page = await logIn(['staff']);
    await page.locator('lastu-jobs .queue').nth(2).waitFor();
    expect(
      await page
        .locator('lastu-jobs')
        .getByRole('button', { name: /Pysäytä|Hylkää|Yritä/ })
        .count(),
    ).to.equal(0);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      expect(scrollWidth, String(width)).to.equal(clientWidth);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await axeViolations(page), `${width} ${colorScheme}`).to.deep.equal([]);
      }
    }
  });
});
