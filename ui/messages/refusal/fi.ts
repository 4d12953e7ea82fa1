/** Why the library says no, in Finnish: the source of the keys. Each names the rule it follows from. */
export const fi = {
  'refusal.item-not-found': 'Nidettä ei löydy luettelosta. Se on ehkä poistettu kokoelmasta.',
  'refusal.patron-not-found': 'Asiakasta ei löydy. Kortti on ehkä poistettu käytöstä.',
  'refusal.loan-not-found': 'Tätä lainaa ei enää ole: se on ehkä jo palautettu.',
  'refusal.hold-not-found': 'Tätä varausta ei enää ole: se on ehkä jo noudettu tai peruttu.',
  'refusal.fee-not-found': 'Tätä maksua ei enää ole: se on ehkä jo maksettu.',
  'refusal.branch-not-found': 'Valitse noutopaikaksi jokin seudun kirjastoista.',
  'refusal.branch-not-joined':
    'Tämän kunnan kirjastot eivät ole vielä mukana palvelussa, joten sinne ei voi tilata noudettavaa. Valitse toinen noutopaikka.',
  'refusal.branch-not-joined.figures':
    '{municipality} ei ole vielä mukana palvelussa, vaan tulee mukaan {starts}. Valitse siihen asti toinen noutopaikka.',
  'refusal.date-gone-by': 'Valitse tämä päivä tai myöhempi: valittu päivä on jo mennyt.',
  'refusal.card-blocked':
    'Kortti ei ole voimassa, koska se on ilmoitettu kadonneeksi tai suljettu. Kirjastossa saat uuden kortin.',
  'refusal.self-service-not-started':
    'Kuntasi kirjasto ei ole vielä ottanut verkkokirjaston itsepalvelua käyttöön. Siihen asti voit hakea ja selata, ja lainat ja varaukset hoidetaan kirjastossa.',
  'refusal.self-service-not-started.figures':
    '{municipality} ottaa verkkokirjaston itsepalvelun käyttöön {starts}. Siihen asti voit hakea ja selata, ja lainat ja varaukset hoidetaan kirjastossa.',
  'refusal.not-for-loan': 'Tämä nide on luettavissa vain kirjastossa: käsikirjaston aineistoa ei lainata kotiin.',
  'refusal.on-loan': 'Nide on lainassa. Sen voi varata.',
  'refusal.lent-to-you': 'Tämä on sinulla jo lainassa, joten sitä ei tarvitse varata.',
  'refusal.check-in-first': 'Nide on ensin palautettava kirjaston tiskillä.',
  'refusal.requested-by-another': 'Toinen asiakas on varannut tämän, eikä varattua lainaa voi uusia.',
  'refusal.loan-limit-reached': 'Lainoja on jo niin monta kuin käyttösäännöt sallivat.',
  'refusal.loan-limit-reached.figures': 'Lainoja voi olla yhtä aikaa enintään {limit}, ja se määrä on täynnä.',
  'refusal.debt-limit-reached':
    'Maksuja on enemmän kuin käyttösäännöt sallivat. Kun ne on maksettu, tämä onnistuu taas.',
  'refusal.debt-limit-reached.figures':
    'Maksuja on {debt}. Kun niitä on vähintään {limit}, kortilla ei voi lainata, uusia eikä varata. Kun maksut on maksettu, tämä onnistuu taas.',
  'refusal.renewals-used-up': 'Laina on uusittu jo niin monta kertaa kuin käyttösäännöt sallivat.',
  'refusal.renewals-used-up.figures': 'Lainan voi uusia enintään {limit} kertaa, ja tämä on uusittu jo niin monesti.',
  'refusal.overdue-too-long': 'Laina on myöhässä niin paljon, ettei sitä voi enää uusia. Palauta se kirjastoon.',
  'refusal.overdue-too-long.figures':
    'Laina on myöhässä yli {limit} päivää, eikä sitä voi enää uusia. Palauta se kirjastoon.',
  'refusal.due-date-stays':
    'Eräpäivä ei uusimalla siirtyisi: laina-aika lasketaan uusimispäivästä. Uusi lähempänä eräpäivää.',
  'refusal.due-date-stays.figures':
    'Eräpäivä olisi edelleen {dueOn}: laina-aika lasketaan uusimispäivästä. Uusi lähempänä eräpäivää.',
  'refusal.hold-limit-reached': 'Varauksia on jo niin monta kuin käyttösäännöt sallivat.',
  'refusal.hold-limit-reached.figures': 'Varauksia voi olla yhtä aikaa enintään {limit}, ja se määrä on täynnä.',
  'refusal.already-held': 'Sinulla on jo varaus tästä: yhdestä teoksesta voi olla yksi varaus kerrallaan.',
  'refusal.nothing-to-hold': 'Tästä ei ole nidettä, jonka voisi lainata kotiin, joten sitä ei voi varata.',
  'refusal.hold-on-its-way':
    'Nide on jo matkalla tai odottaa noutoa, joten varausta ei voi enää muuttaa. Voit perua sen.',
  'refusal.not-to-be-sent': 'Tämä nide ei lähde täältä mihinkään.',
  'refusal.nothing-to-pay': 'Maksettavaa ei ole.',
  'refusal.payment-under-way': 'Maksaminen on jo kesken. Jos keskeytit sen, voit yrittää uudelleen tunnin kuluttua.',
  'refusal.online-payment-closed':
    'Maksuja ei voi vielä maksaa verkossa. Voit maksaa ne missä tahansa seudun kirjastossa.',
  'refusal.waiver-too-large': 'Maksusta ei voi hyvittää enempää kuin siitä on maksamatta.',
  'refusal.waiver-too-large.figures': 'Maksusta on maksamatta {open}, eikä enempää voi hyvittää.',
  'refusal.credentials-wrong': 'Kortin numero tai tunnusluku ei täsmää. Tarkista molemmat.',
  'refusal.code-wrong':
    'Koodi ei täsmää, tai se on vanhentunut. Koodi on voimassa 15 minuuttia, ja sitä voi kokeilla viisi kertaa.',
  'refusal.too-many-attempts': 'Yrityksiä on ollut monta peräkkäin. Odota hetki, ja yritä sitten uudelleen.',
  'refusal.too-many-attempts.figures':
    'Yrityksiä on ollut monta peräkkäin, ja siksi kortti on hetken lukittu. Yritä uudelleen {seconds} sekunnin kuluttua.',
  'refusal.card-number-taken': 'Tämä kortin numero on jo jonkun käytössä.',
  'refusal.not-allowed': 'Sinulla ei ole oikeutta tähän.',
  'refusal.loans-open': 'Tilin voi poistaa vasta, kun kaikki lainat on palautettu.',
  'refusal.fees-open': 'Tilin voi poistaa vasta, kun kaikki maksut on maksettu.',
  'refusal.community-not-started':
    'Kuntasi kirjasto ei ole vielä ottanut tätä käyttöön. Voit lukea, mitä muut ovat kirjoittaneet.',
  'refusal.community-not-started.figures':
    '{municipality} ottaa tämän käyttöön {starts}. Siihen asti voit lukea, mitä muut ovat kirjoittaneet.',
  'refusal.writer-banned':
    'Kirjoittaminen on sinulta estetty. Kirjaston viesti siitä on omilla sivuillasi, ja voit kysyä asiasta kirjastossa.',
  'refusal.writer-banned.figures':
    'Kirjoittaminen on sinulta estetty, ja esto päättyy {until}. Kirjaston viesti siitä on omilla sivuillasi.',
  'refusal.writing-too-fast': 'Olet kirjoittanut paljon lyhyessä ajassa. Odota hetki, ja yritä sitten uudelleen.',
  'refusal.writing-too-fast.figures':
    'Olet kirjoittanut paljon lyhyessä ajassa. Voit kirjoittaa lisää {minutes} minuutin kuluttua.',
  'refusal.words-not-allowed':
    'Tekstissä on sana, jota ei julkaista täällä. Muotoile teksti toisin, niin voit lähettää sen.',
  'refusal.words-not-allowed.figures':
    'Tekstissä on sana, jota ei julkaista täällä: {words}. Muotoile teksti toisin, niin voit lähettää sen.',
  'refusal.text-not-found': 'Tätä tekstiä ei enää ole: kirjoittaja on ehkä poistanut sen.',
  'refusal.text-is-yours': 'Tämä on oma tekstisi. Voit muuttaa sitä tai poistaa sen itse.',
  'refusal.nothing-to-comment-on': 'Tätä ei voi kommentoida, sillä sitä ei enää ole tai se ei ole sinulle avoin.',
  'refusal.comment-not-found': 'Tätä kommenttia ei enää ole: kirjoittaja on ehkä poistanut sen.',
  'refusal.comment-not-yours': 'Vain kommentin kirjoittaja voi muuttaa kommenttia.',
  'refusal.tip-not-found': 'Tätä vinkkiä ei enää ole: kirjoittaja on ehkä poistanut sen.',
  'refusal.tip-not-yours': 'Vain vinkin kirjoittaja voi muuttaa vinkkiä.',
  'refusal.tipped-work-not-found': 'Vinkin teosta ei löydy kokoelmista. Se on ehkä poistettu.',
  'refusal.display-name-taken': 'Joku muu käyttää jo tätä nimeä tai samannäköistä. Valitse toinen.',
  'refusal.display-name-tells-who':
    'Tästä nimestä näkisi, kuka olet. Valitse nimi, joka ei ole koko nimesi eikä korttisi numero.',
  'refusal.display-name-tells-nothing': 'Nimessä pitää olla ainakin kaksi kirjainta tai numeroa.',
  'refusal.display-name-official': 'Tästä nimestä voisi luulla, että kirjasto itse kirjoittaa. Valitse toinen.',
  'refusal.voiced-work-not-found': 'Tätä teosta ei enää ole kirjaston luettelossa.',
  'refusal.review-not-found': 'Tätä arvostelua ei enää ole.',
  'refusal.already-reviewed': 'Olet jo arvostellut tämän teoksen. Voit muuttaa arvosteluasi.',
  'refusal.own-review': 'Omaa arvosteluaan ei voi merkitä hyödylliseksi.',
  'refusal.display-name-missing': 'Valitse ensin nimi, jolla arvostelusi näkyy muille.',
  'refusal.too-many-tags': 'Olet antanut tälle teokselle jo niin monta avainsanaa kuin voi antaa.',
  'refusal.too-many-tags.figures': 'Yhdelle teokselle voi antaa enintään {limit} avainsanaa.',
  'refusal.saved-search-not-found': 'Tätä uutuusvahtia ei ole enää.',
  'refusal.too-many-saved-searches':
    'Sinulla on jo niin monta uutuusvahtia kuin voi olla. Poista jokin, niin voit tallentaa uuden.',
  'refusal.too-many-saved-searches.figures':
    'Uutuusvahteja voi olla enintään {limit}. Poista jokin, niin voit tallentaa uuden.',
  'refusal.list-not-found': 'Tätä listaa ei ole, tai se ei ole sinun nähtävissäsi.',
  'refusal.list-entry-not-found': 'Tämä teos ei ole enää listassa: joku on ehkä poistanut sen.',
  'refusal.listed-work-not-found': 'Teosta ei löydy enää kokoelmasta, joten sitä ei voi lisätä.',
  'refusal.invitation-not-found': 'Kutsu ei ole enää voimassa. Pyydä uusi siltä, joka kutsui sinut.',
  'refusal.list-not-yours': 'Voit lukea tätä listaa, mutta et muuttaa sitä.',
  'refusal.list-full': 'Lista on täynnä, eikä siihen mahdu enempää teoksia.',
  'refusal.list-full.figures': 'Listaan mahtuu enintään {limit} teosta. Mitään ei lisätty.',
  'refusal.too-many-lists': 'Sinulla on jo niin monta listaa kuin voi olla. Poista jokin, niin voit tehdä uuden.',
  'refusal.too-many-lists.figures': 'Listoja voi olla enintään {limit}. Poista jokin, niin voit tehdä uuden.',
  'refusal.too-many-members': 'Listaan ei mahdu enempää mukana olijoita tai kutsuja.',
  'refusal.too-many-members.figures': 'Listaan mahtuu enintään {limit} mukana olijaa tai kutsua.',
  'refusal.too-fast': 'Tämä kävi nopeammin kuin palvelu ehtii. Odota hetki, ja yritä sitten uudelleen.',
  'refusal.too-fast.figures': 'Tämä kävi nopeammin kuin palvelu ehtii. Yritä uudelleen {seconds} sekunnin kuluttua.',
} as const;
