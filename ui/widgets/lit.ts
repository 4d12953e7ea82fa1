import { render } from './templates.ts';

export { html, nothing, render, repeat, svg, unsafeHTML } from './templates.ts';

/**
 * What elements use of Lit's `LitElement`, for widgets: its documented properties and life cycle, in a quarter of its size. The
 * build puts it, with `templates.ts`, in the place of Lit; pages load Lit itself. See docs/adr/0011-widgets-of-their-own.md.
 */
interface Kind {
  readonly attribute?: string | false;
  readonly type?: unknown;
  readonly state?: boolean;
  readonly reflect?: boolean;
}

interface Controller {
  hostConnected?(): void;
  hostDisconnected?(): void;
  hostUpdate?(): void;
  hostUpdated?(): void;
}

type Changed = Map<PropertyKey, unknown>;

export class LitElement extends HTMLElement {
  static properties: Readonly<Record<string, Kind>> = {};
  static styles: unknown = [];
  renderRoot: ShadowRoot | undefined;
  hasUpdated = false;
  updateComplete: Promise<boolean> = Promise.resolve(true);
  readonly #values = new Map<string, unknown>();
  readonly #controllers = new Set<Controller>();
  #changed: Changed = new Map();
  #isPending = false;
  #open: () => void = () => undefined;
  readonly #opened = new Promise<void>((resolve) => (this.#open = resolve));

  /** Asked once, when the element is defined: the place to make its properties. */
  static get observedAttributes(): string[] {
    return Object.entries(this.properties).flatMap(([name, kind]) => {
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        get(this: LitElement) {
          return this.#values.get(name);
        },
        set(this: LitElement, value: unknown) {
          const before = this.#values.get(name);
          if (Object.is(before, value)) return;
          this.#values.set(name, value);
          this.requestUpdate(name, before);
        },
      });
      return attributeOf(name, kind) ?? [];
    });
  }

  constructor() {
    super();
    this.requestUpdate();
  }

  connectedCallback(): void {
    if (!this.renderRoot) {
      this.renderRoot = this.attachShadow({ mode: 'open' });
      this.renderRoot.adoptedStyleSheets = [kindOf(this).styles].flat(Infinity).map(sheetOf);
    }
    this.#open();
    for (const controller of this.#controllers) controller.hostConnected?.();
  }

  disconnectedCallback(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  attributeChangedCallback(attribute: string, _before: string | null, value: string | null): void {
    for (const [name, kind] of Object.entries(kindOf(this).properties))
      if (attributeOf(name, kind) === attribute) Reflect.set(this, name, valueOf(value, kind));
  }

  addController(controller: Controller): void {
    this.#controllers.add(controller);
    if (this.renderRoot && this.isConnected) controller.hostConnected?.();
  }

  requestUpdate(name?: PropertyKey, before?: unknown): void {
    if (name !== undefined && !this.#changed.has(name)) this.#changed.set(name, before);
    if (this.#isPending) return;
    this.#isPending = true;
    this.updateComplete = this.#update();
  }

  async #update(): Promise<boolean> {
    await this.#opened;
    const changed = this.#changed;
    this.willUpdate(changed);
    for (const controller of this.#controllers) controller.hostUpdate?.();
    this.#changed = new Map();
    try {
      this.update(changed);
    } finally {
      this.#isPending = false;
    }
    for (const controller of this.#controllers) controller.hostUpdated?.();
    if (!this.hasUpdated) {
      this.hasUpdated = true;
      this.firstUpdated(changed);
    }
    this.updated(changed);
    return !this.#isPending;
  }

  protected willUpdate(_changed: Changed): void {}

  protected update(_changed: Changed): void {
    for (const [name, kind] of Object.entries(kindOf(this).properties)) {
      const value = this.#values.get(name);
      const attribute = kind.reflect ? attributeOf(name, kind) : undefined;
      if (attribute === undefined) continue;
      if (value === undefined || value === null || value === false) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value === true ? '' : String(value));
    }
    if (this.renderRoot) render(this.render(), this.renderRoot, { host: this });
  }

  protected firstUpdated(_changed: Changed): void {}
  protected updated(_changed: Changed): void {}
  protected render(): unknown {
    return undefined;
  }
}

export const css = (strings: TemplateStringsArray, ...values: string[]): string =>
  String.raw({ raw: strings }, ...values);

const kindOf = (element: LitElement) => element.constructor as typeof LitElement;

const attributeOf = (name: string, { attribute, state }: Kind) =>
  state || attribute === false ? undefined : (attribute ?? name.toLowerCase());

function valueOf(value: string | null, { type }: Kind): unknown {
  if (type === Boolean) return value !== null;
  if (value === null || type === undefined || type === String) return value;
  return type === Number ? Number(value) : JSON.parse(value);
}

const sheets = new Map<unknown, CSSStyleSheet>();

/** Made in script: a strict page allows no other. */
function sheetOf(style: unknown): CSSStyleSheet {
  const known = sheets.get(style);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(String(style));
  sheets.set(style, sheet);
  return sheet;
}
