import type { Localized } from '../locales.ts';

export interface Branch {
  /** Stable id, also the value of the `branch` filter and of MARC 852 $b in what this service writes. */
  readonly id: string;
  /** The municipality that founded it; use `municipalityOn` for the one that runs it on a date. */
  readonly municipality: string;
  readonly name: Localized;
  readonly kind: 'main' | 'branch' | 'mobile';
}

/** Branches in the order of their municipalities, the main library first. */
export const branches: readonly Branch[] = [
  main('asikkala', named('Asikkalan kirjasto', 'Asikkala', ', Vääksy')),
  main('hartola', named('Hartolan kirjasto', 'Hartola')),
  main('heinola', named('Heinolan kirjasto', 'Heinola')),
  main('hollola', { fi: 'Hollolan pääkirjasto', sv: 'Hollola huvudbibliotek', en: 'Hollola Main Library' }),
  branch('hollola', 'kalliola', named('Kalliolan kirjasto', 'Kalliola')),
  main('hameenkoski', named('Hämeenkosken kirjasto', 'Hämeenkoski')),
  main('karkola', named('Kärkölän kirjasto', 'Kärkölä', ', Järvelä')),
  main('lahti', { fi: 'Lahden pääkirjasto', sv: 'Lahtis huvudbibliotek', en: 'Lahti Main Library' }),
  branch('lahti', 'ahtiala', named('Ahtialan kirjasto', 'Ahtiala')),
  branch('lahti', 'jalkaranta', named('Jalkarannan kirjasto', 'Jalkaranta')),
  branch('lahti', 'karpanen', named('Kärpäsen kirjasto', 'Kärpänen')),
  branch('lahti', 'liipola', named('Liipolan kirjasto', 'Liipola')),
  branch('lahti', 'mukkula', named('Mukkulan kirjasto', 'Mukkula')),
  branch('lahti', 'renkomaki', named('Renkomäen kirjasto', 'Renkomäki')),
  {
    ...branch('lahti', 'saaga', { fi: 'Kirjastoauto Saaga', sv: 'Bokbussen Saaga', en: 'Mobile library Saaga' }),
    kind: 'mobile',
  },
  main('nastola', named('Nastolan kirjasto', 'Nastola')),
  main('orimattila', named('Orimattilan kirjasto', 'Orimattila')),
  main('padasjoki', named('Padasjoen kirjasto', 'Padasjoki')),
  main('sysma', named('Sysmän kirjasto', 'Sysmä')),
];

/** A library by its name in Finnish and the name of its place in the other languages; `village` follows in all. */
function named(fi: string, place: string, village = ''): Localized {
  return { fi: `${fi}${village}`, sv: `${place} bibliotek${village}`, en: `${place} Library${village}` };
}

function main(municipality: string, name: Localized): Branch {
  return { id: municipality, municipality, name, kind: 'main' };
}

function branch(municipality: string, id: string, name: Localized): Branch {
  return { id: `${municipality}-${id}`, municipality, name, kind: 'branch' };
}

const byId = new Map(branches.map((one) => [one.id, one]));

export const branchById = (id: string): Branch | undefined => byId.get(id);
