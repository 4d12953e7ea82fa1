import type { JobsState } from '../../api/routes/job-views.ts';
import type { JobList } from '../elements/lastu-jobs/list-part.ts';

const wave = (height: number) =>
  Array.from({ length: 60 }, (_, minute) => Math.round(height * (1 + Math.sin(minute / 6))));
const none = Array<number>(60).fill(0);

/** A service with its hands full: one queue at work, one paused, one that nobody works on. */
export const busyQueues: JobsState = {
  queues: [
    { name: 'index', paused: false, waiting: 12, delayed: 3, active: 3, failed: 2, workers: 2, done: wave(40), lost: none.map((_, at) => (at % 17 === 0 ? 6 : 0)), latency: [12, 8, 3, 1].map((minutesAgo) => ({ minutesAgo, middleMs: 90 + minutesAgo * 5, slowestMs: 400 + minutesAgo * 90 })) },
    { name: 'notices', paused: true, waiting: 4, delayed: 0, active: 0, failed: 0, workers: 1, done: none, lost: none, latency: [] },
    { name: 'imports', paused: false, waiting: 1, delayed: 0, active: 0, failed: 0, workers: 0, done: none, lost: none, latency: [] },
  ],
  changes: { waiting: 12, setAside: 3, oldestSince: '2026-11-25T08:00:00.000Z' },
  reasons: [{ reason: 'mapper_parsing_exception: failed to parse field [editions.year]', count: 3, ids: ['1', '2', '3'], works: ['w1', 'w2'], since: '2026-11-25T07:30:00.000Z' }],
}; // prettier-ignore

export const failedJobs: JobList = {
  queue: 'index',
  state: 'failed',
  more: false,
  reasons: [{ reason: 'connect ECONNREFUSED …', count: 1, since: '2026-11-25T07:30:00.000Z' }],
  jobs: [
    { id: '1', name: 'drain-3', addedAt: '2026-11-25T07:30:00.000Z', attempts: 8, error: 'connect ECONNREFUSED 127.0.0.1:9200', payload: { partition: 3 }, stack: ['ConnectionError: connect ECONNREFUSED 127.0.0.1:9200\n    at drain'] },
  ],
}; // prettier-ignore
