import { html, type TemplateResult } from 'lit';

/** What is asked before something is done that readers notice. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly answer: (yes: boolean) => void;
}

/** A dialog that whoever draws it opens with `showModal`; Esc is a no. The styles of staff know `dialog.confirm`. */
export const confirmPart = ({ title, text, yes, no, answer }: Question): TemplateResult =>
  html`<dialog
    class="confirm"
    aria-labelledby="confirm-title"
    aria-describedby="confirm-text"
    @cancel=${(event: Event) => {
      event.preventDefault();
      answer(false);
    }}
  >
    <h2 id="confirm-title">${title}</h2>
    <p id="confirm-text">${text}</p>
    <p class="line">
      <button type="button" class="main" @click=${() => answer(true)}>${yes}</button>
      <button type="button" @click=${() => answer(false)}>${no}</button>
    </p>
  </dialog>`;
