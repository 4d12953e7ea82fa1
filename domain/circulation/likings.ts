import type { Db } from 'mongodb';
import type { Liking, LikingSource } from '../recommendations/schema.ts';
import type { Catalogue } from '../catalogue/service.ts';
import { circulationRepository } from './repository.ts';
import type { PastLoan } from './schema.ts';

const atOnce = 1_000;

/** Works that patrons have borrowed who keep their history; of others nothing is known. */
export function loanLikings(database: Db, { recordHeads }: Pick<Catalogue, 'recordHeads'>): LikingSource {
  const repository = circulationRepository(database);
  async function likingsOf(loans: readonly PastLoan[]): Promise<Liking[]> {
    const heads = await recordHeads([...new Set(loans.map(({ record }) => record))]);
    return loans.flatMap(({ patron, record, returnedOn }) => {
      const work = heads.get(record)?.workId;
      return work === undefined ? [] : [{ patron, work, at: new Date(returnedOn) }];
    });
  }
  return {
    reason: 'borrowed',
    async *all() {
      let some: PastLoan[] = [];
      for await (const loan of repository.allPastLoans()) {
        some.push(loan);
        if (some.length < atOnce) continue;
        yield* await likingsOf(some);
        some = [];
      }
      yield* await likingsOf(some);
    },
    ofPatron: async (patron) => likingsOf(await repository.pastLoans(patron)),
  };
}
