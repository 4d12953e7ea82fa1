/** Languages of the demo catalogue: ISO 639-2/B code to the Finnish name, as uniform titles (240 $l) give it. */
const names: Readonly<Record<string, string>> = {
  ara: 'arabia', chi: 'kiina', cze: 'tšekki', dan: 'tanska', dut: 'hollanti', eng: 'englanti', est: 'viro', fin: 'suomi',
  fre: 'ranska', ger: 'saksa', grc: 'muinaiskreikka', heb: 'heprea', hun: 'unkari', ice: 'islanti', ita: 'italia',
  jpn: 'japani', kor: 'korea', kur: 'kurdi', lat: 'latina', lav: 'latvia', mul: 'monikielinen', nor: 'norja', per: 'persia',
  pol: 'puola', por: 'portugali', rus: 'venäjä', sme: 'pohjoissaame', smn: 'inarinsaame', sms: 'koltansaame',
  som: 'somali', spa: 'espanja', swe: 'ruotsi', tur: 'turkki', ukr: 'ukraina', vie: 'vietnam', zxx: 'ei kielellistä sisältöä',
}; // prettier-ignore

export const isLanguage = (code: string): boolean => Object.hasOwn(names, code);
export const languageName = (code: string): string => names[code] ?? code;

const articles: Readonly<Record<string, RegExp>> = {
  eng: /^(?:the|an?) /i,
  swe: /^(?:en|ett|den|det|de) /i,
  ger: /^(?:der|die|das|eine?) /i,
  fre: /^(?:le |la |les |l['’]|une? |des )/i,
  spa: /^(?:el|las?|los|una?) /i,
  ita: /^(?:il |lo |la |gli |l['’]|una? )/i,
  dan: /^(?:en|et|den|det|de) /i,
  nor: /^(?:en|et|ei|den|det|de) /i,
};

/** How many characters at the beginning of a title are an article that filing skips (245 second indicator). */
export function articleLength(title: string, language: string): number {
  return Math.min(9, articles[language]?.exec(title)?.[0].length ?? 0);
}
