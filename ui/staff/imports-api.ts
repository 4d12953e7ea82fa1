import type { Harvest } from '../../api/routes/harvests.ts';
import type { Import, RecordProblem, Retried, Sample } from '../../api/routes/import-views.ts';
import type { Source } from '../../api/routes/sources.ts';
import { askStaff, StaffProblem } from './staff-api.ts';

export type { Harvest, Import, RecordProblem, Retried, Sample, Source };

interface Sending {
  readonly source: string;
  readonly onProgress: (sent: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Sends a file as it is read, a piece at a time, and tells how much of it has gone.
 * @throws StaffProblem; `stopped` where the signal has ended it
 */
export async function sendFile(file: File, { source, onProgress, signal }: Sending): Promise<Import> {
  const { csrfToken } = await askStaff<{ csrfToken: string }>('GET', '/staff/session');
  const { promise, resolve, reject } = Promise.withResolvers<Import>();
  const request = new XMLHttpRequest(); // fetch does not tell how much has been sent
  request.open('POST', `/api/v1/staff/imports/files?${new URLSearchParams({ source, name: file.name }).toString()}`);
  request.responseType = 'json';
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.setRequestHeader('x-csrf-token', csrfToken);
  request.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded));
  request.addEventListener('error', () => reject(new StaffProblem('offline')));
  request.addEventListener('abort', () => reject(new StaffProblem('stopped')));
  request.addEventListener('load', () => {
    const answer: unknown = request.response;
    if (request.status === 200) resolve(answer as Import);
    else reject(new StaffProblem(typeOf(answer).replace('urn:lastu:problem:', '') || 'offline'));
  });
  signal.addEventListener('abort', () => request.abort(), { once: true });
  request.send(file);
  return promise;
}

const typeOf = (answer: unknown): string =>
  typeof answer === 'object' && answer !== null && 'type' in answer ? String(answer.type) : '';

export const isUnderWay = ({ status }: Pick<Import, 'status'>): boolean =>
  status === 'fetching' || status === 'waiting' || status === 'running';
