import type { Term } from '../catalogue/schema.ts';

/** What a subject or genre facet counts: a concept, known by one label, called by others in other languages. */
export interface Concept {
  /** Its Finnish label, or the only one there is. */
  readonly value: string;
  /** By ISO 639-2/B code; languages in which the record says nothing are absent. */
  readonly labels: Readonly<Record<string, string>>;
  readonly terms: readonly Term[];
}

/**
 * The concepts of a work's terms, each once: terms with one URI are one concept in several languages, and so is a term
 * without URI whose label another one with URI has. Terms without URI cannot be paired by anything sure, so where there are
 * Finnish or untold ones, those of other languages are left out as their likely twins. Pure.
 */
export function conceptsOf(terms: readonly Term[]): Concept[] {
  const uriByLabel = new Map(terms.flatMap((term) => (term.uri ? [[labelKey(term), uriKey(term.uri)]] : [])));
  const groups = Map.groupBy(terms, (term) => (term.uri ? uriKey(term.uri) : (uriByLabel.get(labelKey(term)) ?? labelKey(term)))); // prettier-ignore
  const inFinnish = terms.some(isFinnish);
  const byValue = new Map<string, Concept>();
  for (const group of groups.values()) {
    const named = group.find(({ language }) => language === 'fin') ?? group.find(isFinnish);
    const spoken = named ?? (inFinnish ? undefined : firstOf(group));
    if (!spoken) continue;
    const known = byValue.get(spoken.label);
    const labels = Object.fromEntries(
      group.toReversed().flatMap(({ language, label }) => (language ? [[language, label]] : [])),
    );
    byValue.set(spoken.label, {
      value: spoken.label,
      labels: { ...labels, ...known?.labels },
      terms: [...(known?.terms ?? []), ...group],
    });
  }
  return [...byValue.values()];
}

const isFinnish = ({ language }: Term) => language === undefined || language === 'fin';

const firstOf = (group: readonly Term[]) =>
  group.find(({ language }) => language === 'swe') ?? group.find(({ language }) => language === 'eng') ?? group[0];

const labelKey = ({ label, language = '' }: Term) => `${language} ${label.toLowerCase()}`;
const uriKey = (uri: string) => `<${uri.replace(/^https?:\/\//, '').replace(/\/$/, '')}>`;
