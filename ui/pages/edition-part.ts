import { html, nothing, type TemplateResult } from 'lit';
import type { EditionDetail } from '../../domain/discovery/schema.ts';
import { branchName, languageTag } from '../labels.ts';
import { displayName } from '../names.ts';
import { isMessageKey, type Reader } from '../messages/messages.ts';
import { searchAddress } from '../search/address.ts';
import { contributorsByRole } from '../work/editions.ts';

/** One edition on the page of its work, with its copies behind a disclosure. */
export function editionPart(
  edition: EditionDetail,
  { reader, authors, home }: { reader: Reader; authors: readonly string[]; home?: string | undefined },
): TemplateResult {
  const { t } = reader;
  const { title, part, year, publisher, place, statement, extent, isbns, issns, shelfMarks, contents, notes, links } =
    edition;
  const language = edition.languages.length === 1 ? languageTag(edition.languages[0] ?? '') : undefined;
  const published = [place, publisher].filter(Boolean).join(': ');
  const fact = (name: string, value: unknown) =>
    value
      ? html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`
      : nothing;
  return html`
    <div class="edition">
      <h4>
        ${year === undefined ? nothing : html`<span class="figures">${year}</span>`}
        <cite lang=${language ?? nothing}>${[title, part].filter(Boolean).join('. ')}</cite>
      </h4>
      <dl class="facts">
        ${contributorsByRole(edition, authors).map(({ role, names }) =>
          fact(
            t(`role.${role}`),
            names.map(
              (name, index) =>
                html`${index > 0 ? ', ' : ''}<a href=${searchAddress({ author: [name] }, home)}
                    >${displayName(name)}</a
                  >`,
            ),
          ),
        )}
        ${fact(t('work.publisher'), published)} ${fact(t('work.statement'), statement)}
        ${fact(t('work.extent'), extent)} ${fact(t('work.class'), shelfMarks.join(', '))}
        ${fact(t('work.isbn'), isbns.join(', '))} ${fact(t('work.issn'), issns.join(', '))}
        ${fact(t('work.contents'), contents.join(' – '))} ${fact(t('work.notes'), notes.join(' '))}
      </dl>
      ${webLinks(links).map(({ url, text }) => html`<p class="link"><a href=${url} rel="noopener">${text || hostOf(url)}</a></p>`)}
      ${edition.items.length > 0 ? items(edition, reader) : nothing}
    </div>
  `;
}

function items({ items, title, year }: EditionDetail, reader: Reader): TemplateResult {
  const { t, locale } = reader;
  const sorted = items.toSorted((a, b) =>
    branchName(a.branch, locale).localeCompare(branchName(b.branch, locale), locale),
  );
  return html`<details class="items">
    <summary>${t('work.items', { n: items.length })}</summary>
    <table>
      <caption class="unseen">
        ${t('work.itemsIn', { title: [title, year].filter(Boolean).join(', ') })}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('work.branch')}</th>
          <th scope="col">${t('work.shelfMark')}</th>
          <th scope="col">${t('work.status')}</th>
        </tr>
      </thead>
      <tbody>
        ${sorted.map(
          ({ branch, shelfMark, status }) =>
            html`<tr>
              <th scope="row">${branchName(branch, locale)}</th>
              <td>${shelfMark ?? '–'}</td>
              <td class=${status}>${statusName(status, reader)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}

function statusName(status: string, reader: Reader): string {
  const key = `status.${status}`;
  return isMessageKey(reader, key) ? reader.t(key) : status;
}

/** Links of the catalogue that lead to the web: others (javascript:, file:) are not offered. */
const webLinks = (links: EditionDetail['links']) =>
  links.filter(({ url }) => /^https?:\/\//i.test(url) && URL.canParse(url));

const hostOf = (url: string) => new URL(url).hostname;
