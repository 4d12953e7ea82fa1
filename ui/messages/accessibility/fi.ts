/** The accessibility statement, in Finnish: the source of the keys. */
export const fi = {
  'accessibility.title': 'Saavutettavuusseloste',
  'accessibility.intro':
    'Tämä seloste koskee LASTU-verkkokirjastoa, jota Päijät-Hämeen kuntien kirjastot ylläpitävät. Palvelua koskee laki digitaalisten palvelujen tarjoamisesta (306/2019).',
  'accessibility.statusTitle': 'Miten saavutettava palvelu on',
  'accessibility.status':
    'Palvelu täyttää osittain lain vaatimukset eli verkkosisällön saavutettavuusohjeiden WCAG 2.1 A- ja AA-tasot. Puutteet ja niiden syyt on kerrottu alla. Palvelu on tehty uudempien WCAG 2.2 -ohjeiden mukaan.',
  'accessibility.exceptionsTitle': 'Mikä ei vielä ole saavutettavaa',
  'accessibility.exception1':
    'Osasta vieraskielisiä nimekkeitä puuttuu kielen merkintä, jolloin ruudunlukija voi ääntää ne väärin (WCAG 3.1.2). Syy: luettelotietoja on tullut monesta lähteestä, eivätkä kaikki niistä kerro nimekkeen kieltä. Tietoja täydennetään luetteloinnin yhteydessä.',
  'accessibility.exception2':
    'Teoksista linkitetään muiden ylläpitämille sivuille, kuten e-aineistopalveluihin. Syy: ne eivät ole meidän tekemiämme, eikä laki koske niitä osana tätä palvelua. Niiden saavutettavuudesta vastaa kunkin palvelun ylläpitäjä.',
  'accessibility.exception3':
    'Ulkopuolinen asiantuntija ei ole vielä arvioinut palvelua, eikä sitä ole vielä kokeiltu apuvälineitä arjessaan käyttävien kanssa. Siksi puutteita voi olla enemmän kuin tiedämme.',
  'accessibility.methodTitle': 'Miten saavutettavuutta on arvioitu',
  'accessibility.method':
    'Arvio on tehty itse {date}. Jokainen sivu tarkistetaan automaattisesti (axe) ennen jokaista julkaisua: leveällä ja kapealla näytöllä, vaaleana ja tummana, kaikkien kuntien väreissä. Värien kontrasti lasketaan. Haku, rajaaminen ja teoksen sivu on käyty läpi pelkällä näppäimistöllä ja ilman JavaScriptiä.',
  'accessibility.feedbackTitle': 'Huomasitko puutteen?',
  'accessibility.feedback':
    'Kerro siitä oman kirjastosi asiakaspalveluun paikan päällä tai puhelimitse, niin teemme parhaamme sen korjaamiseksi. Vastaamme 14 päivän kuluessa. Saat pyynnöstä tiedot myös muussa sinulle sopivassa muodossa.',
  'accessibility.authorityTitle': 'Jos et saa vastausta',
  'accessibility.authority':
    'Jos et ole tyytyväinen vastaukseen tai et saa sitä kahdessa viikossa, voit tehdä ilmoituksen valvontaviranomaiselle. Sen sivuilla kerrotaan, miten ilmoitus tehdään ja käsitellään.',
  'accessibility.updated': 'Seloste on laadittu {date}.',
  'accessibility.authorityName': 'Liikenne- ja viestintävirasto Traficom',
  'accessibility.authorityUnit': 'Digitaalisen esteettömyyden ja saavutettavuuden valvontayksikkö',
  'accessibility.authorityPhone': 'Puhelinvaihde {number}',
} as const;
