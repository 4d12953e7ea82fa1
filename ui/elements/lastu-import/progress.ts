import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Reader } from '../../messages/messages.ts';
import { isUnderWay, type Import } from '../../staff/imports-api.ts';
import { reasonWords, sizeWords, statusWords } from '../../staff/imports-words.ts';
import { shortTime } from '../../staff/words.ts';

/** Whoever carries an import on says so every few seconds. */
const silentMs = 10_000;

/** How far an import has come, and what became of its records. */
export function progressPart(reader: Reader, report: Import): TemplateResult {
  const { t, locale } = reader;
  const { source, kind, startedAt, bytes, url, error, counts, reasons, status } = report;
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  const about = [...(kind === 'rederivation' ? [] : [t(`imports.kind.${kind}`), source]), bytes === undefined ? '' : sizeWords(bytes, locale), shortTime(startedAt, locale)]; // prettier-ignore
  const figures = counted.filter(({ always, name }) => always || counts[name] > 0);
  const told = Object.entries(reasons).toSorted(([, a], [, b]) => b - a);
  return html`<p class="quiet about">${about.filter(Boolean).join(' · ')}</p>
    ${url === undefined ? nothing : html`<p class="quiet url" translate="no">${url}</p>`}
    <p class="state" role="status"><strong>${statusWords(reader, report)}</strong></p>
    ${isUnderWay(report) ? barPart(reader, report) : nothing}
    ${error === undefined ? nothing : html`<p class="warning">${status === 'failed' ? error : t('imports.status.again', { error })}</p>`}
    ${
      status === 'prepared' || counts.read + counts.withdrawn === 0
        ? nothing
        : html`<dl class="counts">
            ${figures.map(
              ({ name }) =>
                html`<div>
                  <dt>${t(`imports.count.${name}`)}</dt>
                  <dd>${number(counts[name])}</dd>
                </div>`,
            )}
          </dl>`
    }
    ${
      told.length === 0 || status === 'prepared'
        ? nothing
        : html`<h3>${t('imports.reasons')}</h3>
            <ul class="reasons">
              ${told.map(([reason, count]) => html`<li><span class="figures">${number(count)} ×</span> ${reasonWords(reader, reason)}</li>`)}
            </ul>`
    }`;
}

const counted = [
  { name: 'read', always: true },
  { name: 'added', always: true },
  { name: 'changed', always: true },
  { name: 'unchanged', always: true },
  { name: 'broken', always: true },
  { name: 'withdrawn', always: false },
  { name: 'repeated', always: false },
  { name: 'warned', always: false },
] as const;

function barPart({ t, locale }: Reader, { done, rate, heardAt, counts }: Import): TemplateResult {
  const isSilent = heardAt !== undefined && Date.now() - Date.parse(heardAt) > silentMs;
  const percent = done === undefined ? '' : new Intl.NumberFormat(locale, { style: 'percent' }).format(done);
  const seconds = done && rate ? (counts.read / done - counts.read) / rate : undefined;
  const left = seconds === undefined ? '' : seconds < 60 ? t('imports.left.soon') : t('imports.left', { n: Math.round(seconds / 60) }); // prettier-ignore
  return html`<progress max="1" value=${ifDefined(done)} aria-label=${t('imports.progress')}></progress>
    <p class="quiet figures">
      ${[percent, rate === undefined ? '' : t('imports.rate', { n: rate }), left].filter(Boolean).join(' · ')}
    </p>
    ${isSilent ? html`<p class="warning">${t('imports.status.silent')}</p>` : nothing}`;
}
