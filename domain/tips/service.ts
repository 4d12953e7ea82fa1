import { randomUUID } from 'node:crypto';
import type { Db } from 'mongodb';
import type { PersonalRecords } from '../accounts/privacy.ts';
import type { WorkSummary } from '../discovery/schema.ts';
import type { Discovery } from '../discovery/service.ts';
import type { Admission, Author } from '../moderation/admission.ts';
import type { KeptText, TextKeeper } from '../moderation/keeper.ts';
import { idsOfText } from '../moderation/said-once.ts';
import { TipProblem } from './problems.ts';
import { announced, type AnnounceDeps } from './announced.ts';
import { tipRepository, type TipChoice } from './repository.ts';
import type { NewTip, Tip } from './schema.ts';

/** A work of a tip as the catalogue knows it today; one that is gone by what was kept of it, without an id. */
export type TippedWork = Pick<WorkSummary, 'title' | 'authors'> & Partial<Pick<WorkSummary, 'id'>>;

export interface ShownTip {
  readonly tip: Tip;
  readonly works: readonly TippedWork[];
  readonly own: boolean;
}

/** Short recommendations of works, for children, the young or adults, by patrons and staff. */
export interface Tips {
  ensureIndexes(): Promise<void>;
  readonly records: PersonalRecords;
  readonly keeper: TextKeeper;
  /** Published ones, the newest first. A work is asked for by any id that leads to it. */
  page(wish: Omit<TipChoice, 'works'> & { work?: string | undefined; page: number; size: number }, reader?: string): Promise<{ total: number; tips: ShownTip[] }>; // prettier-ignore
  /** What a reader has written, whatever it stands as; the newest first. */
  ofAuthor(patron: string): Promise<ShownTip[]>;
  /** One that is published, or one’s own. @throws TipProblem `tip-not-found` */
  find(id: string, reader: string | undefined): Promise<ShownTip>;
  /** Written twice within minutes it is one tip. @throws TipProblem `tipped-work-not-found` */
  create(author: Author, tip: NewTip): Promise<ShownTip>;
  /** `done` is false where it is not at `version` any more: it is the present one. @throws TipProblem `tip-not-found`, `tip-not-yours`, `tipped-work-not-found` */
  change(author: Author, id: string, wish: { version: number; tip: NewTip }): Promise<ShownTip & { done: boolean }>;
  remove(patron: string, id: string): Promise<void>;
  /** For the index: what published tips say of works, by all ids that lead to them. Works without are left out. */
  heard(works: ReadonlyMap<string, readonly string[]>): Promise<Map<string, { text: string; language: string }[]>>;
}

export interface TipDeps extends AnnounceDeps {
  readonly database: Db;
  readonly admission: Pick<Admission, 'admit'>;
  readonly discovery: Pick<Discovery, 'works'>;
  /** All ids that lead to a work, its own among them. */
  namesOfWork(id: string): Promise<readonly string[]>;
}

/** Tips by which a work is found, the newest. */
const mostHeard = 20;

export function createTips({ database, admission, discovery, namesOfWork, ...rest }: TipDeps): Tips {
  const tips = announced(tipRepository(database), rest);

  async function shown(found: readonly Tip[], reader: string | undefined): Promise<ShownTip[]> {
    const known = await discovery.works([...new Set(found.flatMap(({ works }) => works.map(({ id }) => id)))]);
    const byId = new Map(known.map(({ asked, ...work }) => [asked, work]));
    return found.map((tip) => ({
      tip,
      works: tip.works.map(({ id, title, authors }) => byId.get(id) ?? { title, authors }),
      own: reader !== undefined && tip.author === reader,
    }));
  }
  async function shownOne(tip: Tip, reader: string | undefined): Promise<ShownTip> {
    const [one] = await shown([tip], reader);
    if (!one) throw new TipProblem('tip-not-found');
    return one;
  }
  async function own(patron: string, id: string): Promise<Tip> {
    const tip = await tips.find(id);
    if (!tip) throw new TipProblem('tip-not-found');
    if (tip.author !== patron) throw new TipProblem('tip-not-yours');
    return tip;
  }
  async function namedWorks(ids: readonly string[]): Promise<Tip['works']> {
    const found = new Map((await discovery.works(ids)).map((work) => [work.asked, work]));
    if (found.size < ids.length) throw new TipProblem('tipped-work-not-found');
    return [...new Map([...found.values()].map(({ id, title, authors }) => [id, { id, title, authors }])).values()];
  }
  const kept = ({ _id: id, version, author, municipality, byline, title, text, works, writtenAt, standing }: Tip): KeptText => {
    const about = { title: works.map((work) => work.title).join(' · '), address: tipAddress(id) };
    return { id, version, author, municipality, byline, title, text, about, writtenAt, standing };
  }; // prettier-ignore

  return {
    ensureIndexes: () => tips.ensureIndexes(),

    async page({ work, page, size, ...choice }, reader) {
      const chosen = { ...choice, ...(work !== undefined && { works: await namesOfWork(work) }) };
      const [found, total] = await Promise.all([
        tips.page(chosen, { skip: (page - 1) * size, most: size }),
        tips.count(chosen),
      ]);
      return { total, tips: await shown(found, reader) };
    },

    ofAuthor: async (patron) => shown(await tips.ofAuthor(patron), patron),

    async find(id, reader) {
      const tip = await tips.find(id);
      const isThere = tip?.standing.state === 'published' || (reader !== undefined && tip?.author === reader);
      if (!tip || !isThere) throw new TipProblem('tip-not-found');
      return shownOne(tip, reader);
    },

    async create({ patron, municipality, isStaff }, { works: ids, ...text }) {
      const works = await namedWorks(ids);
      const standing = await admission.admit({ kind: 'tip', patron, texts: [text.title, text.text, text.byline] });
      const { id, before } = idsOfText(['tip', patron, works.map((work) => work.id), text], new Date());
      const known = await tips.find(before);
      if (known?.version === 1) return shownOne(known, patron);
      const tip: Tip = {
        _id: id,
        version: 1,
        ...text,
        works,
        author: patron,
        municipality,
        byStaff: isStaff,
        writtenAt: new Date(),
        standing,
      };
      if (await tips.add(tip)) return shownOne(tip, patron);
      const same = await tips.find(id);
      if (same?.version === 1) return shownOne(same, patron);
      const another = { ...tip, _id: randomUUID() }; // what was there says something else now
      await tips.add(another);
      return shownOne(another, patron);
    },

    async change({ patron }, id, { version, tip: { works: ids, ...text } }) {
      const works = await namedWorks(ids);
      for (;;) {
        const before = await own(patron, id);
        if (before.version !== version) return { ...(await shownOne(before, patron)), done: false };
        const texts = [text.title, text.text, text.byline];
        const standing = await admission.admit({ kind: 'tip', patron, texts, before: before.standing });
        const changed = await tips.change(before, { ...text, works, editedAt: new Date(), standing });
        if (changed) return { ...(await shownOne(changed, patron)), done: true };
      }
    },

    async remove(patron, id) {
      await own(patron, id);
      await tips.remove(id);
    },

    async heard(works) {
      const found = await tips.about([...works.values()].flat());
      const heard = new Map<string, { text: string; language: string }[]>();
      for (const [work, names] of works) {
        const own = found.filter((tip) => tip.works.some(({ id }) => names.includes(id)));
        const texts = own.slice(0, mostHeard).map(({ title, text, language }) => ({ text: `${title} ${text}`.trim(), language })); // prettier-ignore
        if (texts.length > 0) heard.set(work, texts);
      }
      return heard;
    },

    keeper: {
      async find(id) {
        const tip = await tips.find(id);
        return tip && kept(tip);
      },
      standing: async (state, page) => (await tips.standing(state, page)).map(kept),
      move: (read, standing) => tips.move(read, standing),
    },

    records: {
      name: 'tips',
      export: async (patron) =>
        (await tips.ofAuthor(patron)).map(({ _id: id, title, text, audiences, byline, works, writtenAt, editedAt, standing: { state } }) => ({ id, title, text, audiences, byline, works, writtenAt, editedAt, state })), // prettier-ignore
      hindrance: async () => undefined,
      count: async (patron) => ({ tips: (await tips.ofAuthor(patron)).length }),
      move: (from, to) => tips.moveAuthor(from, to),
      async erase(patron) {
        for (const { _id } of await tips.ofAuthor(patron)) await tips.remove(_id);
      },
    },
  };
}

const tipAddress = (id: string): string => `/tips/${encodeURIComponent(id)}`;
