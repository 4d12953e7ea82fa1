import { html, nothing, type TemplateResult } from 'lit';
import type { RunView } from '../../../api/routes/staff-reindex-view.ts';
import type { Reader } from '../../messages/messages.ts';
import { answersPart } from '../../staff/answers-part.ts';

type Comparison = NonNullable<RunView['comparison']>;
type Sample = Comparison['sample'];

/** The serving index beside the new one: how many works, a sample, and what watched searches find. */
export function comparisonPart(reader: Reader, { works, sample, answers }: Comparison): TemplateResult {
  const { t, locale } = reader;
  const number = (value: number | undefined) =>
    value === undefined ? '–' : new Intl.NumberFormat(locale).format(value);
  return html`<section class="comparison" aria-label=${t('reindex.compare')}>
    <h3>${t('reindex.compare')}</h3>
    <table class="counts">
      <caption class="unseen">
        ${t('reindex.compare.works')}
      </caption>
      <thead>
        <tr>
          <td></td>
          <th scope="col" class="number">${t('reindex.compare.works')}</th>
        </tr>
      </thead>
      <tbody>
        ${(
          [
            ['reindex.compare.catalogue', works.catalogue],
            ['reindex.compare.before', works.before],
            ['reindex.compare.after', works.after],
          ] as const
        ).map(
          ([name, count]) =>
            html`<tr>
              <th scope="row">${t(name)}</th>
              <td class="number">${number(count)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${works.pending > 0 ? html`<p class="quiet">${t('reindex.compare.pending', { n: works.pending })}</p>` : nothing}
    ${samplePart(reader, sample)}
    <h4>${t('reindex.answers')}</h4>
    ${answersPart(reader, answers)}
  </section>`;
}

/** What a sample of works differs in, with examples. */
export function samplePart({ t }: Reader, sample: Sample): TemplateResult {
  const counts = (['changed', 'new', 'gone'] as const).filter((name) => sample[name] > 0);
  return html`<h4>${t('reindex.sample')}</h4>
    <p>
      ${t('reindex.sample.of', { n: sample.works })}:
      ${counts.length === 0 ? t('reindex.sample.same') : counts.map((name) => t(`reindex.sample.${name}`, { n: sample[name] })).join(', ')}
    </p>
    ${
      sample.examples.length === 0
        ? nothing
        : html`<details>
            <summary>${t('reindex.sample.examples')}</summary>
            <ul class="examples">
              ${sample.examples.map(
                ({ work, title, change, fields }) =>
                  html`<li>
                    <a href=${`/works/${encodeURIComponent(work)}`}>${title}</a> ${t(`reindex.change.${change}`)}
                    ${change === 'changed' && fields.length === 0 ? html`<p class="quiet">${t('reindex.change.hidden')}</p>` : nothing}
                    ${fields.map(
                      ({ name, before, after }) =>
                        html`<p class="field">
                          <span translate="no">${name}</span>: <del>${before}</del> <ins>${after}</ins>
                        </p>`,
                    )}
                  </li>`,
              )}
            </ul>
          </details>`
    }`;
}
