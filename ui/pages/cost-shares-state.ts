import type { CostStatement, CostVersion } from '../../domain/cost-shares/schema.ts';
import type { MessageKey, Reader } from '../messages/messages.ts';

export interface DraftRow {
  readonly name: string;
  readonly sum: string;
}

/** The figures as they are typed. */
export interface CostDraft {
  readonly cost: readonly DraftRow[];
  readonly grant: readonly DraftRow[];
  readonly inhabitants: Readonly<Record<string, string>>;
  readonly countedOn: string;
  readonly source: string;
}

/** What is wrong with what was typed, by the name of the field. */
export type CostMistakes = Readonly<Record<string, MessageKey | undefined>>;

export interface CostSharesState {
  readonly reader: Reader;
  readonly csrfToken: string;
  readonly mayChange: boolean;
  readonly years: readonly number[];
  readonly year: number;
  /** The municipalities that bear the year's costs. */
  readonly bearers: readonly string[];
  /** The version that holds; 0 where none is stored. */
  readonly latest: number;
  readonly shown: (CostVersion & { readonly statement: CostStatement }) | undefined;
  readonly versions: readonly { version: number; at: Date; by: string; restores: number | undefined }[];
  readonly draft: CostDraft;
  /** Whether the draft is a proposal that nobody has stored yet. */
  readonly isProposal: boolean;
  readonly mistakes: CostMistakes;
  readonly trial: CostStatement | undefined;
  readonly told: string | undefined;
}
