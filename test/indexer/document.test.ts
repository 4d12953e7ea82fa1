import { expect } from 'chai';
import { createAnalysis } from '../../indexer/analysis/analysis.ts';
import { buildDocument, hashOf, writeDocument } from '../../indexer/document.ts';
import { buildEdition, buildItem, buildRecord } from '../support/builders.ts';

const analysis = createAnalysis();
const documentOf = (...parts: Parameters<typeof work>) => buildDocument(work(...parts), { analysis });

function work(records: ReturnType<typeof buildRecord>[], items: ReturnType<typeof buildItem>[] = []) {
  return { id: 'w1', partition: 3, records, items };
}

describe('the document of a work', () => {
  it('does not exist for a work without records', () => {
    expect(documentOf([])).to.equal(undefined);
  });

  it('is the same for the same input, and another one as soon as a copy is lent', () => {
    const record = buildRecord();
    const shelf = documentOf([record], [buildItem({ status: 'available' })]);
    expect(hashOf(documentOf([record], [buildItem({ status: 'available' })]))).to.equal(hashOf(shelf));
    expect(hashOf(documentOf([record], [buildItem({ status: 'onLoan' })]))).not.to.equal(hashOf(shelf));
  });

  it('says when the latest edition came, with the first of its copies', () => {
    const copies = [['r1', '2024-05-01'], ['r1', '2026-11-20'], ['r2', '2025-02-03'], ['r2', undefined]] as const; // prettier-ignore
    const items = copies.map(([recordId, acquiredOn]) => buildItem({ recordId, acquiredOn }));
    const records = ['r1', 'r2'].map((_id) => buildRecord({ _id }));
    expect(documentOf(records, items)?.arrivedOn).to.equal('2025-02-03');
    expect(documentOf(records)?.arrivedOn).to.equal(undefined);
  });

  it('is written out as it stands, with its hash', () => {
    const document = documentOf([buildRecord()], [buildItem()]);
    if (!document) throw new Error('There is no document');
    const { line, hash } = writeDocument(document);
    expect(JSON.parse(line)).to.deep.equal({ ...JSON.parse(JSON.stringify(document)), hash });
  });

  it('shows the Finnish edition first, and finds the work by the titles of all', () => {
    const finnish = buildRecord({
      _id: 'r1',
      edition: buildEdition({ title: 'Sinuhe egyptiläinen', languages: ['fin'] }),
    });
    const english = buildRecord({
      _id: 'r2',
      edition: buildEdition({ title: 'The Egyptian', languages: ['eng'], year: 2020 }),
    });
    const document = documentOf([english, finnish]);
    expect(document?.summary.title).to.equal('Sinuhe egyptiläinen');
    expect(document?.title_exact).to.deep.equal(['sinuhe egyptiläinen']);
    expect(document?.otherTitle_exact).to.deep.equal(['the egyptian']);
  });

  it('counts a copy on the shelf as available in its branch and municipality, and one on loan as held only', () => {
    const copies = [
      buildItem({ _id: 'a', branch: 'nastola', status: 'available' }),
      buildItem({ _id: 'b', branch: 'heinola', status: 'onLoan' }),
    ];
    const document = documentOf([buildRecord()], copies);
    expect(document?.branch_value).to.have.members(['nastola', 'heinola']);
    expect(document?.availableBranch).to.deep.equal(['nastola']);
    expect(document?.availableMunicipality).to.have.members(['nastola', 'lahti']);
  });

  it('lists Finnish subject terms as facet values, without their Swedish twins, but is found by both', () => {
    const subjects = [
      { label: 'kissat', language: 'fin', vocabulary: 'yso', kind: 'topic' as const },
      { label: 'katter', language: 'swe', vocabulary: 'yso', kind: 'topic' as const },
    ];
    const document = documentOf([buildRecord({ edition: buildEdition({ subjects }) })]);
    expect(document?.subject_value).to.deep.equal(['kissat']);
    expect(document?.subject_exact).to.have.members(['kissat', 'katter']);
  });
});
