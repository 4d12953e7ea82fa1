import { z } from 'zod';
import { locales } from '../../config/locales.ts';
import { LocalDate } from '../local-date.ts';

/** Printed on the card and read by scanners: digits, letters and hyphens. */
export const CardNumber = z.string().regex(/^[0-9A-Za-z-]{4,30}$/);
export const Pin = z.string().regex(/^\d{4,12}$/);
export const Email = z.email().max(254);

export const notices = ['readyForPickup', 'dueSoon', 'overdue', 'holdExpired', 'newArrivals', 'moderation'] as const;

export const usualDueSoonDays = 3;
export const mostDueSoonDays = 14;

export const Contact = z.object({
  email: Email.optional(),
  phone: z.string().max(30).optional(),
  address: z.string().max(300).optional(),
});
export type Contact = z.infer<typeof Contact>;

/** What a patron may change without staff. */
export const Settings = z.object({
  language: z.enum(locales),
  pickupBranch: z.string().optional(),
  /** Which messages are sent by e-mail. */
  notices: z.array(z.enum(notices)),
  /** How many days before the due date the patron is reminded; `usualDueSoonDays` where they have not said. */
  dueSoonDays: z.int().min(1).max(mostDueSoonDays).optional(),
  keepsHistory: z.boolean(),
  /** False for who wants no recommendations, and wants to be counted for none. */
  recommendations: z.boolean().optional(),
});
export type Settings = z.infer<typeof Settings>;

/** A code that was sent, of which only a hash is kept. */
export const Code = z.object({
  purpose: z.enum(['web-account', 'pin-reset']),
  hash: z.string(),
  expiresAt: z.date(),
  triesLeft: z.int(),
});
export type Code = z.infer<typeof Code>;

/** Somebody with a card of the region. Who works in the libraries has an account apart from it: `domain/staff`. */
export const PatronAccount = z.object({
  _id: z.string(),
  version: z.int(),
  /** Absent once the account was deleted. */
  cardNumber: CardNumber.optional(),
  cardState: z.enum(['valid', 'lost', 'closed']),
  name: z.string(),
  /** The name that others read over what they write, and what it is told apart by; absent until they choose one. */
  displayName: z.string().optional(),
  displayNameKey: z.string().optional(),
  birthDate: LocalDate.optional(),
  municipality: z.string(),
  contact: Contact,
  settings: Settings,
  /** Argon2id; absent where no PIN was set. */
  pinHash: z.string().optional(),
  /** Since when it has a web account: the patron has proved who they are. */
  webSince: z.date().optional(),
  /** Whoever may see and act for this card, and the cards this one may act for. */
  guardians: z.array(z.string()),
  children: z.array(z.string()),
  code: Code.optional(),
  /** Raised to log out everywhere: a session of a lower one is over. */
  sessionEpoch: z.int(),
  /** Part of the secret address of the calendar of due dates. */
  calendarKey: z.string().optional(),
  createdAt: z.date(),
  deletedAt: z.date().optional(),
  /** Another account of the same person, which all that this one had was given to; its card leads there. */
  mergedInto: z.string().optional(),
  /** By whom that was decided, when, and how far it has come; absent once nothing more follows. */
  merge: z.object({ by: z.string(), at: z.date(), state: z.enum(['asked', 'moving', 'settling']) }).optional(),
  /** Accounts that look like this one and belong to others, as staff have found. */
  notSameAs: z.array(z.string()).optional(),
  /** Why nothing is lent or held, and the last day of it; staff end it where there is none. */
  block: z.object({ reason: z.string(), since: LocalDate, until: LocalDate.optional(), by: z.string() }).optional(),
  /** True while what other subjects keep of it is being erased. */
  erasing: z.literal(true).optional(),
});
export type PatronAccount = z.infer<typeof PatronAccount>;

/** Whether staff have blocked a patron, on a day. */
export const isBlocked = ({ block }: Pick<PatronAccount, 'block'>, on: LocalDate): boolean =>
  block !== undefined && (block.until === undefined || block.until >= on);

/** What staff enter when somebody gets a card. */
export const NewPatron = z.object({
  cardNumber: CardNumber,
  name: z.string().trim().min(1).max(200),
  birthDate: LocalDate.optional(),
  municipality: z.string(),
  contact: Contact.default({}),
  language: z.enum(locales).default('fi'),
  pin: Pin.optional(),
});
export type NewPatron = z.infer<typeof NewPatron>;
