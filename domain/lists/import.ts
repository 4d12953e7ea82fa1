import { isbn13 } from '../catalogue/edition/identifiers.ts';
import { summariseWork } from '../discovery/summary.ts';
import { writable, type Actor, type ListDeps } from './deps.ts';
import { keptOf, type Draft, type Entries } from './entries.ts';
import { ListProblem } from './problems.ts';
import { readIsbns, readTable, type ReadLine } from './read-table.ts';
import { withoutMarks } from '../written-text.ts';
import { most } from './schema.ts';

export const importFormats = ['isbn', 'csv'] as const;

/** What came of every line: nothing that was brought is passed over in silence. */
export interface ListImport {
  readonly lines: number;
  readonly added: number;
  /** Lines whose works were in the list already, or stood twice in what was brought. */
  readonly already: number;
  readonly notFound: readonly { readonly line: number; readonly text: string; readonly isbn: string | undefined }[];
}

/** More lines than that are no list; told before anything is looked for. */
const mostLines = 2 * most.entries;

/**
 * Adds the works that a text names by their ISBN or, in a table, by their address.
 * @throws ListProblem `list-full` before anything is written, and those of whoever may not write
 */
export async function importEntries(
  deps: ListDeps,
  entries: Entries,
  { id, actor, format, text }: { id: string; actor: Actor; format: (typeof importFormats)[number]; text: string },
): Promise<ListImport> {
  await writable(deps, id, actor);
  const lines = format === 'isbn' ? readIsbns(text) : readTable(text);
  if (lines.length > mostLines) throw new ListProblem('list-full', { limit: most.entries, count: lines.length });
  const found = await draftsOf(deps, lines);
  const drafts = found.flatMap(({ draft }) => draft ?? []);
  const { added } = drafts.length > 0 ? await entries.addMany(id, actor, drafts) : { added: 0 };
  return {
    lines: lines.length,
    added,
    already: drafts.length - added,
    notFound: found.flatMap(({ draft, line: { line, text: written, isbn } }) =>
      draft ? [] : [{ line, text: written.slice(0, 500), isbn }],
    ),
  };
}

async function draftsOf(
  deps: ListDeps,
  lines: readonly ReadLine[],
): Promise<{ line: ReadLine; draft: Draft | undefined }[]> {
  const isbns = [...new Set(lines.flatMap(({ isbn }) => isbn ?? []))];
  const named = lines.flatMap(({ work }) => work ?? []);
  const current = await deps.catalogue.currentWorkIds([...new Set(named)]);
  const ids = [...new Set([...current.values(), ...(isbns.length > 0 ? await deps.worksWithIsbns(isbns) : [])])];
  const works = new Map<string, Omit<Draft, 'note'>>();
  const byIsbn = new Map<string, string>();
  for (let start = 0; start < ids.length; start += worksAtOnce) {
    for (const stored of await deps.catalogue.readWorks(ids.slice(start, start + worksAtOnce))) {
      const summary = summariseWork(stored);
      if (!summary) continue;
      works.set(stored.id, { ...keptOf(summary), work: stored.id });
      for (const { edition } of stored.records)
        for (const isbn of edition.isbns) byIsbn.set(isbn13(isbn) ?? isbn, stored.id);
    }
  }
  return lines.map((line) => {
    const id = current.get(line.work ?? '') ?? '';
    const work = works.get(id) ?? works.get(byIsbn.get(line.isbn ?? '') ?? '');
    return { line, draft: work && { ...work, note: withoutMarks(line.note) } };
  });
}

const worksAtOnce = 500;
