import { ImpossibleDecision, SupersededDecision } from '../../domain/catalogue/decisions/decide.ts';
import { Marc } from '../../domain/catalogue/schema.ts';
import { inspectWork } from '../../indexer/inspect-work.ts';
import { recordFindPage, recordPage } from '../../ui/pages/record-page.ts';
import type { PageDeps } from './deps.ts';
import { field, fields } from './forms.ts';
import { namesOf } from './staff-names.ts';
import type { StaffFormAnswer, StaffPage, StaffPageRequest } from './staff-page.ts';

const hiddenShown = 200;
const longestReason = 300;

/** Records as they came, and what is made of them. */
export function recordPages({
  audit,
  circulation,
  records,
  indexer,
  staff,
}: Pick<PageDeps, 'audit' | 'circulation' | 'records' | 'indexer' | 'staff'>): StaffPage[] {
  const { decisions } = records;
  const address = '/staff/records';

  async function main({ reader, csrfToken, ctx }: StaffPageRequest) {
    const id = String(ctx.params['id'] ?? ctx.query['id'] ?? '').trim();
    const found = id === '' ? undefined : await recordNamed(id);
    if (!found) return recordFindPage(reader, { ...(id !== '' && { missing: id }), hidden: await hiddenRecords() });
    const { marc, ...record } = found;
    const workId = await records.currentWorkId(record.workId);
    const [[work], holds, names, inspected, decided] = await Promise.all([
      records.readWorks([workId], 'suppressed'),
      circulation.holdsOn(workId),
      namesOf(staff, record.suppressed ? [record.suppressed.by] : []),
      inspectWork(workId, indexer),
      decisions.ofWork(workId),
    ]);
    return recordPage({
      reader,
      csrfToken,
      record,
      marc: Marc.parse(JSON.parse(marc)),
      work: work ?? { id: workId, records: [], items: [] },
      holds,
      by: names.get(record.suppressed?.by ?? ''),
      inspected,
      decisions: decided ?? [],
    });
  }

  async function hiddenRecords() {
    const hidden = await records.suppressedRecords(hiddenShown);
    const names = await namesOf(staff, hidden.flatMap(({ suppressed }) => suppressed?.by ?? [])); // prettier-ignore
    return hidden.map((record) => ({ record, by: names.get(record.suppressed?.by ?? '') ?? '' }));
  }

  /** By its own id, by the barcode of a copy, or by the id of a work, whose first it is then. */
  async function recordNamed(id: string) {
    const record = await records.record(id);
    if (record) return record;
    const [item] = await circulation.desk.items([id]);
    if (item) return records.record(item.recordId);
    const [work] = await records.readWorks([await records.currentWorkId(id)], 'suppressed');
    const first = work?.records[0];
    return first && records.record(first._id);
  }

  async function act({ reader, worker, ctx }: StaffPageRequest): Promise<StaffFormAnswer> {
    const { t } = reader;
    const goTo = `${address}/${encodeURIComponent(String(ctx.params['id'] ?? ''))}`;
    const refused = (text: string): StaffFormAnswer => ({ goTo, note: { tone: 'refused', text } });
    const record = await records.record(String(ctx.params['id'] ?? ''));
    if (!record) return refused(t('records.refused'));
    const workId = await records.currentWorkId(record.workId);
    const wanted = field(ctx, 'act');
    try {
      if (wanted === 'split') {
        const decision = await decisions.split(workId, fields(ctx, 'records'));
        if (!decision) return refused(t('records.refused'));
        await audit.note({ by: worker.id, act: 'workSplit', subject: `work:${workId}`, after: { into: decision.into, records: fields(ctx, 'records') } }); // prettier-ignore
        return { goTo, note: { tone: 'done', text: t('records.done.split') } };
      }
      if (wanted === 'suppress' || wanted === 'show') {
        const reason = field(ctx, 'reason').slice(0, longestReason);
        if (wanted === 'suppress' && reason === '') return refused(t('records.suppress.needsReason'));
        const [work] = await records.readWorks([workId], 'suppressed');
        const meant = field(ctx, 'scope') === 'work' ? (work?.records ?? []).map(({ _id }) => _id) : [record._id];
        const done = await records.suppress(meant, wanted === 'suppress' ? { by: worker.id, at: new Date(), reason } : undefined); // prettier-ignore
        if (done.length === 0) return refused(t('records.already'));
        await audit.note({ by: worker.id, act: wanted === 'suppress' ? 'recordsSuppressed' : 'recordsShown', subject: `work:${workId}`, after: { records: done }, ...(reason && { reason }) }); // prettier-ignore
        return { goTo, note: { tone: 'done', text: t(`records.done.${wanted}`, { n: done.length }) } };
      }
      if (wanted === 'endHolds') {
        const [work] = await records.readWorks([workId], 'suppressed');
        const hidden = (work?.records ?? []).every(({ suppressed }) => suppressed !== undefined);
        const n = await circulation.endUnservable(workId, { hidden });
        await audit.note({ by: worker.id, act: 'holdEnded', subject: `work:${workId}`, after: { holds: n } });
        return { goTo, note: { tone: n > 0 ? 'done' : 'refused', text: t('records.done.endHolds', { n }) } };
      }
      if (wanted === 'merge') {
        const into = await records.currentWorkId(field(ctx, 'into'));
        await decisions.merge({ into, works: [workId] });
        await audit.note({ by: worker.id, act: 'worksMerged', subject: `work:${workId}`, after: { into } });
        return { goTo, note: { tone: 'done', text: t('records.done.merge') } };
      }
      if (!(await decisions.undo(Number(field(ctx, 'decision'))))) return refused(t('records.refused'));
      await audit.note({ by: worker.id, act: 'workDecisionUndone', subject: `work:${workId}`, after: { decision: Number(field(ctx, 'decision')) } }); // prettier-ignore
      return { goTo, note: { tone: 'done', text: t('records.done.undo') } };
    } catch (error) {
      if (error instanceof ImpossibleDecision) return refused(t('records.refused'));
      if (error instanceof SupersededDecision) return refused(t('records.superseded'));
      throw error;
    }
  }

  return [
    {
      address,
      alsoAt: [`${address}/:id`],
      group: 'catalogue',
      name: 'records.title',
      lead: 'records.lead',
      role: 'staff',
      main,
      act,
    },
  ];
}
