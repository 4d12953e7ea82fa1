/** Titles that a maker gives to many works, or others to a selection of them; normalised, by what they are titles of. */
const kinds = [
  // collected and selected writings
  'teokset|runot|runoja|runoutta|lyriikkaa?|novellit|novelleja|kertomukset|kertomuksia|näytelmät|näytelmiä|laulut|lauluja',
  'esseet|esseitä|kirjeet|kirjeitä|proosaa?|sadut|satuja|aforismit|aforismeja|puheet|puheita|muistelmat|muistelmia|päiväkirjat?',
  'works|poems|poetry|stories|short stories|plays|essays|letters|novels|speeches|memoirs|diary|diaries|fairy tales|correspondence|selections',
  'skrifter|verk|dikter|noveller|berättelser|brev|sagor|pjäser|essäer|tal|memoarer|dagböcker',
  // music
  'greatest hits|best of|the best of|hits|live|collection|parhaat|kaikki parhaat|20 suosikkia|songs|lieder|symphonies|sinfoniat|konsertot|concertos|sonatas|sonaatit|piano music|chamber music|sånger',
  // what organisations publish again and again
  'vuosikertomus|toimintakertomus|vuosikirja|tilinpäätös|talousarvio|matrikkeli|luettelo|säännöt|ohjelma|opas|esite|kokousjulkaisu|jäsenlehti|tiedote|tiedotteita|julkaisuja',
  'årsbok|årsberättelse|verksamhetsberättelse|budget|matrikel|stadgar|program',
  'yearbook|annual report|report|proceedings|catalogue|catalog|laws etc|laws|treaties etc|constitution|statutes',
  // books of prayer, of which every community has its own
  'siddur|haggadah|zemirot|mahzor|prayer book|rukouskirja|virsikirja|liturgia|missale|psalmbok',
] as const;

const whole =
  'kootut|valitut|valikoima|suomenkieliset|uudet|varhaiset|kaikki|collected|selected|complete|new|early|samlade|valda|nya';

const collective = new RegExp(`^(?:(?:${whole}) )*(?:${kinds.join('|')})$`, 'u');

/** Whether a title, normalised, says nothing of which work it is, whoever made it. */
export const isCollective = (title: string): boolean => collective.test(title);
