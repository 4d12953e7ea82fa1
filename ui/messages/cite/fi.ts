/** The page of citations and sharing, in Finnish: the source of the keys. */
export const fi = {
  'cite.title': 'Viittaa ja jaa',
  'cite.edition': 'Mihin painokseen',
  'cite.citations': 'Lähdeviitteet',
  'cite.copy': 'Kopioi {name}',
  'cite.copied': 'Lähdeviite on kopioitu.',
  'cite.copyFailed': 'Kopiointi ei onnistunut. Voit valita tekstin ja kopioida sen itse.',
  'cite.files': 'Tiedostona viiteohjelmaan',
  'cite.share': 'Jaa linkki',
  'cite.copyLink': 'Kopioi linkki',
  'cite.linkCopied': 'Linkki teokseen on kopioitu.',
  'cite.mail': 'Lähetä sähköpostilla',
  'cite.send': 'Jaa laitteesi sovelluksilla',
  'cite.code': 'Avaa sivu puhelimella lukemalla koodi.',
};
