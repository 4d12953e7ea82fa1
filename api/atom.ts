import { escapedXml } from '../ui/covers/xml.ts';

/** A feed as Atom writes it (RFC 4287). */
export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly updated: Date;
  readonly author: string;
  readonly language: string;
  /** Where it is, and the page that says the same. */
  readonly self: string;
  readonly alternate: string;
  readonly entries: readonly FeedEntry[];
}

interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly updated: Date;
  readonly authors: readonly string[];
  readonly link: string;
  readonly summary: string;
}

export function atom({ id, title, updated, author, language, self, alternate, entries }: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    element('id', id),
    element('title', title),
    `<updated>${updated.toISOString()}</updated>`,
    `<author>${element('name', author)}</author>`,
    `<link rel="alternate" href="${escapedXml(alternate)}"/>`,
    `<link rel="self" href="${escapedXml(self)}"/>`,
    ...entries.map((entry) =>
      [
        '<entry>',
        element('id', entry.id),
        element('title', entry.title),
        `<updated>${entry.updated.toISOString()}</updated>`,
        ...entry.authors.map((name) => `<author>${element('name', name)}</author>`),
        `<link rel="alternate" href="${escapedXml(entry.link)}"/>`,
        entry.summary === '' ? '' : element('summary', entry.summary),
        '</entry>',
      ].join(''),
    ),
    '</feed>',
    '',
  ].join('\n');
}

const element = (name: string, text: string) => `<${name}>${escapedXml(text.replace(/\s+/g, ' '))}</${name}>`;
