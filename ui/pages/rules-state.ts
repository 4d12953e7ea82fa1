import type { Aspect, PatronRules, RuleSet } from '../../domain/circulation/rules/schema.ts';
import type { MessageKey, Reader } from '../messages/messages.ts';
import type { RefusalFigures, RefusalName } from '../refusals.ts';

export const aspects = ['loanDays', 'renewals', 'renewalOverdueDays', 'pickupDays', 'overdueCentsPerDay', 'overdueCapCents', 'unclaimedHoldCents', 'floats'] as const satisfies readonly Aspect[]; // prettier-ignore
export const limits = ['loanLimit', 'holdLimit', 'debtLimitCents', 'cardReplacementCents'] as const satisfies readonly (keyof PatronRules)[]; // prettier-ignore

/** What is typed, by the names of the fields: `standard-loanDays`, `material-0-name`, `patrons-loanLimit`, `from`. */
export type RulesDraft = Readonly<Record<string, string>>;
export type RulesMistakes = Readonly<Record<string, MessageKey | undefined>>;

/** What a trial came to, or why it came to nothing. */
export interface ShownTrial {
  readonly title: string;
  readonly name: string;
  readonly loan: { readonly dueOn: string } | ShownRefusal;
  readonly hold: { readonly pickupDays: number } | ShownRefusal;
  readonly lateCents: number;
  readonly lateCapCents: number;
  readonly rules: { readonly loan: string; readonly hold: string; readonly late: string };
}
export interface ShownRefusal {
  readonly refused: RefusalName;
  readonly details: RefusalFigures;
}

export interface RulesState {
  readonly reader: Reader;
  readonly csrfToken: string;
  readonly ruleSets: readonly RuleSet[];
  /** Whether who looks at them may set new ones; all staff may try. */
  readonly maySet: boolean;
  readonly today: string;
  readonly draft: RulesDraft;
  /** How many fields for rules of some material there are. */
  readonly materials: number;
  readonly municipalities: readonly string[];
  readonly branches: readonly string[];
  readonly formats: readonly string[];
  readonly audiences: readonly string[];
  readonly mistakes: RulesMistakes;
  readonly trial: ShownTrial | undefined;
  readonly told: string | undefined;
  /** Whether the form was sent, and is to be seen at once. */
  readonly open: boolean;
}
