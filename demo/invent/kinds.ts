import type { Properties } from '../parse.ts';

/** A kind of invented work: how often, under which classes, with which subjects. */
export interface Kind extends Pick<Properties, 'format' | 'age' | 'role'> {
  readonly share: number;
  readonly classes: readonly string[];
  readonly genres: readonly string[];
  readonly subjects: readonly string[];
  readonly publishers: readonly string[];
  /** Subtitles; where there are any, most works of the kind have one. */
  readonly subtitles?: readonly string[];
}

const list = (text: string): readonly string[] => text.split(';').map((part) => part.trim());

const fictionSubjects =
  list(`rakkaus; perheet; ihmissuhteet; ystävyys; kuolema; suvut; salaisuudet; naiset; avioliitto; lapsuus;
  nuoret naiset; maaseutu; kaupungit; sota; muisti; yksinäisyys; vanhukset; sisarukset; avioero; luonto; äidit; isät; matkat; petos;
  syyllisyys; köyhyys; taiteilijat; opettajat; saaristo; kesä; talvi; vanhemmat; perinnöt; kirjailijat; evakot; siirtolaiset`);
const crimeSubjects =
  list(`murha; rikostutkinta; poliisit; henkirikokset; rikolliset; etsivät; kosto; salaisuudet; vakoilu;
  petos; naiset; toimittajat; kylät; saaristo; huumori; perheet`);
const childSubjects =
  list(`kissat; koirat; eläimet; ystävyys; koulut; seikkailu; perheet; sisarukset; taikuus; lohikäärmeet; robotit;
  nallet; isovanhemmat; joulu; salaisuudet; etsivät; noidat; avaruus; hevoset; lemmikkieläimet; kiusaaminen; yö; unet; merirosvot`);
const publishers = list('WSOY; Otava; Tammi; Gummerus; Karisto; Like; Teos; Siltala; Minerva; Atena; Bazar; Sammakko');

const nonfiction = (share: number, ykl: string, subjects: string, subtitles: string): Kind => ({
  share,
  classes: list(ykl),
  genres: ['tietokirjallisuus'],
  subjects: list(subjects),
  publishers,
  subtitles: list(subtitles),
});

const recording = {
  publishers: list('Warner; Universal; Sony; Ondine; BIS; Naxos; Finlandia'),
  subjects: list('musiikki; muusikot; laulut; rakkaus'),
};

export const kinds: readonly Kind[] = [
  { share: 27, classes: ['84'], genres: ['romaanit'], subjects: fictionSubjects, publishers },
  { share: 11, classes: ['84'], genres: ['jännityskirjallisuus', 'salapoliisikirjallisuus'], subjects: crimeSubjects, publishers },
  { share: 4, classes: ['84'], genres: ['fantasiakirjallisuus', 'tieteiskirjallisuus'], subjects: [...fictionSubjects, 'taikuus', 'avaruus', 'robotit'], publishers },
  { share: 4, classes: ['82'], genres: ['runot'], subjects: ['lyriikka', ...fictionSubjects], publishers },
  { share: 12, age: 'child', classes: ['85.2', '84'], genres: ['lastenkirjallisuus', 'kuvakirjat'], subjects: childSubjects, publishers },
  { share: 5, age: 'young', classes: ['84'], genres: ['nuortenkirjallisuus'], subjects: [...childSubjects, 'nuoret', 'rakkaus'], publishers },
  nonfiction(4, '92.7; 93.2; 91', 'historia; Suomi; sota; talvisota; jatkosota; keskiaika; kotiseutu', 'historiaa ja muistoja; erään aikakauden kuva; tutkimus; muistitietoa'),
  nonfiction(3, '58.1; 57; 56; 67.4', 'linnut; luonto; metsät; kasvit; sienet; kalat; kalastus; eläimet; hyönteiset', 'lajit ja tunnistaminen; retkeilijän käsikirja; vuosi luonnossa'),
  nonfiction(3, '68.2; 65.4', 'ruokaohjeet; ruoanlaitto; leipominen; neulonta; käsityöt; ompelu; puutarhanhoito', 'parhaat ohjeet; aloittelijan opas; vuodenaikojen kirja'),
  nonfiction(2, '67.4; 67.3', 'kissat; koirat; hevoset; lemmikkieläimet; mehiläishoito', 'hoito ja kasvatus; rodut; elämää eläinten kanssa'),
  nonfiction(2, '61.3; 61.2', 'tietotekniikka; ohjelmointi; tietojenkäsittely; tekoäly; tietokoneet', 'perusteet; käytännön opas; johdatus'),
  nonfiction(4, '99.1', 'elämäkerrat; kirjailijat; muusikot; taiteilijat; poliitikot; urheilijat', 'elämäkerta; muistelmat; elämä ja työ'),
  nonfiction(3, '40.2; 48; 49', 'matkailu; matkat; vaellus; retkeily; Eurooppa; Italia; Espanja', 'matkaopas; matkakertomus; kahden viikon reitit'),
  nonfiction(3, '14; 17.3; 11', 'filosofia; mielenterveys; ihmissuhteet; tunteet; uskonto', 'ajatuksia; johdatus; esseitä'),
  nonfiction(3, '30; 32; 36', 'yhteiskunta; politiikka; talous; demokratia; maahanmuuttajat', 'tutkimus; keskustelukirja; raportti'),
  { share: 4, format: 'dvd', role: 'director', classes: ['77.4'], genres: ['draamaelokuvat', 'komediat', 'jännityselokuvat'], subjects: fictionSubjects, publishers: list('SF; Future Film; Scanbox; Nordisk Film; Atlantic Film') },
  { share: 4, format: 'cd', role: 'performer', classes: ['78.891', '78'], genres: ['rock', 'pop', 'iskelmät', 'jazz'], ...recording },
  { share: 0.6, format: 'vinyl', role: 'performer', classes: ['78.891'], genres: ['rock', 'pop'], ...recording },
  { share: 0.8, format: 'score', role: 'composer', classes: ['78'], genres: ['nuottijulkaisut'], subjects: ['pianomusiikki', 'orkesterimusiikki', 'laulut'], publishers: list('Fennica Gehrman; Sulasol; F-Kustannus') },
  { share: 1, format: 'game', role: 'contributor', classes: ['79.8'], genres: ['seikkailupelit', 'strategiapelit', 'urheilupelit'], subjects: ['seikkailu', 'taikuus', 'autot', 'jalkapallo', 'avaruus'], publishers: list('Nintendo; Sony; Microsoft') },
  { share: 0.4, format: 'boardgame', role: 'contributor', classes: ['79.8'], genres: ['lautapelit'], subjects: ['lautapelit', 'strategiapelit', 'eläimet'], publishers: list('Tactic; Lautapelit.fi; Martinex') },
  { share: 0.4, format: 'magazine', role: 'contributor', classes: ['05'], genres: ['aikakauslehdet'], subjects: ['kulttuuri', 'luonto', 'käsityöt', 'autot', 'tiede'], publishers: list('Otavamedia; Sanoma; A-lehdet') },
]; // prettier-ignore

export const places =
  list(`Suomi; Helsinki; Lahti; Päijät-Häme; Häme; Lappi; Karjala; Turku; Tampere; Ruotsi; Tukholma; Englanti;
  Lontoo; Yhdysvallat; New York; Ranska; Pariisi; Saksa; Berliini; Venäjä; Pietari; Italia; Espanja; Viro; Norja; Japani`);
export const times = list(
  '1800-luku; 1900-luku; 1920-luku; 1930-luku; 1940-luku; 1950-luku; 1960-luku; 1970-luku; 1980-luku; 2000-luku; keskiaika',
);
