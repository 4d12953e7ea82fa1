import { randomBytes, randomUUID } from 'node:crypto';
import type { Db } from 'mongodb';
import type { PersonalRecords } from '../accounts/privacy.ts';
import type { Consortium } from '../consortium/service.ts';
import type { Discovery } from '../discovery/service.ts';
import type { WorkSummary } from '../discovery/schema.ts';
import { localDate } from '../local-date.ts';
import type { Correspondent, Outbox } from '../notices/correspondent.ts';
import { findingIn, letterAbout, letterText, subjectOf } from './letter.ts';
import { arrivalsFor, lookThrough, type Arrivals, type LookDeps } from './look.ts';
import { savedSearchRecords } from './personal-records.ts';
import { SavedSearchProblem } from './problems.ts';
import { savedSearchRepository, type SavedSearchRepository } from './repository.ts';
import { nextTime } from './schedule.ts';
import { mostSavedSearches, type Finding, type SavedSearch, type SavedSearchText } from './schema.ts';

/** A work that came, and when it was found. */
export interface FoundWork {
  readonly work: WorkSummary;
  /** The edition that came. */
  readonly record: string;
  readonly foundAt: Date;
}

/**
 * Searches that patrons have saved, to hear of what is new in them. Nothing is told twice, as what was found is known by its
 * id; nothing is lost, as what was looked through is written down last.
 */
export interface SavedSearches {
  ensureIndexes(): Promise<void>;
  /** What accounts export and delete. */
  readonly records: PersonalRecords;
  /** Words the letters about findings. */
  readonly correspondent: Correspondent;
  ofPatron(patron: string): Promise<SavedSearch[]>;
  /** @throws SavedSearchProblem `saved-search-not-found` */
  find(id: string, patron: string): Promise<SavedSearch>;
  /** @throws SavedSearchProblem `too-many-saved-searches`, `community-not-started` */
  save(
    actor: { patron: string; municipality: string },
    wish: SavedSearchText & Pick<SavedSearch, 'wish' | 'language'>,
  ): Promise<SavedSearch>;
  /** Paused, nothing is looked for; what comes meanwhile is no news when it goes on. */
  change(id: string, patron: string, change: Partial<SavedSearchText & Pick<SavedSearch, 'state'>>): Promise<SavedSearch>; // prettier-ignore
  /** It can be had back for a day. */
  remove(id: string, patron: string): Promise<void>;
  restore(id: string, patron: string): Promise<SavedSearch>;
  /** One that was deleted and can be had back. */
  deleted(id: string, patron: string): Promise<SavedSearch | undefined>;
  /** Gives its feed another secret address; the old one is worth nothing from now on. */
  renewFeed(id: string, patron: string): Promise<SavedSearch>;
  /** What is new now and has not been told: nothing is changed by looking. */
  newNow(search: SavedSearch): Promise<FoundWork[]>;
  /** What was found before, the latest first. */
  found(search: SavedSearch, size: number): Promise<FoundWork[]>;
  byFeedKey(key: string): Promise<SavedSearch | undefined>;
  byStopKey(key: string): Promise<SavedSearch | undefined>;
  /** Looks through all searches whose time has come, and writes the letters there are to write; nothing is sent. Harmless to repeat. */
  look(): Promise<void>;
}

export interface SavedSearchDeps extends LookDeps {
  readonly repository: SavedSearchRepository;
  readonly letters: Outbox;
  readonly discovery: Pick<Discovery, 'works'>;
  readonly consortium: Pick<Consortium, 'begun'>;
  readonly publicUrl: string;
  readonly now: () => Date;
}

export const createSavedSearches = ({ database, ...deps }: Omit<SavedSearchDeps, 'repository'> & { database: Db }) =>
  savedSearchesOver({ ...deps, repository: savedSearchRepository(database) });

export function savedSearchesOver(deps: SavedSearchDeps): SavedSearches {
  const { repository, letters, discovery, now, publicUrl } = deps;

  async function find(id: string, patron: string): Promise<SavedSearch> {
    const search = await repository.find(id);
    if (search?.patron !== patron || search.deletedAt) throw new SavedSearchProblem('saved-search-not-found');
    return search;
  }

  /** Read, decide, compare-and-swap. */
  async function amend(read: () => Promise<SavedSearch>, decide: (search: SavedSearch) => Partial<SavedSearch>) {
    for (;;) {
      const before = await read();
      const after = await repository.change(before, decide(before));
      if (after) return after;
    }
  }

  /** In an order: what has come last first; what is in the catalogue no more is left out. */
  async function shown(findings: readonly Finding[]): Promise<FoundWork[]> {
    const works = await discovery.works([...new Set(findings.map(({ work }) => work))]);
    const byId = new Map(works.map((work) => [work.asked, work]));
    const told = new Set<string>();
    return findings.flatMap(({ work: asked, record, foundAt }) => {
      const work = byId.get(asked);
      if (!work || told.has(work.id)) return [];
      told.add(work.id);
      return [{ work, record, foundAt }];
    });
  }

  async function lookAndTell(search: SavedSearch, arrivals: Arrivals): Promise<void> {
    const { findings, since } = await lookThrough(search, arrivals, deps);
    await repository.keep(findings);
    const toTell = search.channel === 'email' ? await repository.findingsToTell(search._id) : [];
    const told = await letters.told(toTell.map(subjectOf));
    const letter = letterAbout(search.patron, toTell.filter((one) => !told.has(subjectOf(one))), now()); // prettier-ignore
    // where another has just told of one of them, the rest is told of the next time
    if (letter) await letters.add(letter);
    // who has changed it meanwhile has it looked through again
    await repository.change(search, { since, nextAt: nextTime(search.cadence, arrivals.at) });
  }

  return {
    records: savedSearchRecords(repository),
    ensureIndexes: () => repository.ensureIndexes(),
    find,
    ofPatron: (patron) => repository.ofPatron(patron),

    async save(actor, { name, channel, cadence, wish, language }) {
      const { municipality } = actor;
      const { live, starts } = await deps.consortium.begun('takePart', municipality, localDate(now()));
      if (!live) throw new SavedSearchProblem('community-not-started', { municipality, starts });
      if ((await repository.ofPatron(actor.patron)).length >= mostSavedSearches)
        throw new SavedSearchProblem('too-many-saved-searches', { limit: mostSavedSearches });
      const at = now();
      const search: SavedSearch = {
        _id: randomUUID(), version: 1, patron: actor.patron, name, channel, cadence, wish, language, state: 'active',
        createdAt: at, from: at, since: at, nextAt: nextTime(cadence, at), feedKey: newKey(), stopKey: newKey(),
      }; // prettier-ignore
      await repository.add(search);
      return search;
    },

    change: (id, patron, change) =>
      amend(
        () => find(id, patron),
        (before) => ({ ...change, ...(change.cadence && { nextAt: nextTime(change.cadence, now()) }), ...goesOn(before, change.state, now()) }), // prettier-ignore
      ),
    async remove(id, patron) {
      await amend(() => find(id, patron), () => ({ deletedAt: now() })); // prettier-ignore
    },
    async deleted(id, patron) {
      const search = await repository.find(id);
      return search?.patron === patron && search.deletedAt ? search : undefined;
    },
    restore: (id, patron) =>
      amend(
        async () => {
          const search = await repository.find(id);
          if (search?.patron !== patron) throw new SavedSearchProblem('saved-search-not-found');
          return search;
        },
        () => ({ deletedAt: undefined }),
      ),
    renewFeed: (id, patron) => amend(() => find(id, patron), () => ({ feedKey: newKey() })), // prettier-ignore

    async newNow(search) {
      if (search.state === 'paused') return [];
      const { findings } = await lookThrough(search, await arrivalsFor([search], deps, now()), deps);
      const known = new Set((await repository.findingsById(findings.map(({ _id }) => _id))).map(({ _id }) => _id));
      return shown(findings.filter(({ _id }) => !known.has(_id)));
    },
    found: async ({ _id }, size) => shown(await repository.findings(_id, size)),
    byFeedKey: (key) => repository.byKey('feedKey', key),
    byStopKey: (key) => repository.byKey('stopKey', key),

    async look() {
      const due = await repository.due(now());
      if (due.length === 0) return;
      const arrivals = await arrivalsFor(due, deps, now());
      const failures: unknown[] = [];
      for (const search of due) await lookAndTell(search, arrivals).catch((error: unknown) => failures.push(error));
      if (failures.length > 0) throw new AggregateError(failures, `${failures.length} saved searches wait for another look`); // prettier-ignore
    },

    correspondent: {
      kind: 'newArrivals',
      async word(letter, reader) {
        const findings = await repository.findingsById(letter.subjects.map(findingIn));
        const search = findings[0] && (await repository.find(findings[0].search));
        if (!search || search.deletedAt || search.state === 'paused' || search.channel !== 'email') return undefined;
        const works = await shown(findings);
        if (works.length === 0) return undefined;
        const told = works.map(({ work: { id, title, authors } }) => ({ id, title, author: authors[0] }));
        return letterText(search, told, { ...reader, publicUrl });
      },
    },
  };
}

/** What goes on after a pause knows nothing of what came meanwhile. */
const goesOn = (
  { state, cadence }: SavedSearch,
  wanted: SavedSearch['state'] | undefined,
  at: Date,
): Partial<SavedSearch> =>
  // prettier-ignore
  wanted === 'active' && state === 'paused' ? { from: at, since: at, nextAt: nextTime(cadence, at) } : {};

const newKey = () => randomBytes(24).toString('base64url');
