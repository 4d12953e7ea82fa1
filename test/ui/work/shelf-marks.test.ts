import { expect } from 'chai';
import { shelfMarksByBranch } from '../../../ui/work/shelf-marks.ts';

const copy = (branch: string, shelfMark: string | undefined, status = 'available') => ({
  id: `${branch} ${shelfMark} ${status}`,
  branch,
  shelfMark,
  status,
});

describe('The shelves a work stands on', () => {
  it('are told branch by branch, each shelf once, whatever the edition', () => {
    const marks = shelfMarksByBranch([
      { items: [copy('lahti', '84.2 WAL'), copy('heinola', '84.2')] },
      { items: [copy('lahti', '84.2 WAL'), copy('lahti', '84.1 FIN')] },
    ]);
    expect(Object.fromEntries(marks)).to.deep.equal({ lahti: ['84.1 FIN', '84.2 WAL'], heinola: ['84.2'] });
  });

  it('are those where a copy stands now, and all where none does', () => {
    const marks = shelfMarksByBranch([
      { items: [copy('lahti', 'LAP 84'), copy('lahti', '84.2', 'onLoan')] },
      { items: [copy('sysma', '84.2', 'onLoan'), copy('sysma', undefined, 'onLoan'), copy('hollola', undefined)] },
    ]);
    expect(Object.fromEntries(marks)).to.deep.equal({ lahti: ['LAP 84'], sysma: ['84.2'], hollola: [] });
  });
});
