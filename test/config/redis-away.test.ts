import { expect } from 'chai';
import { Redis } from 'ioredis';
import { openPace } from '../../config/pace.ts';
import { within } from '../../config/within.ts';
import { openQueues, type Queues } from '../../workers/queues.ts';

describe('While Redis is away, a process that has workers', function () {
  this.timeout(20_000);
  let redis: Redis;
  let queues: Queues;
  before(() => {
    // as `openConnections` has it for such a process: whatever is asked waits until Redis is there
    redis = new Redis('redis://127.0.0.1:1', {
      lazyConnect: true,
      maxRetriesPerRequest: null,
      enableOfflineQueue: true,
    });
    redis.on('error', () => undefined);
    queues = openQueues(redis, 'nobody');
  });
  after(() => redis.disconnect());

  it('keeps nobody waiting for a queue to be told', async () => {
    const told = [queues.wake([1]), queues.post(['letter']), queues.takeImports(['import'])];
    const outcomes = await within(10_000, Promise.allSettled(told));
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['rejected', 'rejected', 'rejected']);
  });

  it('lets readers go on whose pace cannot be counted, and has letters to others wait', async () => {
    const counted = { prefix: 'nobody:pace', times: 1, seconds: 60 };
    const pace = openPace(redis, counted);
    const letters = openPace(redis, { ...counted, uncounted: 60 });
    expect(await within(10_000, Promise.all([pace('a'), pace('a'), letters('a')]))).to.deep.equal([0, 0, 60]);
  });
});
