/** Recommendations, in Finnish: the source of the keys. */
export const fi = {
  'recommended.alsoRead': 'Tämän lukijat ovat lukeneet myös',
  'recommended.why':
    'Koska samat asiakkaat ovat lainanneet näitä, laittaneet niitä listoihinsa tai antaneet niille hyviä arvosanoja. Jokaisen parin on löytänyt vähintään viisi asiakasta, eikä kenestäkään näy, kuka hän on.',
  'recommended.forYou': 'Sinulle',
  'recommended.because.listed': 'Koska listallasi on ”{title}”',
  'recommended.because.rated': 'Koska pidit teoksesta ”{title}”',
  'recommended.because.borrowed': 'Koska lainasit teoksen ”{title}”',
  'recommended.none':
    'Kun lisäät teoksia listoihin, annat arvosanoja tai pidät lainaushistoriaa, suosittelemme tässä, mistä niiden muut lukijat ovat pitäneet.',
  'recommended.settings': 'Valitse, näytetäänkö suosituksia',
  'recommended.legend': 'Suositukset',
  'recommended.setting': 'Suosittele minulle teoksia',
  'recommended.settingHint':
    'Suositukset lasketaan asiakkaiden listoista, arvosanoista ja lainaushistorioista, ja kenenkään tietoja ei niistä näe. Kun poistat valinnan, sinulle ei suositella mitään eikä omia tietojasi käytetä. Muutos vaikuttaa vuorokaudessa.',
} as const;
