import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { pino } from 'pino';
import type { Page } from 'playwright-core';
import { workersOver } from '../../services.ts';
import { startImporters } from '../../workers/imports.ts';
import { brokenFile, demoFile } from '../support/broken-files.ts';
import { addStaff, typeStaffLogin } from '../support/staff.ts';
import { parseIso2709 } from '../../domain/catalogue/marc/iso2709-record.ts';
import { startOaiServer, type OaiServer } from '../support/oai-server.ts';
import { axeViolations } from './browser.ts';
import { inBrowser } from './in-browser.ts';

describe('The imports of staff, in a browser', () => {
  const { service, browser } = inBrowser({ fill: async () => undefined });
  const file = brokenFile(400);
  let folder: string;
  let server: OaiServer;
  let stopImporters: () => Promise<void>;
  before(async () => {
    server = await startOaiServer();
    folder = await mkdtemp(join(tmpdir(), 'lastu-imports-'));
    await writeFile(join(folder, 'rikki.mrc'), file);
    await writeFile(join(folder, 'kuva.mrc'), 'PK\x03\x04 ei tietueita');
    stopImporters = startImporters(workersOver(service.services, pino({ level: 'silent' })));
  });
  after(async () => {
    await stopImporters?.();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function logIn(): Promise<Page> {
    const page = await browser.open('/staff/login?next=/staff/imports');
    await typeStaffLogin(page, await addStaff(service.services, { name: 'Irja Isännöitsijä', roles: ['admin'] }));
    await page.locator('lastu-imports #file').waitFor();
    return page;
  }

  it('a file with broken records is looked at, taken, and its broken records are shown as bytes', async () => {
    const page = await logIn();
    await page.locator('lastu-imports #file').setInputFiles(join(folder, 'rikki.mrc'));
    await page.locator('lastu-imports #source').fill('helle');
    await page.keyboard.press('Enter');
    await page.locator('lastu-import .sample li').nth(19).waitFor();
    expect(await service.services.catalogue.countWorks(), 'nothing is taken before it is approved').to.equal(0);
    await page.locator('lastu-import .sample summary').first().press('Enter');
    await page
      .locator('lastu-import .fields dd', { hasText: /^helle\./ })
      .first()
      .waitFor();

    const start = page.getByRole('button', { name: 'Tuo aineisto' });
    await start.press('Enter');
    await page.locator('lastu-import .state', { hasText: 'Valmis' }).waitFor();
    const counts = Object.fromEntries(
      await page.locator('lastu-import .counts div').evaluateAll((all) => all.map((one) => [one.querySelector('dt')?.textContent, one.querySelector('dd')?.textContent])), // prettier-ignore
    );
    expect(counts).to.include({ Luettu: '400', Uusia: '397', Rikki: '3' });

    const headings = await page.locator('lastu-import .problems h3').allTextContents();
    expect(headings).to.deep.equal([
      'Tietue 101: Nimiö ei ole MARC 21 -tietueen',
      'Tietue 201: Hakemisto ei vastaa kenttiä',
      'Tietue 400: Tietue katkeaa kesken',
    ]);
    const dump = page.locator('lastu-import .dump').first();
    const rows = await dump.locator('.row').allTextContents();
    const bad = file.subarray((await service.services.imports.problems(await idOf(page)))[0]?.position);
    expect(rows[0]).to.equal(`00000 ${[...bad.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')}  ${bad.toString('latin1', 0, 5)}··${bad.toString('latin1', 7, 8)}`); // prettier-ignore
    expect(await dump.locator('mark').allTextContents(), 'the place of the fault').to.deep.equal(['01', '·']);

    const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('Lataa rikkinäiset').click()]);
    expect(download.suggestedFilename()).to.equal('rikki-broken.mrc');
    await page.goto('/staff/imports');
    await page.locator('lastu-imports tbody tr', { hasText: 'rikki.mrc' }).getByText('Valmis').waitFor();
  });

  it('an import is followed live: its figures come by events, without a reload and without asking again and again', async () => {
    const { imports } = service.services;
    const page = await logIn();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await page.evaluate(() => Object.assign(window, { isSame: true })); // gone with a reload
    const source = 'seuraus';
    const { _id: id } = await imports.askFor('a-test', { kind: 'file', source, file: 'seurattu.mrc', by: 'nobody' });
    await page.locator('lastu-imports tbody tr', { hasText: 'seurattu.mrc' }).waitFor();
    await imports.stop(id);
    await page.locator('lastu-imports tbody tr', { hasText: 'seurattu.mrc' }).getByText(/Keskeytetään|Keskeytetty/).waitFor();
    expect(await page.evaluate(() => 'isSame' in window)).to.equal(true);
    expect(asked.filter((one) => one === 'GET /api/v1/staff/imports')).to.deep.equal([]);
  }); // prettier-ignore

  it('where events do not come through, the page asks instead; without scripts it shows how far they have come', async () => {
    const page = await logIn();
    await page.route('**/events', (route) => route.abort());
    await page.goto('/staff/imports');
    await page.locator('lastu-imports tbody tr', { hasText: 'rikki.mrc' }).waitFor();
    await page.locator('lastu-imports .number').first().waitFor();
    await page.waitForRequest((request) => new URL(request.url()).pathname === '/api/v1/staff/imports');
    const cookies = await page.context().cookies();
    const plain = await browser.open('/', { javaScriptEnabled: false });
    await plain.context().addCookies(cookies);
    await plain.goto('/staff/imports');
    const row = plain.locator('tbody tr', { hasText: 'rikki.mrc' });
    await row.getByText('Valmis').waitFor();
    await row.getByRole('link').click();
    await plain.locator('dl', { hasText: '397' }).waitFor();
    await plain.getByRole('link', { name: 'Päivitä sivu' }).click();
    await plain.locator('dl', { hasText: '397' }).waitFor();
  });

  it('what is no file of records is refused in plain words, and nothing is kept of it', async () => {
    const page = await logIn();
    const before = await service.services.imports.latest(10);
    await page.locator('lastu-imports #file').setInputFiles(join(folder, 'kuva.mrc'));
    await page.locator('lastu-imports #source').fill('kuvat');
    await page.keyboard.press('Enter');
    await page.getByText('Tiedosto on pakattu tavalla, jota ei lueta. Vain gzip käy.').waitFor();
    expect(await service.services.imports.latest(10)).to.deep.equal(before);
  });

  it('an address is asked by the service, but never one of its own network', async () => {
    const page = await logIn();
    await page.locator('lastu-imports [value=url]').check();
    await page.locator('lastu-imports #url').fill('http://127.0.0.1:27017/tietueet.mrc');
    await page.locator('lastu-imports #source').fill('sisalta');
    await page.keyboard.press('Enter');
    await page.locator('lastu-import .state', { hasText: 'Epäonnistui' }).waitFor();
    await page.getByText('127.0.0.1 is a private address').waitFor();
  });

  it('a repository is set up and harvested by hand, and the harvest is watched', async () => {
    server.records = demoFile(45).flatMap((bytes, at) => {
      const found = parseIso2709(bytes, 0);
      return 'marc' in found
        ? [{ identifier: `oai:test:${at}`, datestamp: '2026-11-01T10:00:00Z', marc: found.marc }]
        : [];
    });
    const page = await logIn();
    await page.getByRole('button', { name: 'Lisää haravointi' }).press('Enter');
    await page.keyboard.type('Naapurikirjasto');
    await page.locator('lastu-harvests #url').fill(server.url.replace('127.0.0.1', 'localhost'));
    await page.locator('lastu-harvests #source').fill('naapuri');
    await page.keyboard.press('Enter');
    await page.getByText('Haravointi on tallennettu.').waitFor();
    await page.getByRole('button', { name: 'Haravoi nyt : Naapurikirjasto' }).press('Enter');
    await page.locator('lastu-import .state', { hasText: 'Valmis' }).waitFor();
    await page.locator('lastu-import .counts', { hasText: '45' }).waitFor();
    await page.goto('/staff/imports');
    await page.getByText('muutokset 25.11.2026').waitFor();
    await page.getByRole('button', { name: 'Lopeta : Naapurikirjasto' }).press('Enter');
    await page.getByText('Yhtään haravointia ei ole asetettu.').waitFor();
    expect((await service.services.imports.latest(1))[0]).to.include({ kind: 'harvest', file: 'Naapurikirjasto' });
  });

  it('the page is worked by keys alone, and axe finds nothing, on a phone and at a desk, by day and by night', async () => {
    const page = await logIn();
    await page.locator('lastu-imports [value=file]').focus();
    const stops: string[] = [];
    for (let at = 0; at < 4; at += 1) {
      stops.push(await page.evaluate(() => { const one = document.querySelector('lastu-imports')?.shadowRoot?.activeElement; return `${one?.localName} ${one?.getAttribute('name') ?? ''}`; })); // prettier-ignore
      await page.keyboard.press('Tab');
    }
    expect(stops).to.deep.equal(['input from', 'input file', 'input source', 'button ']);
    const id = (await service.services.imports.latest(10)).find(({ counts }) => counts.broken > 0)?._id;
    for (const address of ['/staff/imports', `/staff/imports/${id}`]) {
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(address);
        await page.locator(address === '/staff/imports' ? 'lastu-imports tbody tr' : 'lastu-import .dump').first().waitFor(); // prettier-ignore
        const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
        expect(scrollWidth, `${address} ${width}`).to.equal(clientWidth);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await axeViolations(page), `${address} ${width} ${colorScheme}`).to.deep.equal([]);
        }
      }
    }
  });
});

const idOf = async (page: Page) => decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');
