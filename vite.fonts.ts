import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

const sheet = join(import.meta.dirname, 'ui', 'styles', 'fonts.css');
const packages = join(import.meta.dirname, 'node_modules', '@fontsource-variable');
const folder = join(import.meta.dirname, 'dist', 'fonts');

/**
 * Cuts the faces that `ui/styles/fonts.css` takes from `dist/fonts` out of the files of their packages: to the letters and the
 * weights that stand there. `literata-latin-near.woff2` comes from the file of Literata that is for `latin`.
 */
export function subsetFonts(): Plugin {
  return {
    name: 'subset-fonts',
    applyToEnvironment: ({ name }) => name === 'client',
    async buildStart() {
      await mkdir(folder, { recursive: true });
      const faces = (await readFile(sheet, 'utf8')).split('@font-face').map(faceOf);
      await Promise.all(faces.map((face) => face && cut(face)));
    },
  };
}

interface Face {
  readonly family: string;
  /** The file of the package that it is cut out of: `latin`, `latin-ext`. */
  readonly of: string;
  readonly weights: readonly [lightest: number, heaviest: number];
  readonly letters: string;
}

function faceOf(css: string): Face | undefined {
  const [, family, of] = /dist\/fonts\/(literata|source-sans-3)-([a-z-]+)-near\.woff2/.exec(css) ?? [];
  const weights = /font-weight: (\d+) (\d+);/.exec(css);
  if (!family || !of || !weights) return undefined;
  const ranges = css.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g);
  const letters = [...ranges].map(([, first = '', last = first]) => between(parseInt(first, 16), parseInt(last, 16)));
  return { family, of, weights: [Number(weights[1]), Number(weights[2])], letters: letters.join('') };
}

async function cut({ family, of, weights: [min, max], letters }: Face): Promise<void> {
  const whole = await readFile(join(packages, family, 'files', `${family}-${of}-wght-normal.woff2`));
  const near = await subsetFont(whole, letters, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min, max } },
    keepFeatures: ['kern', 'liga', 'tnum', 'ccmp', 'mark', 'mkmk', 'locl', 'rvrn'],
    noHinting: true,
  });
  await writeFile(join(folder, `${family}-${of}-near.woff2`), near);
}

const between = (first: number, last: number) =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
