import type { Page } from 'playwright-core';
import { newTotpSecret, totpCode } from '../../domain/staff/one-time-codes.ts';
import type { StaffAccount, StaffRole } from '../../domain/staff/schema.ts';
import type { Services } from '../../services.ts';
import { Browser } from './cookie-browser.ts';

export interface StaffPerson {
  readonly account: StaffAccount;
  readonly password: string;
  readonly totpSecret: string;
}

interface Wish {
  readonly name?: string;
  readonly roles?: StaffRole[];
  /** The municipality they work for. */
  readonly serves?: string;
}

let serial = 0;

/** Somebody who works in the libraries, of Lahti unless told otherwise. Each logs in once within half a minute: no code is taken twice. */
export async function addStaff(
  { staff }: Pick<Services, 'staff'>,
  { name = 'Virkku Virtanen', roles = ['staff'], serves = 'lahti' }: Wish = {},
): Promise<StaffPerson> {
  const [password, totpSecret] = ['neljä sanaa ilman syytä', newTotpSecret()];
  const email = `virkku.${(serial += 1)}@example.org`;
  const account = await staff.addReady({ email, name, roles, serves, language: 'fi', password, totpSecret });
  return { account, password, totpSecret };
}

/** A browser as far as cookies go, in which they have logged in. */
export async function staffBrowser(service: { url: string; services: Pick<Services, 'staff'> }, wish: Wish = {}) {
  const person = await addStaff(service.services, wish);
  const browser = new Browser(service.url);
  await browser.page('/staff/login', { email: person.account.email, password: person.password, code: totpCode(person.totpSecret) }); // prettier-ignore
  browser.csrfToken = (await browser.ask('GET', '/staff/session')).body.csrfToken;
  return { browser, ...person };
}

/** Logs in at the log-in page that `page` shows, by keyboard alone. */
export async function typeStaffLogin(page: Page, { account, password, totpSecret }: StaffPerson): Promise<void> {
  await page.locator('main input[name=email]').focus();
  await page.keyboard.type(account.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Tab');
  await page.keyboard.type(totpCode(totpSecret));
  await page.keyboard.press('Enter');
}
