import { z } from 'zod';
import { Audience } from '../../domain/catalogue/schema.ts';
import { standings } from '../../domain/moderation/schema.ts';
import { NewTip, TipText } from '../../domain/tips/schema.ts';
import type { ShownTip, Tips } from '../../domain/tips/service.ts';
import { plainText } from '../../ui/markdown.ts';
import { authorIn, readerIn } from '../author.ts';
import { endpoint } from '../endpoint.ts';
import { problem, type ProblemName } from '../problems.ts';
import { writing } from './comments.ts';

const TipAnswer = TipText.extend({
  id: z.string(),
  version: z.int(),
  address: z.url(),
  /** The text without its marks, in one line; cut after a word where it is long. */
  excerpt: z.string(),
  /** Works as the catalogue knows them today; one that is gone has no `id` any more. */
  works: z.array(z.object({ id: z.string().optional(), title: z.string(), authors: z.array(z.string()) })),
  byStaff: z.boolean(),
  municipality: z.string(),
  writtenAt: z.iso.datetime(),
  editedAt: z.iso.datetime().optional(),
  /** Whether the reader has written it, and where it stands then. */
  own: z.boolean(),
  state: z.enum(standings).optional(),
});
const none = z.strictObject({});
const reading: readonly ProblemName[] = ['invalid-request', 'storage-unavailable'];
const changing: readonly ProblemName[] = [...writing, 'tip-not-found', 'tip-not-yours', 'tipped-work-not-found'];
const excerptLength = 280;

/** Short recommendations of works, by patrons and by library staff. */
export const tipEndpoints = ({ tips, publicUrl }: { tips: Tips; publicUrl: string }) => {
  const shown = (one: ShownTip) => presentTip(one, publicUrl);
  return [
    endpoint({
      method: 'get',
      path: '/tips',
      operationId: 'getTips',
      summary: 'Tips, the newest first: of an audience, a municipality, about a work, by library staff',
      patron: 'if-logged-in',
      query: z.strictObject({
        audience: Audience.optional(),
        municipality: z.string().max(100).optional(),
        work: z.string().max(100).optional(),
        byStaff: z.literal('true').optional(),
        page: z.coerce.number().int().min(1).max(500).default(1),
        size: z.coerce.number().int().min(1).max(100).default(20),
      }),
      answer: z.object({ total: z.int(), items: z.array(TipAnswer) }),
      problems: reading,
      async handle({ query: { byStaff, ...query }, ctx }) {
        const { total, tips: found } = await tips.page({ ...query, ...(byStaff && { byStaff: true }) }, readerIn(ctx));
        return { total, items: found.map(shown) };
      },
    }),
    endpoint({
      method: 'get',
      path: '/me/tips',
      operationId: 'getMyTips',
      summary: 'Tips of one’s own, those that wait for staff as well',
      patron: 'or-staff',
      query: none,
      answer: z.object({ items: z.array(TipAnswer) }),
      problems: [...reading, 'unauthorized'],
      handle: async ({ ctx }) => ({ items: (await tips.ofAuthor(authorIn(ctx).patron)).map(shown) }),
    }),
    endpoint({
      method: 'post',
      path: '/tips',
      operationId: 'createTip',
      summary: 'A new tip about one to ten works',
      patron: 'or-staff',
      query: none,
      body: NewTip.strict(),
      answer: TipAnswer,
      problems: [...writing, 'tipped-work-not-found'],
      handle: async ({ body, ctx }) => shown(await tips.create(authorIn(ctx), body)),
    }),
    endpoint({
      method: 'get',
      path: '/tips/:id',
      operationId: 'getTip',
      summary: 'One tip',
      patron: 'if-logged-in',
      query: none,
      answer: TipAnswer,
      problems: [...reading, 'tip-not-found'],
      handle: async ({ ctx }) => shown(await tips.find(String(ctx.params['id']), readerIn(ctx))),
    }),
    endpoint({
      method: 'put',
      path: '/tips/:id',
      operationId: 'changeTip',
      summary: 'Changes a tip of one’s own. `version` is the one that was read',
      patron: 'or-staff',
      query: none,
      body: NewTip.extend({ version: z.int() }).strict(),
      answer: TipAnswer,
      problems: [...changing, 'changed-meanwhile'],
      async handle({ body, ctx }) {
        const { version, ...tip } = body;
        const { done, ...present } = await tips.change(authorIn(ctx), String(ctx.params['id']), { version, tip });
        if (!done) throw problem('changed-meanwhile', { current: shown(present), yours: body });
        return shown(present);
      },
    }),
    endpoint({
      method: 'delete',
      path: '/tips/:id',
      operationId: 'deleteTip',
      summary: 'Deletes a tip of one’s own',
      patron: 'or-staff',
      query: none,
      answer: z.object({ done: z.literal(true) }),
      problems: changing,
      async handle({ ctx }) {
        await tips.remove(authorIn(ctx).patron, String(ctx.params['id']));
        return { done: true as const };
      },
    }),
  ];
};

function presentTip({ tip, works, own }: ShownTip, publicUrl: string): z.infer<typeof TipAnswer> {
  const { _id: id, version, byStaff, municipality, writtenAt, editedAt, standing } = tip;
  return {
    ...TipText.parse(tip),
    id,
    version,
    address: `${publicUrl}/tips/${encodeURIComponent(id)}`,
    excerpt: plainText(tip.text, excerptLength),
    works: works.map(({ id: work, title, authors }) => ({ ...(work !== undefined && { id: work }), title, authors })),
    byStaff,
    municipality,
    writtenAt: writtenAt.toISOString(),
    ...(editedAt && { editedAt: editedAt.toISOString() }),
    own,
    ...(own && { state: standing.state }),
  };
}
