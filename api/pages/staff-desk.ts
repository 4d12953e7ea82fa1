import type { PatronAccount } from '../../domain/accounts/schema.ts';
import { deskPage, staffPatronsPage, transportsPage } from '../../ui/pages/staff-desk-pages.ts';
import type { PlainLookUp } from '../../ui/pages/plain-patron-part.ts';
import { foundPatron, staffPatronView } from '../routes/staff-patron-view.ts';
import type { PageDeps } from './deps.ts';
import type { StaffPage, StaffPageRequest } from './staff-page.ts';

/** Where patrons are served. */
export function deskPages(deps: Pick<PageDeps, 'accounts' | 'audit' | 'circulation'>): StaffPage[] {
  const { accounts, audit } = deps;

  /** Who was asked for, by card, name or id; each look is noted, as it is through the API. */
  async function lookedUp({ ctx, worker }: StaffPageRequest): Promise<PlainLookUp | undefined> {
    const [wish, id] = [String(ctx.query['find'] ?? '').trim(), String(ctx.query['id'] ?? '').trim()];
    if (wish === '' && id === '') return undefined;
    const isName = id === '' && !/\d/.test(wish);
    const found = isName ? await accounts.named(wish) : [];
    const account = isName ? undefined : await (id === '' ? accounts.byCard(wish) : accounts.find(id));
    if (isName) await audit.note({ by: worker.id, act: 'patronsSought', subject: 'patrons', after: { patrons: found.map(({ _id }) => _id) } }); // prettier-ignore
    return { found: found.map(foundPatron), patron: account && (await seen(account, worker.id)) };
  }

  async function seen(account: PatronAccount, by: string) {
    if (account.deletedAt) return undefined;
    await audit.note({ by, act: 'patronSeen', subject: `patron:${account._id}` });
    return staffPatronView(deps, account);
  }

  return [
    {
      address: '/staff/desk',
      group: 'service',
      name: 'staff.desk',
      lead: 'staff.desk.lead',
      role: 'staff',
      main: ({ reader }) => deskPage(reader),
    },
    {
      address: '/staff/transports',
      group: 'service',
      name: 'staff.transports',
      lead: 'staff.transports.lead',
      role: 'staff',
      main: ({ reader }) => transportsPage(reader),
    },
    {
      address: '/staff/patrons',
      group: 'service',
      name: 'staff.patrons',
      lead: 'staff.patrons.lead',
      role: 'staff',
      main: async (request) => staffPatronsPage(request.reader, await lookedUp(request)),
    },
  ];
}
