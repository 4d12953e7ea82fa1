import { html, svg, type TemplateResult } from 'lit';
import type { Locale } from '../../config/locales.ts';

export interface ChartedCount {
  readonly label: string;
  readonly n: number;
}

const [width, height] = [640, 150];

/** A column for each step of time. `said` stands for the whole picture to who does not see it; a table tells the figures. */
export function columnChart(counts: readonly ChartedCount[], said: string): TemplateResult {
  const most = Math.max(1, ...counts.map(({ n }) => n));
  const step = width / Math.max(1, counts.length);
  const [first, last] = [counts[0]?.label ?? '', counts.at(-1)?.label ?? ''];
  return html`<svg class="chart" viewBox=${`0 0 ${width} ${height}`} role="img" aria-label=${said}>
      <line class="chart-ground" x1="0" x2=${width} y1=${height} y2=${height}></line>
      ${counts.map(({ n }, at) => {
        const tall = (n / most) * (height - 8);
        return svg`<rect class="chart-bar" x=${(at * step + step * 0.12).toFixed(1)} y=${(height - tall).toFixed(1)} width=${Math.min(44, step * 0.76).toFixed(1)} height=${tall.toFixed(1)}></rect>`;
      })}
    </svg>
    <p class="chart-ends" aria-hidden="true"><span>${first}</span><span>${last === first ? '' : last}</span></p>`;
}

/** The most first, each as long as it is. */
export function rankChart(counts: readonly ChartedCount[], said: string, locale: Locale): TemplateResult {
  const most = Math.max(1, ...counts.map(({ n }) => n));
  const number = new Intl.NumberFormat(locale);
  return html`<div class="chart-rank" role="img" aria-label=${said}>
    ${counts.map(
      ({ label, n }) =>
        html`<span>${label}</span
          ><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect class="chart-bar" width=${((n / most) * 100).toFixed(1)} height="10"></rect></svg
          ><span>${number.format(n)}</span>`,
    )}
  </div>`;
}
