import { expect } from 'chai';
import fc from 'fast-check';
import { allowed, heirOf, joinNotes, roleOf } from '../../../domain/lists/decisions.ts';
import { ListProblem } from '../../../domain/lists/problems.ts';
import { ListText, type Member, type WorkList } from '../../../domain/lists/schema.ts';

const member = (patron: string, role: Member['role'], since = '2026-01-01'): Member => ({
  id: `m-${patron}`,
  patron,
  role,
  name: patron,
  since: new Date(since),
});

const buildList = (more: Partial<WorkList> = {}): WorkList => ({
  ...ListText.parse({ title: 'Kesän kirjat' }),
  _id: 'l1',
  version: 1,
  owner: 'owner',
  members: [member('writer', 'writer'), member('reader', 'reader')],
  invitations: [],
  createdAt: new Date(0),
  changedAt: new Date(0),
  ...more,
});

const outcome = (list: WorkList, patron: string | undefined, what: 'read' | 'write' | 'own') => {
  try {
    allowed(list, patron, what);
    return 'yes';
  } catch (error) {
    return error instanceof ListProblem ? error.reason : error;
  }
};

describe('decisions about lists', () => {
  it('a private list is not there for strangers; others may read, write or own it by their role', () => {
    const list = buildList();
    const table = [undefined, 'stranger', 'reader', 'writer', 'owner'].map((who) => (['read', 'write', 'own'] as const).map((what) => outcome(list, who, what))); // prettier-ignore
    expect(table).to.deep.equal([
      ['list-not-found', 'list-not-found', 'list-not-found'],
      ['list-not-found', 'list-not-found', 'list-not-found'],
      ['yes', 'list-not-yours', 'list-not-yours'],
      ['yes', 'yes', 'list-not-yours'],
      ['yes', 'yes', 'yes'],
    ]);
  });

  it('whoever knows the address of a list that is not private may read it', () => {
    for (const visibility of ['link', 'public'] as const) {
      const list = buildList({ visibility });
      expect([roleOf(list, undefined), roleOf(list, 'stranger'), roleOf(list, 'writer')]).to.deep.equal(['reader', 'reader', 'writer']); // prettier-ignore
    }
  });

  it('a list of a deleted account goes to who has written in it the longest, never to a reader', () => {
    const members = [member('r', 'reader', '2025-01-01'), member('w2', 'writer', '2026-02-01'), member('w1', 'writer', '2026-01-01')]; // prettier-ignore
    expect(heirOf(buildList({ members }))?.patron).to.equal('w1');
    expect(heirOf(buildList({ members: members.slice(0, 1) }))).to.equal(undefined);
  });

  it('notes that are joined keep every word, and joining them again adds none', () => {
    const note = fc.array(fc.constantFrom('hyvä', 'luettu', 'lainaa Aino'), { maxLength: 3 }).map((parts) => parts.join('\n\n')); // prettier-ignore
    fc.assert(
      fc.property(note, note, (a, b) => {
        const joined = joinNotes(a, b);
        for (const part of [a, b].flatMap((one) => one.split('\n\n'))) expect(joined).to.include(part);
        expect(joinNotes(joined, b)).to.equal(joined);
        expect(joinNotes(joined, a)).to.equal(joined);
      }),
    );
  });
});
