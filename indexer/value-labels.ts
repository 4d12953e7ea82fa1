import type { Client } from '@elastic/elasticsearch';
import { defaultLocale, locales, type Locale } from '../config/locales.ts';

/** What a facet value is called in a language, as one word of the index. */
export interface ValueLabel {
  readonly locale: Locale;
  readonly value: string;
  readonly label: string;
}

const separator = '\t';

export const writeLabel = ({ locale, value, label }: ValueLabel): string => [locale, value, label].join(separator);

function readLabel(written: string): ValueLabel | undefined {
  const [code, value, label] = written.split(separator);
  const locale = locales.find((one) => one === code);
  return locale && value !== undefined && label !== undefined ? { locale, value, label } : undefined;
}

/** The labels of one language by value: where records disagree, what most of them say. */
export type LabelsByValue = ReadonlyMap<string, string>;

export interface ValueLabels {
  /** The labels of a language, as they were some minutes ago at most. None, or older ones, where the engine is away: never fails. */
  of(locale: Locale): Promise<LabelsByValue>;
}

const freshMs = 120_000;
const pageSize = 10_000;

/** Keeps the labels of the serving index at hand, some tens of thousands, and reads them anew beside the searches. */
export function valueLabels({ elasticsearch, index }: { elasticsearch: Client; index: string }): ValueLabels {
  let known: ReadonlyMap<Locale, LabelsByValue> | undefined;
  let readAt = 0;
  let reading: Promise<void> | undefined;
  const read = async () => {
    known = await readAll(elasticsearch, index);
    readAt = Date.now();
  };
  return {
    async of(locale) {
      if (locale === defaultLocale) return noLabels; // values are in Finnish where they are in anything
      if (Date.now() - readAt > freshMs) {
        reading ??= read().finally(() => (reading = undefined));
        // The first reader waits; later ones take what was known. A failure is tried again at the next search.
        const settled = reading.catch(() => undefined);
        if (!known) await settled;
      }
      return known?.get(locale) ?? noLabels;
    },
  };
}

const noLabels: LabelsByValue = new Map();

async function readAll(elasticsearch: Client, index: string): Promise<Map<Locale, LabelsByValue>> {
  const counts = new Map<string, number>();
  const labels = new Map<Locale, Map<string, string>>(locales.map((locale) => [locale, new Map()]));
  for await (const [written, count] of allLabels(elasticsearch, index)) {
    const one = readLabel(written);
    if (!one) continue;
    const key = `${one.locale} ${one.value}`;
    if ((counts.get(key) ?? 0) >= count) continue;
    counts.set(key, count);
    labels.get(one.locale)?.set(one.value, one.label);
  }
  return labels;
}

/** Every label with the number of works that have it, in the order of the index, a page at a time. */
async function* allLabels(elasticsearch: Client, index: string): AsyncGenerator<[string, number]> {
  let after: { label: string } | undefined;
  do {
    const answer = await elasticsearch.search<unknown, { labels: LabelPage }>({
      index,
      size: 0,
      aggs: {
        labels: {
          composite: {
            size: pageSize,
            sources: [{ label: { terms: { field: 'valueLabel' } } }],
            ...(after && { after }),
          },
        },
      },
    });
    const page = answer.aggregations?.labels;
    for (const { key, doc_count } of page?.buckets ?? []) yield [key.label, doc_count];
    after = page?.after_key;
  } while (after);
}

interface LabelPage {
  readonly buckets: readonly { readonly key: { readonly label: string }; readonly doc_count: number }[];
  readonly after_key?: { readonly label: string };
}
