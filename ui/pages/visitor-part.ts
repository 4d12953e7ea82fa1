import { html, type TemplateResult } from 'lit';
import { icon, icons } from '../icons.ts';
import type { Reader } from '../messages/messages.ts';

/** Somebody who has logged in, as the head of a page knows them. */
export interface Visitor {
  readonly name: string;
  /** Sent along with every form. */
  readonly csrfToken: string;
}

/** Who has logged in, with the way to their pages and out again; or the way in. Works without scripts. */
export const visitorPart = (reader: Reader, visitor: Visitor | undefined): TemplateResult =>
  visitor ? menu(reader, visitor, { pages: accountPages, logOut: '/logout' }) : wayIn(reader, '/login');

/** The same on the pages of staff, where a patron's session counts for nothing. */
export const staffVisitorPart = (reader: Reader, visitor: Visitor | undefined): TemplateResult =>
  visitor ? menu(reader, visitor, { pages: ownStaffPages, logOut: '/staff/logout' }) : wayIn(reader, '/staff/login');

const wayIn = ({ t }: Reader, address: string) =>
  html`<a class="visitor" href=${address}>${icon(icons.person)}<span class="name">${t('login.title')}</span></a>`;

function menu(
  { t }: Reader,
  visitor: Visitor,
  { pages, logOut }: { pages: typeof accountPages | typeof ownStaffPages; logOut: string },
) {
  const first = visitor.name.split(' ')[0] ?? visitor.name;
  return html`
    <button type="button" class="visitor" popovertarget="visitor-menu" aria-label=${t('account.menu', { name: first })}>
      ${icon(icons.person)}<span class="name" translate="no">${first}</span>${icon(icons.down)}
    </button>
    <div id="visitor-menu" class="visitor-menu" popover data-add-to-list=${t('list.addTitle')}>
      <ul>
        ${pages.map(({ address, name }) => html`<li><a href=${address}>${t(name)}</a></li>`)}
        <li>
          <form method="post" action=${logOut}>
            <input type="hidden" name="csrf" value=${visitor.csrfToken} />
            <button type="submit">${t('account.logOut')}</button>
          </form>
        </li>
      </ul>
    </div>
  `;
}

/** The patron's own pages, in the order in which they are offered. */
export const accountPages = [
  { address: '/account', name: 'account.overview' },
  { address: '/account/loans', name: 'account.loans' },
  { address: '/account/holds', name: 'account.holds' },
  { address: '/account/fees', name: 'account.fees' },
  { address: '/account/searches', name: 'account.searches' },
  { address: '/account/lists', name: 'account.lists' },
  { address: '/account/messages', name: 'messages.title' },
  { address: '/account/history', name: 'account.history' },
  { address: '/account/reviews', name: 'mine.reviews' },
  { address: '/account/settings', name: 'account.settings' },
] as const;

const ownStaffPages = [
  { address: '/staff', name: 'staff.title' },
  { address: '/staff/me', name: 'staffAccount.title' },
] as const;
