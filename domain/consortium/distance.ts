import { branchById } from '../../config/region/branches.ts';
import { municipalityOn } from '../../config/region/municipalities.ts';
import type { LocalDate } from '../local-date.ts';

/**
 * How far a copy travels between branches, for choosing the nearest: 0 within a branch, then branches of one municipality,
 * then kilometres as the crow flies between the centres of municipalities. Branches the region does not know are farthest.
 */
export function distanceBetween(from: string, to: string, on: LocalDate): number {
  if (from === to) return 0;
  const [here, there] = [centreOf(from), centreOf(to)];
  if (!here || !there) return unknown;
  if (municipalityOfBranch(from, on) === municipalityOfBranch(to, on)) return sameMunicipality;
  const [north, east] = [(here[0] - there[0]) * 111, (here[1] - there[1]) * 54];
  return sameMunicipality + Math.round(Math.hypot(north, east));
}

/** The municipality that runs a branch on a day. */
export const municipalityOfBranch = (branch: string, on: LocalDate): string | undefined =>
  municipalityOn(branchById(branch)?.municipality ?? '', on)?.id;

const sameMunicipality = 1;
const unknown = 10_000;

const centreOf = (branch: string) => centres[branchById(branch)?.municipality ?? ''];

/** Latitude and longitude of the centre of each founding municipality, to a hundredth of a degree. */
const centres: Readonly<Record<string, readonly [number, number]>> = {
  asikkala: [61.17, 25.55],
  hartola: [61.58, 26.02],
  heinola: [61.2, 26.03],
  hollola: [60.99, 25.51],
  hameenkoski: [61.02, 25.15],
  karkola: [60.87, 25.27],
  lahti: [60.98, 25.66],
  nastola: [60.95, 25.93],
  orimattila: [60.8, 25.73],
  padasjoki: [61.35, 25.28],
  sysma: [61.5, 25.68],
};
