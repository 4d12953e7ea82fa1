/**
 * Colours as old programs read them: every `oklch()` of a drawing as its nearest `#rrggbb`, for those that know no other
 * names (CSS Color 4, section 10.1, with the matrices of its appendix). Colours outside of sRGB are cut to it.
 */
export const inSrgb = (drawing: string): string =>
  drawing.replaceAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g, (_all, lightness, chroma, hue) =>
    hexOf(Number(lightness), Number(chroma), Number(hue)),
  );

function hexOf(lightness: number, chroma: number, hue: number): string {
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${linear.map((channel) => Math.round(255 * gamma(Math.min(1, Math.max(0, channel)))).toString(16).padStart(2, '0')).join('')}`; // prettier-ignore
}

const gamma = (linear: number): number => (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055);
