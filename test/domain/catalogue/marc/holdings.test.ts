import { expect } from 'chai';
import { deriveItems } from '../../../../domain/catalogue/holdings.ts';
import { marc } from './build.ts';

const items = (lines: string) => deriveItems(marc(lines), 'x.1');
const status = (rest: string) => items(`952 __ $b lahti ${rest}`)[0]?.status;

describe('The copies of a record', () => {
  it("are those of Koha's 952, with shelf mark, loans and day of acquisition", () => {
    const field =
      '952 __ $0 0 $1 0 $4 0 $7 0 $a LEPAA $b LEPAA $c KIR $d 2004-11-01 $l 5 $o 630 METSÄTALOUS $p 1583086113 $y LAINA28';
    expect(items(field)).to.deep.equal([
      {
        _id: '1583086113', recordId: 'x.1', branch: 'LEPAA', shelfMark: '630 METSÄTALOUS', status: 'available', loans: 5,
        acquiredOn: '2004-11-01',
      },
    ]); // prettier-ignore
  });

  it('are those of 852 where there is no 952', () => {
    expect(items('852 8_ $b KAISA $h 38 $i Hir $p R 487/1999')).to.deep.equal([
      { _id: 'R 487/1999', recordId: 'x.1', branch: 'KAISA', shelfMark: '38 Hir', status: 'available', loans: 0 },
    ]);
    expect(items('852 __ $b KAISA $p 1\n952 __ $b KAISA $p 1')).to.have.length(1);
  });

  it('belong to the branch that owns them, wherever they stand', () => {
    expect(items('952 __ $a heinola $b lahti $p 1')[0]?.branch).to.equal('heinola');
    expect(items('952 __ $b lahti $p 1')[0]?.branch).to.equal('lahti');
  });

  it('are lost, on order, on loan, for reference or on the shelf', () => {
    expect(status('$1 1 $q 2026-12-01')).to.equal('lost');
    expect(status('$7 -1')).to.equal('onOrder');
    expect(status('$q 2026-12-01 $7 0')).to.equal('onLoan');
    expect(status('$q 2026-12-01 23:59:00')).to.equal('onLoan');
    expect(status('$7 1')).to.equal('reference');
    expect(status('$7 0 $1 0 $q')).to.equal('available');
    expect(status('$q 0000-00-00')).to.equal('available');
  });

  it('are left out when withdrawn, or where no branch is named', () => {
    expect(items('952 __ $0 1 $b lahti $p 1\n952 __ $p 2\n952 __ $b  $p 3\n952 lahti')).to.deep.equal([
      { _id: 'x.1.1', recordId: 'x.1', branch: 'lahti', status: 'available', loans: 0 },
    ]);
  });

  it('keep both of two with one barcode, and number those without', () => {
    const ids = items(
      '952 __ $b lahti $p 5\n952 __ $b lahti $p 5\n952 __ $b lahti\n952 __ $b lahti $p x.1.5\n952 __ $b lahti',
    );
    expect(ids.map(({ _id }) => _id)).to.deep.equal(['5', 'x.1.2', 'x.1.3', 'x.1.5', 'x.1.6']);
  });

  it('have no loans and no day where what is written is neither', () => {
    const [item] = items('952 __ $b lahti $l monta $d 2004-13-41');
    expect(item).to.deep.equal({ _id: 'x.1.1', recordId: 'x.1', branch: 'lahti', status: 'available', loans: 0 });
  });
});
