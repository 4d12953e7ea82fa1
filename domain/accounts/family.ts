import { AccountProblem } from './problems.ts';
import type { PatronAccount } from './schema.ts';

interface Deps {
  find(id: string): Promise<PatronAccount | undefined>;
  amend(id: string, decide: (account: PatronAccount) => PatronAccount): Promise<PatronAccount>;
}

/** Guardians see and act for the cards of their children. Staff link them, who see both. */
export interface Family {
  /** @throws AccountProblem `patron-not-found`, `not-allowed` for a card and itself, or one that has children itself */
  linkChild(guardian: string, child: string): Promise<void>;
  unlinkChild(guardian: string, child: string): Promise<void>;
  /** Whether one card may act for another: for itself, and for children linked to it on both sides. */
  mayActFor(actor: string, card: string): Promise<boolean>;
}

/**
 * A link stands on both cards and counts only then, so that one that was half made, or half undone, gives no rights.
 * Making and undoing may be repeated.
 */
export function familyOf({ find, amend }: Deps): Family {
  return {
    async linkChild(guardian, child) {
      const young = await find(child);
      if (guardian === child || (young && young.children.length > 0)) throw new AccountProblem('not-allowed');
      await amend(child, (account) => ({ ...account, guardians: withOne(account.guardians, guardian) }));
      await amend(guardian, (account) => ({ ...account, children: withOne(account.children, child) }));
    },
    async unlinkChild(guardian, child) {
      await amend(child, (account) => ({ ...account, guardians: account.guardians.filter((id) => id !== guardian) }));
      await amend(guardian, (account) => ({ ...account, children: account.children.filter((id) => id !== child) }));
    },
    async mayActFor(actor, card) {
      if (actor === card) return true;
      const [guardian, child] = await Promise.all([find(actor), find(card)]);
      return guardian?.children.includes(card) === true && child?.guardians.includes(actor) === true;
    },
  };
}

const withOne = (all: readonly string[], one: string): string[] => [...new Set([...all, one])];
