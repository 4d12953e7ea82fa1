/** The words invented titles and names are made of; Finnish nouns with their forms are in nouns.txt. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const adjectives = words(`
  aurinkoinen autio avara haalea harmaa hauras hiljainen hopeinen hullu huominen hyvä iloinen ikuinen jäinen kadonnut kaipaava
  kaukainen kaunis keltainen kesäinen kirkas korkea kultainen kylmä kätketty lumottu luminen lämmin musta myöhäinen nimetön
  nuori näkymätön oikea outo pieni pimeä pohjoinen punainen puhdas rakas rohkea salainen sininen suolainen suuri syvä
  talvinen tavallinen toinen tumma tuntematon tyhjä unohdettu uusi vaalea valkoinen vanha vapaa vieras vihreä viimeinen villi yksinäinen
`);

export const givenNames = words(`
  Aino Aleksi Anna Anni Antti Arja Arto Eero Eeva Elina Elsa Emilia Emma Erkki Esko Eva Fanny Hanna Hannu Heidi Heikki Helena Helmi
  Henrik Ilkka Inka Irma Jaana Jani Janne Jari Johanna Johannes Jorma Juha Jukka Juhani Kaarina Kaisa Kalle Karin Kari Katri Kimmo
  Kirsi Kristiina Lars Laura Lauri Leena Liisa Linnea Maija Maria Markku Marko Marja Martti Matias Matti Mika Mikael Mikko Minna
  Nina Noora Olavi Olli Otto Outi Paavo Pekka Petri Päivi Raija Riitta Risto Saara Sami Sanna Sari Satu Seppo Sofia Susanna Taina
  Tapio Tarja Teemu Timo Tiina Tuomas Tuula Tuuli Ulla Vesa Ville Veikko Virpi Väinö
`);

export const familyNames = words(`
  Aalto Aaltonen Ahlgren Ahola Ahonen Alanko Andersson Anttila Asikainen Berg Eklund Eriksson Eskelinen Forsström Granlund Haapala
  Hakala Halonen Halme Hannula Harju Hartikainen Hautala Heikkilä Heikkinen Heino Heiskanen Helin Hietala Hiltunen Hirvonen Holm
  Holopainen Huttunen Hyvönen Hämäläinen Ikonen Jalonen Jokela Jokinen Juntunen Jääskeläinen Kallio Karhu Karjalainen Karlsson
  Karppinen Kauppinen Keränen Ketola Kettunen Kinnunen Kivelä Kiviniemi Koivisto Koivula Kokkonen Kontio Korhonen Korpela Koskela
  Koskinen Kukkonen Kulmala Kurki Kuusela Kärkkäinen Lahtinen Laakso Laaksonen Laine Laitinen Lampinen Lappalainen Lassila
  Laukkanen Lehtinen Lehtonen Leino Leppänen Lindberg Lindholm Lindqvist Lindström Lundqvist Luoma Makkonen Manninen Martikainen
  Mattila Miettinen Moilanen Mustonen Mäenpää Mäkelä Mäkinen Määttä Nevalainen Niemi Niemelä Nieminen Niskanen Nurmi Nurmela
  Nyberg Nyman Närhi Oinonen Ojala Ollikainen Paananen Pakarinen Parviainen Peltola Peltonen Penttinen Pesonen Pietilä
  Pitkänen Pulkkinen Puustinen Pöyry Raatikainen Rantala Rantanen Rautio Repo Ruotsalainen Räsänen Saarela Saari Saarinen Salmi
  Salminen Salonen Savolainen Seppälä Sihvonen Sillanpää Sjöberg Soininen Suominen Söderholm Tamminen Tanskanen Tikkanen
  Timonen Toivonen Tolvanen Tuominen Turunen Uotila Vainio Valkonen Vartiainen Vehviläinen Virtanen Vuorinen Väisänen Wikström Ylitalo Östman
`);

export const towns = words(`
  Asikkalassa Hartolassa Heinolassa Hollolassa Hämeenkoskella Kärkölässä Lahdessa Nastolassa Orimattilassa Padasjoella Sysmässä
  Helsingissä Tampereella Turussa Oulussa Kuopiossa Joensuussa Vaasassa Porissa Raumalla Porvoossa Lohjalla Kotkassa Kouvolassa
  Lappeenrannassa Imatralla Savonlinnassa Mikkelissä Jyväskylässä Kajaanissa Kuusamossa Rovaniemellä Inarissa Utsjoella Pietarissa
  Tukholmassa Tallinnassa Tartossa Berliinissä Pariisissa Roomassa Lontoossa Lissabonissa Krakovassa Wienissä Viipurissa
`);

/** Words of other languages: the word for and, what goes before any of the nouns, and the nouns. */
export const foreign: Readonly<Record<string, { and: string; before: readonly string[]; nouns: readonly string[] }>> = {
  eng: {
    and: 'and',
    before:
      words(`The_last The_first Another My_mother's A_quiet The_silent The_broken The_northern Your_hidden The_distant The_winter
      The_summer The_forgotten A_golden The_blue Our_secret The_lost A_brief The_long The_invisible Her_strange His_other Beyond_the
      Under_the The_glass The_salt The_paper`),
    nouns:
      words(`garden house river daughter winter letter island season bird window journey orchard country forest stranger witness
      history kitchen promise harbour shadow map song library night bridge mirror lantern clockmaker atlas language cat dog painter
      neighbour train station secret inheritance detective murder case kingdom dragon code machine brain ocean mountain`),
  },
  swe: {
    and: 'och',
    before:
      words(`Den_sista Den_första Den_andra Den_tysta Den_långa Den_gömda Den_förlorade Den_okända Den_blå Den_gyllene Den_ensamma
      Den_röda Den_bortglömda Den_nya Den_stora Den_lilla Den_mörka Den_ljusa Den_kalla Den_varma Bortom_den Den_djupa Den_fria`),
    nouns:
      words(`trädgården sommaren vintern resan ön dottern natten dagen skogen stranden staden gården vännen hemligheten sången
      drömmen fågeln katten hunden båten vägen bron hamnen spegeln stjärnan grannen kvinnan mannen flickan pojken skuggan elden kartan`),
  },
  est: {
    and: 'ja',
    before: words(
      'Viimane Esimene Vaikne Kadunud Valge Must Suur Väike Vana Uus Sinine Kuldne Punane Kauge Üksik Meie_oma Minu Tundmatu',
    ),
    nouns: words(
      'maja aed mets meri öö päev laul saar linn tee lind kass koer talv suvi kiri unistus rahvas jõgi rand kivi puu täht tuul sild',
    ),
  },
  rus: {
    and: 'и',
    before: words(
      'Последний Первый Старый Новый Белый Чёрный Тихий Зимний Летний Далёкий Забытый Золотой Синий Мой Наш Другой Тайный Северный',
    ),
    nouns: words(
      'дом сад город лес остров день вечер берег снег дождь ветер поезд мост голос сон друг кот свет путь роман',
    ),
  },
  ger: {
    and: 'und',
    before: words(
      'Der_letzte Der_erste Der_lange Der_stille Der_alte Der_neue Der_verlorene Der_weiße Der_schwarze Der_goldene Der_fremde Unser Mein Kein',
    ),
    nouns: words(
      'Garten Sommer Winter Brief Fluss Wald Weg Mond Stern Traum Turm Schatten Nachbar Kater Hund Hafen Berg Abend Morgen Sturm',
    ),
  },
  fre: {
    and: 'et',
    before: words('Le_dernier Le_premier Le_petit Le_grand Le_vieux Un_autre Mon Notre Son Le_nouveau'),
    nouns: words(
      'jardin hiver voyage silence secret chemin pays fleuve soleil rêve miroir train chat chien amour matin soir château roman',
    ),
  },
};

export const foreignGivenNames = words(`
  Alice Andrew Anna Anne Arthur Barbara Caroline Charles Claire Daniel David Edith Eleanor Elif Emily Erik Fatima Fyodor George Grace
  Hana Hans Hassan Ingrid Irina James Jane Jean John Julia Karin Kenji Laura Leila Louis Margaret Marie Mark Mary Michel Natalia Olga
  Omar Paul Peter Philip Rachel Robert Ruth Sarah Sigrid Sofia Stefan Thomas Tove Ursula Viktor Virginia William Yuki Zadie
`);

export const foreignFamilyNames = words(`
  Adams Almeida Andersen Baker Becker Bennett Bergman Bianchi Blake Brandt Carter Chen Clarke Cohen Cooper Costa Dahl Davies Diaz
  Dubois Edwards Eliot Evans Fischer Fontaine Forsberg Foster Garcia Grant Gray Green Hall Hansen Harris Hoffmann Hughes Ivanova
  Jansen Johansson Jones Kask Keller Kim King Klein Kowalski Kuznetsov Lambert Larsen Lawrence Lewis Lopez Martin Mercier Meyer Mills
  Moore Moreau Morgan Murray Nakamura Nielsen Novak Orlova Palmer Parker Petrov Quinn Reed Reyes Richter Romano Rossi Russell
  Saar Sato Schmidt Shaw Silva Smirnova Stone Tamm Taylor Turner Vogel Walker Weber White Wilson Wolf Wright Young Zimmermann
`);
