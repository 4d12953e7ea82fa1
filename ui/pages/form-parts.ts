import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { escapedXml } from '../covers/xml.ts';

interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'password' | 'date' | 'email' | 'tel';
  readonly value?: string | undefined;
  readonly autocomplete?: string;
  readonly inputmode?: 'numeric' | 'text';
  readonly pattern?: string;
  readonly min?: string;
  /** How many UTF-16 units it takes. */
  readonly longest?: number;
  readonly required?: boolean;
  readonly readonly?: boolean;
  /** Told apart from fields of the same name in other forms of the page. */
  readonly id?: string;
  /** Why what was typed was not taken; the focus comes here then. */
  readonly mistake?: string | undefined;
}

/** A field of a form with its label, its hint where it has one, and what is wrong with it. */
export function fieldPart({
  name,
  label,
  hint,
  type = 'text',
  value,
  autocomplete,
  inputmode,
  pattern,
  min,
  longest,
  required,
  readonly,
  id = name,
  mistake,
}: Field): TemplateResult {
  const described = [hint && `${id}-hint`, mistake && `${id}-mistake`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${hint ? html`<p class="field-hint" id=${`${id}-hint`}>${hint}</p>` : nothing}
    <input
      id=${id}
      name=${name}
      type=${type}
      value=${value ?? nothing}
      autocomplete=${autocomplete ?? nothing}
      inputmode=${inputmode ?? nothing}
      pattern=${pattern ?? nothing}
      min=${min ?? nothing}
      maxlength=${longest ?? nothing}
      aria-describedby=${described || nothing}
      aria-invalid=${mistake === undefined ? nothing : 'true'}
      ?autofocus=${mistake !== undefined}
      ?required=${required ?? false}
      ?readonly=${readonly ?? false}
    />
    ${mistake === undefined ? nothing : html`<p class="mistake" id=${`${id}-mistake`}>${mistake}</p>`}
  </div>`;
}

interface TextArea {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  /** More of its name, for who does not see what it stands beside. */
  readonly about?: string;
  readonly hint?: string;
  readonly value?: string | undefined;
  readonly rows: number;
  readonly longest?: number;
  readonly required?: boolean;
}

/** A field of several lines. No template has a place inside of one: what is typed there is escaped by hand, as all of the field. */
export function textAreaPart({
  id,
  name,
  label,
  about,
  hint,
  value = '',
  rows,
  longest,
  required,
}: TextArea): TemplateResult {
  const attributes = {
    id,
    name,
    rows,
    ...(longest !== undefined && { maxlength: longest }),
    ...(hint !== undefined && { 'aria-describedby': `${id}-hint` }),
    ...(required && { required: '' }),
  };
  const written = Object.entries(attributes).map(([key, one]) => ` ${key}="${escapedXml(String(one))}"`);
  return html`<div class="field wide">
    <label for=${id}>${label}${about === undefined ? nothing : html`<span class="unseen">: ${about}</span>`}</label>
    ${hint ? html`<p class="field-hint" id=${`${id}-hint`}>${hint}</p>` : nothing}
    ${unsafeHTML(`<textarea${written.join('')}>\n${value.split('\n').map(escapedXml).join('\n')}</textarea>`)}
  </div>`;
}

interface Choices {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly chosen?: string | undefined;
  readonly hint?: string;
  readonly id?: string;
}

/** A field where one of several is chosen. */
export const choicePart = ({ name, label, options, chosen, hint, id = name }: Choices): TemplateResult =>
  html`<div class="field">
    <label for=${id}>${label}</label>
    ${hint === undefined ? nothing : html`<p class="field-hint" id=${`${id}-hint`}>${hint}</p>`}
    <select id=${id} name=${name} aria-describedby=${hint === undefined ? nothing : `${id}-hint`}>
      ${options.map(([value, words]) => html`<option value=${value} ?selected=${value === chosen}>${words}</option>`)}
    </select>
  </div>`;

/** What came of a form, or why nothing did. */
export const noticePart = (
  notice: { readonly tone: 'done' | 'refused'; readonly text: string } | undefined,
): TemplateResult | typeof nothing =>
  notice
    ? html`<p class="told ${notice.tone}" role=${notice.tone === 'refused' ? 'alert' : 'status'}>${notice.text}</p>`
    : nothing;
