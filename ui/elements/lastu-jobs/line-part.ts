import { html, nothing, type TemplateResult } from 'lit';
import type { JobsState } from '../../../api/routes/job-views.ts';
import type { Reader } from '../../messages/messages.ts';
import { workAddress } from '../../search/work-address.ts';
import { shortTime } from '../../staff/words.ts';

/** What is on its way to the index, and what was given up, by why. */
export function linePart(
  reader: Reader,
  { changes, reasons }: JobsState,
  { admin, decide, now }: { admin: boolean; decide(act: 'retries' | 'discards', ids: readonly string[]): void; now: number }, // prettier-ignore
): TemplateResult {
  const { t, locale } = reader;
  const { waiting, oldestSince } = changes;
  return html`<section aria-labelledby="line">
      <h2 id="line">${t('jobs.line')}</h2>
      <p class="figures">
        ${
          waiting === 0 || oldestSince === undefined
            ? t('jobs.line.none')
            : t('jobs.line.waiting', { n: waiting, since: ago(reader, now - new Date(oldestSince).getTime()) })
        }
      </p>
    </section>
    <section aria-labelledby="aside">
      <h2 id="aside" tabindex="-1">${t('jobs.aside')}</h2>
      ${
        reasons.length === 0
          ? html`<p class="quiet">${t('jobs.aside.none')}</p>`
          : html`<p>${t('jobs.aside.lead')}</p>
              <ul class="reasons">
                ${reasons.map(
                  ({ reason, count, ids, works, since }) =>
                    html`<li>
                      <p class="reason" translate="no">${reason === '' ? t('jobs.aside.noReason') : reason}</p>
                      <p class="quiet">
                        ${t('jobs.aside.count', { n: count })} · ${shortTime(since, locale)} ·
                        ${works.map((id, at) => html`${at > 0 ? ', ' : ''}<a href=${workAddress(id)}>${id}</a>`)}
                      </p>
                      ${
                        admin
                          ? html`<p class="line">
                              <button type="button" @click=${() => decide('retries', ids)}>
                                ${t('jobs.aside.retry')}<span class="unseen">: ${reason}</span>
                              </button>
                              <button type="button" @click=${() => decide('discards', ids)}>
                                ${t('jobs.aside.discard')}<span class="unseen">: ${reason}</span>
                              </button>
                            </p>`
                          : nothing
                      }
                    </li>`,
                )}
              </ul>`
      }
    </section>`;
}

const ago = ({ t }: Reader, ms: number): string =>
  ms < 120_000
    ? t('jobs.line.seconds', { n: Math.max(0, Math.round(ms / 1_000)) })
    : t('jobs.line.minutes', { n: Math.round(ms / 60_000) });
