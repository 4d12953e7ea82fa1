import { branches } from '../../config/region/branches.ts';
import { municipalitiesOn } from '../../config/region/municipalities.ts';
import { audiences, formats } from '../../domain/catalogue/schema.ts';
import { Refusal } from '../../domain/circulation/refusal.ts';
import { firstRules } from '../../domain/circulation/rules/defaults.ts';
import type { RuleSet } from '../../domain/circulation/rules/schema.ts';
import { LocalDate, localDate } from '../../domain/local-date.ts';
import { longDate } from '../../ui/pages/long-date.ts';
import { inForceOn, rulesPage } from '../../ui/pages/rules-page.ts';
import type { RulesState, ShownRefusal, ShownTrial } from '../../ui/pages/rules-state.ts';
import { refusalText } from '../../ui/refusals.ts';
import { storeRules } from '../consortium-acts.ts';
import { PageProblem } from '../page-problems.ts';
import type { PageDeps } from './deps.ts';
import { field } from './forms.ts';
import { materialsOf, readRulesDraft, rulesDraftOf } from './rules-draft.ts';
import type { StaffPage, StaffPageRequest } from './staff-page.ts';

/** The rules of use, as they are and as they will be; new ones are tried on a patron and a copy before admins set them. */
export function rulesPages(deps: Pick<PageDeps, 'accounts' | 'audit' | 'circulation'>): StaffPage[] {
  const { accounts, audit, circulation } = deps;
  const address = '/staff/rules';

  async function stateOf({ reader, csrfToken, worker }: StaffPageRequest): Promise<RulesState> {
    const today = localDate(new Date());
    const ruleSets = await circulation.rules.all();
    const draft = { ...rulesDraftOf({ ...(inForceOn(ruleSets, today) ?? firstRules), from: today }), on: today };
    return {
      reader,
      csrfToken,
      ruleSets,
      maySet: worker.isAdmin,
      today,
      draft,
      materials: materialsOf(draft),
      municipalities: municipalitiesOn(today).map(({ id }) => id),
      branches: branches.map(({ id }) => id),
      formats,
      audiences,
      mistakes: {},
      trial: undefined,
      told: undefined,
      open: false,
    };
  }

  async function tried(
    { reader, worker, ctx }: StaffPageRequest,
    rules: Omit<RuleSet, '_id'>,
    today: string,
  ): Promise<ShownTrial | string | undefined> {
    const account = await accounts.byCard(field(ctx, 'card'));
    if (!account) return undefined;
    await audit.note({ by: worker.id, act: 'patronSeen', subject: `patron:${account._id}` });
    const on = LocalDate.safeParse(field(ctx, 'on')).data ?? today;
    try {
      // As if they began with the day that is asked for: what is tried is the rules, not their date.
      const drafted = { ...rules, from: rules.from < on ? rules.from : on };
      const wish = { patron: account._id, item: field(ctx, 'item'), branch: field(ctx, 'branch'), on, drafted };
      const { title, terms, loan, hold } = await circulation.tryRules(wish);
      const { overdueCentsPerDay: lateCents, overdueCapCents: lateCapCents, pickupDays } = terms;
      return {
        title,
        name: account.name,
        loan: loan instanceof Refusal ? refused(loan) : { dueOn: loan },
        hold: hold instanceof Refusal ? refused(hold) : { pickupDays },
        lateCents,
        lateCapCents,
        rules: { loan: terms.ruleOf('loanDays'), hold: terms.ruleOf('pickupDays'), late: terms.ruleOf('overdueCentsPerDay') }, // prettier-ignore
      };
    } catch (error) {
      if (error instanceof Refusal) return refusalText(reader, error.reason, error.details);
      throw error;
    }
  }

  return [
    {
      address,
      group: 'region',
      name: 'staff.rules',
      lead: 'staff.rules.lead',
      role: 'staff',
      main: async (request) => rulesPage(await stateOf(request)),
      async act(request) {
        const { reader, worker, ctx } = request;
        const state = await stateOf(request);
        const { today } = state;
        const stored = (from: string) =>
          ({ goTo: address, note: { tone: 'done', text: reader.t('region.rules.stored', { date: longDate(from, reader.locale) }) } }) as const; // prettier-ignore
        if (!worker.isAdmin && field(ctx, 'do') !== 'try') throw new PageProblem('forbidden');
        const earlier = worker.isAdmin
          ? state.ruleSets.find(({ _id }) => String(_id) === field(ctx, 'restore'))
          : undefined;
        if (earlier) {
          const { _id, ...rules } = earlier;
          await storeRules(deps, { ...rules, from: today, by: worker.id });
          return stored(today);
        }
        const { draft, rules, mistakes, wrong } = readRulesDraft(sentBy(ctx.request.body), today);
        const shown = { ...state, draft, materials: materialsOf(draft), open: true };
        if (!rules) {
          const told =
            wrong === undefined ? reader.t('region.mistakes') : reader.t('region.rules.notSet', { what: wrong });
          return { main: rulesPage({ ...shown, mistakes, told }), status: 422 };
        }
        if (field(ctx, 'do') === 'try') {
          const trial = await tried(request, rules, today);
          if (trial === undefined)
            return { main: rulesPage({ ...shown, told: reader.t('region.rules.nobody'), mistakes: { card: 'region.rules.nobody' } }), status: 422 }; // prettier-ignore
          return typeof trial === 'string'
            ? { main: rulesPage({ ...shown, told: trial }), status: 422 }
            : { main: rulesPage({ ...shown, trial }) };
        }
        if (rules.from < today)
          return { main: rulesPage({ ...shown, told: reader.t('region.rules.goneBy'), mistakes: { from: 'region.rules.goneBy' } }), status: 422 }; // prettier-ignore
        await storeRules(deps, { ...rules, by: worker.id });
        return stored(rules.from);
      },
    },
  ];
}

const refused = ({ reason, details }: Refusal): ShownRefusal => ({ refused: reason, details: details ?? {} });

/** The fields of the form, each once. */
const sentBy = (body: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typeof body === 'object' && body !== null ? body : {}).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.trim()]] : [],
    ),
  );
