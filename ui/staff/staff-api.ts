import type { DeskItem, Instruction, ItemLookUp } from '../../api/routes/desk.ts';
import type { StaffPatron } from '../../api/routes/staff-patron-view.ts';

export type { DeskItem, Instruction, ItemLookUp, StaffPatron };
export type FoundPatron = Pick<StaffPatron, 'id' | 'name' | 'municipality' | 'birthDate' | 'cardState'>;
export type CheckIn = { readonly item: DeskItem; readonly instruction: Instruction };

/** Why the service has not done what was asked: the name of the problem, `offline` where no answer came. */
export class StaffProblem extends Error {
  override readonly name = 'StaffProblem';
  readonly problem: string;
  readonly about: Readonly<Record<string, string | number | undefined>>;
  readonly rule: string | undefined;
  constructor(
    problem: string,
    { about = {}, rule }: { about?: StaffProblem['about']; rule?: string | undefined } = {},
  ) {
    super(problem);
    this.problem = problem;
    this.about = about;
    this.rule = rule;
  }
}

const pausesMs = [400, 1_200, 3_000];

/**
 * Asks the service for staff. An answer that is lost on the way is asked for again: whatever may be done once only carries an
 * `attempt`, under which the service does it once. Whoever is not logged in any more is led to the log-in page and back.
 * @throws StaffProblem
 */
export async function askStaff<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  for (let times = 0; ; times += 1) {
    try {
      return await askOnce<Answer>(method, path, body);
    } catch (error) {
      const pause = pausesMs[times];
      const passing = error instanceof StaffProblem && ['offline', 'storage-unavailable'].includes(error.problem);
      if (!passing || pause === undefined) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

let token: string | undefined;

async function askOnce<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  if (method !== 'GET' && token === undefined) {
    ({ csrfToken: token } = await answerOf<{ csrfToken: string }>('GET', '/staff/session'));
  }
  try {
    return await answerOf<Answer>(method, path, body);
  } catch (error) {
    if (error instanceof StaffProblem && error.problem === 'csrf-token-wrong') token = undefined;
    throw error;
  }
}

async function answerOf<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const headers = {
    ...(body && { 'content-type': 'application/json' }),
    ...(method !== 'GET' && token !== undefined && { 'x-csrf-token': token }),
  };
  const request = { method, headers, ...(body && { body: JSON.stringify(body) }) };
  const response = await fetch(`/api/v1${path}`, request).catch(() => undefined);
  const answer: unknown = await response?.json().catch(() => undefined);
  if (!response || answer === undefined) throw new StaffProblem('offline');
  if (response.ok) return answer as Answer;
  const { type = '', about, rule } = answer as { type?: string; about?: StaffProblem['about']; rule?: string };
  const name = type.replace('urn:lastu:problem:', '');
  if (name === 'unauthorized')
    location.assign(`/staff/login?next=${encodeURIComponent(location.pathname + location.search)}`);
  throw new StaffProblem(name, { ...(about && { about }), rule });
}

/** A name for something that is to be done once. */
export function newAttempt(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16)); // randomUUID is there by https only
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
