import type { Outbound, OutboundAnswer } from '../../config/outbound.ts';
import { ImportRefused } from '../imports/run.ts';

interface AskDeps {
  readonly outbound: Outbound;
  /** Pause before the first repetition, in milliseconds; doubled for each further one. */
  readonly pauseMs: number;
}

const mostAttempts = 8;
const longestPauseMs = 10 * 60_000;

/**
 * Asks a repository, as often as it takes: it may be away, or say when to come again (503 with Retry-After, as the protocol
 * has it). `read` is part of the attempt: an answer that breaks off is asked for anew.
 * @throws ImportRefused for an answer that no repetition will mend, and the last error where patience has ended
 */
export async function askPatiently<T>(
  url: string,
  read: (answer: OutboundAnswer) => Promise<T>,
  { outbound, pauseMs }: AskDeps,
  signal: AbortSignal,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    let pause = Math.min(pauseMs * 2 ** (attempt - 1), longestPauseMs);
    try {
      const answer = await outbound(url, { signal });
      if (answer.status === 200) return await read(answer);
      answer.body.destroy();
      const isPassing = answer.status === 429 || answer.status >= 500;
      if (!isPassing) throw new ImportRefused(`${url} answers with ${answer.status}`);
      pause = retryAfter(answer.headers['retry-after'], new Date()) ?? pause;
      if (attempt === mostAttempts) throw new Error(`${url} answers with ${answer.status}`);
    } catch (error) {
      if (signal.aborted || isFinal(error) || attempt === mostAttempts) throw error;
    }
    await sleep(Math.min(pause, longestPauseMs), signal);
  }
}

const isFinal = (error: unknown) =>
  error instanceof Error && ['ImportRefused', 'ForbiddenAddress', 'OaiRefusal', 'Interrupted'].includes(error.name);

/** RFC 9110, 10.2.3: seconds, or a date. In milliseconds. */
function retryAfter(value: string | undefined, now: Date): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value.trim())) return Number(value) * 1_000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
