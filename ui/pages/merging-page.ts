import { html, nothing, type TemplateResult } from 'lit';
import type { AlikeBy } from '../../domain/accounts/doubles.ts';
import { municipalityName } from '../labels.ts';
import type { Reader } from '../messages/messages.ts';
import { euros } from '../refusals.ts';
import { shortDate } from '../staff/words.ts';
import { fieldPart, noticePart } from './form-parts.ts';

/** An account as much as tells it apart from another. */
interface Person {
  readonly id: string;
  readonly name: string;
  readonly birthDate?: string | undefined;
  readonly municipality: string;
}

/** One side of a merge. */
export interface ShownSide extends Person {
  readonly cardNumber?: string | undefined;
  readonly cardState: 'valid' | 'lost' | 'closed';
  readonly contact: { readonly email?: string | undefined; readonly phone?: string | undefined; readonly address?: string | undefined }; // prettier-ignore
  readonly block?: { readonly reason: string; readonly until?: string | undefined } | undefined;
  readonly debtCents: number;
  readonly holds: readonly { readonly title: string; readonly state: 'queued' | 'inTransit' | 'ready'; readonly position?: number | undefined }[]; // prettier-ignore
  /** How much there is of each kind. */
  readonly counts: Readonly<Record<string, number>>;
}

export interface MergingState {
  readonly reader: Reader;
  readonly csrfToken: string;
  readonly told: string | undefined;
  /** The card numbers that were looked for. */
  readonly cards: readonly [string, string];
  /** Two accounts beside each other. */
  readonly sides: readonly [ShownSide, ShownSide] | undefined;
  /** Pairs that look like one person's, where none is compared. */
  readonly pairs: readonly { readonly patrons: readonly [Person, Person]; readonly by: readonly AlikeBy[] }[];
}

const address = '/staff/doubles';
const counted = ['loans', 'holds', 'fees', 'history', 'lists', 'joinedLists', 'savedLists', 'rememberedWorks', 'savedSearches', 'ratings', 'reviews', 'tags', 'tips', 'comments', 'letters', 'messages', 'reports', 'bans'] as const; // prettier-ignore

/** Two accounts of one person: found, compared, and made one. Works without scripts. */
export function mergingPage(state: MergingState): TemplateResult {
  const { reader: { t }, told, cards, sides } = state; // prettier-ignore
  return html`<div class="region">
    ${noticePart(told === undefined ? undefined : { tone: 'refused', text: told })}
    ${sides ? comparison(state, sides) : nothing}
    <section aria-labelledby="by-cards">
      <h2 id="by-cards">${t('merging.cards')}</h2>
      <form action=${address} class="region-line">
        ${fieldPart({ name: 'card', label: t('merging.card'), value: cards[0], autocomplete: 'off', required: true })}
        ${fieldPart({ name: 'otherCard', label: t('merging.otherCard'), value: cards[1], autocomplete: 'off', required: true })}
        <button class="second">${t('merging.compare')}</button>
      </form>
    </section>
    ${sides ? nothing : likely(state)}
  </div>`;
}

function likely({ reader, pairs }: MergingState): TemplateResult {
  const { t } = reader;
  return html`<section aria-labelledby="likely">
    <h2 id="likely">${t('merging.found')}</h2>
    ${
      pairs.length === 0
        ? html`<p>${t('merging.none')}</p>`
        : html`<ul class="region-versions">
            ${pairs.map(
              ({ patrons: [one, other], by }) =>
                html`<li>
                  <span
                    ><strong translate="no">${one.name}</strong> ${bornPart(reader, one)} ·
                    <strong translate="no">${other.name}</strong> ${bornPart(reader, other)}
                    <span class="quiet">${by.map((each) => t(`merging.by.${each}`)).join(', ')}</span></span
                  >
                  <a href=${`${address}?one=${encodeURIComponent(one.id)}&other=${encodeURIComponent(other.id)}`}
                    >${t('merging.compare')}<span class="unseen">: ${one.name}, ${other.name}</span></a
                  >
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}

const bornPart = ({ locale }: Reader, { birthDate }: Person) =>
  birthDate === undefined ? '' : shortDate(birthDate, locale);

function comparison({ reader, csrfToken }: MergingState, sides: readonly [ShownSide, ShownSide]): TemplateResult {
  const { t } = reader;
  const [one, other] = sides;
  const differ = one.birthDate !== undefined && other.birthDate !== undefined && one.birthDate !== other.birthDate;
  const hidden = html`<input type="hidden" name="csrf" value=${csrfToken} /><input
      type="hidden"
      name="one"
      value=${one.id}
    /><input type="hidden" name="other" value=${other.id} />`;
  return html`<form method="post" action=${address} class="merging">
      ${hidden}<input type="hidden" name="do" value="merge" />
      ${differ ? noticePart({ tone: 'refused', text: t('merging.differ') }) : nothing}
      <fieldset>
        <legend>${t('merging.which')}</legend>
        <div class="merging-sides">${sides.map((side, nth) => sidePart(reader, side, sides[1 - nth] ?? side))}</div>
      </fieldset>
      <h2>${t('merging.what')}</h2>
      <ul class="merging-what">
        ${(['all', 'holds', 'voices', 'consents', 'contact'] as const).map((each) => html`<li>${t(`merging.what.${each}`)}</li>`)}
        <li><strong>${t('merging.what.final')}</strong></li>
      </ul>
      <p>
        <label class="merging-sure"
          ><input type="checkbox" name="sure" value="yes" required />${t('merging.sure')}</label
        >
      </p>
      <p><button class="action">${t('merging.merge')}</button></p>
    </form>
    <form method="post" action=${address} class="merging">
      ${hidden}<input type="hidden" name="do" value="apart" />
      <p>${t('merging.apart.lead')}</p>
      <p><button class="second">${t('merging.apart')}</button></p>
    </form>`;
}

function sidePart(reader: Reader, side: ShownSide, beside: ShownSide): TemplateResult {
  const { t, locale } = reader;
  const { id, name, cardNumber = '', cardState, contact, block, debtCents, holds, counts } = side;
  const number = new Intl.NumberFormat(locale);
  const facts: [string, string | TemplateResult][] = [
    [t('merging.birthDate'), side.birthDate === undefined ? t('merging.noneGiven') : shortDate(side.birthDate, locale)],
    [t('merging.town'), municipalityName(side.municipality, locale)],
    [t('merging.contact'), [contact.email, contact.phone, contact.address].filter(Boolean).join(', ') || t('merging.noneGiven')], // prettier-ignore
    ...(block ? [[t('merging.block'), block.until === undefined ? block.reason : `${block.reason} (${shortDate(block.until, locale)})`] satisfies [string, string]] : []), // prettier-ignore
    [t('merging.debt'), euros(debtCents, locale)],
    // what neither of them has is no news
    ...counted.filter((each) => (counts[each] ?? 0) + (beside.counts[each] ?? 0) > 0).map((each): [string, string] => [t(`merging.count.${each}`), number.format(counts[each] ?? 0)]), // prettier-ignore
    ...(holds.length > 0 ? [[t('merging.queue'), holds.map((hold) => placeOf(reader, hold)).join('; ')] satisfies [string, string]] : []), // prettier-ignore
  ];
  return html`<div class="merging-side">
    <label class="merging-choice"
      ><input type="radio" name="stays" value=${id} required ?disabled=${cardState !== 'valid'} />
      <span
        >${t('merging.stays')}<span class="unseen">: ${name}, ${t('merging.number', { card: cardNumber })}</span></span
      ></label
    >
    <p class="merging-name" translate="no">${name}</p>
    <p>${t('merging.number', { card: cardNumber })} <span class="quiet">${t(`staff.cardState.${cardState}`)}</span></p>
    <dl>
      ${facts.map(
        ([label, fact]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${fact}</dd>
          </div>`,
      )}
    </dl>
  </div>`;
}

const placeOf = ({ t }: Reader, { title, state, position }: ShownSide['holds'][number]): string =>
  state === 'ready'
    ? t('merging.ready', { title })
    : state === 'inTransit'
      ? t('merging.coming', { title })
      : t('merging.place', { title, n: position ?? '–' });
