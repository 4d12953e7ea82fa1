import { Router } from '@koa/router';
import ical from 'ical-generator';
import type { Locale } from '../config/locales.ts';
import type { Accounts } from '../domain/accounts/service.ts';
import type { Circulation } from '../domain/circulation/service.ts';
import { problem } from './problems.ts';

/**
 * Due dates for calendars that ask by themselves (RFC 5545), at an address that nobody guesses and only the patron is
 * told. Whoever has it sees titles and due dates, and nothing else.
 */
export function calendarRoutes({ accounts, circulation }: { accounts: Accounts; circulation: Circulation }): Router {
  const router = new Router();
  router.get('/feeds/loans/:key.ics', async (ctx) => {
    const account = await accounts.byCalendarKey(String(ctx.params['key']));
    if (!account) throw problem('not-found');
    const words = texts[account.settings.language];
    const calendar = ical({ name: words.name, timezone: 'Europe/Helsinki' });
    for (const { id, dueOn, title } of await circulation.loans.ofPatron(account._id)) {
      calendar.createEvent({
        id,
        start: new Date(`${dueOn}T00:00:00`),
        allDay: true,
        summary: `${words.due}: ${title}`,
      });
    }
    ctx.set('cache-control', 'private, no-cache');
    ctx.type = 'text/calendar';
    ctx.body = calendar.toString();
  });
  return router;
}

const texts: Readonly<Record<Locale, { name: string; due: string }>> = {
  fi: { name: 'Kirjaston eräpäivät', due: 'Eräpäivä' },
  sv: { name: 'Bibliotekets förfallodagar', due: 'Förfallodag' },
  en: { name: 'Library due dates', due: 'Due' },
};
