import type { Locale } from '../../config/locales.ts';
import { branchName } from '../labels.ts';
import { isMessageKey, type Reader } from '../messages/messages.ts';
import { euros, refusalText, type RefusalName } from '../refusals.ts';
import { StaffProblem, type Instruction } from './staff-api.ts';

/** What happened, in the words of the desk. Refusals that are told to patrons otherwise have words of their own here. */
export function refusalWords(reader: Reader, error: unknown): string {
  const { t, locale } = reader;
  if (!(error instanceof StaffProblem)) return t('staff.refused.other');
  const { problem, about, rule } = error;
  const limit = about['limit'];
  const own = ownRefusals.find((name) => name === problem);
  const words = own
    ? t(`staff.refused.${own}`, {
        limit: typeof limit !== 'number' ? '' : own === 'debt-limit-reached' ? euros(limit, locale) : limit,
        debt: euros(Number(about['debt'] ?? 0), locale),
      })
    : isRefusal(reader, problem)
      ? refusalText(reader, problem, about)
      : '';
  const said = words === '' ? t('staff.refused.other') : words;
  return rule === undefined ? said : `${said} ${t('staff.rule', { rule })}`;
}

const ownRefusals = [
  'offline',
  'storage-unavailable',
  'invalid-request',
  'changed-meanwhile',
  'patron-not-found',
  'card-blocked',
  'lent-to-you',
  'on-loan',
  'requested-by-another',
  'debt-limit-reached',
  'loan-limit-reached',
] as const;

const isRefusal = (reader: Reader, problem: string): problem is RefusalName =>
  isMessageKey(reader, `refusal.${problem}`);

/** What to do with a copy: few words, to be read from afar, and a line that says more. */
export function instructionWords({ t, locale }: Reader, instruction: Instruction): { words: string; more: string } {
  switch (instruction.do) {
    case 'shelf':
      return { words: t('staff.do.shelf'), more: '' };
    case 'holdShelf':
      return {
        words: t('staff.do.holdShelf', { number: String(instruction.pickupNumber) }),
        more: t('staff.do.pickupBy', { date: shortDate(instruction.pickupBy, locale) }),
      };
    case 'transport':
      return {
        words: t('staff.do.transport', { branch: branchName(instruction.to, locale) }),
        more: t(instruction.forHold ? 'staff.do.forHold' : 'staff.do.home'),
      };
  }
}

/** "3.12.2026" of a calendar date. */
export const shortDate = (date: string, locale: Locale): string =>
  new Intl.DateTimeFormat(tags[locale], { dateStyle: 'short', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));

/** Day and time of an instant, in Finland. */
export const shortTime = (instant: string, locale: Locale): string =>
  new Intl.DateTimeFormat(tags[locale], { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Helsinki' }).format(
    new Date(instant),
  );

const tags: Record<Locale, string> = { fi: 'fi', sv: 'sv-FI', en: 'en-GB' };
