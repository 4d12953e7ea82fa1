import { MongoBulkWriteError, MongoServerError, type Collection } from 'mongodb';

const duplicateKey = 11000;

/** Whether a write was refused because another document has what may be there only once. */
export const isDuplicate = (error: unknown): error is MongoServerError =>
  error instanceof MongoServerError && error.code === duplicateKey;

/** Whether a document was inserted: false where one with its id, or with what may be there only once, is there already. */
export async function inserted(insert: Promise<unknown>): Promise<boolean> {
  try {
    await insert;
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/** Inserts documents in no order; one whose id, or what may be there only once, is there already stays as it is. */
export async function insertMissing<T extends { _id: string }>(collection: Collection<T>, documents: readonly T[]) {
  if (documents.length === 0) return;
  // The driver's own type of what may be inserted cannot be resolved for a T that is not known yet.
  const insertable = documents as unknown as Parameters<Collection<T>['insertMany']>[0];
  await collection.insertMany(insertable, { ordered: false }).catch((error: unknown) => {
    if (!(error instanceof MongoBulkWriteError)) throw error;
    const failures = [error.writeErrors].flat();
    if (failures.length === 0 || failures.some(({ code }) => code !== duplicateKey)) throw error;
  });
}
