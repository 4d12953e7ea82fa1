import { html, nothing, type TemplateResult } from 'lit';
import type { Audience } from '../../domain/catalogue/schema.ts';
import type { ShownTip } from '../../domain/tips/service.ts';
import { markdownPart } from '../markdown.ts';
import type { Reader } from '../messages/messages.ts';
import { displayName } from '../names.ts';
import { workAddress } from '../search/work-address.ts';
import { sharePart } from './share-part.ts';
import { commentsPart, type CommentsState } from './comments-part.ts';
import { noticePart } from './form-parts.ts';
import { reportAddress } from './report-page.ts';
import { coverPart, tipAddress, tipCard, tipFacts, tipName, tipsAddress } from './tip-part.ts';

export interface TipsState {
  readonly reader: Reader;
  readonly home?: string | undefined;
  readonly audience: Audience | undefined;
  readonly byStaff: boolean;
  readonly tips: readonly ShownTip[];
  readonly comments: ReadonlyMap<string, number>;
  readonly page: number;
  readonly pages: number;
  readonly note?: { readonly tone: 'done' | 'refused'; readonly text: string } | undefined;
}

const whom = ['child', 'young', 'adult'] as const satisfies readonly Audience[];

/** The feed of tips, of an audience where one is named. */
export const tipsFeed = (audience: Audience | undefined): string =>
  `/feeds/tips.atom${audience === undefined ? '' : `?audience=${audience}`}`;

export function tipsPage(state: TipsState): TemplateResult {
  const { reader, home, audience, byStaff, tips, comments, note } = state;
  const { t } = reader;
  const way = (one: Audience | undefined, staff: boolean, name: string) =>
    html`<li>
      <a
        href=${tipsAddress({ audience: one, byStaff: staff })}
        aria-current=${one === audience && staff === byStaff ? 'page' : nothing}
        >${name}</a
      >
    </li>`;
  return html`<div class="tips-page">
    <h1>${t('tips.title')}</h1>
    <p class="lead">${t('tips.intro')}</p>
    <p class="tips-acts">
      <a class="action" href="/tips/new" rel="nofollow">${t('tips.write')}</a>
      <a href=${tipsFeed(audience)} type="application/atom+xml">${t('tips.feed')}</a>
    </p>
    <nav class="tabs lined" aria-label=${t('tips.for')}>
      <ul>
        ${way(undefined, false, t('tips.all'))} ${whom.map((one) => way(one, false, t(`tips.${one}`)))}
        ${way(undefined, true, t('tips.fromLibrary'))}
      </ul>
    </nav>
    ${noticePart(note)}
    ${
      tips.length === 0
        ? html`<p class="quiet">${t('tips.none')}</p>`
        : html`<ul class="tips">
            ${tips.map((shown) => html`<li>${tipCard({ reader, shown, home, level: 2, comments: comments.get(shown.tip._id) })}</li>`)}
          </ul>`
    }
    ${pagesPart(state)}
  </div>`;
}

function pagesPart({ reader: { t }, audience, byStaff, page, pages }: TipsState): TemplateResult | typeof nothing {
  if (pages < 2) return nothing;
  const way = (to: number, name: string) => html`<a href=${tipsAddress({ audience, byStaff, page: to })}>${name}</a>`;
  return html`<nav class="way-on" aria-label=${t('tips.pages')}>
    ${page > 1 ? way(page - 1, t('tips.newer')) : nothing} ${page < pages ? way(page + 1, t('tips.older')) : nothing}
  </nav>`;
}

export interface TipState {
  readonly reader: Reader;
  readonly home?: string | undefined;
  /** Its own, to be handed on. */
  readonly address: string;
  readonly shown: ShownTip;
  readonly comments: CommentsState;
}

/** A tip by itself, with its works and what others say of it. */
export function tipPage({ reader, home, shown, address, comments }: TipState): TemplateResult {
  const { t } = reader;
  const { tip, works, own } = shown;
  const { state } = tip.standing;
  return html`<div class="tip-page">
    <p><a href=${tipsAddress()}>${t('tips.title')}</a></p>
    <article>
      <h1>${tipName(shown)}</h1>
      ${tipFacts(reader, shown)}
      ${own && state !== 'published' ? noticePart({ tone: 'done', text: t(`tips.${state}`) }) : nothing}
      <div class="written lead">${markdownPart(tip.text)}</div>
      <section aria-labelledby="tip-works">
        <h2 id="tip-works">${t('tips.works')}</h2>
        <ul class="tipped">
          ${works.map((work) => {
            const { id, title, authors } = work;
            const author =
              authors[0] === undefined ? nothing : html`<span class="author">${displayName(authors[0])}</span>`;
            return html`<li>
              ${
                id === undefined
                  ? html`<div>
                      ${coverPart(work)}<cite>${title}</cite>${author}<span class="quiet">${t('tips.workGone')}</span>
                    </div>`
                  : html`<a href=${workAddress(id, home)}>${coverPart(work)}<cite>${title}</cite>${author}</a>`
              }
            </li>`;
          })}
        </ul>
      </section>
      ${state === 'published' ? sharePart(reader, { title: tipName(shown), address }) : nothing}
      <p class="tip-acts">
        ${
          own
            ? html`<a href=${`${tipAddress(tip._id)}/edit`} rel="nofollow">${t('tips.edit')}</a>`
            : html`<a href=${reportAddress({ kind: 'tip', id: tip._id })} rel="nofollow">${t('comments.report')}</a>`
        }
      </p>
    </article>
    ${commentsPart(comments)}
  </div>`;
}
