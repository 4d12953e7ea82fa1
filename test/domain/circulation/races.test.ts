import { expect } from 'chai';
import { firstRules } from '../../../domain/circulation/rules/defaults.ts';
import { Refusal } from '../../../domain/circulation/refusal.ts';
import { dropNamespace } from '../../support/connections.ts';
import { openTestCirculation, type TestCirculation } from '../../support/circulation.ts';

const racers = 200;

describe('two hundred patrons who want the last copy', function () {
  this.timeout(120_000);
  let library: TestCirculation;
  const people = Array.from({ length: racers }, (_, nth) => `p${nth}`);
  before(async () => {
    library = await openTestCirculation();
    for (const id of people) library.addPatron({ id });
  });
  after(() => dropNamespace(library.connections));

  it('holding it: exactly one gets it, the others a place in the queue each, in the order they came', async () => {
    await library.addWork('held', [['held-0', 'lahti']]);
    const { holds } = library.circulation;
    const placed = await Promise.all(
      people.map((id) => holds.place(id, { target: 'work:held', pickupBranch: 'lahti' })),
    );
    const views = await Promise.all(people.map(async (id) => (await holds.ofPatron(id))[0]));
    const ranked = placed.map(({ place }, nth) => ({ place, view: views[nth] })).toSorted((a, b) => a.place - b.place);
    expect(ranked.filter(({ view }) => view?.state !== 'queued').map(({ place }) => place)).to.have.length(1);
    const queued = ranked.filter(({ view }) => view?.state === 'queued');
    expect(queued.map(({ view }) => view?.position)).to.deep.equal(
      Array.from({ length: racers - 1 }, (_, nth) => nth + 1),
    );
    const { use } = await library.item('held-0');
    expect(use?.kind).to.equal('pull');
  });

  it('at the desks: exactly one gets it, the others are told that it is on loan', async () => {
    await library.addWork('lent', [['lent-0', 'lahti']]);
    const { loans } = library.circulation;
    const outcomes = await Promise.all(
      people.map((patron) =>
        loans.checkOut({ patron, item: 'lent-0', branch: 'lahti' }).then(
          () => 'lent',
          (error: unknown) => (error instanceof Refusal ? error.reason : Promise.reject(error)),
        ),
      ),
    );
    expect(outcomes.filter((one) => one === 'lent')).to.have.length(1);
    expect(outcomes.filter((one) => one === 'on-loan')).to.have.length(racers - 1);
    const mine = await Promise.all(people.map((id) => loans.ofPatron(id)));
    expect(mine.flat()).to.have.length(1);
    expect((await library.circulation.borrower(people[0] ?? '')).unsettled).to.equal(undefined);
  });

  it('a desk that asks for the same loan many times gets it once, and the patron has what the copy says', async () => {
    const copies = Array.from({ length: 40 }, (_, nth) => [`again-${nth}`, 'lahti'] as const);
    await library.addWork('again', copies);
    const { loans } = library.circulation;
    for (const [nth, [item]] of copies.entries()) {
      const wish = { patron: people[nth] ?? '', item, branch: 'lahti', loan: `attempt-${nth}` };
      const lent = await Promise.all(Array.from({ length: 4 }, () => loans.checkOut(wish)));
      expect(new Set(lent.map(({ id }) => id)).size).to.equal(1);
      const theirs = (await loans.ofPatron(wish.patron)).filter(({ itemId }) => itemId === item);
      expect(
        theirs.map(({ id }) => id),
        item,
      ).to.deep.equal([wish.loan]);
    }
  });

  it('one patron at many desks: no more loans than the rules allow', async () => {
    const patrons = { ...firstRules.patrons, loanLimit: 3 };
    await library.circulation.rules.set({ ...firstRules, from: library.today(), patrons }, library.today());
    const copies = Array.from({ length: 20 }, (_, nth) => [`many-${nth}`, 'lahti'] as const);
    await library.addWork('many', copies);
    const patron = 'greedy';
    library.addPatron({ id: patron });
    const { loans } = library.circulation;
    const outcomes = await Promise.all(
      copies.map(([item]) => loans.checkOut({ patron, item, branch: 'lahti' }).catch((error: unknown) => error)),
    );
    const refused = outcomes.filter((one): one is Refusal => one instanceof Refusal);
    expect(outcomes.length - refused.length).to.equal(3);
    expect(refused.every(({ reason, details }) => reason === 'loan-limit-reached' && details.rule === 'loanLimit@2')).to.equal(true); // prettier-ignore
  });
});
