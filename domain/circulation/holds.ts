import { canBeHeld, positionOf, wants } from './decisions/hold-queue.ts';
import { estimatedWait } from './decisions/estimated-wait.ts';
import { decideHold, decideHoldChange, endHold, holdOf, type HoldChange, type HoldWish } from './decisions/hold-placement.ts'; // prettier-ignore
import {
  accruedCents,
  amend,
  hasJoined,
  patronInGoodStanding,
  queueFor,
  refuseTooEarly,
  rulesToday,
  today,
  type Actor,
  type CirculationDeps,
} from './deps.ts';
import { municipalityOfBranch } from '../consortium/distance.ts';
import { refuse } from './refusal.ts';
import type { Hold } from './schema.ts';
import { offerAll, releaseAll } from './settle.ts';

/** A hold as its patron sees it. */
export interface HoldView extends Omit<Hold, 'copy' | 'unoffered' | 'place' | 'unservableSince'> {
  readonly state: 'queued' | 'inTransit' | 'ready';
  /** Of queued ones: the place in the queue from 1, and about how many days it will take. */
  readonly position?: number;
  readonly waitDays?: number | undefined;
  /** Of ready ones. */
  readonly pickupNumber?: number;
  readonly pickupBy?: string;
}

export interface Holds {
  /** @throws Refusal; the patron's own wish waits for their municipality's self-service */
  place(patron: string, wish: HoldWish, by?: Actor): Promise<Hold>;
  /** @throws Refusal, as for placing one */
  change(patron: string, holdId: string, change: HoldChange, by?: Actor): Promise<void>;
  /** Nobody is kept in a queue. @throws Refusal where there is no such hold */
  cancel(patron: string, holdId: string): Promise<void>;
  ofPatron(patron: string): Promise<HoldView[]>;
  view(hold: Hold): Promise<HoldView>;
}

export function createHolds(deps: CirculationDeps): Holds {
  const { repository, copies, newId, now } = deps;

  async function view(hold: Hold): Promise<HoldView> {
    const { copy, unoffered: _, place: __, unservableSince: ___, ...shown } = hold;
    if (copy && !copy.claimedAt) {
      const [item] = await copies.items([copy.item]);
      if (item?.use?.kind !== 'holdShelf' || item.use.hold.id !== hold.id) return { ...shown, state: 'inTransit' };
      const { pickupNumber, pickupBy } = item.use;
      return { ...shown, state: 'ready', pickupNumber, pickupBy };
    }
    const workId = await copies.workOf(hold.target);
    const all = workId === undefined ? [] : await copies.ofWork(workId);
    const wanted = all.filter((one) => wants(hold, one));
    const [queue, rules] = await Promise.all([queueFor(deps, wanted), rulesToday(deps)]);
    const position = positionOf(hold, queue);
    const lendable = wanted.filter(({ item }) => canBeHeld(item));
    const [first] = lendable;
    const loanDays = first ? rules.termsFor({ ...first, acquiredOn: first.item.acquiredOn }).loanDays : 0;
    const waitDays = estimatedWait({ position, copies: lendable.map(({ item }) => item), loanDays }, rules.on);
    return { ...shown, state: 'queued', position, waitDays };
  }

  async function refusePickupAt(branch: string): Promise<void> {
    const { live, municipality, starts } = await hasJoined(deps, branch);
    if (!live) throw refuse('branch-not-joined', { branch, municipality, starts });
  }

  return {
    view,

    async place(patron, wish, by = 'patron') {
      const { municipality } = await patronInGoodStanding(deps, patron);
      await refuseTooEarly(deps, 'placeHold', { patron, by });
      await refusePickupAt(wish.pickupBranch);
      const workId = await copies.workOf(wish.target);
      if (workId === undefined) throw refuse('item-not-found');
      const [all, rules] = await Promise.all([copies.ofWork(workId), rulesToday(deps)]);
      const known = await repository.borrower(patron);
      const accrued = await accruedCents(deps, known);
      const draft = { id: newId(), place: 0, at: now() };
      decideHold(wish, draft, { borrower: known, copies: all, rules, accrued }); // a refusal takes no place in the queue
      const place = await repository.tick('holds');
      const placed = await amend(deps, known, (borrower) =>
        decideHold(wish, { ...draft, place }, { borrower, copies: all, rules, accrued }),
      );
      deps.count?.({ kind: 'hold', from: municipality, to: municipalityOfBranch(wish.pickupBranch, today(deps)) });
      await offerAll(deps, patron);
      const { holds } = await repository.borrower(patron);
      return holds.find(({ id }) => id === draft.id) ?? holdOf(placed, draft.id);
    },

    async change(patron, holdId, change, by = 'patron') {
      await refuseTooEarly(deps, 'changeHold', { patron, by });
      if (change.pickupBranch !== undefined) await refusePickupAt(change.pickupBranch);
      await amend(deps, patron, (borrower) => decideHoldChange(borrower, holdId, change, today(deps)));
      await offerAll(deps, patron);
    },

    async cancel(patron, holdId) {
      const after = await amend(deps, patron, (borrower) =>
        endHold(borrower, holdOf(borrower, holdId), 'cancelled', today(deps)),
      );
      await releaseAll(deps, after);
    },

    ofPatron: async (patron) => Promise.all((await repository.borrower(patron)).holds.map(view)),
  };
}
