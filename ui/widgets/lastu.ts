import { defineWidget } from './widget.ts';

/**
 * The one script of a town's page: it defines the widgets and loads what one needs when the page has it. The address is
 * stable; what it loads is named by its content. It leaves nothing on `window`.
 */
defineWidget('lastu-search-box', {
  attributes: ['size'],
  load: () => import('./elements/search-box.ts'),
  parts: ['input', 'button', 'suggestions'],
  height: 'calc(2.8*var(--unit))',
  give(box, { base, home, attribute }) {
    box.base = base;
    box.keep = home === undefined ? [] : [['home', home]];
    box.size = attribute('size') === 'large' ? 'large' : 'small';
  },
});

defineWidget('lastu-title-list', {
  attributes: ['list', 'size', 'heading'],
  load: () => import('./elements/title-list.ts'),
  parts: ['heading', 'list', 'title'],
  height: 'calc(21*var(--unit))',
  give(titles, { base, municipality, branch, attribute }) {
    titles.base = base;
    titles.municipality = municipality;
    titles.branch = branch;
    titles.list = attribute('list') === 'popular' ? 'popular' : 'new';
    titles.heading = attribute('heading');
    titles.size = sizeOf(attribute('size'), 12);
  },
});

defineWidget('lastu-tips', {
  attributes: ['audience', 'size', 'heading'],
  load: () => import('./elements/tips.ts'),
  parts: ['heading', 'list', 'title'],
  height: 'calc(20*var(--unit))',
  give(tips, { base, municipality, attribute }) {
    const audience = attribute('audience');
    tips.base = base;
    tips.municipality = municipality;
    tips.audience = audience === 'child' || audience === 'young' || audience === 'adult' ? audience : undefined;
    tips.heading = attribute('heading');
    tips.size = sizeOf(attribute('size'), 6);
  },
});

defineWidget('lastu-search', {
  attributes: ['state', 'initial'],
  load: () => import('./elements/search.ts'),
  parts: ['input', 'button', 'suggestions', 'filters', 'results', 'title'],
  height: 'min(100vh,60rem)',
  give(search, { base, home, attribute }) {
    search.base = base;
    search.home = home;
    search.state = attribute('state') ?? 'lastu';
    search.initial = attribute('initial');
  },
});

defineWidget('lastu-work', {
  attributes: ['work'],
  load: () => import('./elements/work.ts'),
  parts: ['title', 'button'],
  height: 'calc(14*var(--unit))',
  give(work, { base, home, attribute }) {
    work.base = base;
    work.home = home;
    work.work = attribute('work');
  },
});

defineWidget('lastu-list', {
  attributes: ['list', 'size', 'heading'],
  load: () => import('./elements/list.ts'),
  parts: ['heading', 'description', 'list', 'title', 'note', 'more'],
  height: 'calc(12*var(--unit))',
  give(list, { base, home, attribute }) {
    list.base = base;
    list.home = home;
    list.list = attribute('list');
    list.heading = attribute('heading');
    list.size = sizeOf(attribute('size'), 20);
  },
});

defineWidget('lastu-memory-list', {
  attributes: ['heading'],
  load: () => import('./elements/memory-list.ts'),
  parts: ['heading', 'list', 'title', 'button'],
  height: 'calc(12*var(--unit))',
  give(list, { base, home, attribute }) {
    list.base = base;
    list.home = home;
    list.heading = attribute('heading');
  },
});

/** How many are shown: what the page says, within bounds, or as usual. */
function sizeOf(said: string | undefined, usual: number): number {
  return Math.min(50, Math.max(1, Number(said) || usual));
}
