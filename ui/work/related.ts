import { nothing, type TemplateResult } from 'lit';
import type { RelatedWorks } from '../../domain/discovery/schema.ts';
import type { Reader } from '../messages/messages.ts';
import { workRow, type RowWork } from '../pages/work-row.ts';
import { searchAddress } from '../search/address.ts';

const inRow = 16;

/**
 * The rows beside a work: its series in order, others by its author, what its readers like too, and works like it. A work stands in the first row it
 * belongs to only.
 */
export function relatedRows(
  { series, byAuthor, alsoRead = [], similar }: RelatedWorks,
  { reader, id, home }: { reader: Reader; id: string; home: string | undefined },
): (TemplateResult | typeof nothing)[] {
  const { t } = reader;
  const told = new Set([id]);
  const untold = (works: readonly RowWork[]) => {
    const left = works.filter((work) => !told.has(work.id)).slice(0, inRow);
    for (const work of left) told.add(work.id);
    return left;
  };
  const rows = series
    .filter(({ works }) => works.length > 1)
    .map(({ name, works }) => {
      const shown = around(works, id);
      for (const work of shown) told.add(work.id);
      return workRow({
        reader,
        home,
        name: t('work.inSeries', { name }),
        works: shown,
        all: searchAddress({ series: [name] }, home),
        current: id,
        numberOf: (work) => work.series?.find((one) => one.name === name)?.number,
      });
    });
  return [
    ...rows,
    byAuthor
      ? workRow({
          reader,
          home,
          name: t('work.byAuthor'),
          works: untold(byAuthor.works),
          all: searchAddress({ author: [byAuthor.name] }, home),
        })
      : nothing,
    workRow({
      reader,
      home,
      name: t('recommended.alsoRead'),
      about: t('recommended.why'),
      works: untold(alsoRead),
    }),
    workRow({ reader, home, name: t('work.similar'), works: untold(similar) }),
  ];
}

/** As much of a long series as a row holds, what comes next rather than what was before. */
function around<Work extends RowWork>(works: readonly Work[], id: string): Work[] {
  const at = works.findIndex((work) => work.id === id);
  const first = Math.max(0, Math.min(at - 4, works.length - inRow));
  return works.slice(first, first + inRow);
}
