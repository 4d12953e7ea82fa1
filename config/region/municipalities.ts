import type { Localized } from '../locales.ts';

export interface Municipality {
  readonly id: string;
  readonly name: Localized;
  /** Where it became part of another one: that one's id, and the local calendar date from which it counts. */
  readonly mergedInto?: { readonly id: string; readonly on: string };
}

const named = (fi: string, sv: string = fi): Localized => ({ fi, sv, en: fi });

/** The eleven founding municipalities. */
export const municipalities: readonly Municipality[] = [
  municipality('asikkala', named('Asikkala')),
  municipality('hartola', named('Hartola', 'Gustav Adolfs')),
  municipality('heinola', named('Heinola')),
  municipality('hollola', named('Hollola')),
  municipality('hameenkoski', named('Hämeenkoski'), { id: 'hollola', on: '2016-01-01' }),
  municipality('karkola', named('Kärkölä')),
  municipality('lahti', named('Lahti', 'Lahtis')),
  municipality('nastola', named('Nastola'), { id: 'lahti', on: '2016-01-01' }),
  municipality('orimattila', named('Orimattila')),
  municipality('padasjoki', named('Padasjoki')),
  municipality('sysma', named('Sysmä')),
];

function municipality(id: string, name: Localized, mergedInto?: Municipality['mergedInto']): Municipality {
  return { id, name, ...(mergedInto && { mergedInto }) };
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
