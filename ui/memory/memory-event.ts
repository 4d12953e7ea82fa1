import type { RememberedWork, Undo } from './memory-store.ts';

/** Fired by `lastu-memory-button` as `lastu-memory`; whoever tells the reader of it says so by `preventDefault()`. */
export interface MemoryDetail {
  /** `full`: there was no room for it. */
  readonly what: 'added' | 'removed' | 'full';
  readonly work: RememberedWork;
  readonly undo?: Undo | undefined;
}

export type MemoryEvent = CustomEvent<MemoryDetail>;
