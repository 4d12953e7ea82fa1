import type { Hours } from '../../domain/consortium/schema.ts';
import type { MessageKey, Reader } from '../messages/messages.ts';

export interface DraftException {
  readonly from: string;
  readonly to: string;
  readonly opens: string;
  readonly closes: string;
  readonly reason: string;
}

/** A calendar as it is typed. */
export interface CalendarDraft {
  /** Seven days from Monday on. */
  readonly week: readonly { readonly opens: string; readonly closes: string }[];
  readonly closedOnHolidays: boolean;
  readonly exceptions: readonly DraftException[];
}

export type CalendarMistakes = Readonly<Record<string, MessageKey | undefined>>;

export interface BranchesState {
  readonly reader: Reader;
  readonly csrfToken: string;
  readonly branches: readonly string[];
  readonly branch: string;
  readonly mayChange: boolean;
  readonly version: number;
  readonly draft: CalendarDraft;
  readonly mistakes: CalendarMistakes;
  /** When the branch is open on the days to come, as what is stored says. */
  readonly next: readonly { readonly on: string; readonly hours: Hours | undefined }[];
  readonly versions: readonly { readonly version: number; readonly at: Date; readonly by: string }[];
  readonly told: string | undefined;
}
