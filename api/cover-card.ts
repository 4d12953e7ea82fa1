import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { renderAsync } from '@resvg/resvg-js';
import { LRUCache } from 'lru-cache';
import { cardSvg } from '../ui/covers/card.ts';

const font = (path: string) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/${path}`));
/** The renderer reads TrueType only, which the packages of the pages' fonts do not hold. */
const fontFiles = [
  font('literata/500Medium/Literata_500Medium.ttf'),
  font('source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
];

/** A card is 80 to 150 kB. */
const kept = 200;
/** Cards that wait to be drawn: some seconds' work. */
const mostWaiting = 40;

/**
 * Draws cards as PNG, outside the event loop and one at a time, so that a flood of previews takes one core at most. A card
 * that has been drawn is remembered by what stands on it. Undefined where too many wait already.
 */
export function createCardPainter() {
  const cards = new LRUCache<string, Promise<Buffer>>({ max: kept });
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (subject: Parameters<typeof cardSvg>[0]): Promise<Buffer | undefined> => {
    const svg = cardSvg(subject);
    const key = createHash('sha256').update(svg).digest('base64url');
    const known = cards.get(key);
    if (known) return known;
    if (waiting >= mostWaiting) return undefined;
    waiting += 1;
    const card = last.then(async () => {
      const image = await renderAsync(svg, {
        font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Literata' },
      });
      return image.asPng();
    });
    last = card.catch(() => undefined).finally(() => (waiting -= 1));
    cards.set(key, card);
    card.catch(() => cards.delete(key));
    return card;
  };
}
