import type { DemoEdition, DemoWork } from '../parse.ts';

/** YKL main classes of literature: 81.4 folk poetry, 82 poems, 83 plays, 84 prose, 85 literature for the young. */
export const isFiction = (ykl: string): boolean => /^(?:81\.4|8[2-5](?:\.|$))/.test(ykl);

/**
 * The class of an edition. YKL puts poems, plays and prose (82-84), tales, picture books and comics (85.1-85.3) by the
 * language they are read in: a work's class 84 is 84.2 in Finnish and 84.31 in Swedish, 85.2 is 85.22 and 85.23.
 */
export function classOf(work: DemoWork, { language }: DemoEdition): string {
  const ykl = work.class ?? '';
  if (/^8[2-4]$/.test(ykl)) return `${ykl}.${byLanguage[language] ?? '9'}`;
  if (/^85\.[1-3]$/.test(ykl)) return `${ykl}${byLanguage[language]?.charAt(0) ?? '9'}`;
  return ykl;
}

const byLanguage: Readonly<Record<string, string>> = {
  fin: '2', est: '23', sme: '25', smn: '25', sms: '25', hun: '25', swe: '31', nor: '32', dan: '33', ice: '34', ger: '4',
  dut: '48', eng: '5', fre: '61', ita: '62', spa: '63', por: '64', rus: '71', ukr: '72', pol: '73', cze: '74', lav: '78',
  grc: '81', lat: '82', kur: '83', per: '83', tur: '91', ara: '92', heb: '92', som: '93', chi: '94', jpn: '95', kor: '95',
}; // prettier-ignore
