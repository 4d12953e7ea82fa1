import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { allowed, changed, changes, ownersOnly, roleOf } from './decisions.ts';
import { readable, refuseTooEarly, type Actor, type ListDeps } from './deps.ts';
import type { TextKeeper } from '../moderation/keeper.ts';
import { keepPace } from '../pace.ts';
import { listKeeper, standingOfText } from './moderated.ts';
import { removeLongDeleted, restorableSince } from './removal.ts';
import { entriesOf, type Entries } from './entries.ts';
import { importEntries, type importFormats, type ListImport } from './import.ts';
import { listRecords } from './personal-records.ts';
import { ListProblem } from './problems.ts';
import { publicLists, type PublicLists } from './public.ts';
import { publicListRepository } from './repository-of-public.ts';
import { foundBy } from './words.ts';
import { entryRepository } from './repository-of-entries.ts';
import { telling } from './heads.ts';
import { listRepository } from './repository.ts';
import { most, type ListText, type Member, type Role, type WorkList } from './schema.ts';
import type { Db } from 'mongodb';
import type { PersonalRecords } from '../accounts/privacy.ts';

/** A list as somebody sees it. */
export interface SeenList {
  readonly list: WorkList;
  readonly role: Role;
  readonly count: number;
}

/**
 * Lists of works that patrons gather, write together and share. A list that is not there for somebody is `list-not-found` to
 * them, whether or not there is one; whoever may only read is told `list-not-yours`.
 */
export interface Lists {
  ensureIndexes(): Promise<void>;
  readonly entries: Entries;
  /** What accounts export and delete. */
  readonly records: PersonalRecords;
  /** Shared lists, as staff judge them. */
  readonly keeper: TextKeeper;
  find(id: string, patron: string | undefined): Promise<SeenList>;
  /** Those everybody may find. */
  readonly everybodys: PublicLists;
  /** Those of a patron and those they were invited to. */
  ofPatron(patron: string): Promise<SeenList[]>;
  /** @throws ListProblem `too-many-lists`, `community-not-started`; of one that is shared, ModerationProblem as well */
  create(actor: Actor, text: ListText): Promise<SeenList>;
  /** `done` is false where the list is not at `version` any more: it is the present one. */
  change(id: string, actor: Actor, wish: { version: number; text: Partial<ListText> }): Promise<SeenList & { done: boolean }>; // prettier-ignore
  /** With everything in it. Its owner may do this at any time, and bring it back for a week. */
  remove(id: string, patron: string): Promise<void>;
  /** @throws ListProblem `list-not-found` where it is not one of those that the patron has deleted lately */
  restore(id: string, patron: string): Promise<SeenList>;
  /** Lists that a patron may still bring back, the last deleted first. */
  deletedOf(patron: string): Promise<WorkList[]>;
  /** Removes for good what was deleted long ago; harmless to repeat. */
  removeLongDeleted(): Promise<void>;
  /** The lists that a patron may write in, and the entry of a work in each that has it. */
  forWork(patron: string, work: string): Promise<(SeenList & { readonly entry: string | undefined })[]>;
  /** A token for whoever is to join, told once and valid for thirty days. @throws ListProblem `too-many-members` */
  invite(id: string, actor: Actor, role: Member['role']): Promise<{ id: string; token: string; expiresAt: Date }>;
  withdrawInvitation(id: string, patron: string, invitation: string): Promise<void>;
  /** @throws ListProblem `invitation-not-found`, `too-many-members` */
  join(id: string, actor: Actor, wish: { token: string; name: string }): Promise<SeenList>;
  /** The owner may send away anybody, whereupon no link lets anybody in any more; others may leave. */
  removeMember(id: string, patron: string, member: string): Promise<void>;
  /** A private list of one's own with all works and notes of another. */
  copy(id: string, actor: Actor): Promise<SeenList>;
  /** Adds to a list what is in another: no work twice, all notes kept. */
  merge(id: string, actor: Actor, from: string): Promise<{ added: number; already: number }>;
  /** See `importEntries`. */
  importEntries(wish: { id: string; actor: Actor; format: (typeof importFormats)[number]; text: string }): Promise<ListImport>; // prettier-ignore
}

const invitationDays = 30;

export interface NewLists extends Omit<ListDeps, 'lists' | 'entries' | 'everybodys'> {
  readonly database: Db;
}

export function createLists({ database, ...others }: NewLists): Lists {
  const everybodys = publicListRepository(database);
  const deps: ListDeps = { ...others, lists: telling(listRepository(database), everybodys.touch), entries: entryRepository(database), everybodys }; // prettier-ignore
  const { lists, words } = deps;
  const entries = entriesOf(deps);

  const seen = async (list: WorkList, role: Role): Promise<SeenList> => ({ list, role, count: await deps.entries.count(list._id) }); // prettier-ignore
  async function find(id: string, patron: string | undefined): Promise<SeenList> {
    const { list, role } = await readable(deps, id, patron);
    return seen(list, role);
  }
  const owned = async (id: string, patron: string) => allowed(await lists.find(id), patron, 'own').list;
  async function seenBy(found: readonly WorkList[], patron: string | undefined): Promise<SeenList[]> {
    const counts = await deps.entries.counts(found.map(({ _id }) => _id));
    return found.map((list) => ({ list, role: roleOf(list, patron) ?? 'reader', count: counts.get(list._id) ?? 0 }));
  }
  async function create(actor: Actor, text: ListText): Promise<SeenList> {
    await refuseTooEarly(deps, actor);
    await keepPace(deps.pace, actor.patron);
    if ((await lists.countOwned(actor.patron)) >= most.lists)
      throw new ListProblem('too-many-lists', { limit: most.lists });
    const standing = await standingOfText(deps, actor.patron, { next: text });
    const now = new Date();
    const list: WorkList = {
      _id: newSecret(16),
      version: 1,
      ...text,
      owner: actor.patron,
      members: [],
      invitations: [],
      createdAt: now,
      changedAt: now,
      ...foundBy(words, text),
      size: 0,
      saves: 0,
      ...(standing && { standing }),
    };
    await lists.add(list);
    return seen(list, 'owner');
  }
  const draftsIn = async (id: string, { patron }: Actor) =>
    (await entries.all(id, patron, 'hand')).map(({ entry }) => entry);

  return {
    entries,
    everybodys: publicLists(deps),
    create,
    records: listRecords(deps),
    keeper: listKeeper(deps),

    async ensureIndexes() {
      await Promise.all([lists.ensureIndexes(), deps.entries.ensureIndexes(), deps.everybodys.ensureIndexes()]);
    },

    find,

    ofPatron: async (patron) => seenBy(await lists.ofPatron(patron), patron),

    async change(id, actor, { version, text }) {
      const isOwners = ownersOnly.some((name) => text[name] !== undefined);
      const what = isOwners ? 'own' : 'write';
      const { list, role } = allowed(await lists.find(id), actor.patron, what);
      const hides = Object.keys(text).length === 1 && text.visibility === 'private';
      if (!hides) await refuseTooEarly(deps, actor);
      if (!hides) await keepPace(deps.pace, actor.patron);
      if (!changes(list, text)) return { ...(await seen(list, role)), done: true };
      for (let before = list; ; before = allowed(await lists.find(id), actor.patron, what).list) {
        if (before.version !== version) return { ...(await seen(before, role)), done: false };
        const next = changed(before, text);
        const standing = await standingOfText(deps, actor.patron, { now: before, next });
        const done = await lists.change(before, { ...text, ...foundBy(words, next), ...(standing && { standing }) });
        if (done) return { ...(await seen(done, role)), done: true };
      }
    },

    async remove(id, patron) {
      await owned(id, patron);
      await lists.lay(id);
    },

    async restore(id, patron) {
      if (!(await lists.bringBack(id, patron, restorableSince(new Date())))) throw new ListProblem('list-not-found');
      return find(id, patron);
    },

    async deletedOf(patron) {
      const since = restorableSince(new Date());
      return (await lists.deletedOf(patron)).filter(({ deletedAt }) => deletedAt && deletedAt > since);
    },

    removeLongDeleted: () => removeLongDeleted(deps),

    async forWork(patron, work) {
      const found = (await seenBy(await lists.ofPatron(patron), patron)).filter(({ role }) => role !== 'reader');
      const having = await deps.entries.havingWork(found.map(({ list }) => list._id), work); // prettier-ignore
      return found.map((seen) => ({ ...seen, entry: having.get(seen.list._id) }));
    },

    async invite(id, actor, role) {
      await owned(id, actor.patron);
      await refuseTooEarly(deps, actor);
      const token = newSecret(24);
      const expiresAt = new Date(Date.now() + invitationDays * 86_400_000);
      const invitation = { id: randomUUID(), hash: hashOf(token), role, expiresAt };
      if (!(await lists.addInvitation(id, invitation)))
        throw new ListProblem('too-many-members', { limit: most.invitations });
      return { id: invitation.id, token, expiresAt };
    },

    async withdrawInvitation(id, patron, invitation) {
      await owned(id, patron);
      await lists.removeInvitation(id, invitation);
    },

    async join(id, actor, { token, name }) {
      const list = await lists.find(id);
      const hash = hashOf(token);
      const invitation = list?.invitations.find((one) => one.hash === hash && one.expiresAt.getTime() > Date.now());
      if (!list || !invitation) throw new ListProblem('invitation-not-found');
      await refuseTooEarly(deps, actor);
      if (list.owner !== actor.patron) {
        const member = { id: randomUUID(), patron: actor.patron, role: invitation.role, name, since: new Date() };
        if (!(await lists.addMember(id, member))) throw new ListProblem('too-many-members', { limit: most.members });
        if (invitation.role === 'writer') await lists.raiseMember(id, actor.patron);
      }
      return find(id, actor.patron);
    },

    async removeMember(id, patron, member) {
      const { list, role } = allowed(await lists.find(id), patron, 'read');
      const isOwn = list.members.some((one) => one.id === member && one.patron === patron);
      if (role !== 'owner' && !isOwn) throw new ListProblem('list-not-yours');
      // whoever was sent away would come back by the link they came by
      if (!isOwn) await lists.removeInvitations(id);
      await lists.removeMember(id, member);
    },

    async copy(id, actor) {
      const { list } = await readable(deps, id, actor.patron);
      const drafts = await draftsIn(id, actor);
      const { title, description, language, order } = list;
      const made = await create(actor, { title, description, language, order, byline: '', visibility: 'private' });
      await entries.addMany(made.list._id, actor, drafts);
      return seen(made.list, 'owner');
    },

    async merge(id, actor, from) {
      return entries.addMany(id, actor, await draftsIn(from, actor));
    },

    importEntries: (wish) => importEntries(deps, entries, wish),
  };
}

const newSecret = (bytes: number) => randomBytes(bytes).toString('base64url');
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');
