import type { Context } from 'koa';
import { z } from 'zod';
import { Contact, Pin, Settings, type PatronAccount } from '../../domain/accounts/schema.ts';
import { Refusal } from '../../domain/circulation/refusal.ts';
import { LocalDate } from '../../domain/local-date.ts';
import { dayText, type Note } from '../../ui/pages/account/account.ts';
import type { Reader } from '../../ui/messages/messages.ts';
import { refusalText } from '../../ui/refusals.ts';
import type { PageDeps } from './deps.ts';
import { field, fields, told } from './forms.ts';

/** Who sends a form of the account pages, and for which card. */
export interface Actor {
  readonly ctx: Context;
  readonly reader: Reader;
  readonly account: PatronAccount;
  readonly patron: string;
}

/** What came of it: words for the page, or an address to go on to; nothing where there is nothing to say. */
type Came = Note | { readonly goTo: string } | undefined;
type Deps = Pick<PageDeps, 'accounts' | 'circulation' | 'sessions' | 'publicUrl'>;

const done = (text: string): Note => ({ tone: 'done', text, about: {} });
const refused = (text: string, about: Note['about'] = {}): Note => ({ tone: 'refused', text, about });

/** What the forms of the account pages do, by the last part of their address. What the domain refuses is thrown. */
export function accountActs(
  deps: Deps,
): Record<'loans' | 'holds' | 'fees' | 'history' | 'settings', (actor: Actor) => Promise<Came>> {
  const { accounts, circulation, sessions, publicUrl } = deps;

  return {
    async loans({ ctx, reader, patron }) {
      const { t, locale } = reader;
      const renewed = (dueOn: string) => t('account.loans.renewed', { date: dayText(dueOn, locale) });
      const one = field(ctx, 'renew');
      const outcomes =
        one === ''
          ? await circulation.loans.renewAll(patron)
          : [{ loanId: one, outcome: await circulation.loans.renew(patron, one).catch(asRefusal) }];
      const about: Record<string, Note['about'][string]> = {};
      for (const { loanId, outcome } of outcomes) {
        about[loanId] =
          outcome instanceof Refusal
            ? { tone: 'refused', text: refusalText(reader, outcome.reason, outcome.details) }
            : { tone: 'done', text: renewed(outcome.dueOn) };
      }
      const kept = Object.values(about).filter(({ tone }) => tone === 'refused').length;
      const n = outcomes.length - kept;
      const parts = [n > 0 && t('account.loans.renewedCount', { n }), kept > 0 && t('account.loans.keptCount', { n: kept })]; // prettier-ignore
      return { tone: kept > 0 ? 'refused' : 'done', text: parts.filter(Boolean).join(' '), about };
    },

    async holds({ ctx, reader, patron }) {
      const { t } = reader;
      const ids = [field(ctx, 'change'), ...fields(ctx, 'ids')].filter(Boolean);
      const bulk = field(ctx, 'bulk');
      if (ids.length === 0) return refused(t('account.holds.noneChosen'));
      if (field(ctx, 'confirmed') !== '')
        return each(reader, ids, 'account.holds.cancelled', (id) => circulation.holds.cancel(patron, id));
      const [branch, suspended] = [field(ctx, 'pickupBranch'), dateOf(field(ctx, 'suspendedUntil'))];
      if (bulk === 'resume')
        return each(reader, ids, 'account.holds.changed', (id) => circulation.holds.change(patron, id, { suspendedUntil: null })); // prettier-ignore
      if (bulk === 'change' && branch === '' && suspended === undefined) return refused(t('account.holds.noChange'));
      const change = {
        ...(branch !== '' && { pickupBranch: branch }),
        ...(bulk === 'change'
          ? suspended && { suspendedUntil: suspended }
          : { suspendedUntil: suspended ?? null, notNeededAfter: dateOf(field(ctx, 'notNeededAfter')) ?? null }),
      };
      return each(reader, ids, 'account.holds.changed', (id) => circulation.holds.change(patron, id, change));
    },

    async fees({ patron }) {
      const { url } = await circulation.payments.pay(patron, { fees: 'all', returnTo: `${publicUrl}/account/fees` });
      return { goTo: url };
    },

    async history({ ctx, reader: { t }, account: { _id: id } }) {
      const what = field(ctx, 'do');
      if (what === 'on' || what === 'off') await accounts.changeSettings(id, { keepsHistory: what === 'on' });
      if (what !== 'on') await circulation.forgetHistory(id);
      return done(t(what === 'on' ? 'account.history.turnedOn' : what === 'off' ? 'account.history.turnedOff' : 'account.history.erased')); // prettier-ignore
    },

    async settings({ ctx, reader: { t }, account: { _id: id } }) {
      const given = (name: string) => field(ctx, name) || undefined;
      switch (field(ctx, 'do')) {
        case 'contact':
          await accounts.changeContact(id, Contact.parse({ email: given('email'), phone: given('phone'), address: given('address') })); // prettier-ignore
          return done(t('account.settings.saved'));
        case 'choices': {
          const wish = {
            language: field(ctx, 'language'),
            pickupBranch: given('pickupBranch'),
            notices: fields(ctx, 'notices'),
            recommendations: field(ctx, 'recommendations') === 'yes',
          };
          await accounts.changeSettings(id, Settings.omit({ keepsHistory: true }).parse(wish));
          return done(t('account.settings.saved'));
        }
        case 'pin': {
          const { pin, newPin } = z.object({ pin: z.string().max(100), newPin: Pin }).parse({ pin: field(ctx, 'pin'), newPin: field(ctx, 'newPin') }); // prettier-ignore
          await sessions.begin(ctx, await accounts.changePin(id, { pin, newPin, address: ctx.ip }));
          return done(t('account.settings.pinChanged'));
        }
        case 'calendar':
          await accounts.renewCalendar(id);
          return done(t('account.settings.calendarChanged'));
        case 'delete':
          await accounts.deleteAccount(id, { pin: field(ctx, 'pin').slice(0, 100), address: ctx.ip });
          await sessions.end(ctx);
          return { goTo: '/login?deleted' };
        default:
          return undefined;
      }
    },
  };
}

/** Does something to each, and tells of those that would not. */
async function each(
  reader: Reader,
  ids: readonly string[],
  key: 'account.holds.changed' | 'account.holds.cancelled',
  act: (id: string) => Promise<void>,
): Promise<Note> {
  const about: Record<string, Note['about'][string]> = {};
  for (const id of ids.slice(0, 200)) {
    try {
      await act(id);
    } catch (error) {
      about[id] = { tone: 'refused', text: told(error, reader).text };
    }
  }
  const kept = Object.keys(about).length;
  const n = ids.length - kept;
  if (ids.length === 1 && kept === 1) return { tone: 'refused', text: Object.values(about)[0]?.text ?? '', about: {} };
  const parts = [n > 0 && reader.t(key, { n }), kept > 0 && reader.t('account.holds.refusedCount', { n: kept })];
  return { tone: kept > 0 ? 'refused' : 'done', text: parts.filter(Boolean).join(' '), about };
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}

const dateOf = (text: string): string | undefined => (text === '' ? undefined : LocalDate.parse(text));
