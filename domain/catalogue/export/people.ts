import type { Contributor, Edition } from '../schema.ts';

/** Names of one kind of maker, each once. */
export function makers(edition: Edition, ...roles: readonly Contributor['role'][]): Contributor[] {
  const chosen = edition.contributors.filter(({ role }) => roles.includes(role));
  return [...new Map(chosen.map((one) => [one.name, one])).values()];
}

/** Who is cited as its maker: the main entry and those who did the same. */
export function authors(edition: Edition): Contributor[] {
  const leading = new Set(edition.contributors.filter(({ main }) => main).map(({ role }) => role));
  for (const role of ['author', 'composer'] as const) leading.add(role);
  return makers(edition, ...leading);
}

/** Who stands where a citation begins: for films without an author, who directed them. */
export function citedFirst(edition: Edition): Contributor[] {
  const people = authors(edition);
  return people.length > 0 ? people : makers(edition, 'director');
}

/** "Waltari, Mika" as { family, given }; undefined where there is nothing to invert. */
export function personName({ name, kind }: Contributor): { family: string; given: string } | undefined {
  const [, family, given] = kind === 'person' ? (/^([^,]+), (.+)$/.exec(name) ?? []) : [];
  return family && given ? { family, given } : undefined;
}

/** The title with its part, as it is cited. */
export const fullTitle = ({ title, part }: Edition): string => (part ? `${title}. ${part}` : title);
