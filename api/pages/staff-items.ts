import { itemEditEntry } from '../item-edit-entry.ts';
import { asListed } from '../../domain/catalogue/local-edit.ts';
import { placeOf, statusOf } from '../../domain/catalogue/item-status.ts';
import { formats, localStatuses, LocalWish, type Item, type LocalEdit } from '../../domain/catalogue/schema.ts';
import { municipalityOfBranch } from '../../domain/consortium/distance.ts';
import { localDate } from '../../domain/local-date.ts';
import { itemFindPage, itemPage, type ItemState } from '../../ui/pages/item-page.ts';
import { PageProblem } from '../page-problems.ts';
import type { PageDeps } from './deps.ts';
import { field } from './forms.ts';
import { namesOf } from './staff-names.ts';
import type { StaffFormAnswer, StaffPage, StaffPageRequest } from './staff-page.ts';
import { mayChange } from './staff-rollout.ts';

/** Copies as staff of their municipality set them, whatever their records say. */
export function itemPages({
  audit,
  circulation,
  records,
  staff,
}: Pick<PageDeps, 'audit' | 'circulation' | 'records' | 'staff'>): StaffPage[] {
  const address = '/staff/items';

  async function find({ ctx }: StaffPageRequest): Promise<{ id: string; item: Item | undefined }> {
    const id = String(ctx.params['id'] ?? ctx.query['id'] ?? '').trim();
    return { id, item: id === '' ? undefined : (await circulation.desk.items([id]))[0] };
  }

  async function stateOf({ reader, csrfToken, worker }: StaffPageRequest, item: Item): Promise<ItemState> {
    const record = await records.record(item.recordId);
    const by = [item.local, ...(item.local?.earlier ?? [])].flatMap((one) => one?.by ?? []);
    return {
      reader,
      csrfToken,
      item,
      status: statusOf(item),
      place: placeOf(item),
      title: record?.edition.title ?? item.recordId,
      format: record?.edition.format ?? 'other',
      listed: listedOf(item),
      statuses: localStatuses,
      formats,
      mayChange: mayChangeAt(worker, item.branch),
      draft: inForce(item),
      names: await namesOf(staff, by),
    };
  }

  async function act(request: StaffPageRequest): Promise<StaffFormAnswer> {
    const { reader, worker, ctx } = request;
    const { t } = reader;
    const { id, item } = await find(request);
    if (!item) return { main: itemFindPage(reader, id), status: 404 };
    const isRestored = field(ctx, 'act') === 'restore';
    const wish = isRestored ? earlierOf(item, Number(field(ctx, 'from'))) : wishIn(request, item);
    if (!wish) return { main: itemPage({ ...(await stateOf(request, item)), told: t('items.invalid') }), status: 422 };
    const wanted = [item.branch, wish.branch ?? listedOf(item).branch];
    if (!wanted.every((branch) => mayChangeAt(worker, branch))) throw new PageProblem('forbidden');
    const { before, item: after, stored } = await circulation.desk.edit(item._id, Number(field(ctx, 'version')), wish, worker.id); // prettier-ignore
    if (!stored) {
      const state = { ...(await stateOf(request, after)), draft: wish, isConflict: true, told: t('items.conflict') };
      return { main: itemPage(state), status: 409 };
    }
    const entry = itemEditEntry(before, after);
    if (entry) await audit.note({ by: worker.id, ...entry });
    const text = t(isRestored ? 'items.restored' : 'items.saved', { id: item._id });
    return { goTo: `${address}/${encodeURIComponent(item._id)}`, note: { tone: 'done', text } };
  }

  return [
    {
      address,
      alsoAt: [`${address}/:id`],
      group: 'catalogue',
      name: 'items.title',
      lead: 'items.lead',
      role: 'staff',
      async main(request) {
        const { id, item } = await find(request);
        if (!item) return itemFindPage(request.reader, id === '' ? undefined : id);
        return itemPage(await stateOf(request, item));
      },
      act,
    },
  ];
}

function mayChangeAt(worker: StaffPageRequest['worker'], branch: string): boolean {
  const today = localDate(new Date());
  return worker.isAdmin || mayChange(worker, municipalityOfBranch(branch, today) ?? '', today);
}

function listedOf(item: Item): LocalEdit['listed'] {
  const { branch, shelfMark, status } = asListed(item);
  return { branch, status, ...(shelfMark !== undefined && { shelfMark }) };
}

/** What staff have set, as it stands: a missing copy that was found is missing no more, and one found missing at the desk is. */
function inForce({ local, use }: Item): LocalWish {
  const { status, ...wish } = local?.wish ?? {};
  if (use?.kind === 'missing') return { ...wish, status: 'lost' };
  return { ...wish, ...(status !== undefined && status !== 'lost' && { status }) };
}

const earlierOf = ({ local }: Item, version: number): LocalWish | undefined =>
  version === 0 ? {} : local?.earlier.find((one) => one.version === version)?.wish;

/** What a form says, without what the record says just so. */
function wishIn({ ctx }: StaffPageRequest, item: Item): LocalWish | undefined {
  const listed = new Map<string, string>(Object.entries(listedOf(item)));
  const said = Object.entries({
    branch: field(ctx, 'branch'),
    shelfMark: field(ctx, 'shelfMark'),
    status: field(ctx, 'status'),
    lentAs: field(ctx, 'lentAs'),
    note: field(ctx, 'note').replaceAll('\r\n', '\n'),
  }).filter(([name, value]) => value !== '' && (name === 'status' || value !== listed.get(name)));
  return LocalWish.safeParse(Object.fromEntries(said)).data;
}
