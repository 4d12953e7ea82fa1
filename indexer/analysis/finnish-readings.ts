import type { VoikkoAnalysis } from './voikko.ts';

/**
 * The verb a participle is of: kirjoittaneen (kirjoittanut) → kirjoittaa; epäonnistunut → epäonnistua; rakastunut →
 * rakastua. Empty for all other words.
 *
 * WORDBASES tells the pieces: "+epä+onnistu(onnistua)+n+ut(+ut)"; where a verb is derived from another, its ending
 * follows without a plus: "+rakast(rakastaa)u(+ua)+n+ut(+ut)" is rakast + ua.
 */
export function verbOfParticiple({ participle, wordbases }: VoikkoAnalysis): string[] {
  if (!participle && !/\+v\+[aä]\(\+[aä]\)$/.test(wordbases)) return [];
  const pieces = [...wordbases.matchAll(/(\+?)([^+()]*)(?:\((\+?)([^)]*)\))?/g)].map(
    ([, plus, surface = '', suffix, base]) => ({ opens: plus === '+', surface, base, isSuffix: suffix === '+' }),
  );
  const root = pieces.findLastIndex(({ base, isSuffix }) => base !== undefined && !isSuffix);
  const verb = pieces[root];
  if (!verb?.base) return [];
  const before = surfaceOf(pieces.slice(0, root));
  const rest = pieces.slice(root + 1);
  const next = rest.findIndex(({ opens }) => opens);
  const derived = next < 0 ? [] : rest.slice(0, next);
  const ending = derived.at(-1)?.base;
  const own = ending ? `${verb.surface}${surfaceOf(derived.slice(0, -1))}${ending}` : verb.base;
  return [`${before}${own}`.toLowerCase()];
}

const surfaceOf = (pieces: readonly { surface: string }[]) => pieces.map(({ surface }) => surface).join('');

/**
 * The base forms of what a compound is joined of: talvisodan → talvi, sota; kävelykepin → kävely, keppi. Of three or more
 * also the longer beginnings and ends: linja-autoasema → linja, auto, asema, linjaauto, autoasema. Empty for others.
 *
 * FSTOUTPUT tells the joints (`[Bc]`), each piece with its base form and the letters it has here:
 * "[Ln][Xp]talvi[X]talv[Sn][Ny]i[Bh][Bc][Ln][Xp]sota[X]sod[Sg][Ny]an".
 */
export function compoundParts({ fstoutput, baseform }: VoikkoAnalysis): string[] {
  const pieces = fstoutput.split('[Bc]');
  if (pieces.length < 2) return [];
  const surfaces = pieces.map(surfaceOfPiece);
  const whole = baseform.toLowerCase().replaceAll('-', '');
  const before = surfaces.slice(0, -1).join('');
  // In the base form only the last piece differs from what stands here; where it does not, the piece is left as it is.
  const last = whole.startsWith(before) ? whole.slice(before.length) : (surfaces.at(-1) ?? '');
  const plain = [...surfaces.slice(0, -1), last];
  const own = pieces.flatMap((piece, index) => [
    plain[index] ?? '',
    index < pieces.length - 1 ? baseOfPiece(piece) : '',
  ]);
  const runs = plain.length < 3 ? [] : plain.flatMap((_piece, index) => runsAt(plain, index));
  return [...own, ...runs].filter((part) => part.length > 1);
}

const runsAt = (plain: readonly string[], index: number) =>
  index > 0 && index < plain.length - 1 ? [plain.slice(0, index + 1).join(''), plain.slice(index).join('')] : [];

/** The letters of a piece without its notes and base forms. */
const surfaceOfPiece = (piece: string) =>
  piece
    .replace(/\[X[prj]\].*?\[X\]/g, '')
    .replace(/\[[^\]]*\]|-/g, '')
    .toLowerCase();

/** The base form of a piece that is one word as the dictionary has it; empty where it is derived from one. */
function baseOfPiece(piece: string): string {
  if (piece.includes('[Xj]')) return '';
  return /\[Xp\]([^[]*)\[X\]/.exec(piece)?.[1]?.toLowerCase() ?? '';
}
