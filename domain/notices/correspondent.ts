import type { Message } from '../../config/mail.ts';
import type { Addressee } from '../accounts/addressees.ts';
import type { Letter, LetterKind } from './schema.ts';

/** Words letters of a kind that another subject writes, when they are about to be sent. */
export interface Correspondent {
  readonly kind: LetterKind;
  /** Undefined where there is nothing to say any more. */
  word(letter: Letter, reader: Addressee): Promise<Omit<Message, 'to' | 'messageId'> | undefined>;
}

/** Where letters of other subjects are written down, to be sent by whoever claims them. */
export interface Outbox {
  /** Which of these subjects a letter tells of. */
  told(subjects: readonly string[]): Promise<Set<string>>;
  /** False where another letter tells of one of its subjects already: then nothing is stored. */
  add(letter: Letter): Promise<boolean>;
}
