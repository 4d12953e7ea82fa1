import { z } from 'zod';

/** About loans and holds, which are found by looking at how these stand; what saved searches have found, and what staff say of what somebody wrote. */
const circulationKinds = ['readyForPickup', 'dueSoon', 'overdue', 'holdExpired'] as const;
export const letterKinds = [...circulationKinds, 'newArrivals', 'moderation'] as const;
export type CirculationLetterKind = (typeof circulationKinds)[number];
export const LetterKind = z.enum(letterKinds);
export type LetterKind = z.infer<typeof LetterKind>;

export const letterStates = ['waiting', 'sending', 'sent', 'void', 'failed'] as const;

/** One e-mail to one patron: written before it is sent, and kept as the memory of what was told. It holds no text. */
export const Letter = z.object({
  /** Its first subject. */
  _id: z.string(),
  kind: LetterKind,
  patron: z.string(),
  /** What it tells of; no two letters tell of the same. Made of the ids of loans, holds and findings. */
  subjects: z.array(z.string()).min(1),
  /** `void`: it was not true any more, or nobody wanted it, when it was to be sent. `failed`: given up, see `reason`. */
  state: z.enum(letterStates),
  writtenAt: z.date(),
  /** How often somebody has begun to send it. */
  attempts: z.int().min(0),
  /** Of waiting ones: not to be sent earlier. */
  notBefore: z.date(),
  sendingSince: z.date().optional(),
  /** Somebody has died while sending it: the mail server may have it. */
  doubtful: z.literal(true).optional(),
  sentAt: z.date().optional(),
  /** Why it was not sent, at the last attempt. */
  reason: z.string().optional(),
});
export type Letter = z.infer<typeof Letter>;
