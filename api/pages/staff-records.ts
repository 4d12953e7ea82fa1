import { ImpossibleDecision, SupersededDecision } from '../../domain/catalogue/decisions/decide.ts';
import { Marc } from '../../domain/catalogue/schema.ts';
import { inspectWork } from '../../indexer/inspect-work.ts';
import { recordFindPage, recordPage } from '../../ui/pages/record-page.ts';
import type { PageDeps } from './deps.ts';
import { field, fields } from './forms.ts';
import type { StaffFormAnswer, StaffPage, StaffPageRequest } from './staff-page.ts';

/** Records as they came, and what is made of them. */
export function recordPages({ audit, records, indexer }: Pick<PageDeps, 'audit' | 'records' | 'indexer'>): StaffPage[] {
  const { decisions } = records;
  const address = '/staff/records';

  async function main({ reader, csrfToken, ctx }: StaffPageRequest) {
    const id = String(ctx.params['id'] ?? ctx.query['id'] ?? '').trim();
    if (id === '') return recordFindPage(reader);
    const found = await records.record(id);
    if (!found) return recordFindPage(reader, id);
    const { marc, ...record } = found;
    const workId = await records.currentWorkId(record.workId);
    const [[work], inspected, decided] = await Promise.all([
      records.readWorks([workId]),
      inspectWork(workId, indexer),
      decisions.ofWork(workId),
    ]);
    return recordPage({
      reader,
      csrfToken,
      record,
      marc: Marc.parse(JSON.parse(marc)),
      work: work ?? { id: workId, records: [], items: [] },
      inspected,
      decisions: decided ?? [],
    });
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
