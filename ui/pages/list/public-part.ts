import { html, nothing, type TemplateResult } from 'lit';
import type { PublicList } from '../../../domain/lists/public.ts';
import type { PublicSort } from '../../../domain/lists/schema.ts';
import type { Reader } from '../../messages/messages.ts';
import { longDate } from '../long-date.ts';
import { coverPart } from '../tip-part.ts';
import { listPath } from './list-state.ts';

/** Which of the lists that everybody may find. */
export interface PublicView {
  readonly q: string;
  readonly sort: PublicSort;
  /** Those that have this work. */
  readonly work: string | undefined;
  readonly page: number;
}

/** The address of a choice of lists; what is as usual is left out. */
export const listsAddress = ({ q, sort, work, page }: Partial<PublicView> = {}): string =>
  `/lists${written({ q, work, sort: sort === 'newest' ? undefined : sort, page: page === 1 ? undefined : page })}`;

/** The feed of the same choice. */
export const listsFeed = ({ q, sort }: Partial<PublicView> = {}): string =>
  `/feeds/lists.atom${written({ q, sort: sort === 'newest' ? undefined : sort })}`;

function written(chosen: Readonly<Record<string, string | number | undefined>>): string {
  const parameters = new URLSearchParams(Object.entries(chosen).flatMap(([name, value]) => (value ? [[name, String(value)]] : []))); // prettier-ignore
  return parameters.size > 0 ? `?${parameters}` : '';
}

/** A list among others: the covers of its first works, its name, how it begins, and who gathers it. */
export function listCard(
  { t, locale }: Reader,
  { list, count, first }: PublicList,
  { level }: { level: 2 | 3 },
): TemplateResult {
  const { _id: id, title, description, language, byline, changedAt, saves = 0 } = list;
  const name = html`<a href=${listPath(id)} lang=${language === locale ? nothing : language}>${title}</a>`;
  const facts = [
    ...(byline === '' ? [] : [t('list.by', { name: byline })]),
    t('list.count', { n: count }),
    t('list.changed', { date: longDate(changedAt.toISOString().slice(0, 10), locale) }),
    ...(saves > 0 ? [t('publicLists.saves', { n: saves })] : []),
  ];
  return html`<article class="list-card">
    <div class="list-covers" aria-hidden="true">
      ${first.map(({ work, ...kept }) => coverPart({ id: work, ...kept }))}
    </div>
    <div class="list-words">
      ${level === 2 ? html`<h2>${name}</h2>` : html`<h3>${name}</h3>`}
      ${description === '' ? nothing : html`<p lang=${language === locale ? nothing : language}>${beginning(description)}</p>`}
      <p class="quiet">${facts.join(' · ')}</p>
    </div>
  </article>`;
}

const longest = 220;
const beginning = (text: string) =>
  text.length <= longest ? text : `${text.slice(0, longest).replace(/\s+\S*$/, '')}…`;

/** Lists beside one another on a page about something else; nothing where there are none. */
export function listsRow(
  reader: Reader,
  { name, lists, all }: { name: string; lists: readonly PublicList[]; all: string },
): TemplateResult | typeof nothing {
  if (lists.length === 0) return nothing;
  const { t } = reader;
  return html`<section class="lists-row">
    <div class="row-head">
      <h2>${name}</h2>
      <a href=${all} aria-label=${t('front.allOf', { what: name })}>${t('publicLists.more')}</a>
    </div>
    <ul class="lists-few">
      ${lists.map((one) => html`<li>${listCard(reader, one, { level: 3 })}</li>`)}
    </ul>
  </section>`;
}
