import type { FindWriter } from '../accounts/writers.ts';
import type { Admission } from '../moderation/admission.ts';
import type { KeptText, TextKeeper } from '../moderation/keeper.ts';
import type { Standing } from '../moderation/schema.ts';
import type { EntryRepository } from './repository-of-entries.ts';
import type { ListRepository } from './repository.ts';
import type { ListText, WorkList } from './schema.ts';

export interface ModerationDeps {
  readonly lists: ListRepository;
  readonly entries: EntryRepository;
  readonly admission: Pick<Admission, 'admit'>;
  /** Where whoever owns a list is from. */
  readonly findWriter: FindWriter;
}

/** Longest part of a list's notes that staff are shown beside its description. */
const mostShown = 20_000;

/**
 * Where a list stands once it says this: as before while it is private, since it is nobody else's then. What is already written of its
 * works is judged with it when it is first shared.
 * @throws ModerationProblem as `admit`
 */
export async function standingOfText(
  { admission, entries }: ModerationDeps,
  patron: string,
  { now, next }: { now?: WorkList; next: ListText },
): Promise<Standing | undefined> {
  if (next.visibility === 'private') return now?.standing;
  const notes = now?.visibility === 'private' ? await notesOf(entries, now._id) : [];
  const texts = [next.title, next.description, next.byline, ...notes];
  return admission.admit({ kind: 'list', patron, texts, before: now?.standing });
}

/**
 * Judges notes that are to be written in a list: one that has to wait takes the whole list from others' eyes until staff have looked.
 * @throws ModerationProblem as `admit`
 */
export async function admitNotes(
  deps: ModerationDeps,
  patron: string,
  { list, notes }: { list: WorkList; notes: readonly string[] },
): Promise<void> {
  const { admission, lists } = deps;
  const texts = notes.filter((note) => note !== '');
  if (list.visibility === 'private' || texts.length === 0) return;
  const standing = await admission.admit({ kind: 'list', patron, texts, before: list.standing });
  if (standing.state === 'published' || standingOf(list).state !== 'published') return;
  // where it has been changed meanwhile it is judged as it stands now
  if (await lists.judge({ id: list._id, version: list.version, standing: standingOf(list) }, standing)) return;
  const present = await lists.find(list._id);
  if (present) await admitNotes(deps, patron, { list: present, notes });
}

/** Lists as staff judge them: what is written about them, and of their works. */
export function listKeeper({ lists, entries, findWriter }: ModerationDeps): TextKeeper {
  async function kept(list: WorkList): Promise<KeptText> {
    const { _id: id, version, owner, byline, title, description, changedAt } = list;
    const [writer, notes] = await Promise.all([findWriter(owner), notesOf(entries, id)]);
    return {
      id,
      version,
      author: owner,
      municipality: writer?.municipality ?? '',
      byline,
      title,
      text: [description, ...notes].filter(Boolean).join('\n\n').slice(0, mostShown),
      about: { title, address: `/lists/${encodeURIComponent(id)}` },
      writtenAt: changedAt,
      standing: standingOf(list),
    };
  }
  return {
    async find(id) {
      const list = await lists.find(id);
      const isOthers = list && (list.visibility !== 'private' || standingOf(list).state !== 'published');
      return isOthers ? kept(list) : undefined;
    },
    standing: async (state, page) => Promise.all((await lists.standing(state, page)).map(kept)),
    move: (read, standing) => lists.judge(read, standing),
  };
}

/** Lists that were shared before they were judged stand published. */
const standingOf = ({ standing, createdAt }: WorkList): Standing =>
  standing ?? { state: 'published', since: createdAt };

const notesOf = async (entries: EntryRepository, list: string): Promise<string[]> =>
  (await entries.page(list, 'hand', { skip: 0, size: 0 })).flatMap(({ note }) => (note === '' ? [] : [note]));
