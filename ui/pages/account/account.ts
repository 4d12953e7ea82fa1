import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../../../config/locales.ts';
import type { Reader } from '../../messages/messages.ts';
import { workAddress } from '../../search/work-address.ts';
import { displayName } from '../../names.ts';
import { noticePart } from '../form-parts.ts';
import { accountPages, type Visitor } from '../visitor-part.ts';

/** What came of a form, for the page that follows it; `about` says it of single loans or holds, by their ids. */
export interface Note {
  readonly tone: 'done' | 'refused';
  readonly text: string;
  readonly about: Readonly<Record<string, { readonly tone: 'done' | 'refused'; readonly text: string }>>;
}

/** What every page of a patron is drawn with. */
export interface AccountState {
  readonly reader: Reader;
  readonly visitor: Visitor;
  readonly address: (typeof accountPages)[number]['address'];
  /** Of the card that is looked at: the child's, where the patron acts for one. */
  readonly card: string | undefined;
  /** Cards one may act for, besides one's own. */
  readonly children: readonly { readonly id: string; readonly name: string }[];
  readonly note: Note | undefined;
  /** Why the patron's municipality cannot be served here yet. */
  readonly waiting: string | undefined;
}

/** A work, as far as lists of loans and holds show it. */
export interface ListedWork {
  readonly id: string | undefined;
  readonly title: string;
  readonly author: string | undefined;
}

/** The frame of a patron's pages: where they are, whose card it is, what came of the last form. */
export function accountPage(state: AccountState, heading: string, content: TemplateResult): TemplateResult {
  const { reader: { t }, address, card, children, note, waiting } = state; // prettier-ignore
  const acting = children.find(({ id }) => id === card);
  return html`
    <div class="account">
      <nav class="account-nav tabs" aria-label=${t('account.title')}>
        <ul>
          ${accountPages
            .filter((page) => !acting || !ownOnly.has(page.address))
            .map(
              (page) =>
                html`<li>
                  <a href=${ofCard(page.address, card)} aria-current=${page.address === address ? 'page' : nothing}
                    >${t(page.name)}</a
                  >
                </li>`,
            )}
        </ul>
      </nav>
      <div class="account-page">
        ${children.length > 0 && !ownOnly.has(address) ? cards(state) : nothing}
        <h1>${heading}</h1>
        ${acting ? html`<p class="quiet">${t('account.acting', { name: acting.name })}</p>` : nothing}
        ${noticePart(note)} ${noticePart(waiting ? { tone: 'done', text: waiting } : undefined)} ${content}
      </div>
    </div>
  `;
}

/** Pages that show one's own card only. */
const ownOnly: ReadonlySet<string> = new Set([
  '/account/messages',
  '/account/lists',
  '/account/searches',
  '/account/history',
  '/account/reviews',
  '/account/settings',
]);

function cards({ reader: { t }, address, card, children }: AccountState): TemplateResult {
  const all = [{ id: undefined, name: t('account.ownCard') }, ...children];
  return html`<nav class="cards tabs" aria-label=${t('account.cards')}>
    <ul>
      ${all.map(
        ({ id, name }) =>
          html`<li>
            <a href=${ofCard(address, id)} aria-current=${id === card ? 'true' : nothing}>${name}</a>
          </li>`,
      )}
    </ul>
  </nav>`;
}

export const ofCard = (address: string, card: string | undefined): string =>
  card === undefined ? address : `${address}?card=${encodeURIComponent(card)}`;

/** The hidden fields of every form of these pages. */
export const hiddenFields = ({ visitor, card }: Pick<AccountState, 'visitor' | 'card'>): TemplateResult =>
  html`<input type="hidden" name="csrf" value=${visitor.csrfToken} />${
      card === undefined ? nothing : html`<input type="hidden" name="card" value=${card} />`
    }`;

/** Title and author, leading to the page of the work where there is one still. */
export const workPart = ({ id, title, author }: ListedWork, level: 2 | 3 = 3): TemplateResult => {
  const name = id === undefined ? html`<cite>${title}</cite>` : html`<a href=${workAddress(id)}><cite>${title}</cite></a>`; // prettier-ignore
  return html`${level === 2 ? html`<h2 class="listed-title">${name}</h2>` : html`<h3 class="listed-title">${name}</h3>`}
  ${author ? html`<p class="quiet">${displayName(author)}</p>` : nothing}`;
};

/** "ma 30.11.2026": a day as one reads it in a list. */
export const dayText = (date: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
