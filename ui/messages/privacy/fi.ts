/** The privacy notice, in Finnish: the source of the keys. */
export const fi = {
  'privacy.title': 'Tietosuoja',
  'privacy.intro':
    'Voit hakea ja selata kertomatta, kuka olet. Palvelu ei seuraa sinua, ei näytä mainoksia eikä kerro käynnistäsi muille.',
  'privacy.searchTitle': 'Kun haet',
  'privacy.search':
    'Hakusanasi lähtevät kirjaston omalle palvelimelle, joka vastaa niihin. Niitä ei tallenneta eikä yhdistetä sinuun.',
  'privacy.others':
    'Kaikki sivuilla näkyvä tulee samalta palvelimelta, kirjasimet ja kuvat mukaan lukien. Sivut eivät lataa mitään muilta: ei kävijälaskureita, ei kartta- tai videopalveluja, ei sosiaalisen median nappeja.',
  'privacy.deviceTitle': 'Mitä laitteellesi jää',
  'privacy.device':
    'Laitteellesi tallennetaan vain se, mitä itse pyydät muistamaan. Voit poistaa kaiken selaimesi asetuksista, ja palvelu toimii ilmankin.',
  'privacy.keptTime': 'Säilyy',
  'privacy.kept.language': 'Eväste. Muistaa kielen, jonka valitsit. Asetetaan vasta, kun valitset kielen.',
  'privacy.kept.home': 'Eväste. Muistaa oman kirjastosi tai kuntasi, jos pyydät. Sisältää vain sen tunnuksen.',
  'privacy.kept.memory': 'Selaimen muisti. Muistilistallesi lisäämäsi teokset. Lista ei lähde laitteeltasi.',
  'privacy.time.year': 'vuoden viimeisestä valinnasta',
  'privacy.time.removed': 'kunnes poistat sen',
  'privacy.logsTitle': 'Mitä palvelimelle jää',
  'privacy.logs':
    'Kun jokin menee vikaan, palvelin kirjaa lokiin ajan, sivun osoitteen ilman hakusanoja, virheen ja sattumanvaraisen tunnuksen, jolla vika löydetään. IP-osoitettasi, selainta tai evästeitä palvelu ei kirjaa. Kunnan verkkoyhteys voi pitää omaa lokiaan: siitä kertoo kunnan tietosuojaseloste.',
  'privacy.metrics':
    'Lisäksi palvelin laskee, montako kertaa sivuja on avattu ja kuinka nopeasti ne vastasivat. Luvuissa ei ole tietoa kävijöistä.',
  'privacy.elsewhereTitle': 'Haku kunnan sivuilla ja linkit muualle',
  'privacy.elsewhere':
    'Kun haku on upotettu kuntasi sivuille, se ei aseta sivulle evästeitä. Muihin palveluihin vievät linkit avaavat toisen ylläpitäjän sivun, jolla on omat ehtonsa.',
  'privacy.rightsTitle': 'Oikeutesi',
  'privacy.rights':
    'Palvelua ylläpitävät kuntien kirjastot. Koska haku ja selaaminen eivät tallenna sinusta henkilötietoja, kirjastolla ei ole niistä mitään näytettävää tai poistettavaa. Jos haluat kysyä tietosuojasta, ota yhteyttä oman kirjastosi asiakaspalveluun.',
  'privacy.authority':
    'Jos epäilet, että henkilötietojasi käsitellään väärin, voit kääntyä tietosuojavaltuutetun puoleen.',
  'privacy.updated': 'Päivitetty {date}.',
} as const;
