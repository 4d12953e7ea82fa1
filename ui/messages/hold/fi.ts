/** Placing a hold, in Finnish: the source of the keys. */
export const fi = {
  'hold.place': 'Varaa',
  'hold.title': 'Varaa: {title}',
  'hold.heading': 'Tee varaus',
  'hold.edition': 'Mikä versio',
  'hold.any': 'Mikä tahansa versio, nopein ensin',
  'hold.more': 'Aseta viimeinen voimassaolopäivä',
  'hold.free': 'Varaaminen on maksutonta. Saat ilmoituksen, kun varaus on noudettavissa.',
  'hold.for': 'Kenelle',
  'hold.placed': 'Varaus on tehty',
  'hold.undo': 'Peru tämä varaus',
  'hold.undone': 'Varaus on peruttu.',
  'hold.seeAll': 'Omat varaukset',
  'hold.backToWork': 'Takaisin teokseen',
  'hold.refused': 'Varausta ei voi tehdä',
} as const;
