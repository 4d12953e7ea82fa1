import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FailureReason, JobStateName, JobView } from '../../../api/routes/job-views.ts';
import type { Reader } from '../../messages/messages.ts';
import { shortTime } from '../../staff/words.ts';
import { queueName } from './queue-part.ts';

const states: readonly JobStateName[] = ['failed', 'active', 'waiting', 'delayed', 'completed'];

export interface JobList {
  readonly queue: string;
  readonly state: JobStateName;
  readonly jobs: readonly JobView[] | undefined;
  readonly more: boolean;
  /** Of failed ones: how many failed for which reason. */
  readonly reasons?: readonly FailureReason[];
}

interface ListActs {
  readonly admin: boolean;
  readonly queues: readonly string[];
  choose(queue: string, state: JobStateName): void;
  showMore(): void;
  retry(job: JobView): void;
  retryAll(): void;
  discard(job: JobView): void;
}

/** Single jobs of a queue in a state, with what they were given and why they failed. */
export function listPart(reader: Reader, list: JobList, acts: ListActs): TemplateResult {
  const { t } = reader;
  const { queue, state, jobs, more, reasons = [] } = list;
  const isOf = (event: Event) => (event.target instanceof HTMLSelectElement ? event.target.value : '');
  return html`<section aria-labelledby="list">
    <h2 id="list" tabindex="-1">${t('jobs.list')}</h2>
    <div class="line choices">
      <div class="field">
        <label for="queue">${t('jobs.list.queue')}</label>
        <select id="queue" @change=${(event: Event) => acts.choose(isOf(event), state)}>
          ${acts.queues.map((name) => html`<option value=${name} ?selected=${name === queue}>${queueName(reader, name)}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="state">${t('jobs.list.state')}</label>
        <select
          id="state"
          @change=${(event: Event) => acts.choose(queue, states.find((one) => one === isOf(event)) ?? state)}
        >
          ${states.map((one) => html`<option value=${one} ?selected=${one === state}>${t(`jobs.state.${one}`)}</option>`)}
        </select>
      </div>
      <button type="button" @click=${() => acts.choose(queue, state)}>${t('jobs.list.refresh')}</button>
      ${
        acts.admin && state === 'failed' && jobs && jobs.length > 0
          ? html`<button type="button" @click=${() => acts.retryAll()}>${t('jobs.list.retryAll')}</button>`
          : nothing
      }
    </div>
    ${jobs?.length === 0 ? html`<p class="quiet">${t('jobs.list.none')}</p>` : nothing}
    ${
      reasons.length === 0
        ? nothing
        : html`<h3 id="reasons">${t('jobs.list.reasons')}</h3>
            <ul class="counted" aria-labelledby="reasons">
              ${reasons.map(
                ({ reason, count, since }) =>
                  html`<li>
                    <span class="figures">${count} ×</span>
                    <span translate="no">${reason || t('jobs.aside.noReason')}</span>
                    <span class="quiet figures">${shortTime(since, reader.locale)}</span>
                  </li>`,
              )}
            </ul>`
    }
    <ul class="jobs">
      ${repeat(
        jobs ?? [],
        ({ id }) => id,
        (job) => jobPart(reader, job, state, acts),
      )}
    </ul>
    ${more ? html`<button type="button" @click=${() => acts.showMore()}>${t('jobs.list.more')}</button>` : nothing}
  </section>`;
}

function jobPart(reader: Reader, job: JobView, state: JobStateName, acts: ListActs): TemplateResult {
  const { t, locale } = reader;
  const { id, name, addedAt, attempts, error, payload, stack } = job;
  return html`<li>
    <details>
      <summary>
        <span class="name" translate="no">${name}</span>
        <span class="quiet figures">${shortTime(addedAt, locale)} · ${t('jobs.list.attempts', { n: attempts })}</span>
        ${error === undefined ? nothing : html`<span class="error" translate="no">${error}</span>`}
      </summary>
      <h3>${t('jobs.list.payload')}</h3>
      <pre class="scroll" tabindex="0">${JSON.stringify(payload, null, 2)}</pre>
      ${
        stack.length === 0
          ? nothing
          : html`<h3>${t('jobs.list.stack')}</h3>
              <pre class="scroll" tabindex="0">${stack.join('\n\n')}</pre>`
      }
      ${
        acts.admin && state !== 'active'
          ? html`<p class="line">
              ${
                state === 'failed'
                  ? html`<button type="button" @click=${() => acts.retry(job)}>
                      ${t('jobs.retry')}<span class="unseen">: ${name} ${id}</span>
                    </button>`
                  : nothing
              }
              <button type="button" @click=${() => acts.discard(job)}>
                ${t('jobs.discard')}<span class="unseen">: ${name} ${id}</span>
              </button>
            </p>`
          : nothing
      }
    </details>
  </li>`;
}
