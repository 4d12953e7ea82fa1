import { expect } from 'chai';
import { inBrowser } from './in-browser.ts';

describe('The faces of the house', () => {
  const { browser } = inBrowser();

  /** The font files a page has loaded when it has these, by name without hash, and the bytes of all. */
  async function loaded(address: string, letters: string, awaited: readonly string[]) {
    const page = await browser.open('about:blank');
    const fonts = new Map<string, number>();
    page.on('response', async (response) => {
      const [, name] = /\/([\w-]+)-[\w-]{8}\.woff2$/.exec(response.url()) ?? [];
      if (name) fonts.set(name, (await response.body()).length);
    });
    await page.goto(address);
    await page.evaluate(async (text) => {
      for (const element of [document.createElement('cite'), document.createElement('p')]) {
        element.textContent = text;
        document.querySelector('main')?.append(element);
      }
      await new Promise(requestAnimationFrame); // a face is asked for when its letters are drawn
      await new Promise(requestAnimationFrame);
      await document.fonts.ready;
    }, letters);
    for (let tries = 0; tries < 200 && !awaited.every((name) => fonts.has(name)); tries += 1)
      await page.waitForTimeout(50);
    await page.context().close();
    return { names: [...fonts.keys()].toSorted(), bytes: [...fonts.values()].reduce((sum, one) => sum + one, 0) };
  }

  const near = ['literata-latin-near', 'source-sans-3-latin-near'];
  const further = ['literata-latin-ext-near', 'source-sans-3-latin-ext-near'];
  const cyrillic = ['literata-cyrillic-wght-normal', 'source-sans-3-cyrillic-wght-normal'];

  it('come cut to what is read every day: Finnish, Swedish and English words, figures and marks', async () => {
    const { names, bytes } = await loaded('/accessibility', 'ÅÄÖ åäö éü ß 0–9 §°«»”’… Pippi Långstrump', near);
    expect(names).to.deep.equal(near);
    expect(bytes).to.be.at.most(45_000);
  });

  it('have the other letters where a page needs them, and no more of them than that', async () => {
    const { names } = await loaded('/accessibility', 'Šostakovitš, Tšehov, Dvořák', further);
    expect(names).to.have.members([...near, ...further]);
    const russian = await loaded('/accessibility', 'Мастер и Маргарита', cyrillic);
    expect(russian.names).to.have.members([...near, ...cyrillic]);
  });
});
