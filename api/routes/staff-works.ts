import { z } from 'zod';
import { ImpossibleDecision, SupersededDecision } from '../../domain/catalogue/decisions/decide.ts';
import type { Audit } from '../../domain/audit/service.ts';
import { decisionKinds, type WorkDecision } from '../../domain/catalogue/decisions/schema.ts';
import type { Decisions } from '../../domain/catalogue/decisions/service.ts';
import { endpoint } from '../endpoint.ts';
import { actorOf } from '../guards.ts';
import { problem, type ProblemName } from '../problems.ts';

const id = z.string().min(1).max(300);

const Decision = z.object({
  id: z.int(),
  kind: z.enum(decisionKinds),
  by: z.enum(['staff', 'import']),
  at: z.iso.datetime(),
  /** The work the records came to. */
  into: z.string(),
  works: z.array(z.string()),
  records: z.array(z.object({ id: z.string(), from: z.string(), to: z.string() })),
  undoes: z.int().optional(),
  undoneBy: z.int().optional(),
});

const problemsOfAll = ['invalid-request', 'unauthorized', 'not-found', 'storage-unavailable'] as const;
const problemsOfDeciding: readonly ProblemName[] = [
  ...problemsOfAll,
  'decision-impossible',
  'payload-too-large',
  'unsupported-media-type',
];

/** What staff decide about works: which are one, which are not, and taking either back. */
export const staffWorkEndpoints = ({ decisions, audit }: { decisions: Decisions; audit: Pick<Audit, 'note'> }) => [
  endpoint({
    method: 'post',
    path: '/staff/works/merge',
    operationId: 'mergeWorks',
    summary: 'Makes the records of works those of one; the ids of the others lead to it from then on',
    staff: true,
    query: z.strictObject({}),
    body: z.strictObject({ into: id, works: z.array(id).min(1).max(100) }),
    answer: Decision,
    problems: problemsOfDeciding,
    async handle({ body, ctx }) {
      const decision = await told(decisions.merge(body));
      const { into } = decision;
      for (const work of body.works) await audit.note({ by: actorOf(ctx), act: 'worksMerged', subject: `work:${work}`, after: { into } }); // prettier-ignore
      return present(decision);
    },
  }),
  endpoint({
    method: 'post',
    path: '/staff/works/:id/split',
    operationId: 'splitWork',
    summary: 'Makes records of a work a work of their own, where they stay whatever is imported',
    staff: true,
    query: z.strictObject({}),
    body: z.strictObject({ records: z.array(id).min(1).max(1_000) }),
    answer: Decision,
    problems: [...problemsOfDeciding, 'work-not-found'],
    async handle({ body, ctx }) {
      const work = String(ctx.params['id']);
      const decision = await told(decisions.split(work, body.records));
      if (!decision) throw problem('work-not-found');
      await audit.note({ by: actorOf(ctx), act: 'workSplit', subject: `work:${work}`, after: { into: decision.into, records: body.records } }); // prettier-ignore
      return present(decision);
    },
  }),
  endpoint({
    method: 'post',
    path: '/staff/work-decisions/:id/undo',
    operationId: 'undoWorkDecision',
    summary: 'Takes a decision back, as long as nothing later has been decided about its works',
    staff: true,
    query: z.strictObject({}),
    answer: Decision,
    problems: [...problemsOfAll, 'decision-impossible', 'decision-not-found', 'decision-superseded'],
    async handle({ ctx }) {
      const decision = await told(decisions.undo(Number(ctx.params['id'])));
      if (!decision) throw problem('decision-not-found');
      await audit.note({ by: actorOf(ctx), act: 'workDecisionUndone', subject: `work:${decision.into}`, after: { decision: Number(ctx.params['id']) } }); // prettier-ignore
      return present(decision);
    },
  }),
  endpoint({
    method: 'get',
    path: '/staff/works/:id/decisions',
    operationId: 'workDecisions',
    summary: 'What was decided about a work, the last first',
    staff: true,
    query: z.strictObject({}),
    answer: z.object({ items: z.array(Decision) }),
    problems: [...problemsOfAll, 'work-not-found'],
    async handle({ ctx }) {
      const found = await decisions.ofWork(String(ctx.params['id']));
      if (!found) throw problem('work-not-found');
      return { items: found.map(present) };
    },
  }),
];

function present({ _id, kind, by, at, into, works, places, undoes, undoneBy }: WorkDecision): z.input<typeof Decision> {
  const moved = places.filter(({ from, to }) => from !== to);
  const records = moved.map(({ record, from, to }) => ({ id: record, from, to }));
  return { id: _id, kind, by, at: at.toISOString(), into, works, records, undoes, undoneBy };
}

/** Tells what cannot be decided as a problem. */
async function told<T>(decided: Promise<T>): Promise<T> {
  try {
    return await decided;
  } catch (error) {
    if (error instanceof ImpossibleDecision) throw problem('decision-impossible', { errors: error.issues });
    if (error instanceof SupersededDecision) throw problem('decision-superseded', { detail: error.message });
    throw error;
  }
}
