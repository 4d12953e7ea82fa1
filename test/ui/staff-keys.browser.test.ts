import { Worker } from 'bullmq';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { StaffRole } from '../../domain/staff/schema.ts';
import { totpCode } from '../../domain/staff/one-time-codes.ts';
import { queueNames } from '../../config/queues.ts';
import { addStaff, typeStaffLogin } from '../support/staff.ts';
import { addReader, fillWithWorks } from '../support/voices.ts';
import { focused } from './browser.ts';
import { inBrowser } from './in-browser.ts';
import { expectSound, tabTo } from './keyboard.ts';

/** Each walk reaches what it needs by Tab alone, sees where it is, and goes on from there after an act. */
describe('The pages of staff, by keyboard alone', function () {
  this.timeout(240_000);
  const { service, browser } = inBrowser({ fill: fillWithWorks(3) });

  async function staff(address: string, roles: StaffRole[] = ['staff', 'moderator', 'admin']): Promise<Page> {
    const page = await browser.open(address, { viewport: { width: 1280, height: 800 } });
    await typeStaffLogin(page, await addStaff(service.services, { name: 'Näppärä Näppäilijä', roles }));
    await page.waitForURL(`**${address}`);
    return page;
  }
  const press = async (page: Page, ...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  it('jobs: what was given up is sent again, a failed job is opened and discarded, and the focus stays in the list', async () => {
    const { queues, indexer, connections } = service.services;
    await indexer.changes.setAside([['w0', 'a field is wrong'], ['w1', 'too large']]); // prettier-ignore
    await queues.notices.addBulk(
      ['a', 'b'].map((letter) => ({ name: 'send', data: { letter }, opts: { attempts: 1 } })),
    );
    const worker = new Worker(queueNames.notices, null, {
      connection: connections.redis,
      prefix: connections.names.keys,
    });
    for (let at = 0; at < 2; at += 1)
      await (await worker.getNextJob('here'))?.moveToFailed(new Error('Postilaatikkoa ei ole'), 'here');
    await worker.close();

    const page = await staff('/staff/jobs');
    await page.locator('lastu-jobs .reasons li').nth(1).waitFor();
    await expectSound(page, 'jobs with changes that were given up');
    await tabTo(page, /^button Poista listalta/);
    await press(page, 'Enter');
    await page.waitForFunction(() => document.querySelector('lastu-jobs')?.shadowRoot?.querySelectorAll('.reasons li').length === 1); // prettier-ignore
    expect(await focused(page), 'the reason that is left').to.match(/^button (Yritä uudelleen|Poista listalta)/);
    await tabTo(page, /^button Poista listalta/, { back: (await focused(page)).includes('Poista') });
    await press(page, 'Enter');
    await page.getByText('Yhtään muutosta ei ole pantu syrjään.').waitFor();
    expect(await focused(page), 'none is left').to.equal('h2 Syrjään pannut muutokset');

    await tabTo(page, /^button Pysäytä jono: Hakemisto/);
    await press(page, 'Enter');
    await page.locator('lastu-jobs .mark').waitFor();
    expect(await focused(page)).to.match(/^button Jatka jonoa: Hakemisto/);
    await press(page, 'Enter');
    await page.locator('lastu-jobs .mark').waitFor({ state: 'detached' });
    await tabTo(page, /^select Hakemisto/);
    await page.keyboard.type('Viestit');
    await page.locator('lastu-jobs .jobs li').nth(1).waitFor();
    await tabTo(page, /^summary send/);
    await press(page, 'Enter');
    await expectSound(page, 'jobs with a failed job opened');
    await tabTo(page, /^button Hylkää/);
    await press(page, 'Enter');
    await page.locator('lastu-jobs .jobs li').nth(1).waitFor({ state: 'detached' });
    expect(await focused(page), 'the job that is left').to.match(/^summary send/);
    await tabTo(page, /^button Yritä kaikkia/, { back: true });
    await press(page, 'Enter');
    await page.locator('lastu-jobs .jobs li').waitFor({ state: 'detached' });
    expect(await focused(page), 'no job is left').to.equal('h2 Työt');
    expect(await queues.notices.getWaitingCount()).to.equal(1);
  });

  it('accounts: a colleague is invited, and their roles are changed where they stand in the list', async () => {
    const page = await staff('/staff/accounts');
    await expectSound(page, 'accounts');
    await tabTo(page, /^summary Näppärä/);
    await press(page, 'Enter');
    await expectSound(page, 'accounts with one opened');
    await page.goto('/staff/accounts');
    await page.locator('#name').focus();
    await page.keyboard.type('Kutsuttu Kollega');
    await press(page, 'Tab');
    await page.keyboard.type('kutsuttu@example.org');
    await press(page, 'Enter');
    await page.locator('.told', { hasText: 'kutsuttu@example.org' }).waitFor();
    await tabTo(page, /^summary Kutsuttu Kollega/);
    await press(page, 'Enter');
    await tabTo(page, /^input/);
    await press(page, 'Tab', 'Space'); // moderator as well
    await tabTo(page, /^button Tallenna roolit: Kutsuttu/);
    await press(page, 'Enter');
    await page.locator('.told', { hasText: 'Kutsuttu Kollega' }).waitFor();
    expect(await focused(page), 'whose roles were changed').to.match(/^summary Kutsuttu Kollega/);
    expect(await page.locator('.told').isVisible()).to.equal(true);
    expect((await service.services.staff.byEmail('kutsuttu@example.org'))?.roles).to.deep.equal(['staff', 'moderator']);
    await expectSound(page, 'accounts after an act');
  });

  it('an invitation: its mistakes are told beside their fields, and it ends with the recovery codes', async () => {
    const { token } = await service.services.staff.invite({ email: 'uusi@example.org', name: 'Uusi Työntekijä', roles: ['staff'], language: 'fi' }); // prettier-ignore
    const page = await browser.open(`/staff/invitation/${token}`);
    await expectSound(page, 'invitation');
    const { totpSecret } = await service.services.staff.invited(token);
    const fill = async (password: string, code: string) => {
      await page.locator('main [name=password]').focus();
      await page.keyboard.type(password);
      await tabTo(page, /^input/);
      await page.keyboard.type(code);
      await press(page, 'Enter');
    };
    await fill('neljä sanaa ilman syytä', '000000');
    await page.locator('#code-mistake').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-describedby'))).to.equal(
      'code-mistake',
    );
    await expectSound(page, 'invitation refused');
    await fill('neljä sanaa ilman syytä', totpCode(totpSecret));
    await page.locator('.recovery-codes li').first().waitFor();
    await expectSound(page, 'recovery codes');
  });

  it('moderation: by Tab and by its own keys, each judgement leads to the next text', async () => {
    const { reviews, moderation } = service.services;
    const [writer, reader] = [
      await addReader(service.services, 'Kirjoittaja'),
      await addReader(service.services, 'Lukija'),
    ];
    for (const work of ['w0', 'w1', 'w2']) {
      const { review } = await reviews.write(writer, work, { title: `Teoksesta ${work}`, text: 'Mainio.', language: 'fi', spoiler: false }); // prettier-ignore
      await moderation.report(reader.patron, { kind: 'review', id: review._id }, { reason: 'other', note: '' });
    }
    const page = await staff('/staff/moderation');
    await page.locator('.moderation-queue article').nth(2).waitFor();
    await expectSound(page, 'moderation');
    const at = () => page.evaluate(() => document.activeElement?.closest('article')?.querySelector('h2')?.textContent?.replace(/\s+/g, ' ').trim()); // prettier-ignore
    const names = (await page.locator('.moderation-queue h2').allTextContents()).map((one) => one.replace(/\s+/g, ' ').trim()); // prettier-ignore
    expect(await at()).to.equal(names[0]);
    await tabTo(page, /^summary/);
    await press(page, 'Enter');
    await expectSound(page, 'moderation with words to a writer');
    await tabTo(page, /^button Hyväksy/, { back: true });
    await press(page, 'Enter');
    await page.locator('.told', { hasText: 'Hyväksytty' }).or(page.locator('.staff-main > .told')).waitFor();
    expect(await at(), 'the next text').to.equal(names[1]);
    await press(page, 'j');
    expect(await at()).to.equal(names[2]);
    await press(page, 'p');
    await page.waitForFunction(() => document.querySelectorAll('.moderation-queue article').length === 1);
    expect(await at()).to.equal(names[1]);
    await press(page, 'h');
    await page.waitForFunction(() => document.querySelectorAll('.moderation-queue article').length === 0);
    await expectSound(page, 'moderation with nothing to do');
  });

  it('rules: what would happen is told beside where it was asked, and a card nobody has is told at its field', async () => {
    const { cardNumber } = await addReader(service.services);
    const page = await staff('/staff/rules');
    await tabTo(page, /^summary Uudet säännöt/);
    await press(page, 'Enter');
    await expectSound(page, 'rules with the form opened');
    await page.locator('#card').focus();
    await page.keyboard.type('1');
    await tabTo(page, /^button Kokeile/);
    await press(page, 'Enter');
    await page.locator('#card-mistake').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).to.equal('card');
    await press(page, 'Control+A');
    await page.keyboard.type(cardNumber);
    await press(page, 'Tab');
    await page.keyboard.type('w0-0');
    await tabTo(page, /^button Kokeile/);
    await press(page, 'Enter');
    await page.locator('.region-preview').waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).to.equal('region-preview');
    await expectSound(page, 'rules that were tried');
    await tabTo(page, /^button Kokeile/);
  });

  it('audit and statistics: searched, opened as tables, scrolled by keys', async () => {
    const page = await staff('/staff/audit');
    await tabTo(page, /^select Kaikki teot|^select .*Kirjauduttu/);
    await page.keyboard.type('Kirjauduttu');
    await tabTo(page, /^button Hae/);
    await press(page, 'Enter');
    await page.waitForURL(/act=staffLoggedIn/);
    await expectSound(page, 'audit');
    await tabTo(page, /^a staff:/);
    await press(page, 'Enter');
    await page.waitForURL(/subject=staff/);
    await expectSound(page, 'audit of one subject');
    await page.goto('/staff/audit?subject=nobody:1');
    await expectSound(page, 'audit with nothing');

    await page.goto('/staff/statistics');
    await tabTo(page, /^summary/);
    await press(page, 'Enter');
    await expectSound(page, 'statistics with a table opened');
    await page.setViewportSize({ width: 360, height: 700 });
    await page.reload();
    await expectSound(page, 'statistics on a phone');
  });

  it('a list of a patron is put in order by Tab and Enter, on a phone and by night', async () => {
    const owner = await addReader(service.services);
    const { lists } = service.services;
    const { list } = await lists.create(owner, { title: 'Järjestettävä', description: '', language: 'fi', byline: '', visibility: 'private', order: 'hand' }); // prettier-ignore
    for (const work of ['w0', 'w1', 'w2']) await lists.entries.add(list._id, owner, { work, note: '' });
    const page = await browser.open(`/login?next=/lists/${list._id}`, { viewport: { width: 360, height: 700 } });
    await page.fill('[name=cardNumber]', owner.cardNumber);
    await page.fill('main [name=pin]', '1234');
    await press(page, 'Enter');
    await page.waitForURL(`**/lists/${list._id}`);
    await page.locator('.entry [data-grip]:not([hidden])').first().waitFor();
    const label = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    const order = () => page.locator('.entry h2').allTextContents();
    for (let stops = 0; (await label()) !== 'Siirrä alaspäin: Teos 0' && stops < 80; stops += 1)
      await press(page, 'Tab');
    await press(page, 'Enter');
    await page.waitForFunction(() => document.querySelectorAll('.entry h2')[1]?.textContent === 'Teos 0');
    await press(page, 'Enter');
    await page.waitForFunction(() => document.querySelectorAll('.entry h2')[2]?.textContent === 'Teos 0');
    await page.waitForFunction(() => document.querySelector('#list')?.ariaBusy === 'false');
    expect(await order()).to.deep.equal(['Teos 1', 'Teos 2', 'Teos 0']);
    expect(await label(), 'nobody loses their place at the end of the list').to.match(
      /^Siirrä (ylös|alas)päin: Teos 0/,
    );
    await expectSound(page, 'a list in order');
  });
});
