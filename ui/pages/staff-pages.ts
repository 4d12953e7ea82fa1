import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { StaffRole } from '../../domain/staff/schema.ts';
import { icon, icons } from '../icons.ts';
import { municipalityName } from '../labels.ts';
import type { MessageKey, Reader } from '../messages/messages.ts';
import { noticePart } from './form-parts.ts';

/** What the pages of staff are about, in the order in which they are offered. */
export const staffGroups = ['service', 'catalogue', 'community', 'region', 'upkeep'] as const;

/** A page of staff as the front page and the navigation offer it. */
export interface StaffDoor {
  readonly address: string;
  readonly group: (typeof staffGroups)[number];
  readonly name: MessageKey;
  /** What it is for, in a sentence. */
  readonly lead: MessageKey;
}

/** What came of a form, for the page that follows it. */
export interface StaffNote {
  readonly tone: 'done' | 'refused';
  readonly text: string;
}

/** Who works here. */
export interface Worker {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  /** The municipality they serve. */
  readonly serves: string | undefined;
  readonly isAdmin: boolean;
}

/** The front page: every page that whoever works here may open, and what the search has to do without. */
export function staffFrontPage(
  { t, locale }: Reader,
  { name, serves }: Worker,
  { doors, withoutVoikko }: { doors: readonly StaffDoor[]; withoutVoikko: boolean },
) {
  return html`<div class="staff-front">
    <h1>${t('staff.hello', { name: name.split(' ')[0] ?? name })}</h1>
    ${withoutVoikko ? noticePart({ tone: 'refused', text: t('staff.withoutVoikko') }) : nothing}
    ${serves === undefined ? '' : html`<p>${t('staff.serves', { municipality: municipalityName(serves, locale) })}</p>`}
    ${groupsOf(doors).map(
      ({ group, members }) =>
        html`<section aria-labelledby=${`group-${group}`}>
          <h2 id=${`group-${group}`}>${t(`staff.group.${group}`)}</h2>
          <ul class="staff-doors">
            ${members.map(
              ({ address, name, lead }) =>
                html`<li>
                  <a href=${address}>${t(name)}</a>
                  <p>${t(lead)}</p>
                </li>`,
            )}
          </ul>
        </section>`,
    )}
  </div>`;
}

/** A page of staff around what it is for, with the way to the others. Works without scripts. */
export function staffPage(
  { t }: Reader,
  { current, doors, heading, main, note }: { current: string; doors: readonly StaffDoor[]; heading: string; main: TemplateResult; note?: StaffNote | undefined }, // prettier-ignore
): TemplateResult {
  return html`<div class="staff">
    <button type="button" class="staff-open" popovertarget="staff-ways">${t('staff.ways')}${icon(icons.down)}</button>
    <nav id="staff-ways" class="staff-ways" popover aria-label=${t('staff.title')}>
      <a href="/staff">${t('staff.front')}</a>
      ${groupsOf(doors).map(
        ({ group, members }) =>
          html`<p id=${`ways-${group}`}>${t(`staff.group.${group}`)}</p>
            <ul aria-labelledby=${`ways-${group}`}>
              ${members.map(
                ({ address, name }) =>
                  html`<li>
                    <a href=${address} aria-current=${address === current ? 'page' : nothing}>${t(name)}</a>
                  </li>`,
              )}
            </ul>`,
      )}
    </nav>
    <div class="staff-main">
      <h1>${heading}</h1>
      ${noticePart(note)} ${main}
    </div>
  </div>`;
}

const groupsOf = (doors: readonly StaffDoor[]) =>
  staffGroups
    .map((group) => ({ group, members: doors.filter((door) => door.group === group) }))
    .filter(({ members }) => members.length > 0);

/** For pages that are nothing without scripts. Parsers take what is in a `noscript` for text, so no template can have a place in it. The words are our own. */
export const withoutScripts = ({ t }: Reader) =>
  unsafeHTML(`<noscript><p class="partial">${t('staff.noScript')}</p></noscript>`);
