import { readFileSync } from 'node:fs';
import type { Term } from '../domain/catalogue/schema.ts';

type Kind = Term['kind'];

const sections = ['topic', 'place', 'person', 'title', 'genre'] as const;

interface Entry {
  readonly kind: Kind;
  readonly swedish?: string | undefined;
}

/**
 * Subjects and genres by their Finnish label. `vocabulary/subjects.txt` has one a line, `suomeksi = på svenska`, in sections
 * `@ topic`, `@ place`, `@ person`, `@ title`, `@ genre`.
 */
const entries = read(readFileSync(new URL('vocabulary/subjects.txt', import.meta.url), 'utf8'));

/** What kind of subject a label is; undefined for a label with a capital that the vocabulary does not know. */
export function subjectKind(label: string): Exclude<Kind, 'genre'> | undefined {
  const known = entries.get(label)?.kind;
  if (known && known !== 'genre') return known;
  if (/^\d/.test(label)) return 'time';
  if (label.includes(', ')) return 'person';
  return /^\p{Lu}/u.test(label) ? undefined : 'topic';
}

/** The Swedish twin of a subject or genre, where the vocabulary gives one. */
export const swedishTwin = (label: string): string | undefined => entries.get(label)?.swedish;

function read(text: string): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  let kind: Kind = 'topic';
  for (const line of text.normalize('NFC').split('\n')) {
    const [label = '', swedish] = line.split(' = ').map((part) => part.trim());
    const section = sections.find((each) => line === `@ ${each}`);
    if (section) kind = section;
    else if (label && !label.startsWith('#')) found.set(label, { kind, swedish });
  }
  return found;
}
