import { expect } from 'chai';
import type { Collection } from 'mongodb';
import type { Connections } from '../../config/connections.ts';
import { dropNamespace, openTestConnections } from '../support/connections.ts';

interface Entry {
  _id: string;
  list: string;
  after?: string;
}

describe('aggregations of the database', () => {
  let connections: Connections;
  let entries: Collection<Entry>;

  before(async () => {
    connections = openTestConnections();
    entries = connections.database.collection('entries');
    await entries.createIndex({ list: 1, after: 1 });
    await entries.insertMany([
      { _id: 'a', list: 'one' },
      { _id: 'b', list: 'one', after: 'a' },
      { _id: 'c', list: 'two', after: 'b' },
      { _id: 'd', list: 'three', after: 'c' },
    ]);
  });

  after(() => dropNamespace(connections));

  it('count what their first stage keeps, whether or not an index knows it', async () => {
    expect(await entries.countDocuments({ list: 'one' })).to.equal(2);
    expect(await entries.countDocuments({ list: { $in: ['one', 'two'] }, after: { $exists: true } })).to.equal(2);
    expect(await entries.countDocuments({ after: 'c' })).to.equal(1);
    expect(await entries.countDocuments({ list: 'none' })).to.equal(0);
    expect(await entries.countDocuments()).to.equal(4);
  });

  it('look up among all documents what later stages join, not among those kept', async () => {
    const found = await entries
      .aggregate([
        { $match: { list: 'two' } },
        { $lookup: { from: 'entries', localField: 'after', foreignField: '_id', as: 'before' } },
      ])
      .toArray();
    expect(found).to.deep.equal([
      { _id: 'c', list: 'two', after: 'b', before: [{ _id: 'b', list: 'one', after: 'a' }] },
    ]);
  });

  it('follow a change and a removal among several of one key, and the last of a key', async () => {
    await entries.updateOne({ _id: 'a' }, { $set: { list: 'two' } });
    expect(await entries.countDocuments({ list: 'one' })).to.equal(1);
    expect(await entries.countDocuments({ list: 'two' })).to.equal(2);
    await entries.deleteMany({ list: 'two' });
    expect((await entries.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id)).to.deep.equal(['b', 'd']);
    await entries.deleteOne({ _id: 'd' });
    expect(await entries.countDocuments({ list: 'three' })).to.equal(0);
  });
});
