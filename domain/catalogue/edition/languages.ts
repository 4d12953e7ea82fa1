import { languageCode, languageCodes } from './language-codes.ts';
import { values, type MarcFields } from './marc-fields.ts';

export interface Languages {
  readonly languages: string[];
  readonly originalLanguage: string | undefined;
  readonly subtitleLanguages: string[] | undefined;
}

/** Languages by 041 and, where that says nothing, 008/35-37: https://www.loc.gov/marc/bibliographic/bd041.html */
export function languagesOf(fields: MarcFields): Languages {
  const named = fields.data('041');
  const all = (codes: string) => [...new Set(named.flatMap((field) => values(field, codes)).flatMap(languageCodes))];
  const isHeard = ['i', 'j'].includes(fields.leader.charAt(6));
  const told = isHeard ? [...new Set([...all('d'), ...all('a')])] : all('a').length > 0 ? all('a') : all('d');
  const main = mainLanguage(fields);
  const languages = told.length > 0 ? told : main ? [main] : [];
  const subtitles = all('j');
  return {
    // 041 lists by weight or by the alphabet; 008 has the one that weighs most
    languages: main && languages.includes(main) ? [main, ...languages.filter((one) => one !== main)] : languages,
    originalLanguage: all('h').find((code) => !languages.includes(code)) ?? all('h')[0],
    subtitleLanguages: subtitles.length > 0 ? subtitles : undefined,
  };
}

/** 008/35-37; a field of another length than 40 is out of step, and only a code that stands whole is believed. */
function mainLanguage(fields: MarcFields): string | undefined {
  const code = fields.control('008')[0]?.slice(35, 38) ?? '';
  return /^[A-Za-z]{3}$|^[A-Za-z]{2}[ ,.]$/.test(code) ? languageCode(code) : undefined;
}
