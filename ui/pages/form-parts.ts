import { html, nothing, type TemplateResult } from 'lit';

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
  readonly required?: boolean;
  /** Told apart from fields of the same name in other forms of the page. */
  readonly id?: string;
}

/** A field of a form with its label, and its hint where it has one. */
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
  required,
  id = name,
}: Field): TemplateResult {
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
      aria-describedby=${hint ? `${id}-hint` : nothing}
      ?required=${required ?? false}
    />
  </div>`;
}

/** What came of a form, or why nothing did. */
export const noticePart = (
  notice: { readonly tone: 'done' | 'refused'; readonly text: string } | undefined,
): TemplateResult | typeof nothing =>
  notice
    ? html`<p class="told ${notice.tone}" role=${notice.tone === 'refused' ? 'alert' : 'status'}>${notice.text}</p>`
    : nothing;
