/**
 * The words of citations in Finnish and Swedish as CSL locales; the processor brings English ones. Only terms that the three
 * styles use for what a library lends.
 */
const words = {
  'fi-FI': {
    and: 'ja', 'et-al': 'ym.', edition: 'painos', editor: 'toim.', director: 'ohj.', translator: 'suom.', illustrator: 'kuv.',
    verbs: { translator: 'kääntänyt', editor: 'toimittanut', director: 'ohjannut', illustrator: 'kuvittanut' },
    'no date': 'ei vuotta', in: 'teoksessa', from: 'osoitteesta', retrieved: 'haettu', accessed: 'viitattu', 'available at': 'saatavissa',
    circa: 'noin', by: '', anonymous: 'anonyymi', forthcoming: 'tulossa',
  },
  'sv-SE': {
    and: 'och', 'et-al': 'm.fl.', edition: 'uppl.', editor: 'red.', director: 'regi', translator: 'övers.', illustrator: 'ill.',
    verbs: { translator: 'översättning av', editor: 'redigerad av', director: 'regi av', illustrator: 'illustrerad av' },
    'no date': 'u.å.', in: 'i', from: 'från', retrieved: 'hämtad', accessed: 'åtkomst', 'available at': 'tillgänglig på',
    circa: 'ca', by: 'av', anonymous: 'anonym', forthcoming: 'kommande',
  },
} as const; // prettier-ignore

const term = (name: string, text: string, form?: string) =>
  `<term name="${name}"${form === undefined ? '' : ` form="${form}"`}>${text}</term>`;

/** CSL locales by their language tags. */
export const locales = Object.entries(words).map(([tag, { verbs, ...terms }]) => ({
  tag,
  xml:
    `<?xml version="1.0" encoding="utf-8"?><locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="${tag}">` +
    '<style-options punctuation-in-quote="false"/>' +
    '<date form="text"><date-part name="day" suffix=". "/><date-part name="month" suffix=" "/><date-part name="year"/></date>' +
    '<date form="numeric"><date-part name="day" suffix="."/><date-part name="month" form="numeric" suffix="."/><date-part name="year"/></date>' +
    `<terms>${Object.entries(terms)
      .map(([name, text]) => `${term(name, text)}${term(name, text, 'short')}`)
      .join('')}` +
    `${Object.entries(verbs)
      .map(([name, text]) => `${term(name, text, 'verb')}${term(name, text, 'verb-short')}`)
      .join('')}` +
    `${term('open-quote', '”')}${term('close-quote', '”')}${term('open-inner-quote', '’')}${term('close-inner-quote', '’')}` +
    `${term('page-range-delimiter', '–')}${term('ordinal', '.')}</terms></locale>`,
}));
