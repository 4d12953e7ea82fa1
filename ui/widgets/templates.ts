/**
 * The templates of Lit, as far as elements here use them, in a third of its size: bindings of text, attributes, `.properties`,
 * `?booleans` and `@events`, nested templates and lists. A template that is drawn again changes what has changed. The build
 * puts it, with `lit.ts`, in the place of Lit; see docs/adr/0011-widgets-of-their-own.md.
 */
export class Template {
  readonly strings: TemplateStringsArray;
  readonly values: readonly unknown[];
  readonly isSvg: boolean;
  constructor(strings: TemplateStringsArray, values: readonly unknown[], isSvg: boolean) {
    this.strings = strings;
    this.values = values;
    this.isSvg = isSvg;
  }
}

class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export const html = (strings: TemplateStringsArray, ...values: unknown[]) => new Template(strings, values, false);
export const svg = (strings: TemplateStringsArray, ...values: unknown[]) => new Template(strings, values, true);
export const nothing = Symbol('nothing');

/** Stands for lit/directives/repeat.js: items keep their places, not their nodes. */
export const repeat = <T>(items: readonly T[], _key: unknown, draw: (item: T, index: number) => unknown) =>
  items.map(draw);
export const unsafeHTML = (text: string) => new Markup(text);

const drawn = new WeakMap<Node, Child>();

/** Draws into a root; `host` is `this` for what listens to events. */
export function render(value: unknown, root: Node, { host }: { host: unknown }): void {
  let child = drawn.get(root);
  if (!child) drawn.set(root, (child = childIn(host, (node) => root.appendChild(node))));
  child.set(value);
}

type Set = (values: readonly unknown[]) => void;

/** What stands between two marks: a text, a template, a list, or nothing. */
class Child {
  readonly start: ChildNode;
  readonly #end: ChildNode;
  readonly #host: unknown;
  #shown: unknown;
  #update: Set | undefined;
  #items: Child[] | undefined;

  constructor(start: ChildNode, end: ChildNode, host: unknown) {
    this.start = start;
    this.#end = end;
    this.#host = host;
  }

  set(value: unknown): void {
    if (value instanceof Template) {
      if (this.#shown !== value.strings) {
        const { fragment, update } = copyOf(value, this.#host);
        this.#replace(fragment, value.strings);
        this.#update = update;
      }
      this.#update?.(value.values);
    } else if (Array.isArray(value)) this.#list(value);
    else if (value instanceof Markup) {
      if (this.#shown !== value.text) this.#replace(fragmentOf(value.text), value.text);
    } else {
      const text = value === nothing || value === null || value === undefined ? '' : String(value);
      if (this.#shown === `text ${text}`) return;
      this.#replace(document.createTextNode(text), `text ${text}`);
    }
  }

  #list(values: readonly unknown[]): void {
    if (!this.#items) {
      this.#replace('', undefined);
      this.#items = [];
    }
    const items = this.#items;
    for (const one of items.splice(values.length)) one.remove();
    values.forEach((value, index) => {
      const item = (items[index] ??= childIn(this.#host, (node) => this.#end.before(node)));
      item.set(value);
    });
  }

  #replace(content: Node | string, shown: unknown): void {
    while (this.start.nextSibling !== this.#end) this.start.nextSibling?.remove();
    this.#shown = shown;
    this.#items = undefined;
    if (content !== '') this.#end.before(content);
  }

  remove(): void {
    this.#replace('', undefined);
    this.start.remove();
    this.#end.remove();
  }
}

function childIn(host: unknown, insert: (node: Node) => void): Child {
  const [start, end] = [new Comment(), new Comment()];
  insert(start);
  insert(end);
  return new Child(start, end, host);
}

/** A place in a template where values go: how many nodes into it, what it is called, and the texts between its values. */
interface Place {
  readonly node: number;
  readonly first: number;
  readonly name: string | undefined;
  readonly texts: readonly string[];
}

const known = new WeakMap<TemplateStringsArray, { content: DocumentFragment; places: Place[] }>();
const mark = '\u2982';
const attributeBefore = /(?:^|\s)([@.?]?[\w:-]+)=(?:"[^"]*|'[^']*|[^"'\s>]*)$/;

function read({ strings, isSvg }: Template) {
  const names: string[] = [];
  let inTag = false;
  const texts = strings.map((text, index) => {
    const [open, close] = [text.lastIndexOf('<'), text.lastIndexOf('>')];
    if (open !== close) inTag = open > close;
    if (index === strings.length - 1) return text;
    names[index] = inTag ? (attributeBefore.exec(text)?.[1] ?? names[index - 1] ?? '') : '';
    return `${text}${inTag ? mark : `<!--${mark}-->`}`;
  });
  const content = fragmentOf(isSvg ? `<svg>${texts.join('')}</svg>` : texts.join(''));
  if (isSvg) content.replaceChildren(...(content.firstChild?.childNodes ?? []));
  const places: Place[] = [];
  let first = 0;
  nodesOf(content).forEach((node, index) => {
    if (node instanceof Comment && node.data === mark)
      places.push({ node: index, first: first++, name: undefined, texts: [] });
    if (!(node instanceof Element)) return;
    for (const { name, value } of [...node.attributes].filter((one) => one.value.includes(mark))) {
      const between = value.split(mark);
      places.push({ node: index, first, name: names[first], texts: between });
      first += between.length - 1;
      node.removeAttribute(name);
    }
  });
  return { content, places };
}

function copyOf(template: Template, host: unknown): { fragment: DocumentFragment; update: Set } {
  const ready = known.get(template.strings) ?? read(template);
  known.set(template.strings, ready);
  const fragment = document.importNode(ready.content, true);
  const nodes = nodesOf(fragment);
  const sets = ready.places.map((place) => setterOf(place, nodes[place.node], host));
  return { fragment, update: (values) => sets.forEach((set) => set(values)) };
}

function setterOf({ first, name, texts }: Place, node: Node | undefined, host: unknown): Set {
  if (!(node instanceof Element) || name === undefined) {
    const start = new Comment();
    const end = node as Comment;
    end.before(start);
    const child = new Child(start, end, host);
    return (values) => child.set(values[first]);
  }
  let before: unknown = nothing;
  const change = changerOf(node, name, host);
  return (values) => {
    const value =
      texts.length > 2 || texts.join('') !== ''
        ? texts.map((text, index) => (index === 0 ? text : `${values[first + index - 1] ?? ''}${text}`)).join('')
        : values[first];
    if (value !== before) change(value);
    before = value;
  };
}

function changerOf(element: Element, name: string, host: unknown): (value: unknown) => void {
  const plain = name.slice(1);
  if (name.startsWith('.')) return (value) => void Reflect.set(element, plain, value);
  if (name.startsWith('?')) return (value) => void element.toggleAttribute(plain, Boolean(value) && value !== nothing);
  if (!name.startsWith('@'))
    return (value) =>
      value === nothing ? element.removeAttribute(name) : element.setAttribute(name, String(value ?? ''));
  let listener: unknown;
  element.addEventListener(plain, (event) => {
    if (typeof listener === 'function') listener.call(host, event);
  });
  return (value) => (listener = value);
}

function nodesOf(root: Node): Node[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
  const nodes: Node[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

function fragmentOf(markup: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = markup;
  return template.content;
}
