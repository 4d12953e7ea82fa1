import { readerOf } from '../messages/messages.ts';
import { onAccent, type Choice } from './choice.ts';

type Chosen = Pick<Choice, 'widget' | 'lang'> & Partial<Choice>;

/** What a webmaster copies: into the page, and, where colours are chosen, into the site's style sheet. Pure. */
export function snippetOf(choice: Chosen, base: string): { html: string; css: string | undefined } {
  const { widget, municipality, branch, lang, work, list, colours } = choice;
  const attributes = Object.entries({
    lang,
    municipality,
    branch,
    ...(widget === 'lastu-work' && { work }),
    ...(widget === 'lastu-list' && { list }),
  }).flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${value}"`]));
  const html = [
    `<script type="module" blocking="render" src="${base}/widgets/lastu.js"></script>`,
    `<${widget}${attributes.join('')}>`,
    `  ${insideOf(choice, base)}`,
    `</${widget}>`,
  ].join('\n');
  if (!colours) return { html, css: undefined };
  const css = [
    `${widget} {`,
    `  --lastu-accent: ${colours.accent};`,
    `  --lastu-on-accent: ${onAccent(colours)};`,
    `  --lastu-ink: ${colours.ink};`,
    `  --lastu-paper: ${colours.paper};`,
    `  --lastu-background: ${colours.paper};`,
    '}',
  ].join('\n');
  return { html, css };
}

/** What readers see without scripts, and until the widget has come. */
function insideOf({ widget, lang, municipality, branch, work, list }: Chosen, base: string): string {
  const { t } = readerOf(lang);
  const home = branch ?? municipality;
  const kept = home === undefined ? '' : `<input type="hidden" name="home" value="${home}">`;
  const link = (path: string, words: string) => `<a href="${base}${path}">${words}</a>`;
  switch (widget) {
    case 'lastu-title-list':
      return link('/search?sort=arrivals', t('lists.new'));
    case 'lastu-tips':
      return link('/tips', t('tips.title'));
    case 'lastu-work':
      return link(`/works/${work ?? ''}`, t('embed.work'));
    case 'lastu-list':
      return link(`/lists/${list ?? ''}`, t('embed.list'));
    case 'lastu-memory-list':
      return link('/memory-list', t('memory.title'));
    default:
      return `<form action="${base}/search">${kept}<input name="q" aria-label="${t('search.label')}"><button>${t('search.action')}</button></form>`;
  }
}
