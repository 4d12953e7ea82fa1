import type { Context } from 'koa';
import { z } from 'zod';
import { Audience } from '../../domain/catalogue/schema.ts';
import { SearchQuery } from '../../domain/discovery/schema.ts';
import type { Author } from '../../domain/moderation/admission.ts';
import { NewTip } from '../../domain/tips/schema.ts';
import type { ShownTip } from '../../domain/tips/service.ts';
import type { Reader } from '../../ui/messages/messages.ts';
import type { TipFormState } from '../../ui/pages/tip-form.ts';
import type { PageDeps } from './deps.ts';
import { field, fields, told } from './forms.ts';

/** Who writes a tip, and where its form is sent to. */
export interface TipWriting {
  readonly author: Author;
  readonly reader: Reader;
  readonly csrfToken: string;
  readonly address: string;
  /** The name they are likely to write under. */
  readonly byline: string | undefined;
  /** Why they cannot write yet. */
  readonly waiting?: string | undefined;
}

/** What came of a form: the tip it has made, changed or deleted; or the form anew. */
type Came =
  | { readonly done: 'written' | 'deleted'; readonly id: string }
  | { readonly form: TipFormState; readonly status: number };

type Deps = Pick<PageDeps, 'catalogue' | 'comments' | 'search' | 'tips'>;
const worksFound = 8;

/** The form of a tip as it goes to and fro: looking for works with it, writing, changing, deleting. */
export function tipDrafts({ catalogue, comments, search, tips }: Deps) {
  async function begin(
    { reader, csrfToken, address, byline, waiting }: TipWriting,
    {
      works,
      version,
      typed,
    }: { works: readonly string[]; version?: number | undefined; typed?: TipFormState['typed'] },
  ): Promise<TipFormState> {
    const chosen = await catalogue.works(works);
    const audiences = [...new Set(chosen.flatMap(({ audience }) => audience ?? []))];
    const empty = { title: '', text: '', byline: byline ?? '', audiences, find: '' };
    return { reader, csrfToken, address, version, typed: typed ?? empty, chosen, found: undefined, waiting };
  }

  async function find(words: string, { locale }: Reader): Promise<TipFormState['found']> {
    if (words === '') return undefined;
    const query = SearchQuery.safeParse({ q: words, size: String(worksFound), lang: locale });
    return query.success ? (await search.search({ ...query.data, facets: [] })).items : [];
  }

  async function carryOut(ctx: Context, writing: TipWriting, state: TipFormState, changed: ShownTip | undefined): Promise<Came> {
    const { author, reader } = writing;
    const act = field(ctx, 'do');
    if (act === 'find') return { form: { ...state, found: await find(state.typed.find, reader) }, status: 200 };
    if (act === 'delete' && changed) {
      const id = changed.tip._id;
      await tips.remove(author.patron, id);
      await comments.removeAllOn({ kind: 'tip', id });
      return { done: 'deleted', id };
    }
    const tip = NewTip.parse({ ...state.typed, works: fields(ctx, 'works'), language: reader.locale });
    if (!changed || state.version === undefined) return { done: 'written', id: (await tips.create(author, tip)).tip._id };
    const after = await tips.change(author, changed.tip._id, { version: state.version, tip });
    if (after.done) return { done: 'written', id: changed.tip._id };
    return { form: { ...state, version: after.tip.version, refused: reader.t('tips.stale') }, status: 409 };
  } // prettier-ignore

  return {
    begin,

    /** What a form that was sent does; `changed` is the tip it is about, where there is one. */
    async take(ctx: Context, writing: TipWriting, changed?: ShownTip): Promise<Came> {
      const works = [...new Set(fields(ctx, 'works'))].slice(0, 20);
      const version = changed && (Number(field(ctx, 'version')) || changed.tip.version);
      const audiences = Audience.array().catch([]).parse(fields(ctx, 'audiences'));
      const [title, text, byline, words] = [field(ctx, 'title'), field(ctx, 'text'), field(ctx, 'byline'), field(ctx, 'find')]; // prettier-ignore
      const state = await begin(writing, { works, version, typed: { title, text, byline, audiences, find: words } });
      try {
        return await carryOut(ctx, writing, state, changed);
      } catch (error) {
        const { t } = writing.reader;
        if (error instanceof z.ZodError) return { form: { ...state, refused: t('tips.invalid') }, status: 400 };
        const { text: refused, status } = told(error, writing.reader);
        return { form: { ...state, refused }, status };
      }
    },
  };
}
