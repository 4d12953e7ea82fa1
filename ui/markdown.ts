import { html, nothing, type TemplateResult } from 'lit';
import MarkdownIt, { type Token } from 'markdown-it';

/**
 * What readers write, as a page shows it: paragraphs, lists, quotations, emphasis, line breaks and links, and nothing else of
 * Markdown. It becomes a template of ours, in which every text and every address has a place that Lit escapes: there is no
 * markup of theirs anywhere. Links lead to http, https and mailto only, and vouch for nothing (`ugc nofollow`).
 */
export function markdownPart(source: string): TemplateResult {
  return html`${grown(parser.parse(source, {}))}`;
}

/** What a text says, in one line and without its marks; cut after a word where it is longer than `most`. */
export function plainText(source: string, most = Infinity): string {
  const words = wordsOf(parser.parse(source, {})).replace(/\s+/g, ' ').trim();
  if (words.length <= most) return words;
  const cut = words.slice(0, most);
  return `${/\s/.test(cut) ? cut.replace(/\s+\S*$/, '') : cut}…`;
}

const parser = new MarkdownIt('zero', { html: false, linkify: true, breaks: true })
  .enable(['blockquote', 'list', 'newline', 'escape', 'entity', 'emphasis', 'link', 'autolink', 'linkify'], true)
  .set({ maxNesting: 12 });
parser.validateLink = (address) => safeAddress(address) !== undefined;
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

/** An address a reader may be led to, as the browser will read it. */
function safeAddress(written: string): string | undefined {
  if (!URL.canParse(written)) return undefined;
  const { protocol, href } = new URL(written);
  return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : undefined;
}

type Part = TemplateResult | string | typeof nothing | readonly Part[];

/** How each kind of token that has something inside is drawn; what is not here shows its inside alone. */
const drawn: Readonly<Record<string, (inside: Part, token: Token) => Part>> = {
  paragraph: (inside, { hidden }) => (hidden ? inside : html`<p>${inside}</p>`),
  bullet_list: (inside) => html`<ul>${inside}</ul>`, // prettier-ignore
  ordered_list: (inside, token) => html`<ol start=${token.attrGet('start') ?? nothing}>${inside}</ol>`, // prettier-ignore
  list_item: (inside) => html`<li>${inside}</li>`,
  blockquote: (inside) => html`<blockquote>${inside}</blockquote>`,
  strong: (inside) => html`<strong>${inside}</strong>`,
  em: (inside) => html`<em>${inside}</em>`,
  link(inside, token) {
    const address = safeAddress(String(token.attrGet('href')));
    return address === undefined ? inside : html`<a href=${address} rel="ugc nofollow noopener">${inside}</a>`;
  },
};

/** Tokens stand in a row, an opening one for each closing one: grown into what stands inside of what. */
function grown(tokens: readonly Token[]): Part[] {
  const open: { token: Token | undefined; inside: Part[] }[] = [{ token: undefined, inside: [] }];
  const put = (part: Part) => open.at(-1)?.inside.push(part);
  for (const token of tokens) {
    if (token.nesting === 1) open.push({ token, inside: [] });
    else if (token.nesting === -1) {
      const closed = open.length > 1 ? open.pop() : undefined;
      if (closed?.token) put(drawn[closed.token.type.replace(/_open$/, '')]?.(closed.inside, closed.token) ?? closed.inside); // prettier-ignore
    } else if (token.children) put(grown(token.children));
    else if (token.type === 'softbreak' || token.type === 'hardbreak') put(html`<br />`);
    else put(token.content);
  }
  return open.flatMap(({ inside }) => inside);
}

const wordsOf = (tokens: readonly Token[]): string =>
  tokens
    .map(({ children, content, nesting, type }) => {
      if (children) return wordsOf(children);
      const parts = nesting === -1 && /^(paragraph|list_item)/.test(type);
      return parts || type.endsWith('break') ? ' ' : content;
    })
    .join('');
