import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { StaffRole } from '../../domain/staff/schema.ts';
import { Browser } from '../support/cookie-browser.ts';
import { staffBrowser } from '../support/staff.ts';
import { startService, type TestService } from '../support/service.ts';

interface Operation {
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
}

const pagesOf = join(import.meta.dirname, '..', '..', 'api', 'pages');
/** Where one logs in or follows an invitation: open to everybody. */
const doors = /^\/staff\/(login|logout|invitation)(\/|$)/;

describe('Every route, for every role', function () {
  this.timeout(300_000);
  let service: TestService;
  let operations: { method: string; path: string; role: StaffRole | undefined }[];
  const who = new Map<'nobody' | 'patron' | StaffRole | 'staff of another town', Browser>();

  before(async () => {
    service = await startService({ fill: async () => undefined });
    const { paths } = (await new Browser(service.url).ask('GET', '/openapi.json')).body as { paths: Record<string, Record<string, Operation>> }; // prettier-ignore
    operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { security = [] }]) => {
        const [role] = security.flatMap(({ staffSession = [] }) => staffSession);
        return { method: method.toUpperCase(), path: path.replaceAll(/\{\w+\}/g, 'x'), role: role as StaffRole | undefined };
      }),
    ); // prettier-ignore
    await service.services.accounts.add({ cardNumber: '70001', name: 'Aino Ahola', municipality: 'lahti', contact: {}, language: 'fi', pin: '1234' }); // prettier-ignore
    const patron = new Browser(service.url);
    await patron.logIn('70001');
    who.set('nobody', new Browser(service.url)).set('patron', patron);
    for (const role of ['staff', 'moderator', 'admin'] as const)
      who.set(role, (await staffBrowser(service, { roles: [role] })).browser);
    who.set('staff of another town', (await staffBrowser(service, { serves: 'heinola' })).browser);
  });
  after(() => service?.stop());

  const browserOf = (one: Parameters<typeof who.get>[0]) => who.get(one) ?? new Browser(service.url);
  const statusOf = (one: Parameters<typeof who.get>[0], { method, path }: { method: string; path: string }) =>
    browserOf(one).statusOf(method, path, method === 'GET' ? undefined : {});

  it('no staff path of the API answers to a patron or to nobody, and each says so before it looks at anything', async () => {
    const ofStaff = operations.filter(({ path }) => path.startsWith('/staff'));
    expect(ofStaff.length).to.be.greaterThan(40);
    const open: string[] = [];
    for (const operation of ofStaff)
      for (const one of ['nobody', 'patron'] as const) {
        const status = await statusOf(one, operation);
        if (status !== 401) open.push(`${one}: ${operation.method} ${operation.path} ${status}`);
      }
    expect(open).to.deep.equal([]);
  });

  it('is for the role that the document names, for admins, and for no other', async () => {
    const wrong: string[] = [];
    for (const operation of operations.filter(({ role }) => role !== undefined))
      for (const one of ['staff', 'moderator', 'staff of another town', 'admin'] as const) {
        const status = await statusOf(one, operation);
        const has: string = one === 'staff of another town' ? 'staff' : one;
        const isLetIn = has === operation.role || has === 'admin';
        if (isLetIn ? status === 401 || status >= 500 : status !== 403)
          wrong.push(`${one}: ${operation.method} ${operation.path} ${status}`);
      }
    expect(wrong).to.deep.equal([]);
    expect(operations.filter(({ path, role }) => path.startsWith('/staff') !== (role !== undefined)).map(({ path }) => path)).to.deep.equal(['/staff/session']); // prettier-ignore
  });

  it('nothing of a patron’s own answers to nobody, nor to staff, who have no card there', async () => {
    const wrong: string[] = [];
    for (const operation of operations.filter(({ path }) => /^\/me(\/|$)/.test(path))) {
      const status = await statusOf('nobody', operation);
      if (status !== 401) wrong.push(`${operation.method} ${operation.path} ${status}`);
    }
    expect(wrong).to.deep.equal([]);
    for (const path of ['/me', '/me/loans', '/me/export'])
      expect(await statusOf('admin', { method: 'GET', path }), path).to.equal(401);
  });

  it('what a town decides for itself, staff of another town do not', async () => {
    const calendar = { version: 0, week: [null, null, null, null, null, null, null], closedOnHolidays: true, exceptions: [] }; // prettier-ignore
    for (const [path, body] of [
      ['/staff/calendars/lahti', calendar],
      ['/staff/rollout/lahti', { version: 0, starts: { catalogue: '2026-01-01' } }],
    ] as const) {
      expect((await browserOf('staff of another town').ask('PUT', path, body)).status, path).to.equal(403);
      expect((await browserOf('staff').ask('PUT', path, body)).status, path).to.equal(200);
    }
  });

  it('no page of staff is shown to a patron or to nobody: they are led to log in as staff; nor to those without its role', async () => {
    const literals = readdirSync(pagesOf).flatMap((file) => readFileSync(join(pagesOf, file), 'utf8').match(/'\/staff(\/[^'?$]*)?'/g) ?? []); // prettier-ignore
    const html = { accept: 'text/html' };
    const wrong: string[] = [];
    const offered = new Map<string, Set<string>>();
    for (const one of ['staff', 'moderator', 'admin'] as const) {
      const { text } = await browserOf(one).page('/staff', undefined, html);
      offered.set(one, new Set([...text.matchAll(/href="(\/staff\/[^"?]*)"/g)].map(([, address = '']) => address)));
    }
    const byAdmin = offered.get('admin') ?? new Set();
    const named = literals.map((one) => one.slice(1, -1).replaceAll(/:\w+/g, 'x'));
    const addresses = [...new Set([...named, ...byAdmin])].filter((one) => !doors.test(one));
    expect(addresses.length).to.be.greaterThan(10);
    for (const address of addresses) {
      for (const one of ['nobody', 'patron'] as const)
        for (const form of [undefined, {}]) {
          const { status, headers } = await browserOf(one).page(address, form, html);
          const isLed = status === 303 && headers.get('location')?.startsWith('/staff/login?next=');
          const isNoForm = form !== undefined && (status === 404 || status === 405);
          if (!isLed && !isNoForm) wrong.push(`${one}: ${form ? 'POST' : 'GET'} ${address} ${status}`);
        }
      for (const one of ['staff', 'moderator', 'admin'] as const) {
        const { status } = await browserOf(one).page(address, undefined, html);
        const isHis = offered.get(one)?.has(address) === true;
        if (byAdmin.has(address) && status !== (isHis ? 200 : 403)) wrong.push(`${one}: ${address} ${status}`);
        if (status >= 500) wrong.push(`${one}: ${address} ${status}`);
      }
    }
    expect(wrong).to.deep.equal([]);
  });
});
