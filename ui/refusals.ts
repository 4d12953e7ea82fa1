import type { Locale } from '../config/locales.ts';
import type { AccountProblemName } from '../domain/accounts/problems.ts';
import type { CommentProblemName } from '../domain/comments/problems.ts';
import type { TipProblemName } from '../domain/tips/problems.ts';
import type { ListProblemName } from '../domain/lists/problems.ts';
import type { ModerationProblemName } from '../domain/moderation/problems.ts';
import type { VoiceProblemName } from '../domain/reviews/problems.ts';
import type { SavedSearchProblemName } from '../domain/saved-searches/problems.ts';
import type { RefusalReason } from '../domain/circulation/refusal.ts';
import { municipalityName } from './labels.ts';
import type { Reader } from './messages/messages.ts';
import { longDate } from './pages/long-date.ts';

export type RefusalName =
  | SavedSearchProblemName
  | RefusalReason
  | AccountProblemName
  | ModerationProblemName
  | VoiceProblemName
  | CommentProblemName
  | TipProblemName
  | ListProblemName
  | 'too-fast';

/** What a refusal is about, as a problem carries it in `about`: limits, dates, sums in cents. */
export type RefusalFigures = Readonly<Record<string, string | number | undefined>>;

/** Why something was refused, in the reader's words: the rule it follows from, with its figures where they are told. */
export function refusalText({ t, locale }: Reader, name: RefusalName, figures: RefusalFigures = {}): string {
  const withFigures = figured.find((one) => one.name === name);
  if (withFigures?.needs.every((one) => figures[one] !== undefined))
    return t(`refusal.${withFigures.name}.figures`, shown(withFigures.needs, figures, locale));
  return t(`refusal.${name}`);
}

/** A sum of cents as the language writes it: "1,25 €". */
export const euros = (cents: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(cents / 100);

/** Refusals that can be told with figures, and which. */
const figured = [
  { name: 'self-service-not-started', needs: ['municipality', 'starts'] },
  { name: 'branch-not-joined', needs: ['municipality', 'starts'] },
  { name: 'loan-limit-reached', needs: ['limit'] },
  { name: 'debt-limit-reached', needs: ['limit', 'debt'] },
  { name: 'renewals-used-up', needs: ['limit'] },
  { name: 'too-many-saved-searches', needs: ['limit'] },
  { name: 'overdue-too-long', needs: ['limit'] },
  { name: 'due-date-stays', needs: ['dueOn'] },
  { name: 'hold-limit-reached', needs: ['limit'] },
  { name: 'waiver-too-large', needs: ['open'] },
  { name: 'too-many-attempts', needs: ['seconds'] },
  { name: 'community-not-started', needs: ['municipality', 'starts'] },
  { name: 'writer-banned', needs: ['until'] },
  { name: 'writing-too-fast', needs: ['minutes'] },
  { name: 'words-not-allowed', needs: ['words'] },
  { name: 'too-many-tags', needs: ['limit'] },
  { name: 'list-full', needs: ['limit'] },
  { name: 'too-many-lists', needs: ['limit'] },
  { name: 'too-many-members', needs: ['limit'] },
  { name: 'too-fast', needs: ['seconds'] },
] as const;

function shown(needs: readonly string[], figures: RefusalFigures, locale: Locale): Record<string, string | number> {
  const isMoney = needs.includes('debt') || needs.includes('open');
  return Object.fromEntries(
    needs.map((name) => {
      const value = figures[name] ?? '';
      if (typeof value === 'number') return [name, isMoney ? euros(value, locale) : value];
      if (name === 'words') return [name, value];
      return [name, name === 'municipality' ? municipalityName(value, locale) : longDate(value, locale)];
    }),
  );
}
