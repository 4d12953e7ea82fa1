import { html, nothing, type TemplateResult } from 'lit';
import type { JobsState } from '../../../api/routes/job-views.ts';
import type { Reader } from '../../messages/messages.ts';
import { latencyChart, throughputChart } from './charts.ts';

type QueueState = JobsState['queues'][number];
const shown = ['waiting', 'delayed', 'active', 'failed'] as const;

export const queueName = ({ t }: Reader, name: string): string =>
  name === 'index' || name === 'notices' || name === 'imports' ? t(`jobs.queue.${name}`) : name;

/** A queue: how much waits, who works, how it went within the hour. Admins stop it and let it go on. */
export function queuePart(
  reader: Reader,
  queue: QueueState,
  { admin, steer }: { admin: boolean; steer(act: 'pause' | 'resume', queue: string): void },
): TemplateResult {
  const { t } = reader;
  const { name, paused, workers } = queue;
  const act = paused ? 'resume' : 'pause';
  return html`<section class="queue" aria-labelledby=${`queue-${name}`}>
    <div class="line">
      <h2 id=${`queue-${name}`}>${queueName(reader, name)}</h2>
      ${paused ? html`<strong class="mark">${t('jobs.paused')}</strong>` : nothing}
      <span class="quiet">${workers === 0 ? nothing : t('jobs.workers', { n: workers })}</span>
      ${
        admin
          ? html`<button type="button" class="act" @click=${() => steer(act, name)}>
              ${t(`jobs.${act}`)}<span class="unseen">: ${queueName(reader, name)}</span>
            </button>`
          : nothing
      }
    </div>
    ${workers === 0 ? html`<p class="warning">${t('jobs.noWorkers')}</p>` : nothing}
    <dl class="counts">
      ${shown.map(
        (state) =>
          html`<div class=${state === 'failed' && queue[state] > 0 ? 'bad' : ''}>
            <dt>${t(`jobs.state.${state}`)}</dt>
            <dd class="figures">${queue[state]}</dd>
          </div>`,
      )}
    </dl>
    <div class="charts">${throughputChart(reader, queue)}${latencyChart(reader, queue)}</div>
  </section>`;
}
