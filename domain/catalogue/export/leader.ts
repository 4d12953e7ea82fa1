/**
 * A leader for records in UTF-8 that are written anew: lengths and places are the writer's to fill in, the rest is kept where
 * it is there (https://www.loc.gov/marc/bibliographic/bdleader.html).
 */
export function leaderFor(leader: string, { length = 0, base = 0 }: { length?: number; base?: number } = {}): string {
  const kept = leader.replace(/[^\x20-\x7e]/g, ' ').padEnd(24);
  const kind = kept.slice(5, 9).trim() === '' ? 'nam ' : kept.slice(5, 9);
  return `${String(length).padStart(5, '0')}${kind}a22${String(base).padStart(5, '0')}${kept.slice(17, 20)}4500`;
}
