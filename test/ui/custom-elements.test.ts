import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';

const Described = z.object({ name: z.string(), description: z.string().min(5) });
const Element = z.object({
  name: z.string(),
  tagName: z.string(),
  description: z.string().min(20),
  members: z.array(z.object({ kind: z.string(), name: z.string(), description: z.string().optional() })).default([]),
  attributes: z.array(z.object({ name: z.string() })).default([]),
  events: z.array(Described).default([]),
  cssParts: z.array(Described).default([]),
  cssProperties: z.array(Described).default([]),
});
type Element = z.infer<typeof Element>;
const Manifest = z.object({
  modules: z.array(
    z.object({ path: z.string(), declarations: z.array(z.looseObject({ tagName: z.string().optional() })) }),
  ),
});

const root = join(import.meta.dirname, '../..');
const analyzer = join(root, 'node_modules/@custom-elements-manifest/analyzer/cem.js');
const folders = readdirSync(join(root, 'ui/elements'), { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map(({ name }) => name);

describe('The manifest of the elements', () => {
  const elements: Element[] = [];
  before(() => {
    execFileSync(process.execPath, [analyzer, 'analyze', '--config', 'ui/custom-elements.config.mjs', '--quiet'], { cwd: root }); // prettier-ignore
    const made: unknown = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8'));
    for (const { declarations } of Manifest.parse(made).modules)
      for (const one of declarations) if (one.tagName !== undefined) elements.push(Element.parse(one));
  });

  it('names every element, and what it is', () => {
    expect(elements.map(({ tagName }) => tagName)).to.have.members(folders);
  });

  it('tells what every property is for', () => {
    for (const { tagName, members } of elements) {
      const fields = members.filter(({ kind }) => kind === 'field');
      expect(
        fields.map(({ name }) => name),
        tagName,
      ).to.include('locale');
      const untold = fields.filter(({ description = '' }) => description.length < 5).map(({ name }) => name);
      expect(untold, tagName).to.deep.equal([]);
    }
  });

  it('tells of every event an element fires, and every part a page may style', () => {
    for (const { tagName, events, cssParts } of elements) {
      const source = sourceOf(tagName);
      const fired = [...source.matchAll(/new CustomEvent(?:<[^>]*>)?\('([\w-]+)'/g)].map(([, name]) => name);
      const told = events.map(({ name }) => name);
      expect(told, `${tagName} fires`).to.include.members(fired);
      const parts = [...source.matchAll(/\bpart="([^"$]+)"/g)].flatMap(([, names = '']) => names.split(' '));
      const named = cssParts.flatMap(({ name }) => name);
      expect(named, `${tagName} has parts`).to.include.members(parts);
    }
  });

  it('tells what a page may set: the public properties over the tokens it is drawn with', () => {
    for (const { tagName, cssProperties } of elements) {
      const names = cssProperties.map(({ name }) => name);
      expect(names, tagName).to.include('--lastu-focus');
      for (const name of names) expect(name).to.match(/^--lastu-/);
    }
    const box = elements.find(({ tagName }) => tagName === 'lastu-search-box');
    expect(box?.cssProperties.map(({ name }) => name)).to.include.members(['--lastu-accent', '--lastu-on-accent']);
  });
});

const sourceOf = (element: string): string =>
  readdirSync(join(root, 'ui/elements', element))
    .map((file) => readFileSync(join(root, 'ui/elements', element, file), 'utf8'))
    .join('\n');
