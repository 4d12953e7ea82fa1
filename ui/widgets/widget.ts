import type { Locale } from '../../config/locales.ts';
import type { LastuElement } from '../elements/element.ts';
import tokens from '../styles/tokens.css?inline';
import type { provideMessages } from '../messages/messages.ts';
import ground from './widget.css?inline';
import { words } from 'virtual:words';

/** What a page says to a widget. */
export interface Given {
  /** Where the service is: an origin without a slash at its end. */
  readonly base: string;
  readonly municipality: string | undefined;
  readonly branch: string | undefined;
  /** The library the reader calls their own: the branch, else the municipality. */
  readonly home: string | undefined;
  /** Any other attribute; nothing where it is missing or empty. */
  attribute(name: string): string | undefined;
}

export interface WidgetKind<Inner extends LastuElement> {
  /** Attributes of its own, besides those all widgets have. */
  readonly attributes: readonly string[];
  /** Loads the element that does the work, and what makes its words known to it. */
  load(): Promise<{ Element: new () => Inner; provideMessages: typeof provideMessages }>;
  /** What a host page may style with `::part`. */
  readonly parts: readonly string[];
  /** Kept free on the page while it loads: a CSS length. */
  readonly height: string;
  give(inner: Inner, given: Given): void;
}

const common = ['api', 'lang', 'municipality', 'branch'];
const origin = new URL(import.meta.url).origin;
const sheets = new Map<string, CSSStyleSheet>();

/**
 * Defines a widget: an element that is there at once, shows what stands inside it (for readers without scripts, and until
 * it has loaded), keeps its place, and then gives way to the element that does the work. That one is of another name, which
 * only this version of the script uses: of two versions on a page, the first one serves all.
 */
export function defineWidget<Inner extends LastuElement>(name: string, kind: WidgetKind<Inner>): void {
  if (customElements.get(name)) return;
  class Widget extends HTMLElement {
    static readonly observedAttributes = [...common, ...kind.attributes];
    readonly #root = this.attachShadow({ mode: 'open' });
    #inner: Inner | undefined;
    #asked = 0;

    constructor() {
      super();
      this.#root.adoptedStyleSheets = [tokens, ground, `:host{--height:${kind.height}!important}`].map(sheetOf);
      this.#root.append(document.createElement('slot'));
    }

    connectedCallback(): void {
      void this.#show();
    }

    attributeChangedCallback(): void {
      if (this.isConnected) void this.#show();
    }

    /** Shows what the attributes say, once all it takes has been loaded; until then what was there before stays. */
    async #show(): Promise<void> {
      this.#asked += 1;
      const mine = this.#asked;
      const locale = localeOf(this);
      try {
        const [{ Element, provideMessages }, said] = await Promise.all([kind.load(), words[name]?.[locale]?.()]);
        if (said) provideMessages(locale, said.words);
        if (mine !== this.#asked) return;
        const inner = this.#inner ?? new Element();
        inner.locale = locale;
        inner.lang = locale;
        kind.give(inner, givenTo(this));
        if (this.#inner) return;
        this.#inner = inner;
        inner.setAttribute('exportparts', kind.parts.join());
        this.#root.replaceChildren(inner);
      } catch {
        // What stands inside stays; the network may come back.
        addEventListener('online', () => this.isConnected && void this.#show(), { once: true });
      }
    }
  }
  customElements.define(name, Widget);
}

function givenTo(element: HTMLElement): Given {
  const attribute = (name: string) => element.getAttribute(name)?.trim() || undefined;
  const [municipality, branch] = [attribute('municipality'), attribute('branch')];
  const base = attribute('api')?.replace(/\/+$/, '') ?? origin;
  return { base, municipality, branch, home: branch ?? municipality, attribute };
}

/** The language of the element, or of what it stands in; Finnish where it is one we do not speak. */
function localeOf(element: HTMLElement): Locale {
  const tag = element.closest('[lang]')?.getAttribute('lang') || document.documentElement.lang;
  const spoken = tag.slice(0, 2).toLowerCase();
  return isSpoken(spoken) ? spoken : 'fi';
}

const isSpoken = (language: string): language is Locale => language === 'fi' || language === 'sv' || language === 'en';

/** A style sheet that all widgets share; made in script, since a strict page allows no other. */
function sheetOf(css: string): CSSStyleSheet {
  const known = sheets.get(css);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  sheets.set(css, sheet);
  return sheet;
}
