import { AccountProblem } from '../../domain/accounts/problems.ts';
import { mergingPage, type MergingState } from '../../ui/pages/merging-page.ts';
import { refusalText } from '../../ui/refusals.ts';
import { keepApart, likelyDoubles, mergeSide } from '../routes/staff-merging.ts';
import { foundPatron } from '../routes/staff-patron-view.ts';
import type { PageDeps } from './deps.ts';
import { field } from './forms.ts';
import { chosen } from './staff-chosen.ts';
import type { StaffFormAnswer, StaffPage, StaffPageRequest } from './staff-page.ts';

/** Two accounts of one person, found, compared and made one. */
export function doublesPages(deps: Pick<PageDeps, 'accounts' | 'audit' | 'circulation'>): StaffPage[] {
  const { accounts } = deps;
  const address = '/staff/doubles';

  async function stateOf(
    { reader, csrfToken, worker }: StaffPageRequest,
    { ids, cards = ['', ''], told }: { ids?: readonly [string, string] | undefined; cards?: readonly [string, string]; told?: string | undefined }, // prettier-ignore
  ): Promise<MergingState> {
    const [one, other] = ids ? await Promise.all(ids.map((id) => mergeSide(deps, id, worker.id))) : [];
    const sides = one && other ? ([one, other] as const) : undefined;
    const pairs = sides ? [] : await likelyDoubles(deps, worker.id);
    return {
      reader,
      csrfToken,
      told,
      cards,
      sides,
      pairs: pairs.map(({ accounts: [first, second], by }) => ({ patrons: [foundPatron(first), foundPatron(second)], by })), // prettier-ignore
    };
  }

  /** The accounts that were asked for: by their ids, or by their cards. */
  async function asked({ reader, ctx: { query } }: StaffPageRequest): Promise<Parameters<typeof stateOf>[1]> {
    const { t } = reader;
    const given = (name: string) => String(query[name] ?? '').trim();
    if (given('one') !== '' && given('other') !== '') {
      const found = await Promise.all([given('one'), given('other')].map((id) => accounts.find(id)));
      const [one, other] = found.filter((account) => account && !account.deletedAt);
      return one && other && one !== other ? { ids: [one._id, other._id] } : { told: refusalText(reader, 'patron-not-found') }; // prettier-ignore
    }
    const cards = [given('card'), given('otherCard')] as const;
    if (cards.includes('')) return { cards };
    const [one, other] = await Promise.all(cards.map((card) => accounts.byCard(card)));
    if (!one || !other) return { cards, told: t('merging.noCard', { card: one ? cards[1] : cards[0] }) };
    return one._id === other._id ? { cards, told: t('merging.sameCard') } : { cards, ids: [one._id, other._id] };
  }

  const acts: Readonly<Record<string, (request: StaffPageRequest) => Promise<StaffFormAnswer>>> = {
    async merge(request) {
      const { ctx, reader, worker } = request;
      const ids = [field(ctx, 'one'), field(ctx, 'other')] as const;
      const into = ids.find((id) => id === field(ctx, 'stays'));
      const from = ids.find((id) => id !== into);
      const again = async (told: string): Promise<StaffFormAnswer> => ({ main: mergingPage(await stateOf(request, { ids, told })), status: 422 }); // prettier-ignore
      if (into === undefined || from === undefined || field(ctx, 'sure') !== 'yes') return again(reader.t('merging.chooseFirst')); // prettier-ignore
      try {
        const { name, cardNumber: card = '' } = await accounts.merge(from, into, worker.id);
        return { goTo: address, note: { tone: 'done', text: reader.t('merging.merged', { name, card }) } };
      } catch (error) {
        if (!(error instanceof AccountProblem) || error.reason !== 'not-allowed') throw error;
        return again(reader.t('merging.notPossible'));
      }
    },
    async apart({ ctx, reader, worker }) {
      await keepApart(deps, worker.id, field(ctx, 'one'), field(ctx, 'other'));
      return { goTo: address, note: { tone: 'done', text: reader.t('merging.apart.done') } };
    },
  };

  return [
    {
      address,
      group: 'service',
      name: 'merging.title',
      lead: 'merging.lead',
      role: 'staff',
      main: async (request) => mergingPage(await stateOf(request, await asked(request))),
      act: (request) => chosen(acts, request),
    },
  ];
}
