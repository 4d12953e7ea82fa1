import type { Context } from 'koa';
import { z } from 'zod';
import { municipalities } from '../../config/region/municipalities.ts';
import { queueViews } from '../../domain/moderation/queue.ts';
import { AdmissionPolicy, VoiceKind, voiceKinds, WatchedWord, WatchedWords } from '../../domain/moderation/schema.ts';
import { localDate } from '../../domain/local-date.ts';
import { judgements } from '../../domain/moderation/service.ts';
import { lines } from '../../domain/written-text.ts';
import { moderationAddress, moderationPage, queueAddress } from '../../ui/pages/moderation-page.ts';
import { moderationRulesAddress, moderationRulesPage } from '../../ui/pages/moderation-rules-page.ts';
import type { PageDeps } from './deps.ts';
import { field, told } from './forms.ts';
import { mayChange } from './staff-rollout.ts';
import type { StaffFormAnswer, StaffPage, StaffPageRequest } from './staff-page.ts';

const onPage = 25;
const Choice = z.object({
  view: z.enum(queueViews).catch('waiting'),
  kind: VoiceKind.optional().catch(undefined),
  municipality: z.string().min(1).max(100).optional().catch(undefined),
  after: z.coerce.date().optional().catch(undefined),
});
const Words = lines(1_000);

/** What patrons have written, as moderators judge it, and the rules by which it is admitted. Plain forms: no script is needed. */
export function moderationPages({ accounts, moderation }: Pick<PageDeps, 'accounts' | 'moderation'>): StaffPage[] {
  return [
    {
      address: moderationAddress,
      group: 'community',
      name: 'moderation.title',
      lead: 'moderation.lead',
      role: 'moderator',
      async main({ reader, csrfToken, ctx }) {
        const { view, kind, municipality, after } = choiceIn(ctx);
        const kinds = kind && [kind];
        const texts = await moderation.queue({ view, kinds, municipality, after, size: onPage });
        return moderationPage({ reader, csrfToken, view, kind, municipality, views: queueViews, kinds: voiceKinds, texts, more: texts.length === onPage }); // prettier-ignore
      },
      act: (request) => refusedKindly(request, queueAddress(choiceIn(request.ctx)), () => judge(request)),
    },
    {
      address: moderationRulesAddress,
      group: 'community',
      name: 'moderation.rules',
      lead: 'moderation.rules.lead',
      role: 'moderator',
      async main({ reader, csrfToken, worker, ctx }) {
        const municipality = townIn(ctx) ?? worker.serves ?? municipalities[0]?.id ?? '';
        const [policy, words, found] = await Promise.all([
          moderation.admission.policy(municipality),
          moderation.admission.words(),
          moderation.bans(),
        ]);
        const bans = await Promise.all(found.map(async (ban) => ({ ban, name: (await accounts.find(ban._id))?.name ?? ban._id }))); // prettier-ignore
        const may = mayChange(worker, municipality, localDate(new Date()));
        return moderationRulesPage({ reader, csrfToken, policy, mayChange: may, kinds: voiceKinds, words, bans });
      },
      act: (request) =>
        refusedKindly(request, `${moderationRulesAddress}${request.ctx.search}`, () => setRules(request)),
    },
  ];

  async function judge({ reader: { t }, worker, ctx }: StaffPageRequest): Promise<StaffFormAnswer> {
    const done = (what: 'approve' | 'hide' | 'restore' | 'answer' | 'ban', goTo: string): StaffFormAnswer =>
      ({ goTo, note: { tone: 'done', text: t(`moderation.done.${what}`) } }); // prettier-ignore
    const text = { kind: VoiceKind.parse(field(ctx, 'kind')), id: field(ctx, 'id') };
    const words = Words.parse(field(ctx, 'words'));
    const address = queueAddress(choiceIn(ctx));
    const here = `${address}#${text.kind}-${text.id}`;
    const act = field(ctx, 'do');
    const judgement = z.enum(judgements).safeParse(act).data;
    if (judgement) {
      const version = z.coerce.number().int().parse(field(ctx, 'version'));
      const judged = await moderation.judge(worker.id, text, { version, judgement, words });
      if (!judged.done) return { goTo: here, note: { tone: 'refused', text: t('moderation.changed') } };
      const next = field(ctx, 'next');
      return done(judgement, next === '' ? address : `${address}#${next}`);
    }
    if (words === '') return { goTo: here, note: { tone: 'refused', text: t('moderation.wordsNeeded') } };
    if (act === 'ban') {
      const days = z.coerce.number().int().min(0).max(3_650).parse(field(ctx, 'days'));
      const until = days === 0 ? undefined : new Date(Date.now() + days * 86_400_000);
      await moderation.ban(worker.id, z.string().min(1).parse(field(ctx, 'author')), { reason: words, until });
      return done('ban', here);
    }
    await moderation.answer(worker.id, text, words);
    return done('answer', here);
  }

  async function setRules({ reader: { t }, worker, ctx }: StaffPageRequest): Promise<StaffFormAnswer> {
    const goTo = `${moderationRulesAddress}${ctx.search}`;
    const saved = (isStored: boolean): StaffFormAnswer =>
      isStored ? { goTo, note: { tone: 'done', text: t('moderation.done.saved') } } : { goTo, note: { tone: 'refused', text: t('moderation.stale') } }; // prettier-ignore
    const version = (Number(field(ctx, 'version')) || 0) + 1;
    switch (field(ctx, 'do')) {
      case 'policy': {
        const municipality = townIn(ctx);
        if (municipality === undefined || !mayChange(worker, municipality, localDate(new Date()))) return { goTo };
        const hold = field(ctx, 'reportsThatHold');
        const next = AdmissionPolicy.parse({
          _id: municipality,
          version,
          rules: Object.fromEntries(voiceKinds.map((kind) => [kind, field(ctx, kind)])),
          newForDays: Number(field(ctx, 'newForDays')),
          ...(hold !== '' && { reportsThatHold: Number(hold) }),
        });
        return saved(await moderation.setPolicy(worker.id, next));
      }
      case 'words': {
        const of = (language: string) => ({ hold: listed(ctx, `hold-${language}`), refuse: listed(ctx, `refuse-${language}`) }); // prettier-ignore
        const words = WatchedWords.parse({ version, words: { fi: of('fi'), sv: of('sv'), en: of('en') } });
        return saved(await moderation.setWords(worker.id, words));
      }
      case 'unban':
        await moderation.unban(worker.id, field(ctx, 'patron'));
        return { goTo, note: { tone: 'done', text: t('moderation.done.unban') } };
      default:
        return { goTo };
    }
  }
}

/** What cannot be done is told where it was tried. */
async function refusedKindly({ reader }: StaffPageRequest, goTo: string, act: () => Promise<StaffFormAnswer>) {
  try {
    return await act();
  } catch (error) {
    const text = error instanceof z.ZodError ? reader.t('moderation.invalid') : told(error, reader).text;
    return { goTo, note: { tone: 'refused' as const, text } };
  }
}

function choiceIn(ctx: Context): z.infer<typeof Choice> {
  const given = Object.entries(ctx.query).map(([name, value]) => [name, [value].flat().at(-1) || undefined]);
  return Choice.parse(Object.fromEntries(given));
}

const townIn = (ctx: Context): string | undefined =>
  municipalities.find(({ id }) => id === [ctx.query['municipality']].flat().at(-1))?.id;

const listed = (ctx: Context, name: string): string[] => [
  ...new Set(
    field(ctx, name)
      .split('\n')
      .map((word) => word.trim())
      .filter(Boolean)
      .map((word) => WatchedWord.parse(word)),
  ),
];
