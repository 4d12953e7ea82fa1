import type { Reader } from '../../messages/messages.ts';
import { askStaff, StaffProblem, type CheckIn, type ItemLookUp, type StaffPatron } from '../../staff/staff-api.ts';
import { instructionWords, refusalWords, shortDate } from '../../staff/words.ts';

export const modes = ['checkOut', 'checkIn', 'patron', 'item'] as const;
export type Mode = (typeof modes)[number];

/** One scan, and what came of it. */
export interface Row {
  /** Under which the service does it once. */
  readonly id: string;
  readonly code: string;
  readonly mode: Mode | 'undo';
  readonly branch: string;
  readonly state: 'pending' | 'done' | 'refused' | 'lost';
  /** Few words, to be read from afar. */
  readonly words: string;
  readonly more: string;
  readonly title?: string | undefined;
  /** It was a loan that can be taken back. */
  readonly undoable?: boolean;
  /** What is printed to go with the copy. */
  readonly slip?: boolean;
}

/** What a scan has come to: of the row, and of what the desk shows beside it. */
export interface Outcome {
  readonly row: Pick<Row, 'words' | 'more'> & Partial<Row>;
  readonly patron?: StaffPatron;
  readonly item?: ItemLookUp;
}

/**
 * Does what a scan means. At a check-out the first one is a card and the next are copies; what is no copy may be the next
 * patron's card. Never throws.
 */
export async function carryOut(reader: Reader, row: Row, patron: StaffPatron | undefined): Promise<Outcome> {
  try {
    return await outcomeOf(reader, row, patron);
  } catch (error) {
    const lost = error instanceof StaffProblem && error.problem === 'offline';
    return { row: { state: lost ? 'lost' : 'refused', words: reader.t('staff.refused'), more: refusalWords(reader, error) } }; // prettier-ignore
  }
}

async function outcomeOf(reader: Reader, row: Row, patron: StaffPatron | undefined): Promise<Outcome> {
  const { code, mode, branch } = row;
  switch (mode) {
    case 'checkOut':
      if (!patron) return patronOf(reader, code, 'staff.cardRead');
      try {
        return await lend(reader, row, patron);
      } catch (error) {
        if (!(error instanceof StaffProblem && error.problem === 'item-not-found')) throw error;
        const next = await patronOf(reader, code, 'staff.cardRead').catch(() => undefined);
        if (!next) throw error;
        return next;
      }
    case 'checkIn':
    case 'undo': {
      const { item, instruction } = await askStaff<CheckIn>('POST', '/staff/desk/checkins', { itemId: code, branch });
      const { words, more } = instructionWords(reader, instruction);
      const told = mode === 'undo' ? [reader.t('staff.undone'), more].filter(Boolean).join('. ') : more;
      return { row: { state: 'done', title: item.title, words, more: told, slip: instruction.do !== 'shelf' } };
    }
    case 'patron':
      return patronOf(reader, code, 'staff.found');
    case 'item': {
      const item = await askStaff<ItemLookUp>('GET', `/staff/items/${encodeURIComponent(code)}`);
      return { row: { state: 'done', title: item.title, words: reader.t('staff.found'), more: '' }, item };
    }
  }
}

async function patronOf({ t }: Reader, card: string, words: 'staff.cardRead' | 'staff.found'): Promise<Outcome> {
  const patron = await askStaff<StaffPatron>('GET', `/staff/patrons?cardNumber=${encodeURIComponent(card)}`);
  const blocks = patron.blocks.map((block) => t(`staff.block.${block}`)).join(' ');
  return { row: { state: 'done', title: patron.name, words: t(words), more: blocks }, patron };
}

async function lend({ t, locale }: Reader, { id, code, branch }: Row, patron: StaffPatron): Promise<Outcome> {
  const wish = { cardNumber: patron.cardNumber, itemId: code, branch, attempt: id };
  const { dueOn, title } = await askStaff<{ dueOn: string; title: string }>('POST', '/staff/desk/checkouts', wish);
  const more = t('staff.due', { date: shortDate(dueOn, locale) });
  return { row: { state: 'done', title, words: t('staff.lent'), more, undoable: true } };
}
