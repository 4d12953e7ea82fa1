/** The privacy notice, in Finnish: the source of the keys. */
export const fi = {
  'privacy.title': 'Tietosuoja',
  'privacy.intro':
    'Voit hakea ja selata kertomatta, kuka olet. Palvelu ei seuraa sinua, ei näytä mainoksia eikä kerro käynnistäsi muille.',
  'privacy.searchTitle': 'Kun haet',
  'privacy.search':
    'Hakusanasi lähtevät kirjaston omalle palvelimelle, joka vastaa niihin. Niitä ei yhdistetä sinuun. Palvelin laskee, montako kertaa samoja sanoja on haettu, jotta kirjasto näkee, mitä ei löydy. Kuka haki, mistä ja milloin tarkalleen, ei tallennu. Henkilökunta näkee sanat vasta, kun niitä on haettu vähintään viisi kertaa ja useampana päivänä; harvinaiset sanat poistuvat kuukauden ja muut noin vuoden kuluttua. Korttien, puhelinten ja henkilöiden numeroita eikä sähköpostiosoitteita lasketa lainkaan.',
  'privacy.others':
    'Kaikki sivuilla näkyvä tulee samalta palvelimelta, kirjasimet ja kuvat mukaan lukien. Sivut eivät lataa mitään muilta: ei kävijälaskureita, ei kartta- tai videopalveluja, ei sosiaalisen median nappeja.',
  'privacy.deviceTitle': 'Mitä laitteellesi jää',
  'privacy.device':
    'Laitteellesi tallennetaan vain se, mitä alla luetellaan. Voit poistaa kaiken selaimesi asetuksista, ja haku toimii ilmankin.',
  'privacy.keptTime': 'Säilyy',
  'privacy.kept.language': 'Eväste. Muistaa kielen, jonka valitsit. Asetetaan vasta, kun valitset kielen.',
  'privacy.kept.home': 'Eväste. Muistaa oman kirjastosi tai kuntasi, jos pyydät. Sisältää vain sen tunnuksen.',
  'privacy.kept.session':
    'Eväste. Pitää sinut kirjautuneena. Asetetaan vasta, kun kirjaudut, ja poistetaan, kun kirjaudut ulos.',
  'privacy.kept.device':
    'Eväste. Tunnistaa, että tällä laitteella on kirjauduttu kortillasi ennenkin, jotta kukaan ei voi muualta lukita sinua ulos arvailemalla. Asetetaan vasta, kun kirjaudut.',
  'privacy.kept.recent':
    'Selaimen tallennustila. Viimeisimmät hakusi, jotka hakukenttä tarjoaa uudelleen. Ne eivät lähde laitteeltasi, ja voit poistaa ne hakukentässä.',
  'privacy.kept.memory':
    'Selaimen muisti. Muistilistallesi lisäämäsi teokset ja sattumanvarainen tunnus, jolla palvelin tuntee saman listan. Tunnuksesta ei näe, kuka olet. Kun kirjaudut ulos, tilisi lista poistuu laitteelta.',
  'privacy.kept.deskBranch':
    'Selaimen muisti. Kirjaston omilla laitteilla: toimipiste, jonka tiskillä laite on. Asiakkaiden laitteille tätä ei tallenneta.',
  'privacy.kept.staff':
    'Eväste. Vain kirjaston työntekijöille: pitää työtunnuksella kirjautuneena. Asetetaan vasta, kun työntekijä kirjautuu, ja poistetaan, kun hän kirjautuu ulos.',
  'privacy.kept.staffDevice':
    'Eväste. Vain kirjaston työntekijöille: tunnistaa, että laitteella on kirjauduttu samalla työtunnuksella ennenkin.',
  'privacy.kept.staffProvider':
    'Eväste. Vain kirjaston työntekijöille: sen ajan, kun kirjautuminen käy organisaation oman kirjautumispalvelun kautta.',
  'privacy.time.month': '30 päivää hausta',
  'privacy.time.year': 'vuoden viimeisestä valinnasta',
  'privacy.time.session': 'tunnin viimeisestä käytöstä, enintään 12 tuntia',
  'privacy.time.login': 'vuoden viimeisestä kirjautumisesta',
  'privacy.time.removed': 'kunnes poistat sen',
  'privacy.time.closed': 'kunnes kirjautuminen on valmis tai selain suljetaan',
  'privacy.memory':
    'Palvelin säilyttää muistilistan, jotta se ei häviä, kun kirjaudut. Ilman kirjautumista lista on tallessa vain sattumanvaraisen tunnuksen alla ja poistuu 400 päivän kuluttua viimeisestä muutoksesta. Jos lähetät listan sähköpostilla, osoitetta ei tallenneta: siitä muistetaan vuorokauden ajan vain tiiviste, jotta kukaan ei voi lähettää siihen kirjeitä loputtomiin.',
  'privacy.cardTitle': 'Kun kirjaudut kirjastokortilla',
  'privacy.card':
    'Kirjaston palvelimella ovat korttiisi liittyvät tiedot: nimesi, kuntasi, syntymäaikasi ja yhteystietosi siltä osin kuin olet antanut ne, asetuksesi, lainasi, varauksesi ja maksusi. Tunnusluvusta säilytetään vain tiiviste, josta sitä ei voi lukea.',
  'privacy.history':
    'Lainaushistoriaa kertyy vain, jos pyydät sitä asetuksissasi. Kun luovut siitä, kertynyt historia poistetaan heti.',
  'privacy.recommendations':
    'Suositukset lasketaan asiakkaiden listoista, arvosanoista ja lainaushistorioista kerran päivässä. Teospari näytetään vain, jos vähintään viisi asiakasta on pitänyt kummastakin; henkilöitä ei siihen jää. Voit kytkeä suositukset pois asetuksissa: silloin sinulle ei suositella mitään eikä tietojasi lasketa mukaan.',
  'privacy.searches': 'Uutuusvahdit ja niiden löydöt säilytetään, kunnes poistat ne; löydöt enintään puoli vuotta.',
  'privacy.voices':
    'Arvostelusi, vinkkisi, kommenttisi ja jaetut listasi näkyvät muille valitsemallasi nimellä, ei koskaan kortin nimellä. Arvosanastasi ja avainsanoistasi muut eivät näe, että ne ovat sinun. Kaikki säilyy, kunnes poistat sen, ja poistuu viimeistään tilisi mukana. Kun kirjaston väki piilottaa tekstin tai estää kirjoittamisen, siitä jää merkintä.',
  'privacy.attempts':
    'Jos tunnusluku on väärä, palvelin muistaa kortin ja verkko-osoitteen vuorokauden ajan, jotta tunnuslukua ei voi arvailla.',
  'privacy.logsTitle': 'Mitä palvelimelle jää',
  'privacy.logs':
    'Kun jokin menee vikaan, palvelin kirjaa lokiin ajan, sivun osoitteen ilman hakusanoja, virheen ja sattumanvaraisen tunnuksen, jolla vika löydetään. IP-osoitettasi, selainta tai evästeitä palvelu ei kirjaa. Kunnan verkkoyhteys voi pitää omaa lokiaan: siitä kertoo kunnan tietosuojaseloste.',
  'privacy.metrics':
    'Lisäksi palvelin laskee, montako kertaa sivuja on avattu ja kuinka nopeasti ne vastasivat. Luvuissa ei ole tietoa kävijöistä.',
  'privacy.statistics':
    'Kirjasto laskee tilastoja lainoista, varauksista, kuljetuksista ja hauista. Niistä säilytetään vain lukumäärät, ei sitä, kuka lainasi, varasi tai haki. Kuntien ja aineistolajien luvut pyöristetään viiteen, jotta pienestä luvusta ei voi päätellä ketään.',
  'privacy.staff':
    'Kun kirjaston työntekijä katsoo tietojasi tai muuttaa niitä, siitä jää merkintä lokiin: kuka, milloin ja mitä. Lokista ei näe, mitä lainaat.',
  'privacy.elsewhereTitle': 'Haku kunnan sivuilla ja linkit muualle',
  'privacy.elsewhere':
    'Kun haku on upotettu kuntasi sivuille, se ei aseta sivulle evästeitä. Jos lisäät siellä teoksia muistilistaan, lista pysyy selaimesi muistissa sitä sivustoa varten. Muihin palveluihin vievät linkit avaavat toisen ylläpitäjän sivun, jolla on omat ehtonsa.',
  'privacy.rightsTitle': 'Oikeutesi',
  'privacy.rights':
    'Palvelua ylläpitävät kuntien kirjastot. Hausta ja selaamisesta ei jää sinusta tietoja, joita voisi näyttää tai poistaa. Korttiisi liittyvät tiedot saat kaikki itsellesi, voit pyytää niiden korjaamista, ja tilisi voidaan poistaa, kun sinulla ei ole lainoja eikä maksuja. Ota yhteyttä oman kirjastosi asiakaspalveluun.',
  'privacy.authority':
    'Jos epäilet, että henkilötietojasi käsitellään väärin, voit kääntyä tietosuojavaltuutetun puoleen.',
  'privacy.updated': 'Päivitetty {date}.',
} as const;
