import type { Readable } from 'node:stream';
import { GridFSBucket, type Db } from 'mongodb';

/** The files of imports, in MongoDB, where every worker finds them whichever machine it runs on. */
export interface ImportFiles {
  /** Stores a file as it comes, a part at a time. @returns its size in bytes @throws FileTooLarge, and keeps nothing then */
  keep(id: string, bytes: AsyncIterable<Uint8Array>): Promise<number>;
  read(id: string): Readable;
  /** Harmless to repeat. */
  remove(id: string): Promise<void>;
}

export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
  readonly limit: number;
  constructor(limit: number) {
    super(`The file is larger than ${limit} bytes`);
    this.limit = limit;
  }
}

export function importFiles(database: Db, { mostBytes }: { mostBytes: number }): ImportFiles {
  const bucket = new GridFSBucket(database, { bucketName: 'importFiles' });
  const idOf = (id: string) => id as unknown as Parameters<typeof bucket.delete>[0]; // any value may be one
  const remove = async (id: string) => {
    await database.collection<{ _id: string }>('importFiles.files').deleteOne({ _id: id });
    await database.collection('importFiles.chunks').deleteMany({ files_id: id });
  };
  return {
    remove,
    async keep(id, bytes) {
      await remove(id);
      const upload = bucket.openUploadStreamWithId(idOf(id), id, { chunkSizeBytes: 1024 * 1024 });
      let size = 0;
      try {
        for await (const chunk of bytes) {
          size += chunk.length;
          if (size > mostBytes) throw new FileTooLarge(mostBytes);
          if (!upload.write(chunk)) await new Promise((resolve) => upload.once('drain', resolve));
        }
        await new Promise<void>((resolve, reject) => upload.once('error', reject).end(resolve));
        return size;
      } catch (error) {
        upload.destroy();
        await remove(id);
        throw error;
      }
    },
    read: (id) => bucket.openDownloadStream(idOf(id)),
  };
}
