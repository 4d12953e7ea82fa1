import { z } from 'zod';

/** Most works that a memory list holds on the server; a browser shows the newest of them. */
export const mostRemembered = 2_000;

const text = z.string().min(1).max(5_000);

/** A work somebody wants to remember, as browsers keep it: enough to show it while the catalogue is away. */
export const RememberedWork = z.object({
  id: z.string().min(1).max(300),
  title: text,
  /** Names as catalogued. */
  authors: z.array(text).max(100).default([]),
  addedAt: z.iso.datetime(),
  /** When it was put back, if it had been taken off: it stands where it stood, and is there all the same. */
  againAt: z.iso.datetime().optional(),
});
export type RememberedWork = z.infer<typeof RememberedWork>;

/** A work that was taken off, and when: so that a device that has not heard of it does not bring it back. */
export const ForgottenWork = z.object({ id: z.string().min(1).max(300), removedAt: z.iso.datetime() });
export type ForgottenWork = z.infer<typeof ForgottenWork>;

/** What one device knows, or all of them together. */
export const Memory = z.object({ works: z.array(RememberedWork), removed: z.array(ForgottenWork) });
export type Memory = z.infer<typeof Memory>;

/** Of a patron (`patron:<id>`), or of whoever has the token (`token:<id>`). */
export const StoredMemory = Memory.extend({
  _id: z.string(),
  version: z.int(),
  touchedAt: z.date(),
  /** Of those without an account. */
  expiresAt: z.date().optional(),
});
export type StoredMemory = z.infer<typeof StoredMemory>;
