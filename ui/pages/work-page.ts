import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { DetailTerm, RelatedWorks, WorkDetail } from '../../domain/discovery/schema.ts';
import { coverSvg } from '../covers/cover.ts';
import '../elements/lastu-memory-button/lastu-memory-button.ts';
import { formatIcon, icon, icons } from '../icons.ts';
import { facetLabel, languageName, languageTag } from '../labels.ts';
import { displayName, yearSpan } from '../names.ts';
import type { Reader } from '../messages/messages.ts';
import { searchAddress } from '../search/address.ts';
import { citeAddress } from '../search/work-address.ts';
import type { Home } from '../search/home.ts';
import type { Wish } from '../search/state.ts';
import { editionGroups, termsFor } from '../work/editions.ts';
import { relatedRows } from '../work/related.ts';
import { availabilityPart } from './availability-part.ts';
import { editionPart } from './edition-part.ts';
import { holdAddress } from './hold-page.ts';
import { addToListAddress } from './list/add-page.ts';

export interface WorkState {
  readonly reader: Reader;
  readonly work: WorkDetail;
  /** The reader's own libraries, and their id as the address keeps it. */
  readonly own?: Home | undefined;
  readonly home?: string | undefined;
  /** Absent where search is away: the page stands without them. */
  readonly related?: RelatedWorks | undefined;
  /** Its average in a line, and all that readers say of it. */
  readonly rating?: TemplateResult | typeof nothing;
  readonly voices?: TemplateResult | undefined;
}

/** A work's own page: what it is, where it can be had now, and every edition of it. */
export function workPage(state: WorkState): TemplateResult {
  const { reader, work } = state;
  const { t, locale } = reader;
  const groups = editionGroups(work.editions, locale);
  const author = work.authors[0] === undefined ? undefined : displayName(work.authors[0]);
  return html`
    <article class="work">
      <div class="work-head">
        <div class="cover">${unsafeHTML(coverSvg({ id: work.id, title: work.title, author }))}</div>
        <div>
          <h1 lang=${languageOf(work) ?? nothing}>${work.title}</h1>
          ${work.authors.length > 0 ? html`<p class="by">${joined(work.authors.map((name) => authorLink(state, name)))}</p>` : nothing}
          ${state.rating ?? nothing} ${facts(state)} ${actions(state)}
        </div>
      </div>
      <div class="work-body">
        ${
          work.description
            ? html`<section class="work-description">
                <h2>${t('work.description')}</h2>
                <p class="description">${work.description}</p>
              </section>`
            : nothing
        }
        <div class="work-side">${availabilityPart(state)} ${topics(state)}</div>
        <section class="editions" aria-labelledby="editions">
          <h2 id="editions">${t('work.editions', { n: work.editions.length })}</h2>
          ${groups.length === 0 ? html`<p class="quiet">${t('work.noEditions')}</p>` : nothing}
          ${groups.map(
            ({ name, editions }) => html`
              <section class="edition-group">
                <h3>
                  ${editions[0] ? formatIcon(editions[0].format) : nothing}${name}
                  <span class="quiet">${t('work.editionsCount', { n: editions.length })}</span>
                </h3>
                <ul>
                  ${editions.map((edition) => html`<li>${editionPart(edition, { reader, authors: work.authors, home: state.home })}</li>`)}
                </ul>
              </section>
            `,
          )}
        </section>
        ${state.voices ?? nothing}
      </div>
    </article>
    ${state.related ? relatedRows(state.related, { reader, id: work.id, home: state.home }) : nothing}
  `;
}

/** What a reader can do with the work. */
function actions({
  reader: { t, locale },
  work: { id, title, authors, availability },
  home,
}: WorkState): TemplateResult {
  const remembered = JSON.stringify({ id, title, authors });
  return html`<div class="work-actions">
    ${availability.total > 0 ? html`<a class="action" href=${holdAddress(id)} rel="nofollow" data-hold>${t('hold.place')}</a>` : nothing}
    <lastu-memory-button lang=${locale} work=${remembered}></lastu-memory-button>
    <a class="action-link" href=${addToListAddress(id)} rel="nofollow" data-to-list
      >${icon(icons.addToList)} ${t('list.addTitle')}</a
    >
    <a class="action-link" href=${citeAddress(id, { home })}>${icon(icons.share)} ${t('cite.title')}</a>
  </div>`;
}

function facts(state: WorkState): TemplateResult {
  const { reader: { t, locale }, work, home } = state; // prettier-ignore
  const years = yearSpan(work);
  const fact = (name: string, value: unknown) =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  return html`<dl class="facts">
    ${work.originalTitle && work.originalTitle !== work.title ? fact(t('work.original'), html`<cite>${work.originalTitle}</cite>`) : nothing}
    ${
      work.series.length > 0
        ? fact(
            t('work.series'),
            joined(
              work.series.map(
                ({ name, number }) =>
                  html`<a href=${searchAddress({ series: [name] }, home)}>${name}</a>${number ? `, ${number}` : ''}`,
              ),
            ),
          )
        : nothing
    }
    ${years === '' ? nothing : fact(t('work.published'), html`<span class="figures">${years}</span>`)}
    ${fact(t('work.formats'), work.formats.map((format) => facetLabel('format', format, locale)).join(', '))}
    ${work.languages.length > 0 ? fact(t('work.languages'), work.languages.map((code) => languageName(code, locale)).join(', ')) : nothing}
    ${work.audience ? fact(t('facet.audience'), facetLabel('audience', work.audience, locale)) : nothing}
  </dl>`;
}

function topics({ reader: { t, locale }, work, home }: WorkState): TemplateResult {
  const list = (name: string, facet: 'subject' | 'genre', terms: readonly DetailTerm[]) =>
    terms.length === 0
      ? nothing
      : html`<section>
          <h2>${name}</h2>
          <ul class="terms">
            ${terms.map((term) => html`<li><a href=${searchAddress(wishFor(facet, term), home)}>${term.label}</a></li>`)}
          </ul>
        </section>`;
  return html`${list(t('work.subjects'), 'subject', termsFor(work.subjects, locale))}
  ${list(t('work.genres'), 'genre', termsFor(work.genres, locale))}`;
}

/** Works under a term's facet value; those that have its words as a subject where its twin in another language is counted. */
const wishFor = (facet: 'subject' | 'genre', { label, value }: DetailTerm): Partial<Wish> =>
  value === undefined ? { q: `"${label.replaceAll('"', ' ')}"`, in: 'subject' } : { [facet]: [value] };

const authorLink = ({ home }: WorkState, name: string) =>
  html`<a href=${searchAddress({ author: [name] }, home)}>${displayName(name)}</a>`;

const joined = (parts: readonly TemplateResult[]) => parts.map((part, index) => html`${index > 0 ? ', ' : ''}${part}`);

const languageOf = ({ languages }: WorkDetail) =>
  languages.length === 1 && languages[0] ? languageTag(languages[0]) : undefined;
