import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes `dist/custom-elements.json`, the manifest of our elements (https://custom-elements-manifest.open-wc.org), from the code. */
export default {
  globs: ['ui/elements/element.ts', 'ui/elements/lastu-*/lastu-*.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [tagNames(), withoutInnerState(), customProperties()],
};

/** The name of an element stands in `define(name, Class)` of `ui/elements/element.ts`. */
function tagNames() {
  return {
    name: 'lastu-tag-names',
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
      const [tag, given] = node.arguments;
      const element = moduleDoc.declarations.find(({ name }) => name === given?.getText());
      if (!element || !ts.isStringLiteral(tag)) return;
      Object.assign(element, { tagName: tag.text, customElement: true });
      const declaration = { name: element.name, module: moduleDoc.path };
      moduleDoc.exports.push({ kind: 'custom-element-definition', name: tag.text, declaration });
    },
  };
}

/** What an element keeps to itself (`{ state: true }`) is neither attribute nor property. */
function withoutInnerState() {
  const inner = new Map();
  return {
    name: 'lastu-inner-state',
    analyzePhase({ ts, node }) {
      if (!ts.isClassDeclaration(node)) return;
      const properties = node.members.find((member) => member.name?.getText() === 'properties')?.initializer;
      const names = (properties?.properties ?? [])
        .filter((property) => /state: true/.test(property.initializer?.getText() ?? ''))
        .map((property) => property.name.getText());
      inner.set(node.name.getText(), new Set(names));
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const element of elementsOf(customElementsManifest)) {
        const names = inner.get(element.name);
        element.members = element.members?.filter(
          ({ name, privacy }) => !names?.has(name) && (privacy ?? 'public') === 'public',
        );
        element.attributes = element.attributes?.filter(({ fieldName, name }) => !names?.has(fieldName ?? name));
      }
    },
  };
}

/** An element may be coloured by each `--lastu-` property over a token that its style sheet, or one it is made of, asks for. */
function customProperties() {
  const css = readFileSync(join(import.meta.dirname, 'styles/tokens.css'), 'utf8');
  const tokens = [...css.matchAll(/--([\w-]+):\s*var\(\s*(--lastu-[\w-]+),[^;]*;\s*\/\* (.+?) \*\//g)].map(
    ([, token, name, description]) => ({ token, name, description }),
  );
  const drawn = (tag) => {
    const folder = join(import.meta.dirname, 'elements', tag);
    const text = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')).join('\n'); // prettier-ignore
    const within = [...text.matchAll(/<(lastu-[\w-]+)/g)].map(([, name]) => name).filter((name) => name !== tag);
    return [text, ...within.map(drawn)].join('\n');
  };
  const common = readFileSync(join(import.meta.dirname, 'elements/element.ts'), 'utf8');
  return {
    name: 'lastu-custom-properties',
    packageLinkPhase({ customElementsManifest }) {
      for (const element of elementsOf(customElementsManifest).filter(({ tagName }) => tagName)) {
        const text = common + drawn(element.tagName);
        const set = tokens.filter(({ token }) => text.includes(`var(--${token})`));
        element.cssProperties = set.map(({ name, description }) => ({ name, description }));
      }
    },
  };
}

const elementsOf = ({ modules }) =>
  modules.flatMap(({ declarations }) => declarations).filter(({ customElement }) => customElement);
