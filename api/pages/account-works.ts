import type { ListedWork } from '../../ui/pages/account/account.ts';
import type { PageDeps } from './deps.ts';

type Catalogue = Pick<PageDeps['catalogue'], 'works' | 'records'>;

/** What a loan or a hold names: a work, or a record of one, and how the record is called where that is known. */
export interface Named {
  readonly workId?: string | undefined;
  readonly recordId?: string | undefined;
  readonly title?: string | undefined;
}

/** The works that loans and holds are of, in their order; what is in the catalogue no more keeps the name it had. */
export async function namedWorks(catalogue: Catalogue, all: readonly Named[]): Promise<ListedWork[]> {
  const records = await catalogue.records(all.flatMap(({ recordId }) => recordId ?? [])); // prettier-ignore
  const ids = all.map(({ workId, recordId }) => workId ?? records.get(recordId ?? '')?.workId);
  const works = await catalogue.works([...new Set(ids.filter((id) => id !== undefined))]);
  const byId = new Map(works.map((work) => [work.asked, work]));
  return all.map(({ title, workId, recordId }, index) => {
    const work = byId.get(ids[index] ?? '');
    const edition = records.get(recordId ?? '')?.edition.title;
    return {
      id: work?.id,
      title: title ?? (workId === undefined ? undefined : work?.title) ?? edition ?? work?.title ?? recordId ?? '–',
      author: work?.authors[0],
    };
  });
}

/** What a hold is placed on, by its target: `work:…`, `record:…`, or `item:…`, which its record tells. */
export function namedByHold({ target, record }: { target: string; record?: string | undefined }): Named {
  const [kind, id] = [target.slice(0, target.indexOf(':')), target.slice(target.indexOf(':') + 1)];
  if (kind === 'work') return { workId: id, recordId: record };
  return { recordId: kind === 'record' ? id : record };
}
