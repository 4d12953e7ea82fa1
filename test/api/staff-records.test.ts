import { expect } from 'chai';
import { startService, type TestService } from '../support/service.ts';
import { staffBrowser } from '../support/staff.ts';

describe('a record, as staff see it', () => {
  let service: TestService;
  let anni: Awaited<ReturnType<typeof staffBrowser>>['browser'];
  let work: { id: string; records: string[] };
  before(async () => {
    service = await startService();
    ({ browser: anni } = await staffBrowser(service, { name: 'Anni Admin' }));
    const { catalogue } = service.services;
    for await (const id of catalogue.workIdsOfPartition(3)) {
      const [stored] = await catalogue.readWorks([id]);
      if (stored && stored.records.length >= 2) work ??= { id, records: stored.records.map(({ _id }) => _id) };
    }
  });
  after(() => service?.stop());

  const pageOf = async (record: string) => (await anni.page(`/staff/records/${encodeURIComponent(record)}`)).text;
  const recordsOf = async (id: string) =>
    (await service.services.catalogue.readWorks([id]))[0]?.records.map(({ _id }) => _id) ?? [];

  it('stands beside what is derived from it and what the index holds', async () => {
    const [first = '', second = ''] = work.records;
    const text = await pageOf(first);
    expect(text).to.include('LDR').and.include('titleSort').and.include('title_lemma');
    expect(text).to.include('Hakemistossa on juuri tämä.').and.include(second);
    expect(await pageOf('nobody.1')).to.include('Tietuetta nobody.1 ei ole.');
  });

  it('is made a work of its own, and that is taken back, by forms that need no script', async () => {
    const [first = '', second = ''] = work.records;
    const address = `/staff/records/${encodeURIComponent(first)}`;
    const sent = async (form: Record<string, string>) => {
      await anni.page(address, { csrf: anni.csrfToken, ...form });
      return anni.page(address);
    };
    const split = await sent({ act: 'split', records: second });
    expect(split.text).to.include('Tietueet ovat nyt oma teoksensa.').and.include('Erotettu');
    expect(await recordsOf(work.id)).not.to.include(second);
    const [decision] = (await service.services.catalogue.decisions.ofWork(work.id)) ?? [];
    const undone = await sent({ act: 'undo', decision: String(decision?._id) });
    expect(undone.text).to.include('Päätös on kumottu.');
    expect(await recordsOf(work.id)).to.include(second);
    const refused = await sent({ act: 'merge', into: 'no-such-work' });
    expect(refused.text).to.include('Tätä ei voi päättää.');
    const acts = (await service.services.audit.entries({ size: 5 })).map(({ act }) => act);
    expect(acts).to.include.members(['workSplit', 'workDecisionUndone']);
  });
});
