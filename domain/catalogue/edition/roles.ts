import type { Contributor } from '../schema.ts';

type Role = Contributor['role'];

/**
 * The role a relator names: a code of the MARC list (https://www.loc.gov/marc/relators/) or its address, or a term in
 * Finnish, Swedish or English, whole or abbreviated. `contributor` for all others; undefined where nothing is named.
 */
export function roleOf(relator: string): Role | undefined {
  const known = cache.get(relator);
  if (known) return known;
  const name = relator.slice(relator.lastIndexOf('/') + 1).toLowerCase();
  const term = name.replace(/[^\p{L}]+/gu, ' ').trim();
  if (term === '') return undefined;
  const role = byTerm.get(term) ?? byStem.find(([stem]) => stem.test(term))?.[1] ?? 'contributor';
  if (cache.size < mostCached) cache.set(relator, role);
  return role;
}

/** Relators repeat in every record; what is free text does not, and must not fill the memory. */
const cache = new Map<string, Role>();
const mostCached = 2000;

const terms: readonly (readonly [Role, string])[] = [
  [
    'author',
    'aut, cre, cr, dis, kirjoittaja, kirjailija, tekijä, teksti, sarjakuvantekijä, laatija, väittelijä, runoilija',
  ],
  ['author', 'författare, förf, upphovsman, skribent, serieskapare, author, writer, creator, joint author, auth'],
  [
    'translator',
    'trl, tr, kääntäjä, käänt, suomentaja, suom, ruotsintaja, översättare, övers, translator, trans, transl',
  ],
  ['illustrator', 'ill, art, ilu, kuvittaja, kuv, kuvitus, taiteilija, piirtäjä, valokuvaaja, illustratör, tecknare'],
  ['illustrator', 'konstnär, bildkonstnär, illustrator, illus, artist illustrator'],
  ['editor', 'edt, edc, com, toimittaja, toim, kokoaja, koostaja, päätoimittaja, redaktör, red, sammanställare'],
  ['editor', 'editor, ed, eds, compiler, comp'],
  ['narrator', 'nrt, lukija, luk, kertoja, uppläsare, inläsare, berättare, narrator, reader'],
  ['director', 'drt, fmd, ohjaaja, ohj, elokuvaohjaaja, regissör, regi, filmregissör, director, film director, dir'],
  ['actor', 'act, vac, näyttelijä, näytt, ääninäyttelijä, skådespelare, skådesp, actor, actress, voice actor'],
  ['screenwriter', 'aus, sce, aud, käsikirjoittaja, käsik, dialogin kirjoittaja, manusförfattare, manus, screenwriter'],
  ['composer', 'cmp, säveltäjä, säv, kompositör, tonsättare, komp, composer'],
  [
    'lyricist',
    'lyr, lbt, sanoittaja, san, sanat, libretisti, textförfattare, sångtextförfattare, librettist, lyricist',
  ],
  ['performer', 'prf, sng, itr, mus, cnd, voc, ins, ive, msd, esittäjä, esitt, laulaja, muusikko, soittaja, solisti'],
  ['performer', 'kapellimestari, orkesteri, kuoro, johtaja, musiikin esittäjä, instrumentalisti, artist, framförande'],
  ['performer', 'sångare, musiker, dirigent, solist, performer, singer, musician, conductor, instrumentalist'],
  [
    'publisher',
    'pbl, isb, kustantaja, julkaisija, förläggare, förlag, utgivare, utgivande organ, publisher, issuing body',
  ],
];

const byTerm: ReadonlyMap<string, Role> = new Map(
  terms.flatMap(([role, list]) => list.split(', ').map((term) => [term, role])),
);

/** For terms that say more than the role: "jälkisanojen kirjoittaja" is no author, "kuvittaja ja taittaja" illustrates. */
const byStem: readonly (readonly [RegExp, Role])[] = [
  [/sanojen kirjoittaja|esipuhe|jälkipuhe|förord|efterord|foreword|afterword|introduction|preface/, 'contributor'],
  [/kääntäjä|suomen|översätt|translat/, 'translator'],
  [/kuvitta|illustr/, 'illustrator'],
  [/toimitta|redaktör|editor|compil/, 'editor'],
  [/käsikirjoit|manusförf|screenw/, 'screenwriter'],
  [/ohjaaja|regissör|director$/, 'director'],
  [/lukija|uppläs|inläs|narrat/, 'narrator'],
  [/sävel|tonsätt|compos/, 'composer'],
  [/sanoit|lyric|librett/, 'lyricist'],
  [/näyttelij|skådespel|^actor/, 'actor'],
  [/laul|esittäj|soitt|orkester|kapellim|sång|performer|singer/, 'performer'],
  [/^(?:kirjoittaja|författare|author|writer)\b/, 'author'],
  [/kustantaja|julkaisija|förläggare|publisher/, 'publisher'],
];
