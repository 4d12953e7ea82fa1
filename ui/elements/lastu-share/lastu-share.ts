import { css, html, nothing, type TemplateResult } from 'lit';
import { icon, icons } from '../../icons.ts';
import { define, ground, LastuElement } from '../element.ts';

/**
 * A button that hands the address of a page on: by the device's own sheet where there is one, otherwise by copying it. Without
 * scripts it is not there.
 *
 * @property label - the button's name
 * @property name - what is shared, for the sheet
 * @property address - its address; the page's own where none is given
 * @csspart button - the button
 */
class LastuShare extends LastuElement {
  static override styles = [
    ground,
    css`
      :host {
        position: relative;
      }
      button {
        display: grid;
        place-items: center;
        width: 2.1rem;
        height: 2.1rem;
        padding: 0;
        border: 0;
        background: none;
        color: var(--ink-soft);
        cursor: pointer;
      }
      button:hover {
        color: var(--ink);
        background: var(--paper-deep);
      }
      button[disabled] {
        visibility: hidden;
      }
      p {
        position: absolute;
        z-index: 3;
        top: 100%;
        right: 0;
        width: max-content;
        max-width: 16rem;
        padding: 0.5rem 0.8rem;
        background: var(--floating);
        border: 1px solid var(--line);
        box-shadow: var(--shadow);
        font-size: var(--small);
      }
      p:empty {
        padding: 0;
        border: 0;
        box-shadow: none;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];
  static override properties = {
    ...LastuElement.properties,
    label: {},
    name: {},
    address: {},
    isAlive: { state: true },
    said: { state: true },
  };

  declare label: string;
  declare name: string;
  declare address: string | undefined;
  declare isAlive: boolean;
  declare said: string;
  #quiet: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.label = '';
    this.name = '';
    this.isAlive = false;
    this.said = '';
  }

  protected override firstUpdated(): void {
    this.isAlive = true;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#quiet);
  }

  protected override render(): TemplateResult {
    return html`<button
        part="button"
        ?disabled=${!this.isAlive}
        aria-label=${this.label}
        title=${this.label}
        @click=${this.#share}
      >
        ${icon(icons.share)}
      </button>
      <p role="status">${this.said || nothing}</p>`;
  }

  async #share(): Promise<void> {
    const url = new URL(this.address ?? location.href, location.href).href;
    const sheet = { title: this.name, url };
    const { t } = this.reader;
    try {
      if (matchMedia('(pointer: coarse)').matches && navigator.canShare?.(sheet)) return await navigator.share(sheet);
      await navigator.clipboard.writeText(url);
      this.#say(t('share.copied'));
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) this.#say(t('share.failed'));
    }
  }

  #say(words: string): void {
    this.said = words;
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => (this.said = ''), 6000);
  }
}

define('lastu-share', LastuShare);
