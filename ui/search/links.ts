/** How results are shown: with a line for each fact, or as covers side by side. */
export const views = ['list', 'grid'] as const;
export type View = (typeof views)[number];

/** What the links of a page keep, besides what they lead to. */
export interface Links {
  /** The municipality or branch the reader calls their own. */
  readonly home?: string | undefined;
  readonly view?: View | undefined;
  /** Where the service is, for links on a page elsewhere: an origin without a slash at its end. */
  readonly base?: string | undefined;
}

/** What an address keeps. */
export function readLinks(parameters: URLSearchParams): Links {
  const view = parameters.get('view');
  return { home: parameters.getAll('home').at(-1) || undefined, view: view === 'grid' ? view : undefined };
}

/** What goes along with an address, as parameters. */
export const linkParameters = ({ home, view }: Links): [string, string][] => [
  ...(home === undefined ? [] : [['home', home] satisfies [string, string]]),
  ...(view === undefined || view === 'list' ? [] : [['view', view] satisfies [string, string]]),
];
