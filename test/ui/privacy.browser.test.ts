import { expect } from 'chai';
import { keptOnDevice } from '../../ui/pages/privacy-page.ts';
import { axeViolations } from './browser.ts';
import { inBrowser } from './in-browser.ts';

/** Cookies that the log-in of patrons sets (`api/sessions.ts`). */
const ofLogIn = ['lastu-session', 'lastu-device'];

/** What devices of libraries keep, and no patron's; test/ui/staff.browser.test.ts sees to it. */
const ofStaff = ['lastu-desk-branch', 'lastu-staff', 'lastu-staff-device', 'lastu-oidc'];

/** The privacy notice is compared with what browsers hold after a visit. */
describe('The privacy notice', () => {
  const { service, browser } = inBrowser();

  it('names everything that stays on a device, and nothing is fetched from others', async () => {
    const page = await browser.open('/');
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== service.url && protocol !== 'data:') elsewhere.push(request.url());
    });
    const held = async () => [
      ...(await page.context().cookies()).map(({ name }) => name),
      ...(await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])),
    ];
    await page.goto('/search?q=kalevala');
    await page.waitForLoadState('networkidle');
    expect(await held(), 'before anything is asked to be remembered').to.deep.equal([]);

    await page.goto('/search?q=kalevala&home=heinola&remember=yes');
    await page.locator('.languages [lang=sv]').click();
    for (const words of ['karhu', 'kissa']) {
      await page.locator('main lastu-search-box [part=input]').fill(words);
      await page.keyboard.press('Enter');
      await page.locator('h1', { hasText: words }).waitFor();
    }
    await page.locator('lastu-result h2 a').first().click();
    await page.locator('main lastu-memory-button button').first().click();
    await page.goto('/m/sysma');
    await page.goto('/memory-list');
    await page.waitForLoadState('networkidle');
    const names = keptOnDevice.map(({ name }) => name as string);
    expect(await held()).to.have.members(names.filter((name) => ![...ofLogIn, ...ofStaff].includes(name)));
    expect(elsewhere).to.deep.equal([]);

    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto('/accessibility');
    expect(await axeViolations(page)).to.deep.equal([]);
    await page.goto('/privacy');
    expect(await axeViolations(page)).to.deep.equal([]);
    expect(names).to.include.members(ofLogIn);
    expect(await page.locator('.kept dt').allTextContents()).to.have.members(names);
  });
});
