/** Inhabitants on a day, as the source gives them. */
export interface Population {
  readonly on: string;
  readonly inhabitants: number;
}

/**
 * Inhabitants of the eleven founding municipalities, by id. Those of 2008-12-31 are of the founding time; those of 2016-12-31
 * follow the borders after the mergers. Both are from public secondary tables: verify them before money depends on them.
 */
export const populations: Readonly<Record<string, readonly Population[]>> = {
  asikkala: counted(8604, 8323),
  hartola: counted(3466, 2924),
  heinola: counted(20545, 19350),
  hollola: counted(21747, 23791),
  hameenkoski: counted(2136),
  karkola: counted(4927, 4540),
  lahti: counted(100080, 119452),
  nastola: counted(15044),
  orimattila: counted(14810, 16279),
  padasjoki: counted(3513, 3073),
  sysma: counted(4509, 3953),
};

function counted(in2008: number, in2016?: number): readonly Population[] {
  const founding = { on: '2008-12-31', inhabitants: in2008 };
  return in2016 === undefined ? [founding] : [founding, { on: '2016-12-31', inhabitants: in2016 }];
}
