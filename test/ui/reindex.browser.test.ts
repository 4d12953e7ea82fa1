import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { pino } from 'pino';
import type { Page } from 'playwright-core';
import { checkIndex } from '../../indexer/check-index.ts';
import { workersOver } from '../../services.ts';
import { startWorkers } from '../../workers/start.ts';
import { brokenFile } from '../support/broken-files.ts';
import { addStaff, typeStaffLogin } from '../support/staff.ts';
import { axeViolations } from './browser.ts';
import { inBrowser } from './in-browser.ts';

describe('The index in the hands of staff, in a browser', function () {
  this.timeout(600_000);

  const { service, browser } = inBrowser();
  let folder: string;
  let stopWorkers: () => Promise<void>;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lastu-reindex-'));
    await writeFile(join(folder, 'rikki.mrc'), brokenFile(400));
    stopWorkers = await startWorkers(workersOver(service.services, pino({ level: 'silent' })));
  });
  after(async () => {
    await stopWorkers?.();
    await rm(folder, { recursive: true, force: true });
  });

  async function logIn(address: string, roles: ('staff' | 'admin')[] = ['admin']): Promise<Page> {
    const page = await browser.open(`/staff/login?next=${address}`, { viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(120_000); // what fifty searches a second leave of a busy machine
    await typeStaffLogin(page, await addStaff(service.services, { name: 'Irja Isännöitsijä', roles }));
    await page.waitForURL(({ pathname }) => pathname === address);
    return page;
  }
  /** Presses a button by keyboard. */
  const press = (page: Page, name: string, within = 'main') =>
    page.locator(within).getByRole('button', { name, exact: true }).press('Enter');
  const found = async (q: string): Promise<number> =>
    (await (await fetch(`${service.url}/api/v1/search?q=${q}&facets=`)).json()).total;
  /** Synonyms are noticed by processes within seconds. */
  async function untilFound(q: string, is: (total: number) => boolean): Promise<number> {
    for (let tries = 0; ; tries += 1) {
      const total = await found(q);
      if (is(total) || tries > 100) return total;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  it('takes in a broken file, a change of synonyms, a swap and a way back, while 50 searches a second are all answered', async () => {
    const readers = fiftyASecond(`${service.url}/api/v1/search`);
    const page = await logIn('/staff/imports');
    await page.locator('lastu-imports #file').setInputFiles(join(folder, 'rikki.mrc'));
    await page.locator('lastu-imports #source').fill('helle');
    await page.keyboard.press('Enter');
    await page.locator('lastu-import .sample li').nth(19).waitFor();
    await press(page, 'Tuo aineisto');
    await page.locator('lastu-import .state', { hasText: 'Valmis' }).waitFor();
    expect(await page.locator('lastu-import .problems h3').count()).to.equal(3);

    const before = await found('katti');
    await page.goto('/staff/synonyms');
    await press(page, 'Lisää ryhmä');
    await page.locator('#words').fill('katti');
    await press(page, 'Valmis');
    await page.getByText('Ryhmä tarvitsee vähintään kaksi sanaa.').waitFor();
    await page.locator('#words').fill('katti, kissa');
    await press(page, 'Valmis');
    await page.locator('#searches').fill('katti\nmuumi');
    await press(page, 'Tallenna seuratut haut');
    await page.getByText('2 hakua on tallennettu.').waitFor();
    await press(page, 'Tallenna uudeksi versioksi');
    await page.getByText('Tallennettu versioksi 1.').waitFor();
    expect(await found('katti'), 'nobody uses it yet').to.equal(before);

    await page.goto('/staff/reindex');
    await press(page, 'Kokeile ensin');
    await page.getByText('Kokeilun tulos').waitFor();
    await press(page, 'Aloita indeksointi');
    await page.locator('lastu-reindex progress').waitFor();
    await page.locator('.status', { hasText: 'Valmis, odottaa vaihtoa' }).waitFor();
    const [catalogue, old, next] = await page.locator('.counts td.number').allTextContents();
    expect(new Set([catalogue, old, next]).size, 'both hold the catalogue').to.equal(1);
    const [row] = await page.locator('.answers tbody tr').allTextContents();
    expect(row?.replace(/\s+/g, ' ')).to.match(new RegExp(`katti .*${before} → `));
    expect(await axeViolations(page)).to.deep.equal([]);
    expect(await found('katti'), 'nothing is swapped').to.equal(before);

    await press(page, 'Ota uusi hakemisto käyttöön', 'section.now');
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await press(page, 'Ota uusi hakemisto käyttöön', 'section.now');
    await press(page, 'Ota uusi hakemisto käyttöön', 'dialog');
    await page.getByText('Uusi hakemisto on käytössä.').waitFor();
    expect(await untilFound('katti', (total) => total > before)).to.be.greaterThan(before);

    await press(page, 'Palauta edellinen hakemisto', 'lastu-reindex');
    await press(page, 'Palauta edellinen hakemisto', 'dialog');
    await page.getByText('Edellinen hakemisto on taas käytössä.').waitFor();
    await page.locator('lastu-reindex tbody tr').first().getByText('Palautettu edelliseen').waitFor();
    expect(await untilFound('katti', (total) => total === before)).to.equal(before);

    const { asked, answered, seconds, failed } = await readers.stop();
    console.log(`      ${answered} of ${asked} searches answered in ${seconds.toFixed(0)} s: ${(answered / seconds).toFixed(1)} a second`); // prettier-ignore
    expect(failed).to.deep.equal([]);
    expect(answered, 'every one').to.equal(asked);
    expect(asked, 'fifty a second, on average').to.equal(Math.floor(seconds * 50));
    expect(asked).to.be.greaterThan(100);
    expect(await checkIndex(service.services.indexer)).to.deep.include({
      missing: [],
      extra: [],
      stale: [],
      pending: 0,
    });
    const acts = (await service.services.audit.entries({ size: 20 })).map(({ act }) => act);
    expect(acts).to.include.members(['synonymsSaved', 'watchedSearchesSet', 'reindexBegun', 'indexSwapped', 'indexRolledBack']); // prettier-ignore
  });

  it('uses synonyms at once where somebody says so, and goes back to an older version, without a reindex', async () => {
    const page = await logIn('/staff/synonyms', ['staff']);
    await page.locator('#searches').waitFor();
    const version = (await service.services.indexer.synonyms.latest())?._id ?? 0;
    expect(version).to.equal(1);
    await press(page, `Ota versio ${version} käyttöön heti`, 'lastu-synonyms');
    await press(page, `Ota versio ${version} käyttöön heti`, 'dialog');
    await page.getByText(`Haut käyttävät versiota ${version} muutaman sekunnin kuluttua.`).waitFor();
    expect((await service.services.indexer.aliases.meta())?.synonyms).to.equal(version);
    await page.getByRole('button', { name: /Poista.*katti/ }).press('Enter');
    await page.getByText('1 tallentamaton muutos').waitFor();
    await press(page, 'Kumoa viimeisin muutos');
    await page.getByText('Ei tallentamattomia muutoksia.').waitFor();
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.be.at.most(360);
    expect(await axeViolations(page)).to.deep.equal([]);
  });
});

/** Readers who search all the while, whatever staff do: fifty come every second, whether or not earlier ones have been answered. */
function fiftyASecond(address: string): { stop(): Promise<{ asked: number; answered: number; seconds: number; failed: string[] }> } {
  const words = ['kissa', 'muumi', 'sota ja rauha', 'historia', 'kalevala', 'harry potter', 'joulu', 'tove jansson'];
  const asking = new Set<Promise<void>>();
  const failed: string[] = [];
  const began = performance.now();
  let [asked, answered] = [0, 0];
  const ask = async (q: string) => {
    try {
      const answer = await fetch(`${address}?q=${encodeURIComponent(q)}&size=10&facets=`);
      const { total } = await answer.json();
      if (answer.status === 200 && typeof total === 'number') answered += 1;
      else failed.push(`${q}: ${answer.status}`);
    } catch (error) {
      failed.push(`${q}: ${String(error)}`);
    }
  };
  /** All who should have come by now: a timer that is late on a busy machine loses none of them. */
  const come = () => {
    const seconds = (performance.now() - began) / 1_000;
    while (asked < Math.floor(seconds * 50)) {
      const one = ask(words[(asked += 1) % words.length] ?? '').finally(() => asking.delete(one));
      asking.add(one);
    }
    return seconds;
  };
  const timer = setInterval(come, 20);
  return {
    async stop() {
      clearInterval(timer);
      const seconds = come();
      await Promise.all(asking);
      return { asked, answered, seconds, failed };
    },
  };
} // prettier-ignore
