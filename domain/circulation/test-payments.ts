import { MongoServerError, type Collection, type Db } from 'mongodb';
import type { PaymentOutcome, PaymentProvider } from './deps.ts';

/** The provider for tests and the demo: it never sees money, and pays what it is told to. */
export interface TestPaymentProvider extends PaymentProvider {
  decide(id: string, outcome: 'paid' | 'failed'): Promise<void>;
  /** All it was ever paid, in cents. */
  received(): Promise<number>;
}

/** It keeps its books in the database, as those of a real one stand outside this process as well. */
export function testPaymentProvider(database: Db): TestPaymentProvider {
  const payments: Collection<{ _id: string; cents: number; outcome: PaymentOutcome }> =
    database.collection('testPayments');
  const outcomeOf = async (id: string) => (await payments.findOne({ _id: id }))?.outcome;
  const addMissing = (id: string, cents: number, outcome: PaymentOutcome) =>
    payments.insertOne({ _id: id, cents, outcome }).catch((error: unknown) => {
      if (!(error instanceof MongoServerError && error.code === duplicateKey)) throw error;
    });

  return {
    async begin({ id, cents, returnTo }) {
      await addMissing(id, cents, 'open');
      if ((await outcomeOf(id)) === 'failed') throw new Error('this payment was given up');
      return { url: `${returnTo}${returnTo.includes('?') ? '&' : '?'}payment=${id}` };
    },
    outcome: async (id) => (await outcomeOf(id)) ?? 'open',
    async close(id) {
      await addMissing(id, 0, 'failed');
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

const duplicateKey = 11000;
