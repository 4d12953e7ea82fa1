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
  main('asikkala', 'Asikkalan kirjasto, Vääksy', 'Asikkala bibliotek, Vääksy', 'Asikkala Library, Vääksy'),
  main('hartola', 'Hartolan kirjasto', 'Hartola bibliotek', 'Hartola Library'),
  main('heinola', 'Heinolan kirjasto', 'Heinola bibliotek', 'Heinola Library'),
  main('hollola', 'Hollolan pääkirjasto', 'Hollola huvudbibliotek', 'Hollola Main Library'),
  branch('hollola', 'kalliola', 'Kalliolan kirjasto', 'Kalliola bibliotek', 'Kalliola Library'),
  main('hameenkoski', 'Hämeenkosken kirjasto', 'Hämeenkoski bibliotek', 'Hämeenkoski Library'),
  main('karkola', 'Kärkölän kirjasto, Järvelä', 'Kärkölä bibliotek, Järvelä', 'Kärkölä Library, Järvelä'),
  main('lahti', 'Lahden pääkirjasto', 'Lahtis huvudbibliotek', 'Lahti Main Library'),
  branch('lahti', 'ahtiala', 'Ahtialan kirjasto', 'Ahtiala bibliotek', 'Ahtiala Library'),
  branch('lahti', 'jalkaranta', 'Jalkarannan kirjasto', 'Jalkaranta bibliotek', 'Jalkaranta Library'),
  branch('lahti', 'karpanen', 'Kärpäsen kirjasto', 'Kärpänen bibliotek', 'Kärpänen Library'),
  branch('lahti', 'liipola', 'Liipolan kirjasto', 'Liipola bibliotek', 'Liipola Library'),
  branch('lahti', 'mukkula', 'Mukkulan kirjasto', 'Mukkula bibliotek', 'Mukkula Library'),
  branch('lahti', 'renkomaki', 'Renkomäen kirjasto', 'Renkomäki bibliotek', 'Renkomäki Library'),
  { ...branch('lahti', 'saaga', 'Kirjastoauto Saaga', 'Bokbussen Saaga', 'Mobile library Saaga'), kind: 'mobile' },
  main('nastola', 'Nastolan kirjasto', 'Nastola bibliotek', 'Nastola Library'),
  main('orimattila', 'Orimattilan kirjasto', 'Orimattila bibliotek', 'Orimattila Library'),
  main('padasjoki', 'Padasjoen kirjasto', 'Padasjoki bibliotek', 'Padasjoki Library'),
  main('sysma', 'Sysmän kirjasto', 'Sysmä bibliotek', 'Sysmä Library'),
];

function main(municipality: string, fi: string, sv: string, en: string): Branch {
  return { id: municipality, municipality, name: { fi, sv, en }, kind: 'main' };
}

function branch(municipality: string, id: string, fi: string, sv: string, en: string): Branch {
  return { id: `${municipality}-${id}`, municipality, name: { fi, sv, en }, kind: 'branch' };
}

const byId = new Map(branches.map((one) => [one.id, one]));

export const branchById = (id: string): Branch | undefined => byId.get(id);
