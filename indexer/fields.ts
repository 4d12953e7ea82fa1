import type { SearchQuery } from '../domain/discovery/schema.ts';

/**
 * The text fields of a work and their weight: one table for mapping, document and query. Each is indexed twice: as it
 * stands (`title`) and in base forms (`title_base`).
 */
export const textFields = [
  { name: 'title', boost: 10, in: ['title'] },
  { name: 'otherTitle', boost: 6, in: ['title'] },
  { name: 'author', boost: 8, in: ['author'] },
  { name: 'contributor', boost: 3, in: ['author'] },
  { name: 'subject', boost: 4, in: ['subject'] },
  { name: 'genre', boost: 2, in: ['subject'] },
  { name: 'series', boost: 4, in: ['series'] },
  { name: 'description', boost: 1, in: [] },
  { name: 'publisher', boost: 0.5, in: [] },
] as const satisfies readonly { name: string; boost: number; in: readonly SearchQuery['in'][] }[];
export type TextField = (typeof textFields)[number]['name'];

/** A base form counts this much of the word as it stands. */
export const baseFormWeight = 0.6;

export const baseOf = <F extends TextField>(field: F) => `${field}_base` as const;
export type BaseField = ReturnType<typeof baseOf<TextField>>;

/** Fields searched for a scope, with their boosts, as the engine writes them (`title^10`). */
export function boostedFields(scope: SearchQuery['in'], form: 'exact' | 'base'): string[] {
  return textFields
    .filter((field) => scope === 'all' || field.in.some((one) => one === scope))
    .map(({ name, boost }) => (form === 'exact' ? `${name}^${boost}` : `${baseOf(name)}^${boost * baseFormWeight}`));
}
