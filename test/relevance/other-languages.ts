/**
 * Other forms of Swedish and English nouns by a few rules that hold for most of them: a reader remembers "hunden" of
 * "hundar". Not the rules of a stemmer. Empty where none fits.
 */
export function otherFormsOf(language: 'swe' | 'eng', word: string): string[] {
  if (word.length < 4 || !/^[a-zåäöé]+$/.test(word) || littleWords[language].has(word)) return [];
  const forms = language === 'swe' ? swedish(word) : english(word);
  return [...new Set(forms)].filter((form) => form !== word && form.length > 2);
}

function swedish(word: string): string[] {
  const [, stem = '', ending = ''] = /^(.{3,}?)(arna|orna|erna|ar|or|er|en|et|an)?$/.exec(word) ?? [];
  switch (ending) {
    case 'ar':
    case 'arna':
      return [`${stem}ar`, `${stem}arna`, `${stem}en`, `${stem}arnas`];
    case 'or':
    case 'orna':
      return [`${stem}or`, `${stem}orna`, `${stem}a`, `${stem}an`];
    case 'an':
      return [`${stem}a`, `${stem}or`, `${stem}orna`];
    case 'er':
    case 'erna':
      return [`${stem}er`, `${stem}erna`, `${stem}ernas`];
    case 'en':
    case 'et':
      return word.endsWith('het') ? [`${word}en`] : [stem, `${word}s`];
    default:
      return word.endsWith('s') ? [word.slice(0, -1)] : [`${word}s`];
  }
}

function english(word: string): string[] {
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ies`, `${word}'s`];
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`];
  if (/(?:ss|us|is)$/.test(word)) return [];
  if (word.endsWith('s')) return [word.slice(0, -1)];
  if (/(?:ing|ed|ly|al|ic|ous|ive|able)$/.test(word)) return [];
  return [`${word}s`, `${word}'s`];
}

export const littleWords = {
  swe: new Set(
    'och i av för på den det de en ett till med som från om vid under mellan inte att är eller hos'.split(' '),
  ),
  eng: new Set(
    'the of and in to for a an with on from by at as is or into about between through under over'.split(' '),
  ),
} as const;
