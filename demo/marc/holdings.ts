import { branches, type Branch } from '../../config/region/branches.ts';
import { hashOf, seededRandom } from '../random.ts';
import type { DemoEdition, DemoWork } from '../parse.ts';
import { mainAgent } from './agents.ts';
import { isOnline } from './carriers.ts';
import { field, type Field } from './field.ts';
import { classOf } from './ykl.ts';

/** The day the demo catalogue is counted from: due dates lie after it, acquisitions before it. */
const countedFrom = Date.UTC(2026, 10, 20);
const day = 86_400_000;

/** How much of a full collection a branch has; those not named have a third. */
const sizes: Readonly<Record<string, number>> = {
  lahti: 1, hollola: 0.7, heinola: 0.7, orimattila: 0.65, nastola: 0.55, asikkala: 0.55, sysma: 0.4, 'lahti-saaga': 0.25,
}; // prettier-ignore

/**
 * The copies of a record as Koha's 952 fields, the same at every run: what many want stands in most branches and several
 * times in Lahti, the rest in one or two; a fifth to two fifths are on loan. What is read online has none.
 */
export function itemFields(work: DemoWork, edition: DemoEdition, controlNumber: string): Field[] {
  if (isOnline(edition.format)) return [];
  const seed = hashOf(controlNumber);
  const random = seededRandom(seed);
  const demand = demandFor(work, edition);
  const shelf = shelfMark(work, edition);
  const old = (edition.year ?? 2000) < 1900 && isSuperseded(work, edition);
  const fields: Field[] = [];
  const add = (branch: string) =>
    fields.push(
      copy({ branch, shelf, edition, old, demand, random, barcode: `${controlNumber}-${fields.length + 1}` }),
    );
  for (const branch of branches) {
    const share = (sizes[branch.id] ?? 0.33) * demand;
    if (random() < share) add(branch.id);
    if (branch.id === 'lahti') for (let more = demand * 4 - 1; more > 0 && random() < more; more--) add(branch.id);
  }
  if (fields.length === 0) add(pickBranch(random()).id);
  return fields;
}

/** From 0 (nobody asks for it) to 1 (everybody does). */
function demandFor(work: DemoWork, edition: DemoEdition): number {
  const base = [0.18, 0.4, 0.65, 0.95][work.popularity] ?? 0.18;
  const reach =
    edition.language === 'fin' || edition.language === 'zxx'
      ? 1
      : edition.language === 'swe' || edition.language === 'eng'
        ? 0.35
        : 0.12;
  const age = !isSuperseded(work, edition) ? 1 : (edition.year ?? 2000) < 1950 ? 0.1 : 0.5;
  const carrier = edition.largePrint || edition.format === 'vinyl' ? 0.3 : edition.format === 'audiobook' ? 0.6 : 1;
  return base * reach * age * carrier;
}

/** Whether a newer printed edition in the same language stands beside it. */
function isSuperseded({ editions }: DemoWork, { language, format, year }: DemoEdition): boolean {
  if (format !== 'book' || year === undefined || year >= 1980) return false;
  return editions.some(
    (other) => other.language === language && other.format === format && (other.year ?? 9999) > year,
  );
}

/** A fifth of what stands alone is in a smaller place, the rest in Lahti. */
function pickBranch(chance: number): Branch {
  const lahti = branches.find(({ id }) => id === 'lahti');
  const index = Math.floor(chance * 5 * branches.length);
  return branches[index] ?? lahti ?? branchless();
}

function branchless(): never {
  throw new Error('the region has no branch');
}

interface Copy {
  /** So old that it stays in the house. */
  readonly old: boolean;
  readonly branch: string;
  readonly shelf: string;
  readonly edition: DemoEdition;
  readonly demand: number;
  readonly random: () => number;
  readonly barcode: string;
}

function copy({ branch, shelf, edition, old, demand, random, barcode }: Copy): Field {
  const since = Math.max(Date.UTC(edition.year ?? 2005, 2, 1), Date.UTC(1996, 0, 1));
  const acquired = since + Math.floor(random() ** 1.6 * Math.max(0, countedFrom - since));
  const years = (countedFrom - acquired) / day / 365;
  const loans = Math.floor(random() * (4 + 14 * demand) * Math.min(years, 12));
  const reference = old || (branch === 'lahti' && random() < 0.015);
  const onLoan = random() < 0.2 + 0.25 * demand && !reference;
  const due = countedFrom + Math.ceil(random() * 28) * day;
  return field(
    '952',
    '  ',
    ['7', reference ? '1' : '0'],
    ['a', branch],
    ['b', branch],
    ['d', isoDay(acquired)],
    ['l', String(reference ? 0 : loans)],
    ['o', shelf],
    ['p', barcode],
    ['q', onLoan ? isoDay(due) : undefined],
  );
}

/** "L 84.2 LIN": children's and young people's shelves, the class, the first letters of the main entry. */
function shelfMark(work: DemoWork, edition: DemoEdition): string {
  const department = work.age === 'child' ? 'L ' : work.age === 'young' ? 'N ' : '';
  const entry = (mainAgent(work)?.name ?? edition.title)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 3)
    .toUpperCase();
  return `${department}${classOf(work, edition)} ${entry}`;
}

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);
