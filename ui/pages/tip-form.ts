import { html, nothing, type TemplateResult } from 'lit';
import type { Audience } from '../../domain/catalogue/schema.ts';
import type { Reader } from '../messages/messages.ts';
import { displayName } from '../names.ts';
import { fieldPart, noticePart, textAreaPart } from './form-parts.ts';

/** A work as it can be chosen. */
interface ChosenWork {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
}

export interface TipFormState {
  readonly reader: Reader;
  /** Sent along with the form. */
  readonly csrfToken: string;
  /** Where it is sent to. */
  readonly address: string;
  /** Of a tip that is changed: the version that was read. */
  readonly version: number | undefined;
  readonly typed: {
    readonly title: string;
    readonly text: string;
    readonly byline: string;
    readonly audiences: readonly Audience[];
    readonly find: string;
  };
  readonly chosen: readonly ChosenWork[];
  /** What a search for works has found; absent where nobody has searched. */
  readonly found: readonly ChosenWork[] | undefined;
  readonly refused?: string | undefined;
  readonly waiting?: string | undefined;
}

const whom = ['child', 'young', 'adult'] as const satisfies readonly Audience[];

/** The page on which a tip is written or changed. */
export const tipForm = (state: TipFormState): TemplateResult =>
  html`<div class="narrow">
    <h1>${state.reader.t(state.version === undefined ? 'tips.write' : 'tips.edit')}</h1>
    ${tipFields(state)}
  </div>`;

/** The form of a tip. Works are looked for and chosen in it without a script: looking sends everything that is typed along. */
export function tipFields(state: TipFormState): TemplateResult {
  const { reader: { t }, csrfToken, address, version, typed, refused, waiting } = state; // prettier-ignore
  const isNew = version === undefined;
  return html`${noticePart(refused === undefined ? undefined : { tone: 'refused', text: refused })}
  ${
    waiting === undefined
      ? html`<form method="post" action=${address} class="form">
          <input type="hidden" name="csrf" value=${csrfToken} />
          ${isNew ? nothing : html`<input type="hidden" name="version" value=${String(version)} />`} ${worksPart(state)}
          ${textAreaPart({ id: 'tip-text', name: 'text', label: t('tips.text'), hint: t('tips.textHint'), value: typed.text, longest: 2_000, rows: 6 })}
          ${fieldPart({ id: 'tip-title', name: 'title', label: t('tips.heading'), hint: t('tips.headingHint'), value: typed.title, longest: 120 })}
          <fieldset class="checks">
            <legend>${t('tips.for')}</legend>
            ${whom.map(
              (one) =>
                html`<label
                  ><input type="checkbox" name="audiences" value=${one} ?checked=${typed.audiences.includes(one)} />
                  ${t(`tips.${one}`)}</label
                >`,
            )}
          </fieldset>
          ${fieldPart({ id: 'tip-byline', name: 'byline', label: t('comments.byline'), hint: t('comments.bylineHint'), value: typed.byline, autocomplete: 'nickname', longest: 60 })}
          <button class="action" name="do" value="publish">${isNew ? t('tips.publish') : t('tips.save')}</button>
        </form>`
      : noticePart({ tone: 'done', text: waiting })
  }
  ${
    isNew
      ? nothing
      : html`<details class="change">
          <summary>${t('tips.delete')}</summary>
          <form method="post" action=${address} class="form">
            <input type="hidden" name="csrf" value=${csrfToken} />
            <p>${t('tips.deleteSure')}</p>
            <button class="second" name="do" value="delete">${t('tips.delete')}</button>
          </form>
        </details>`
  }`;
}

function worksPart({ reader: { t }, chosen, found, typed }: TipFormState): TemplateResult {
  const choice = ({ id, title, authors }: ChosenWork, isChosen: boolean) =>
    html`<label
      ><input type="checkbox" name="works" value=${id} ?checked=${isChosen} />
      <span
        ><cite>${title}</cite
        >${authors[0] === undefined ? nothing : html` <span class="quiet">${displayName(authors[0])}</span>`}</span
      ></label
    >`;
  const others = found?.filter(({ id }) => !chosen.some((one) => one.id === id));
  return html`<fieldset class="checks">
      <legend>${t('tips.chosen')}</legend>
      ${chosen.length === 0 ? html`<p class="quiet">${t('tips.chosenNone')}</p>` : chosen.map((one) => choice(one, true))}
    </fieldset>
    ${
      others === undefined
        ? nothing
        : html`<fieldset class="checks" id="found">
            <legend>${t('tips.found')}</legend>
            ${others.length === 0 ? html`<p class="quiet" role="status">${t('tips.foundNone')}</p>` : others.map((one) => choice(one, false))}
          </fieldset>`
    }
    <div class="find-work">
      ${fieldPart({ id: 'tip-find', name: 'find', label: t('tips.find'), value: typed.find, autocomplete: 'off' })}
      <button class="second" name="do" value="find" formnovalidate>${t('tips.findButton')}</button>
    </div>`;
}
