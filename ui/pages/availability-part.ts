import { html, nothing, type TemplateResult } from 'lit';
import type { WorkDetail } from '../../domain/discovery/schema.ts';
import { standingIcon } from '../icons.ts';
import { branchName } from '../labels.ts';
import type { Reader } from '../messages/messages.ts';
import { standingOf, type Home } from '../search/home.ts';
import { shelfMarksByBranch } from '../work/shelf-marks.ts';

/** Where a work can be had now and on which shelf, branch by branch: the reader's own first, then those that have one there. */
export function availabilityPart({
  reader: { t, locale },
  work,
  own,
}: {
  reader: Reader;
  work: WorkDetail;
  own?: Home | undefined;
}): TemplateResult {
  const marks = shelfMarksByBranch(work.editions);
  const { total, branches } = work.availability;
  const { here, elsewhere } = standingOf(work.availability, own);
  const mine = (branch: string) => (own?.branches.includes(branch) ? 1 : 0);
  const rows = branches.toSorted((a, b) => mine(b.branch) - mine(a.branch) || b.available - a.available || branchName(a.branch, locale).localeCompare(branchName(b.branch, locale), locale)); // prettier-ignore
  const standing = (here?.available ?? 0) > 0 ? 'here' : elsewhere.available > 0 ? 'elsewhere' : 'out';
  const words = {
    here: t('availability.here', { place: own?.name ?? '' }),
    elsewhere: t('availability.region', { n: elsewhere.branches }),
    out: total > 0 ? t('availability.out') : t('availability.none'),
  };
  return html`<section class="availability" aria-labelledby="availability">
    <h2 id="availability">${t('work.availability')}</h2>
    <p class="standing ${standing}">${standingIcon(standing)} ${words[standing]}</p>
    ${
      rows.length > 0
        ? html`<table>
            <caption class="unseen">
              ${t('work.availabilityHint', { n: total })}
            </caption>
            <thead>
              <tr>
                <th scope="col">${t('work.branch')}</th>
                <th scope="col">${t('work.shelfMark')}</th>
                <th scope="col" class="number">${t('work.onShelf')}</th>
              </tr>
            </thead>
            <tbody>
              ${rows.map(
                (row) =>
                  html`<tr class=${mine(row.branch) ? 'mine' : ''}>
                    <th scope="row">${branchName(row.branch, locale)}</th>
                    <td class="mark">${marks.get(row.branch)?.join(', ')}</td>
                    <td class="number ${row.available > 0 ? 'some' : 'none'}">
                      ${t('availability.of', { available: row.available, total: row.total })}
                    </td>
                  </tr>`,
              )}
            </tbody>
          </table>`
        : nothing
    }
  </section>`;
}
