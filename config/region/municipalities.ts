import type { Localized } from '../locales.ts';

/** Inhabitants on a day, as the source gives them. */
export interface Population {
  readonly on: string;
  readonly inhabitants: number;
}

export interface Municipality {
  readonly id: string;
  readonly name: Localized;
  /** Where it became part of another one: that one's id, and the local calendar date from which it counts. */
  readonly mergedInto?: { readonly id: string; readonly on: string };
  readonly populations: readonly Population[];
}

const named = (fi: string, sv: string = fi): Localized => ({ fi, sv, en: fi });

/**
 * The eleven founding municipalities. Populations of 2008-12-31 are those of the founding time; those of 2016-12-31
 * follow the borders after the mergers. Both are from public secondary tables: verify them before money depends on them.
 */
export const municipalities: readonly Municipality[] = [
  municipality('asikkala', named('Asikkala'), [8604, 8323]),
  municipality('hartola', named('Hartola', 'Gustav Adolfs'), [3466, 2924]),
  municipality('heinola', named('Heinola'), [20545, 19350]),
  municipality('hollola', named('Hollola'), [21747, 23791]),
  municipality('hameenkoski', named('Hämeenkoski'), [2136], { id: 'hollola', on: '2016-01-01' }),
  municipality('karkola', named('Kärkölä'), [4927, 4540]),
  municipality('lahti', named('Lahti', 'Lahtis'), [100080, 119452]),
  municipality('nastola', named('Nastola'), [15044], { id: 'lahti', on: '2016-01-01' }),
  municipality('orimattila', named('Orimattila'), [14810, 16279]),
  municipality('padasjoki', named('Padasjoki'), [3513, 3073]),
  municipality('sysma', named('Sysmä'), [4509, 3953]),
];

function municipality(
  id: string,
  name: Localized,
  [in2008, in2016]: readonly [number, number?],
  mergedInto?: Municipality['mergedInto'],
): Municipality {
  const populations: Population[] = [{ on: '2008-12-31', inhabitants: in2008 }];
  if (in2016 !== undefined) populations.push({ on: '2016-12-31', inhabitants: in2016 });
  return { id, name, populations, ...(mergedInto && { mergedInto }) };
}

/** The municipality that an id means on a local calendar date: itself, or the one it has become part of by then. */
export function municipalityOn(id: string, date: string): Municipality | undefined {
  const found = municipalities.find((candidate) => candidate.id === id);
  return found?.mergedInto && date >= found.mergedInto.on ? municipalityOn(found.mergedInto.id, date) : found;
}

/** Those that stand on their own on a local calendar date (all eleven before 2016, nine since). */
export function municipalitiesOn(date: string): readonly Municipality[] {
  return municipalities.filter((candidate) => municipalityOn(candidate.id, date) === candidate);
}
