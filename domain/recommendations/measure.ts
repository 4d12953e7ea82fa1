import { floor as usualFloor, mostBeside, mostOfPatron, type Beside, type Liking } from './schema.ts';

/** Pairs that few patrons made are pulled towards nothing: five of five says less than fifty of fifty. */
const shrinkage = 5;

/** Patrons that are read between two breaths. */
const breath = 500;

/** What patrons like, gathered in the smallest shape: numbers instead of ids, and no name beside them. */
export class Likings {
  readonly #patrons = new Map<string, Map<number, number>>();
  readonly #numberOf = new Map<string, number>();
  readonly #works: string[] = [];

  add({ patron, work, at }: Liking): void {
    const number = this.#numberOf.get(work) ?? this.#works.push(work) - 1;
    this.#numberOf.set(work, number);
    const own = this.#patrons.get(patron) ?? new Map<number, number>();
    this.#patrons.set(patron, own);
    own.set(number, Math.max(own.get(number) ?? 0, at.getTime()));
  }

  get patrons(): string[] {
    return [...this.#patrons.keys()];
  }

  get works(): readonly string[] {
    return this.#works;
  }

  /**
   * What stands beside each work. Makes works that were merged into one the same; leaves out patrons who are not to be counted.
   * Gives nothing now and then, so that whoever waits for it can let others go first.
   */
  *besides({ counts, current, floor = usualFloor }: {
    counts: (patron: string) => boolean;
    current: (work: string) => string;
    floor?: number;
  }): Generator<{ work: string; others: Beside[] } | undefined> {
    const names = [...new Set(this.#works.map(current))].toSorted();
    const numbers = new Map(names.map((name, number) => [name, number]));
    const numberNow = this.#works.map((work) => numbers.get(current(work)) ?? 0);
    const readings: number[][] = [];
    for (const [patron, own] of this.#patrons) {
      if (readings.length % breath === 0) yield undefined;
      if (!counts(patron)) continue;
      const last = [...own].toSorted(([a, at], [b, then]) => then - at || a - b);
      readings.push([...new Set(last.map(([number]) => numberNow[number] ?? 0))].slice(0, mostOfPatron));
    }
    for (const row of cosines(readings, names.length, floor)) {
      const [number = 0, others = []] = row ?? [];
      yield others.length === 0 ? undefined : { work: names[number] ?? '', others: others.map(([other, score]) => ({ work: names[other] ?? '', score })) };
    }
  }
} // prettier-ignore

/**
 * For each work those that the same patrons like, the closest first: the cosine of their patrons, `n(a,b) / √(n(a)·n(b))`,
 * times `n(a,b) / (n(a,b) + shrinkage)`. A work that everybody has read is close to none. Pairs of fewer than `floor`
 * patrons are left out before anything is made of them. Pure.
 */
export function* cosines(readings: readonly (readonly number[])[], works: number, floor: number): Generator<[number, [number, number][]] | undefined> {
  const readers: number[][] = Array.from({ length: works }, () => []);
  readings.forEach((own, patron) => own.forEach((work) => readers[work]?.push(patron)));
  const common = new Uint32Array(works);
  for (let work = 0; work < works; work += 1) {
    const own = readers[work] ?? [];
    if (own.length < floor) continue;
    const touched: number[] = [];
    for (const [nth, patron] of own.entries()) {
      if (nth % breath === breath - 1) yield undefined;
      for (const other of readings[patron] ?? []) if ((common[other] = (common[other] ?? 0) + 1) === 1) touched.push(other);
    }
    const others: [number, number][] = [];
    for (const other of touched) {
      const both = common[other] ?? 0;
      common[other] = 0;
      if (other === work || both < floor) continue;
      const cosine = both / Math.sqrt(own.length * (readers[other]?.length ?? 1));
      others.push([other, cosine * (both / (both + shrinkage))]);
    }
    yield [work, others.toSorted(([a, score], [b, than]) => than - score || a - b).slice(0, mostBeside)];
  }
} // prettier-ignore
