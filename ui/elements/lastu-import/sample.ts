import { html, nothing, type TemplateResult } from 'lit';
import { branchName, facetLabel, languageName } from '../../labels.ts';
import type { Reader } from '../../messages/messages.ts';
import type { Sample } from '../../staff/imports-api.ts';
import { reasonWords } from '../../staff/imports-words.ts';

type Row = Sample['records'][number];

/** What an import would make of the first records of its file. */
export function samplePart(reader: Reader, { records, problems }: Sample): TemplateResult {
  const { t } = reader;
  return html`<section aria-labelledby="sample">
    <h2 id="sample">${t('imports.sample')}</h2>
    <p class="quiet">${t('imports.sample.lead', { n: records.length })}</p>
    ${
      problems.length === 0
        ? nothing
        : html`<p class="warning">${t('imports.sample.problems', { n: problems.length })}</p>
            <ul class="reasons">
              ${problems.map(({ index, reason, message }) => html`<li>${t('imports.problem', { number: index + 1, reason: reasonWords(reader, reason, message) })}</li>`)}
            </ul>`
    }
    <ol class="sample">
      ${records.map((row) => samplePiece(reader, row))}
    </ol>
  </section>`;
}

function samplePiece(reader: Reader, row: Row): TemplateResult {
  const { t, locale } = reader;
  const { edition, items, warnings } = row;
  const facts = [
    edition.contributors.find(({ main }) => main)?.name ?? edition.contributors[0]?.name,
    facetLabel('format', edition.format, locale),
    edition.year === undefined ? undefined : String(edition.year),
    `${t('imports.sample.copies')}: ${items.length}`,
  ];
  return html`<li>
    <p class="title">${edition.title || t('imports.sample.untitled')}</p>
    <p class="facts">${facts.filter((fact) => fact !== undefined).join(' · ')}</p>
    ${warnings.map(({ reason, message }) => html`<p class="facts">${reasonWords(reader, reason, message)}</p>`)}
    <details>
      <summary>${t('imports.sample.more')}<span class="unseen">: ${edition.title}</span></summary>
      <dl class="fields">
        ${fieldsOf(reader, row).map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
    </details>
  </li>`;
}

function fieldsOf({ t, locale }: Reader, { id, edition, items }: Row): (readonly [string, string])[] {
  const several = (values: readonly string[]) => values.join('; ');
  const fields = [
    [t('imports.sample.id'), id],
    [t('imports.sample.title'), edition.title],
    [t('imports.sample.author'), several(edition.contributors.map(({ name, role }) => `${name} (${role})`))],
    [t('imports.sample.format'), facetLabel('format', edition.format, locale)],
    [t('imports.sample.language'), several(edition.languages.map((code) => languageName(code, locale)))],
    [t('imports.sample.publisher'), several([edition.place, edition.publisher, edition.year].flatMap((one) => (one === undefined ? [] : String(one))))], // prettier-ignore
    [t('imports.sample.isbn'), several(edition.isbns)],
    [
      t('imports.sample.series'),
      several(edition.series.map(({ name, number }) => [name, number].filter(Boolean).join(' '))),
    ],
    [t('imports.sample.shelfMark'), several(edition.shelfMarks)],
    [t('imports.sample.subjects'), several(edition.subjects.map(({ label }) => label))],
    [t('imports.sample.genres'), several(edition.genres.map(({ label }) => label))],
    [t('imports.sample.copies'), several(items.map(({ branch, shelfMark }) => [branchName(branch, locale), shelfMark].filter(Boolean).join(' ')))], // prettier-ignore
  ] as const;
  return fields.filter(([, value]) => value !== '');
}
