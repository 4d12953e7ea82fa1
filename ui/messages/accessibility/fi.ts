/** The accessibility statement, in Finnish: the source of the keys. */
export const fi = {
  'accessibility.title': 'Saavutettavuusseloste',
  'accessibility.intro':
    'Tämä seloste koskee LASTU-verkkokirjastoa, jota Päijät-Hämeen kuntien kirjastot ylläpitävät. Palvelua koskee laki digitaalisten palvelujen tarjoamisesta (306/2019).',
  'accessibility.statusTitle': 'Miten saavutettava palvelu on',
  'accessibility.status':
    'Palvelu on tehty täyttämään verkkosisällön saavutettavuusohjeiden WCAG 2.2 A- ja AA-tasot. Oman arviomme mukaan se täyttää vaatimukset alla mainituin puuttein.',
  'accessibility.exceptionsTitle': 'Mikä ei vielä ole saavutettavaa',
  'accessibility.exception1':
    'Luettelotietoja on tullut monesta lähteestä. Osasta vieraskielisiä nimekkeitä puuttuu kielen merkintä, jolloin ruudunlukija voi ääntää ne väärin (WCAG 3.1.2).',
  'accessibility.exception2':
    'Teoksista linkitetään muiden ylläpitämille sivuille, kuten e-aineistopalveluihin. Niiden saavutettavuudesta vastaa kunkin palvelun ylläpitäjä.',
  'accessibility.exception3': 'Ulkopuolinen asiantuntija ei ole vielä arvioinut palvelua.',
  'accessibility.methodTitle': 'Miten saavutettavuutta on arvioitu',
  'accessibility.method':
    'Arvio on tehty itse {date}: jokainen sivu tarkistetaan automaattisesti (axe) leveillä ja kapeilla näytöillä ennen jokaista julkaisua, ja sivut on käyty läpi pelkällä näppäimistöllä, ilman JavaScriptiä, suurennettuna, tummassa tilassa ja pakotetuin värein.',
  'accessibility.feedbackTitle': 'Huomasitko puutteen?',
  'accessibility.feedback':
    'Kerro siitä oman kirjastosi asiakaspalveluun paikan päällä tai puhelimitse, niin teemme parhaamme sen korjaamiseksi. Vastaamme 14 päivän kuluessa. Saat pyynnöstä tiedot myös muussa sinulle sopivassa muodossa.',
  'accessibility.authorityTitle': 'Jos et saa vastausta',
  'accessibility.authority':
    'Jos et ole tyytyväinen vastaukseen tai et saa sitä kahdessa viikossa, voit tehdä ilmoituksen valvontaviranomaiselle. Ohjeet ja yhteystiedot ovat saavutettavuusvaatimukset.fi-sivustolla.',
  'accessibility.updated': 'Seloste on laadittu {date}.',
} as const;
