import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { ShownTip, TippedWork } from '../../domain/tips/service.ts';
import { coverSvg } from '../covers/cover.ts';
import { markdownPart, plainText } from '../markdown.ts';
import type { Reader } from '../messages/messages.ts';
import { displayName } from '../names.ts';
import { workAddress } from '../search/work-address.ts';
import { dayPart } from './moment.ts';

/** The page of a tip. */
export const tipAddress = (id: string): string => `/tips/${encodeURIComponent(id)}`;

/** Where tips of somebody's choice are. */
export function tipsAddress(
  wish: { audience?: string | undefined; byStaff?: boolean; work?: string; page?: number } = {},
): string {
  // prettier-ignore
  const { audience, byStaff, work, page = 1 } = wish;
  const parameters = new URLSearchParams({
    ...(audience !== undefined && { audience }),
    ...(byStaff && { byStaff: 'true' }),
    ...(work !== undefined && { work }),
    ...(page > 1 && { page: String(page) }),
  });
  return `/tips${parameters.size > 0 ? `?${parameters}` : ''}`;
}

/** What a tip is called: its own title, or those of its works. */
export const tipName = ({ tip, works }: Pick<ShownTip, 'tip' | 'works'>): string =>
  tip.title || works.map(({ title }) => title).join(' · ');

export interface TipCard {
  readonly reader: Reader;
  readonly shown: ShownTip;
  readonly home?: string | undefined;
  /** Of the heading. */
  readonly level: 2 | 3;
  /** How many comments it has; not told where absent. */
  readonly comments?: number | undefined;
  /** The whole text; otherwise how it begins. */
  readonly whole?: boolean;
}

/** A tip among others: the covers of its works, what it says, who says it and for whom. */
export function tipCard({ reader, shown, home, level, comments, whole = false }: TipCard): TemplateResult {
  const { t } = reader;
  const { tip, works } = shown;
  const name = html`<a href=${tipAddress(tip._id)}>${tipName(shown)}</a>`;
  return html`<article class="tip">
    <div class="tip-covers" aria-hidden="true">${works.slice(0, 3).map((work) => coverPart(work))}</div>
    <div class="tip-words">
      ${level === 2 ? html`<h2>${name}</h2>` : html`<h3>${name}</h3>`}
      ${whole ? html`<div class="written">${markdownPart(tip.text)}</div>` : html`<p>${plainText(tip.text, 280)}</p>`}
      ${tip.title === '' ? nothing : html`<p class="tip-works">${worksInLine(works, home)}</p>`}
      ${tipFacts(reader, shown)}
      ${comments ? html`<p><a class="quiet" href=${`${tipAddress(tip._id)}#comments`}>${t('tips.comments', { n: comments })}</a></p>` : nothing}
    </div>
  </article>`;
}

/** Who says it, for whom, and when. */
export function tipFacts({ t, locale }: Reader, { tip }: Pick<ShownTip, 'tip'>): TemplateResult {
  const { audiences, byline, byStaff, writtenAt, editedAt } = tip;
  const whom = audiences.length === 3 ? t('tips.all') : audiences.map((one) => t(`tips.${one}`)).join(' · ');
  return html`<p class="written-by quiet">
    <span translate="no">${byline}</span>
    ${byStaff ? html`<span class="by-staff">${t('tips.byLibrary')}</span>` : nothing}
    <span>${whom}</span>
    ${dayPart(writtenAt, locale)} ${editedAt ? html`<span>${t('comments.edited')}</span>` : nothing}
  </p>`;
}

export const coverPart = ({ id, title, authors }: TippedWork): TemplateResult => {
  const author = authors[0] === undefined ? undefined : displayName(authors[0]);
  return html`<span class="cover">${unsafeHTML(coverSvg({ id: id ?? title, title, author }))}</span>`;
};

const worksInLine = (works: readonly TippedWork[], home: string | undefined) =>
  works.map(
    ({ id, title }, nth) =>
      html`${nth > 0 ? ' · ' : ''}${id === undefined ? html`<cite>${title}</cite>` : html`<a href=${workAddress(id, home)}><cite>${title}</cite></a>`}`,
  );

/** What the page of a work says of tips: those about it, and the way to write one. */
export const tipsOfWork = (
  reader: Reader,
  { work, tips, home }: { work: string; tips: readonly ShownTip[]; home?: string | undefined },
): TemplateResult =>
  // prettier-ignore
  html`${tipsRow(reader, { name: reader.t('tips.heading.work'), tips, all: tipsAddress({ work }), home })}
    <p class="tips-way"><a href=${newTipAddress(work)} rel="nofollow">${reader.t('tips.writeAbout')}</a></p>`;

/** Where a tip about a work is written. */
export const newTipAddress = (work: string): string => `/tips/new?${new URLSearchParams({ work })}`;

/** Tips beside one another on a page about something else; nothing where there are none. */
export function tipsRow(
  reader: Reader,
  { name, tips, all, home }: { name: string; tips: readonly ShownTip[]; all: string; home?: string | undefined },
): TemplateResult | typeof nothing {
  if (tips.length === 0) return nothing;
  const { t } = reader;
  return html`<section class="tips-row">
    <div class="row-head">
      <h2>${name}</h2>
      <a href=${all} aria-label=${t('front.allOf', { what: name })}>${t('tips.more')}</a>
    </div>
    <ul class="tips-few">
      ${tips.map((shown) => html`<li>${tipCard({ reader, shown, home, level: 3 })}</li>`)}
    </ul>
  </section>`;
}
