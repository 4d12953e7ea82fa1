import { expect } from 'chai';
import { recordIdOf } from '../../../../domain/catalogue/record-id.ts';
import { marc } from './build.ts';

const id = (lines: string, source = 'lahti') => recordIdOf(marc(lines), source);

describe('The id of a record', () => {
  it('is its control number within its source', () => {
    expect(id('001 000977896\n003 FI-MELINDA')).to.equal('lahti.000977896');
    expect(id('001   77123332 ')).to.equal('lahti.77123332');
    expect(id('001 123', 'heinola')).to.equal('heinola.123');
  });

  it("is HelMet's own number where there is no control number", () => {
    expect(id('SID __ $c 2345507 $b helme', 'helmet')).to.equal('helmet.2345507');
    expect(id('SID __ $a 2364053 $b helme', 'helmet')).to.equal('helmet.2364053');
    expect(id('001 9789523421660\nSID __ $c 1 $b helme', 'helmet')).to.equal('helmet.9789523421660');
  });

  it('is safe in an address, and different for different numbers', () => {
    const ids = ['/10024/72811', '10024 72811', '10024~2f72811', 'é', 'e', '10024.72811', '%2f', '..'].map((number) =>
      id(`001 ${number}`),
    );
    expect(new Set(ids).size).to.equal(ids.length);
    for (const one of ids) expect(one).to.equal(encodeURIComponent(one));
    expect(ids[0]).to.equal('lahti.~2f10024~2f72811');
  });

  it('does not mix a source and a number: "a.b" and "c" is not "a" and "b.c"', () => {
    expect(id('001 c', 'a.b')).not.to.equal(id('001 b.c', 'a'));
  });

  it('stays short however long the number is, and still tells numbers apart', () => {
    const [one, two] = [id(`001 ${'x'.repeat(5000)}1`), id(`001 ${'x'.repeat(5000)}2`)];
    expect(one.length).to.be.below(200);
    expect(one).not.to.equal(two);
  });

  it('without any number follows the content, whatever the spelling of its letters, its blanks, copies and date of change', () => {
    const content = id('245 10 $a Äiti ja poika /\n264 _1 $c 1999');
    expect(content).to.match(/^lahti\.[\w-]{27}$/);
    expect(id('005 20200101\n245 10 $a A\u0308iti  ja poika /\n264 _1 $c 1999\n952 __ $b lahti $l 7')).to.equal(
      content,
    );
    expect(id('245 10 $a Äiti ja poika /\n264 _1 $c 2000')).not.to.equal(content);
  });
});
