import type { Collection, Db } from 'mongodb';
import { inserted } from '../insertion.ts';
import type { PaymentOutcome, PaymentProvider } from './deps.ts';

/** The provider for tests and the demo: it never sees money, and pays what it is told to. */
export interface TestPaymentProvider extends PaymentProvider {
  decide(id: string, outcome: 'paid' | 'failed'): Promise<void>;
  /** Undefined for one it has not heard of, and while it is closed. */
  find(id: string): Promise<TestPayment | undefined>;
  /** All it was ever paid, in cents. */
  received(): Promise<number>;
}

interface TestPayment {
  readonly id: string;
  readonly cents: number;
  readonly outcome: PaymentOutcome;
  /** Where the patron goes back to. */
  readonly returnTo: string;
}

/** It keeps its books in the database, as those of a real one stand outside this process as well. */
export function testPaymentProvider(database: Db, { isOpen }: { isOpen: boolean }): TestPaymentProvider {
  const payments: Collection<{ _id: string; cents: number; outcome: PaymentOutcome; returnTo: string }> =
    database.collection('testPayments');
  const outcomeOf = async (id: string) => (await payments.findOne({ _id: id }))?.outcome;
  const addMissing = (id: string, cents: number, outcome: PaymentOutcome, returnTo: string) =>
    inserted(payments.insertOne({ _id: id, cents, outcome, returnTo }));

  return {
    isOpen,
    async begin({ id, cents, returnTo }) {
      await addMissing(id, cents, 'open', returnTo);
      if ((await outcomeOf(id)) === 'failed') throw new Error('this payment was given up');
      return { url: new URL(`/test-payments/${id}`, returnTo).href };
    },
    async find(id) {
      if (!isOpen) return undefined;
      const found = await payments.findOne({ _id: id });
      return found ? { id, cents: found.cents, outcome: found.outcome, returnTo: found.returnTo } : undefined;
    },
    outcome: async (id) => (await outcomeOf(id)) ?? 'open',
    async close(id) {
      await addMissing(id, 0, 'failed', '');
      await payments.updateOne({ _id: id, outcome: 'open' }, { $set: { outcome: 'failed' } });
      return (await outcomeOf(id)) === 'paid' ? 'paid' : 'failed';
    },
    async decide(id, outcome) {
      await payments.updateOne({ _id: id, outcome: 'open' }, { $set: { outcome } });
    },
    async received() {
      const paid = await payments.find({ outcome: 'paid' }).toArray();
      return paid.reduce((sum, { cents }) => sum + cents, 0);
    },
  };
}
