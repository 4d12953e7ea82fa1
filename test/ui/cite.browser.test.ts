import { expect } from 'chai';
import { axeViolations } from './browser.ts';
import { inBrowser } from './in-browser.ts';

describe('Citing and sharing a work, in a browser', () => {
  const { service, browser } = inBrowser();
  let id: string;
  before(async () => {
    const found = (await (await fetch(`${service.url}/api/v1/search?q=taikatalvi&size=1`)).json()) as {
      items: { id: string }[];
    };
    id = found.items[0]?.id ?? '';
  });

  it('is a link from the work, gives three styles, files and a code, and axe has no objection', async () => {
    const page = await browser.open(`/works/${encodeURIComponent(id)}`);
    await page.getByRole('link', { name: 'Viittaa ja jaa' }).click();
    await page.getByRole('heading', { level: 1, name: 'Viittaa ja jaa' }).waitFor();
    const [apa = '', mla = '', iso = ''] = await page.locator('.cite dd p').allTextContents();
    expect(apa).to.match(/^Jansson, T\. \(\d{4}\)\. Taikatalvi/);
    expect(mla).to.match(/^Jansson, Tove\. Taikatalvi/);
    expect(iso).to.match(/^JANSSON, Tove\. Taikatalvi/);
    expect(await page.locator('.cite figure svg').count()).to.equal(1);
    for (const link of await page.locator('a[download]').all()) {
      const answer = await fetch(new URL((await link.getAttribute('href')) ?? '', service.url));
      expect(answer.status).to.equal(200);
    }
    expect(await axeViolations(page)).to.deep.equal([]);
  });

  it('copies what it names, and says so', async () => {
    const page = await browser.open(`/works/${encodeURIComponent(id)}/cite`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('button', { name: 'Kopioi MLA 9' }).click();
    await page.getByRole('status').filter({ hasText: 'Lähdeviite on kopioitu.' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).to.match(/^Jansson, Tove\. Taikatalvi/);
  });

  it('cites the edition that is chosen, in the language of the page', async () => {
    const page = await browser.open(`/works/${encodeURIComponent(id)}/cite?lang=en`);
    const [first] = await page.locator('.cite dd p').allTextContents();
    const other = page.locator('.cite nav a:not([aria-current])').first();
    await other.click();
    await page.locator('.cite nav a[aria-current]').waitFor();
    const [second] = await page.locator('.cite dd p').allTextContents();
    expect(second).not.to.equal(first);
  });

  it('works without scripts, but for what needs them: those buttons are not there', async () => {
    const page = await browser.open(`/works/${encodeURIComponent(id)}/cite`, { javaScriptEnabled: false });
    expect(await page.locator('.cite dd p').count()).to.equal(3);
    expect(await page.locator('.cite button:visible').count()).to.equal(0);
    expect((await fetch(`${service.url}/works/nowhere/cite`)).status).to.equal(404);
  });
});
