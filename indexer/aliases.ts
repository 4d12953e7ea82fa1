import type { Client } from '@elastic/elasticsearch';
import { indexSchema, schemaVersion, type IndexMeta } from './index-schema.ts';

/**
 * Which indices serve: the read alias (`works`) stands for the one that answers searches, the write alias
 * (`works-write`) for every one that live changes must reach (two while a reindex runs). Elasticsearch keeps both, so
 * that they can never disagree with the indices themselves.
 */
export interface Aliases {
  readonly read: string;
  /**
   * Indices live changes go to, with what they were made with. Empty before the first index is made, or after
   * Elasticsearch has lost its data.
   */
  writeSet(): Promise<Map<string, IndexMeta>>;
  /** The index behind the read alias. */
  serving(): Promise<string | undefined>;
  /** A name for a new index, later than all before. */
  newName(): string;
  /** Makes an empty index that live changes reach from now on (but where not `live`), and which nobody reads yet. */
  create(index: string, meta: IndexMeta, options?: { live: boolean }): Promise<void>;
  /**
   * Lets an index serve, atomically; the one that served until now is kept for a rollback. Live changes go on reaching it where
   * both were made with the same, so that taking it back needs no catching up.
   */
  swap(to: string): Promise<{ replaced: string | undefined }>;
  /** From now on an index is searched with these synonyms. Readers notice within seconds. */
  setSynonyms(index: string, version: number | undefined): Promise<void>;
  /** Has the engine join the segments of an index that was just filled; resolves when it has begun. */
  join(index: string): Promise<void>;
  remove(index: string): Promise<void>;
  /** All works indices, newest first. */
  all(): Promise<string[]>;
  /** What the serving index was made with. */
  meta(): Promise<IndexMeta | undefined>;
  /** What an index was made with. */
  metaOf(index: string): Promise<IndexMeta | undefined>;
}

export function aliasesOf(elasticsearch: Client, read: string): Aliases {
  const write = `${read}-write`;

  const behind = async (alias: string): Promise<string[]> =>
    Object.keys(await elasticsearch.indices.getAlias({ name: alias }, { ignore: [404] })).filter((name) =>
      name.startsWith(`${read}-`),
    );

  const metas = async (alias: string): Promise<Map<string, IndexMeta>> => {
    const mappings = await elasticsearch.indices.getMapping(
      { index: alias, filter_path: ['*.mappings._meta'] },
      { ignore: [404] },
    );
    const indices = Object.entries(mappings).filter(([name]) => name.startsWith(`${read}-`));
    return new Map(
      indices.map(
        ([
          name,
          {
            mappings: { _meta },
          },
        ]) => [name, readMeta(_meta)],
      ),
    );
  };

  const serving = async () => (await behind(read))[0];

  return {
    read,
    serving,
    writeSet: () => metas(write),

    newName: () => `${read}-${new Date().toISOString().replace(/\D/g, '')}`,

    async create(index, meta, { live } = { live: true }) {
      await forbidAccidentalIndices(elasticsearch, read);
      await elasticsearch.indices.create({ index, ...indexSchema(meta), ...(live && { aliases: { [write]: {} } }) });
    },

    async swap(to) {
      const [replaced, made] = await Promise.all([serving(), metas(`${read},${write}`)]);
      const next = made.get(to);
      const goesStale = !next || !replaced || !sameMeta(made.get(replaced), next);
      await elasticsearch.indices.updateAliases({
        actions: [
          { add: { index: to, alias: read } },
          { add: { index: to, alias: write } },
          ...(replaced && replaced !== to
            ? [
                { remove: { index: replaced, alias: read } },
                ...(goesStale ? [{ remove: { index: replaced, alias: write, must_exist: false } }] : []),
              ]
            : []),
        ],
      });
      return { replaced };
    },

    async setSynonyms(index, version) {
      const meta = (await metas(index)).get(index);
      if (meta) await elasticsearch.indices.putMapping({ index, _meta: { ...meta, synonyms: version } });
    },

    async join(index) {
      await elasticsearch.indices.forcemerge({ index, max_num_segments: 1, wait_for_completion: false });
    },

    async remove(index) {
      await elasticsearch.indices.delete({ index }, { ignore: [404] });
    },

    async all() {
      const indices = await elasticsearch.indices.get({ index: `${read}-*`, features: ['aliases'] }, { ignore: [404] });
      return Object.keys(indices)
        .filter((name) => /-\d{17}$/.test(name))
        .toSorted()
        .toReversed();
    },

    async meta() {
      return [...(await metas(read)).values()][0];
    },

    async metaOf(index) {
      return (await metas(index)).get(index);
    },
  };
}

/** The `_meta` of an index this code can read and write. */
export const currentMeta = (analysisVersion: string): IndexMeta => ({
  schema: schemaVersion,
  analysis: analysisVersion,
});

const readMeta = (meta: Record<string, unknown> | undefined): IndexMeta => ({
  schema: Number(meta?.['schema']),
  analysis: String(meta?.['analysis']),
  ...(typeof meta?.['synonyms'] === 'number' && { synonyms: meta['synonyms'] }),
});

export const sameMeta = (a: IndexMeta | undefined, b: IndexMeta) => a?.schema === b.schema && a.analysis === b.analysis;

/** A bulk request to an index deleted meanwhile must fail, not make one with a guessed mapping. */
async function forbidAccidentalIndices(elasticsearch: Client, read: string): Promise<void> {
  await elasticsearch.indices.putIndexTemplate({
    name: `${read}-never-by-accident`,
    index_patterns: [`${read}-*`],
    priority: 500,
    allow_auto_create: false,
    template: {},
  });
}
