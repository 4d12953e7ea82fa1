import { css, LitElement, type CSSResult } from 'lit';
import { defaultLocale, type Locale } from '../../config/locales.ts';
import { readerOf, type Reader } from '../messages/messages.ts';

/**
 * What all elements of the house share: the language they speak.
 *
 * @property locale - `fi`, `sv` or `en`; attribute `lang`
 */
export abstract class LastuElement extends LitElement {
  static override properties = { locale: { attribute: 'lang' } };

  declare locale: Locale;

  constructor() {
    super();
    this.locale = defaultLocale;
  }

  protected get reader(): Reader {
    return readerOf(this.locale);
  }
}

/** Defines an element once, on the server and in the browser alike. */
export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}

/** Ground rules inside every shadow root. Colours, type and space come in through the tokens of `ui/styles/tokens.css`. */
export const ground: CSSResult = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  a {
    color: inherit;
    text-decoration-thickness: 0.06em;
    text-underline-offset: 0.2em;
  }
  ul,
  ol {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  h2,
  h3,
  p {
    margin: 0;
    font-weight: inherit;
    font-size: inherit;
  }
  :focus-visible {
    outline: 0.14rem solid var(--focus);
    outline-offset: 0.14rem;
    border-radius: 0.1rem;
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
  }
  .icon {
    width: 1.2em;
    height: 1.2em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.4;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.22em;
  }
  .icon .solid {
    fill: currentColor;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
