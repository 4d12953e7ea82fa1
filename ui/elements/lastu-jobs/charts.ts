import { html, svg, type TemplateResult } from 'lit';
import type { JobsState } from '../../../api/routes/job-views.ts';
import type { Reader } from '../../messages/messages.ts';

type QueueState = JobsState['queues'][number];

const [width, height, minutes] = [300, 56, 60];
const step = width / minutes;

/** Jobs done within the hour, a bar a minute; those that failed stand on top, hatched. */
export function throughputChart(reader: Reader, { name, done, lost }: QueueState): TemplateResult {
  const { t } = reader;
  const [all, failed] = [sum(done), sum(lost)];
  const highest = Math.max(1, ...done.map((count, at) => count + (lost[at] ?? 0)));
  const tall = (count: number) => (count / highest) * height;
  return figure(reader, {
    id: `rate-${name}`,
    title: t('jobs.throughput'),
    summary: all + failed === 0 ? t('jobs.chart.none') : t('jobs.chart.rate', { n: all, lost: failed }),
    top: String(Math.round(highest)),
    marks: done.map((count, at) => {
      const [good, bad] = [tall(count), tall(lost[at] ?? 0)];
      return svg`<rect class="done" x=${at * step} y=${height - good} width=${step - 1} height=${good}></rect><rect class="lost" x=${at * step} y=${height - good - bad} width=${step - 1} height=${bad}></rect>`;
    }),
    columns: [t('jobs.chart.time'), t('jobs.chart.done'), t('jobs.chart.lost')],
    rows: done.flatMap((count, at) => (count + (lost[at] ?? 0) > 0 ? [[minutes - 1 - at, count, lost[at] ?? 0].map(String)] : [])).toReversed(), // prettier-ignore
  });
}

/** How long the last jobs took: the usual one of each minute, and a line up to the slowest. */
export function latencyChart(reader: Reader, { name, latency }: QueueState): TemplateResult {
  const { t } = reader;
  const highest = Math.max(1, ...latency.map(({ slowestMs }) => slowestMs));
  const tall = (ms: number) => Math.max(1, (ms / highest) * height);
  const middles = latency.map(({ middleMs }) => middleMs).toSorted((a, b) => a - b);
  const middle = middles[Math.floor(middles.length / 2)] ?? 0;
  return figure(reader, {
    id: `latency-${name}`,
    title: t('jobs.latency'),
    summary: latency.length === 0 ? t('jobs.chart.none') : t('jobs.chart.latency', { middle: long(reader, middle), slowest: long(reader, highest) }), // prettier-ignore
    top: long(reader, highest),
    marks: latency.map(({ minutesAgo, middleMs, slowestMs }) => {
      const x = (minutes - 1 - minutesAgo) * step;
      return svg`<rect class="slowest" x=${x + step / 2 - 1} y=${height - tall(slowestMs)} width="1.5" height=${tall(slowestMs)}></rect><rect class="done" x=${x} y=${height - tall(middleMs)} width=${step - 1} height=${tall(middleMs)}></rect>`;
    }),
    columns: [t('jobs.chart.time'), t('jobs.chart.middle'), t('jobs.chart.slowest')],
    rows: latency.toReversed().map(({ minutesAgo, middleMs, slowestMs }) => [String(minutesAgo), long(reader, middleMs), long(reader, slowestMs)]), // prettier-ignore
  });
}

interface Figure {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** What the highest mark stands for. */
  readonly top: string;
  readonly marks: readonly unknown[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function figure({ t }: Reader, { id, title, summary, top, marks, columns, rows }: Figure): TemplateResult {
  const caption = html`<span class="name">${title}</span> <span class="quiet">${summary}</span>`;
  if (rows.length === 0) return html`<p class="caption">${caption}</p>`;
  return html`<figure>
    <figcaption class="caption" id=${id}>${caption}</figcaption>
    <div class="plot" aria-hidden="true">
      <svg viewBox=${`0 0 ${width} ${height}`} preserveAspectRatio="none">
        <line x1="0" x2=${width} y1=${height} y2=${height}></line>
        ${marks}
      </svg>
      <span class="top figures">${top}</span>
    </div>
    <details>
      <summary>${t('jobs.chart.table')}<span class="unseen">: ${title}</span></summary>
      <div class="scroll" tabindex="0" role="group" aria-labelledby=${id}>
        <table>
          <thead>
            <tr>
              ${columns.map((column) => html`<th scope="col" class="number">${column}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (row) =>
                html`<tr>
                  ${row.map((cell) => html`<td class="number">${cell}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
  </figure>`;
}

const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);

/** "340 ms", "2,4 s". */
const long = ({ t }: Reader, ms: number): string =>
  ms < 1_000 ? t('jobs.milliseconds', { n: Math.round(ms) }) : t('jobs.seconds', { n: Math.round(ms / 100) / 10 });
