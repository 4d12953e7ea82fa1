import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { municipalities } from '../../config/region/municipalities.ts';

/** Reads the style sheet that ships, and computes WCAG 2 contrast for every pair of colours that meet. */
const css = readFileSync(new URL('../../ui/styles/tokens.css', import.meta.url), 'utf8');
type Scheme = 'light' | 'dark';

describe('Colours', () => {
  for (const { id } of municipalities) {
    for (const scheme of ['light', 'dark'] as const) {
      it(`of ${id} can be read by ${scheme === 'light' ? 'day' : 'night'}`, () => {
        const colour = (name: string) => luminance(oklch(name, scheme, id));
        const contrast = (a: string, b: string) => {
          const [lighter, darker] = [colour(a), colour(b)].toSorted((x, y) => y - x) as [number, number];
          return (lighter + 0.05) / (darker + 0.05);
        };
        for (const ground of ['paper', 'paper-deep', 'floating']) {
          for (const text of ['ink', 'ink-soft', 'accent', 'here', 'elsewhere', 'out']) {
            expect(contrast(text, ground), `${text} on ${ground}`).to.be.at.least(4.5);
          }
          for (const shape of ['edge', 'focus'])
            expect(contrast(shape, ground), `${shape} on ${ground}`).to.be.at.least(3);
        }
        expect(contrast('on-accent', 'accent'), 'words on the accent').to.be.at.least(4.5);
      });
    }
  }

  it('of the municipalities are equally light, and no two alike', () => {
    const accents = municipalities.map(({ id }) => oklch('accent', 'light', id));
    expect(new Set(accents.map(([lightness]) => lightness))).to.have.lengthOf(1);
    const hues = accents.map(([, , hue]) => hue).toSorted((a, b) => a - b);
    for (const [index, hue] of hues.entries()) {
      const next = hues[index + 1] ?? (hues[0] ?? 0) + 360;
      expect(next - hue, `hues ${hue} and ${next}`).to.be.at.least(20);
    }
  });

  it('can all be shown on a common screen', () => {
    for (const { id } of municipalities) {
      for (const scheme of ['light', 'dark'] as const) {
        const out = linear(oklch('accent', scheme, id)).filter((channel) => channel < -0.002 || channel > 1.002);
        expect(out, `${id} ${scheme}`).to.deep.equal([]);
      }
    }
  });
});

/** Lightness, chroma and hue of a token in a municipality's colours. */
function oklch(name: string, scheme: Scheme, municipality: string): [number, number, number] {
  const value = valueOf(`--${name}`);
  const alias = /^var\(--([\w-]+)\)$/.exec(value);
  if (alias?.[1]) return oklch(alias[1], scheme, municipality);
  const both = [...value.matchAll(/oklch\(([^()]*(?:var\([^)]*\)[^()]*)*)\)/g)].map((match) => match[1] ?? '');
  const chosen = both[scheme === 'light' ? 0 : 1];
  if (both.length !== 2 || chosen === undefined) throw new Error(`--${name} has no light and dark colour: ${value}`);
  const numbers = chosen
    .replaceAll(/var\((--[\w-]+)\)/g, (_, variable: string) => ofTown(variable, municipality))
    .split(/\s+/)
    .filter(Boolean)
    .map(Number);
  const [lightness, chroma, hue] = numbers;
  if (lightness === undefined || chroma === undefined || hue === undefined || numbers.some(Number.isNaN)) {
    throw new Error(`--${name} is not a colour this test reads: ${chosen}`);
  }
  return [lightness, chroma, hue];
}

function valueOf(property: string): string {
  const found = new RegExp(`\\s${property}:\\s*([^;]+);`).exec(css)?.[1];
  if (!found) throw new Error(`${property} is not in tokens.css`);
  // A host page may set another; what is looked at here is the house's own.
  const own = /^var\(\s*--lastu-[\w-]+,\s*(.+?)\s*\)$/s.exec(found)?.[1] ?? found;
  return own.replace(/\s+/g, ' ').trim();
}

function ofTown(property: string, municipality: string): string {
  const block =
    new RegExp(
      `\\[data-municipality='${municipality}'\\],\\s+:host\\(\\[municipality='${municipality}'\\]\\) \\{([^}]*)\\}`,
    ).exec(css)?.[1] ?? '';
  const value = new RegExp(`${property}:\\s*([\\d.]+)`).exec(block)?.[1];
  if (!value) throw new Error(`${municipality} has no ${property}`);
  return value;
}

/** Linear sRGB of an OKLCH colour: https://www.w3.org/TR/css-color-4/#color-conversion-code */
function linear([lightness, chroma, hue]: [number, number, number]): [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: [number, number, number]): number {
  const [red, green, blue] = linear(colour).map((channel) => Math.min(1, Math.max(0, channel))) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
