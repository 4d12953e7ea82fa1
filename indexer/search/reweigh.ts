import type { estypes } from '@elastic/elasticsearch';
import { weighedThings, type SearchWeights } from '../../domain/search-weights/schema.ts';
import { localDate, plusDays, type LocalDate } from '../../domain/local-date.ts';
import { closeness, formFields, type TextField } from '../fields.ts';

/** What a step multiplies a weight by. */
const factors = { '-2': 0.5, '-1': 0.7, '0': 1, '1': 1.4, '2': 2 } as const;
/** What a work counts more for each step that came within so many days; who came within thirty came within half a year too. */
const newness = [
  { days: 180, weight: 0.05 },
  { days: 30, weight: 0.05 },
] as const;

/** What the fields of the index belong to. */
const groups: Partial<Record<TextField, 'title' | 'author' | 'subject' | 'series'>> = {
  title: 'title',
  otherTitle: 'title',
  author: 'author',
  contributor: 'author',
  subject: 'subject',
  genre: 'subject',
  tag: 'subject',
  series: 'series',
};
const groupOf = new Map(formFields.map(({ name }) => [String(name), groups[name.slice(0, name.lastIndexOf('_')) as TextField]])); // prettier-ignore

/**
 * A request weighed as staff want it: the boosts in its query, which come from the table of fields, times theirs. What is found
 * stays the same, only its order changes; a request of which nothing is weighed otherwise is given back as it is.
 */
export function reweighed<R extends Pick<estypes.SearchRequest, 'query'>>(
  request: R,
  weights: SearchWeights | undefined,
): R {
  if (!weights || !request.query || weighedThings.every((thing) => weights[thing] === 0)) return request;
  // the engine's types allow many ways to write a query; what is built here has one of each
  return { ...request, query: weighed(request.query, weights) as estypes.QueryDslQueryContainer };
}

const factor = (weights: SearchWeights, thing: Exclude<keyof SearchWeights, 'newness'>) => factors[`${weights[thing]}`];

function factorOfField(field: string, weights: SearchWeights): number {
  if (field === 'titleKey') return factor(weights, 'title');
  const group = groupOf.get(field);
  return group ? factor(weights, group) : 1;
}

const rounded = (value: number) => Number(value.toFixed(4));
type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value); // prettier-ignore

function weighed(value: unknown, weights: SearchWeights): unknown {
  if (Array.isArray(value)) return value.map((one) => weighed(one, weights));
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, isFields(one) || Array.isArray(one) ? weighedPart(key, one, weights) : one])); // prettier-ignore
}

function weighedPart(kind: string, part: Fields | unknown[], weights: SearchWeights): unknown {
  if (Array.isArray(part)) return kind === 'filter' || kind === 'must_not' ? part : weighed(part, weights);
  switch (kind) {
    case 'filter':
    case 'must_not':
      return part;
    case 'multi_match':
      return { ...part, fields: [part['fields'] ?? []].flat().map((one) => weighField(String(one), weights)) };
    case 'match_phrase':
    case 'fuzzy':
    case 'prefix':
      return Object.fromEntries(Object.entries(part).map(([field, options]) => [field, weighOptions(field, options, weights)])); // prettier-ignore
    case 'constant_score':
      return weighOptions(fieldOfTerm(part['filter']), part, weights);
    case 'function_score':
      return {
        ...part,
        query: weighed(part['query'], weights),
        functions: weighFunctions([part['functions'] ?? []].flat().filter(isFields), weights, localDate(new Date())),
      };
    default:
      return weighed(part, weights);
  }
}

/** "title_exact^10" */
function weighField(written: string, weights: SearchWeights): string {
  const [name = '', boost = '1'] = written.split('^');
  return `${name}^${rounded(Number(boost) * factorOfField(name, weights))}`;
}

function weighOptions(field: string, options: unknown, weights: SearchWeights): unknown {
  const by = factorOfField(field, weights);
  if (by === 1 || !isFields(options)) return options;
  return { ...options, boost: rounded(Number(options['boost'] ?? 1) * by) };
}

const fieldOfTerm = (filter: unknown): string =>
  isFields(filter) && isFields(filter['term']) ? (Object.keys(filter['term'])[0] ?? '') : '';

/** How readers like works, how much they are borrowed, and how new they are. */
function weighFunctions(functions: readonly Fields[], weights: SearchWeights, today: LocalDate): Fields[] {
  const liking = closeness.liking * factor(weights, 'liking');
  const next = functions.map((one) => {
    const value = one['field_value_factor'];
    const field = isFields(value) ? value['field'] : undefined;
    if (field === 'liking') return { ...one, weight: rounded(liking) };
    if (field === 'loans') return { ...one, weight: rounded(closeness.loans * factor(weights, 'loans')) };
    return { ...one, weight: rounded(1 - liking) };
  });
  if (weights.newness === 0) return next;
  const recent = newness.map(({ days, weight }) => ({
    filter: { range: { arrivedOn: { gte: plusDays(today, -days) } } },
    weight: rounded(weight * weights.newness),
  }));
  return [...next, ...recent];
}
