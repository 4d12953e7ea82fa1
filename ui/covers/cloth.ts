/** Cloths: eighteen hues, deep ones with pale print and birch ones with ink, so that neighbours seldom match. */
export function clothOf(hash: number): { ground: string; text: string; foil: string } {
  const hue = (hash % 18) * 20 + 8;
  const pale = (hash >>> 5) % 4 === 0;
  if (pale) {
    const ink = `oklch(.32 .06 ${hue})`;
    return { ground: `oklch(.87 .035 ${hue})`, text: ink, foil: ink };
  }
  const lightness = [0.36, 0.42, 0.47][(hash >>> 13) % 3] ?? 0.42;
  return { ground: `oklch(${lightness} .065 ${hue})`, text: 'oklch(.96 .015 85)', foil: `oklch(.85 .07 85)` };
}

/** FNV-1a with a final mix, so that ids that differ in their last digit differ in every bit. */
export function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
