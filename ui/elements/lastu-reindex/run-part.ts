import { html, nothing, type TemplateResult } from 'lit';
import type { RunView } from '../../../api/routes/staff-reindex-view.ts';
import { municipalityName } from '../../labels.ts';
import type { Reader } from '../../messages/messages.ts';

/** A run with its progress, in figures that are read aloud too. */
export function runPart(reader: Reader, run: RunView): TemplateResult {
  const { t, locale } = reader;
  const { written, total, rate, secondsLeft, secondsWorked, resumed, failed } = run;
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  const fact = (name: string, value: string) =>
    html`<div>
      <dt>${name}</dt>
      <dd class="figures">${value}</dd>
    </div>`;
  return html`<p class="what">
      ${scopeName(reader, run)} <span class="status ${run.status}">${statusName(reader, run)}</span>
    </p>
    <progress max=${Math.max(total, written, 1)} value=${written} aria-label=${scopeName(reader, run)}></progress>
    <p class="figures">
      ${t('reindex.written', { written: number(written), total: number(Math.max(total, written)) })}
    </p>
    <dl class="facts">
      ${run.status === 'running' && rate !== undefined ? fact(t('reindex.rate'), t('reindex.rate.value', { n: Math.round(rate) })) : nothing}
      ${secondsLeft === undefined ? nothing : fact(t('reindex.left'), duration(reader, secondsLeft))}
      ${fact(t('reindex.worked'), duration(reader, secondsWorked))}
      ${resumed > 0 ? fact(t('reindex.resumed'), t('reindex.resumed.times', { n: resumed })) : nothing}
      ${failed > 0 ? fact(t('reindex.failed'), number(failed)) : nothing}
    </dl>
    ${failuresPart(reader, run)}`;
}

/** Works that could not be indexed, each with the way to it and to its records. */
export function failuresPart({ t }: Reader, { failures }: RunView): TemplateResult | typeof nothing {
  if (failures.length === 0) return nothing;
  return html`<details>
    <summary>${t('reindex.failed.open')}</summary>
    <ul class="failures">
      ${failures.map(
        ({ work, records, error }) =>
          html`<li>
            <a href=${`/works/${encodeURIComponent(work)}`}>${t('reindex.failed.work', { id: work })}</a>
            ${records.map((id) => html` <a href=${`/staff/records/${encodeURIComponent(id)}`}>${t('reindex.failed.record', { id })}</a>`)}
            <p translate="no">${error}</p>
          </li>`,
      )}
    </ul>
  </details>`;
}

export function scopeName({ t, locale }: Reader, { scope }: RunView): string {
  switch (scope.kind) {
    case 'full':
      return t('reindex.scope.full');
    case 'source':
      return t('reindex.scope.source.one', { source: scope.source });
    case 'municipality':
      return t('reindex.scope.municipality.one', { municipality: municipalityName(scope.municipality, locale) });
    case 'query':
      return t('reindex.scope.query.one', { q: scope.q });
  }
}

export const statusName = ({ t }: Reader, { status, waits }: RunView): string =>
  waits ? t('reindex.status.waits') : t(`reindex.status.${status}`);

/** "3 min" of seconds: an estimate is no stopwatch. */
export function duration({ t }: Reader, seconds: number): string {
  if (seconds < 90) return t('reindex.seconds', { n: Math.ceil(seconds) });
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return t('reindex.minutes', { n: minutes });
  return t('reindex.hours', { n: Math.floor(minutes / 60), minutes: minutes % 60 });
}
