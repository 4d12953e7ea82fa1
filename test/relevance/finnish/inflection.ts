import { inHarmony, strong, syllables, weak } from './sounds.ts';

export const cases = ['nom', 'gen', 'par', 'ine', 'ela', 'ill', 'ade', 'abl', 'all', 'ess', 'tra'] as const;
export type Case = (typeof cases)[number];
export const numbers = ['sing', 'plur'] as const;
export type Number = (typeof numbers)[number];

/** A form of a noun or an adjective. */
export interface Form {
  readonly text: string;
  readonly case: Case;
  readonly number: Number;
  /** What stands before the ending, less the i of the plural: kauppa, kaupa(n), kauppo(jen), kaupo(issa). */
  readonly stem: string;
}

/**
 * The forms of a Finnish noun or adjective by its dictionary form in small letters, as the rules of the regular types give
 * them. Empty for types the rules do not tell from the ending; cases in which a type wavers are left out.
 *
 * The rules stand here and not in libvoikko so that readers' words in tests come from elsewhere than what they test;
 * `inflection.test.ts` compares them with the forms of two treebanks.
 */
export function inflect(word: string): Form[] {
  const stems = stemsOf(word);
  if (!stems) return [];
  const end = (stem: string, ending: string) => `${stem}${inHarmony(word, ending)}`;
  const { closed, open, partitive, illative, plural } = stems;
  const singular: Partial<Record<Case, string>> = {
    nom: word,
    gen: `${closed}n`,
    par: partitive,
    ine: end(closed, 'ssa'),
    ela: end(closed, 'sta'),
    ill: illative,
    ade: end(closed, 'lla'),
    abl: end(closed, 'lta'),
    all: `${closed}lle`,
    ...(open !== undefined && { ess: end(open, 'na') }),
    tra: `${closed}ksi`,
  };
  const plurals: Partial<Record<Case, string>> = {
    nom: `${closed}t`,
    ...(plural && {
      gen: plural.genitive,
      par: plural.partitive,
      ine: end(plural.closed, 'ssa'),
      ela: end(plural.closed, 'sta'),
      ill: plural.illative,
      ade: end(plural.closed, 'lla'),
      abl: end(plural.closed, 'lta'),
      all: `${plural.closed}lle`,
      ess: end(plural.open, 'na'),
      tra: `${plural.closed}ksi`,
    }),
  };
  const stem = (number: Number, one: Case): string => {
    const isOpen = opens.has(one) || (number === 'plur' && one === 'gen');
    if (number === 'plur' && one !== 'nom')
      return (isOpen ? plural?.open : plural?.closed)?.replace(/i$/, '') ?? closed;
    if (number === 'sing' && one === 'nom') return word;
    return isOpen ? (open ?? closed) : closed;
  };
  const forms = (number: Number, texts: Partial<Record<Case, string>>) =>
    cases.flatMap((one): Form[] => {
      const text = texts[one];
      return text === undefined ? [] : [{ text, case: one, number, stem: stem(number, one) }];
    });
  return [...forms('sing', singular), ...forms('plur', plurals)];
}

/** Cases whose endings leave the syllable before them open, where that counts; the genitive of the plural as well. */
const opens: ReadonlySet<Case> = new Set(['par', 'ill', 'ess']);

/**
 * Whether two stems of a word are two for the ear: katu and kadu, kirja and kirjo, risti and riste, nainen and naise,
 * rakennus and rakennukse; not kone and konee, nor koira and koir(ia), where the one goes on where the other ends.
 */
export const isAnotherStem = (one: string, other: string): boolean => !one.startsWith(other) && !other.startsWith(one);

interface Stems {
  /** Before endings that close the syllable: kadu-ssa. */
  readonly closed: string;
  /** Before those that leave it open: katu-na; undefined where these waver (vuotena, vuonna). */
  readonly open: string | undefined;
  readonly partitive?: string | undefined;
  readonly illative?: string | undefined;
  readonly plural?: {
    readonly closed: string;
    readonly open: string;
    readonly genitive?: string | undefined;
    readonly partitive?: string | undefined;
    readonly illative?: string | undefined;
  };
}

function stemsOf(word: string): Stems | undefined {
  if (!/^[a-zåäöšž]{3,}$/.test(word)) return undefined;
  const end = (stem: string, ending: string) => `${stem}${inHarmony(word, ending)}`;
  const cut = (letters: number) => word.slice(0, -letters);

  // nainen: naise-
  if (word.endsWith('nen')) return ofConsonantStem(`${cut(3)}s`, end, end(`${cut(3)}s`, 'ta'), `${cut(3)}sten`);
  // suuruus, oikeus: oikeude-; rakennus, tulos, vastaus: rakennukse-
  if ((/(?:uus|yys|eus|eys)$/.test(word) && !deeds.test(word)) || qualities.test(word)) {
    const root = cut(1);
    return {
      closed: `${root}de`,
      open: `${root}te`,
      partitive: end(root, 'tta'),
      illative: `${root}teen`,
      plural: pluralOf(`${root}ksi`, `${root}ksien`, end(`${root}ksi`, 'a'), `${root}ksiin`),
    };
  }
  if (/(?:[^aeiouyäö][uy]s|[oö]s|[aoi]us|[äöi]ys)$/.test(word) && syllables(word) > 1)
    return ofConsonantStem(`${cut(1)}ks`, end, end(word, 'ta'), `${word}ten`);
  // maukas: maukkaa-
  if (/[ptklrnsh][aä]s$/.test(word) && (syllables(word) === 2 || /[kl][aä]s$/.test(word))) {
    const open = strong(cut(1));
    const long = `${open}${open.at(-1)}`;
    const plural = `${open}i`;
    return {
      closed: long,
      open: long,
      partitive: end(word, 'ta'),
      illative: `${long}seen`,
      plural: pluralOf(plural, `${plural}den`, end(plural, 'ta'), `${plural}siin`),
    };
  }
  // työtön: työttömä-
  if (/t[oö]n$/.test(word) && syllables(word) > 1) {
    const root = `${cut(3)}tt${word.at(-2)}m`;
    const stem = end(root, 'a');
    return {
      closed: stem,
      open: stem,
      partitive: end(word, 'ta'),
      illative: `${stem}${stem.at(-1)}n`,
      plural: pluralOf(`${root}i`, `${root}ien`, end(`${root}i`, 'a'), `${root}iin`),
    };
  }
  // soitin: soittime-
  if (/[aeiouyäö](?:[lmrsvdktn]|nn)in$/.test(word) && syllables(word) > 1 && !/(?:n|mp|s)ein$|äin$/.test(word)) {
    const root = `${strong(cut(1)).slice(0, -1)}im`;
    return ofConsonantStem(root, end, end(word, 'ta'));
  }
  return ofLongVowel(word, end) ?? ofVowelStem(word, end);
}

/** maa: maata, maita; työ: töitä; tie: teitä; alue: aluetta. */
function ofLongVowel(word: string, end: End): Stems | undefined {
  const [, before = '', vowels = ''] = /^(.*?)(aa|ää|uu|yy|uo|yö|ie|ue)$/.exec(word) ?? [];
  if (vowels === 'ue') {
    const plural = `${word}i`;
    return {
      closed: `${word}e`,
      open: `${word}e`,
      partitive: end(word, 'tta'),
      illative: `${word}eseen`,
      plural: pluralOf(plural, `${plural}den`, end(plural, 'ta'), `${plural}siin`),
    };
  }
  const isShort = before.length <= 1 || /(?:kuu|maa|työ)$/.test(word);
  if (vowels === '' || !isShort) return undefined;
  const plural = `${before}${/aa|ää|uu|yy/.test(vowels) ? vowels.at(0) : vowels.at(1)}i`;
  const reach = vowels.at(-1);
  return {
    closed: word,
    open: word,
    partitive: end(word, 'ta'),
    illative: `${word}h${reach}n`,
    plural: pluralOf(plural, `${plural}den`, end(plural, 'ta'), `${plural}hin`),
  };
}

type End = (stem: string, ending: string) => string;

/** Stems that end in e after a consonant: naise-, rakennukse-, soittime-. */
function ofConsonantStem(root: string, end: End, partitive: string, genitive?: string): Stems {
  return {
    closed: `${root}e`,
    open: `${root}e`,
    partitive,
    illative: `${root}een`,
    plural: pluralOf(`${root}i`, genitive ?? `${root}ien`, end(`${root}i`, 'a'), `${root}iin`),
  };
}

function ofVowelStem(word: string, end: End): Stems | undefined {
  const last = word.at(-1) ?? '';
  const root = word.slice(0, -1);
  if (irregular.test(word)) return undefined;
  if (last === 'e') {
    if (!/[^aeiouyäö]e$/.test(word) || (/(.)\1e$/.test(word) && !/(?:nn|mm|rr)e$/.test(word)) || syllables(word) < 2)
      return undefined;
    const long = `${strong(word)}e`;
    const plural = `${strong(word)}i`;
    return {
      closed: long,
      open: long,
      partitive: end(word, 'tta'),
      illative: `${long}seen`,
      plural: pluralOf(plural, `${plural}den`, end(plural, 'ta'), `${plural}siin`),
    };
  }
  if (last === 'i') return ofI(word, root, end);
  if (!/[aäoöuy]$/.test(last) || /(?:aa|ää|oo|öö|uu|yy|ie|uo|yö)$/.test(word) || syllables(word) < 2) return undefined;
  if (/[^aeiouyäö]e[aä]$/.test(word)) {
    const plural = `${root}i`;
    return {
      closed: word,
      open: word,
      partitive: `${word}${last}`,
      illative: `${word}${last}n`,
      plural: pluralOf(plural, `${plural}den`, end(plural, 'ta'), `${plural}siin`),
    };
  }
  return {
    closed: weak(word),
    open: word,
    partitive: end(word, /[iea][oö]$/.test(word) ? 'ta' : 'a'),
    illative: `${word}${last}n`,
    ...pluralOfVowelStem(word, root, last, end),
  };
}

/** risti: risti-, and of the old ones that are known: nimi: nime-, vesi: vete-. */
function ofI(word: string, root: string, end: End): Stems | undefined {
  if (word.endsWith('si') && oldSi.has(word)) {
    const stem = word.slice(0, -2);
    return {
      closed: `${stem}de`,
      open: undefined,
      partitive: end(stem, 'tta'),
      illative: `${stem}teen`,
      plural: pluralOf(`${stem}si`, `${stem}sien`, end(`${stem}si`, 'a'), `${stem}siin`),
    };
  }
  if (oldWords.has(word)) {
    const open = `${root}e`;
    const closed = weak(open);
    const short = /[lnr]$/.test(root) ? end(root, 'ta') : end(open, 'a');
    const plural = { closed: `${closed.slice(0, -1)}i`, open: word };
    return {
      closed,
      open,
      partitive: short,
      illative: `${open}en`,
      plural: { ...plural, genitive: `${word}en`, partitive: end(word, 'a'), illative: `${word}in` },
    };
  }
  if (/[aeiouyäö]i$/.test(word) || word.length < 4 || unsureI.test(word)) return undefined;
  const closed = weak(word);
  return {
    closed,
    open: word,
    partitive: end(word, 'a'),
    illative: `${word}in`,
    plural: {
      closed: `${closed.slice(0, -1)}ei`,
      open: `${root}ei`,
      genitive: `${word}en`,
      partitive: end(`${root}ej`, 'a'),
      illative: `${root}eihin`,
    },
  };
}

/** kirja: kirjoja; koira: koiria; talo: taloja; kirjasto: kirjastoja; radio: radioita. Wavering types have none. */
function pluralOfVowelStem(word: string, root: string, last: string, end: End): Pick<Stems, 'plural'> {
  const round = (stem: string) => {
    const closed = `${weak(stem)}i`;
    return { plural: { closed, open: `${stem}i`, genitive: `${stem}jen`, partitive: end(`${stem}j`, 'a'), illative: `${stem}ihin` } }; // prettier-ignore
  };
  const light = (stem: string) => ({ plural: pluralOf(`${stem}i`, `${stem}iden`, end(`${stem}i`, 'ta'), `${stem}ihin`) }); // prettier-ignore
  const dropped = () => {
    const closed = `${weak(word).slice(0, -1)}i`;
    return { plural: { closed, open: `${root}i`, genitive: `${root}ien`, partitive: end(`${root}i`, 'a'), illative: `${root}iin` } }; // prettier-ignore
  };
  const count = syllables(word);
  if (/[iea][oö]$/.test(word)) return light(word);
  if (/ij[aä]$/.test(word)) return light(`${root}${last === 'a' ? 'o' : 'ö'}`);
  if (/[oöuy]/.test(last))
    return count === 2 || /(?:st|nt|ist|[^aeiouyäök]t|s|l|m|n|v)[oöuy]$/.test(word) ? round(word) : {};
  if (/i[aä]$/.test(word) && count > 2) return light(`${root}${last === 'a' ? 'o' : 'ö'}`);
  if (count === 2) {
    const first = /[aeiouyäö]/.exec(word)?.[0] ?? '';
    return last === 'a' && /[aei]/.test(first) ? round(`${root}o`) : dropped();
  }
  return /(?:j|v|mm|mp)[aä]$/.test(word) ? dropped() : {};
}

function pluralOf(stem: string, genitive: string, partitive: string, illative: string) {
  return { closed: stem, open: stem, genitive, partitive, illative };
}

/** Words in -i whose stem ends in e. */
const oldWords = new Set(
  (
    'nimi kivi talvi järvi hirvi lehti lahti tähti sormi joki mäki väki hetki retki henki onni polvi sarvi siipi kieli mieli ' +
    'ääni saari suuri pieni nuori hiiri vuori tuuli juuri pilvi hanki ovi arki suomi uni tuli sieni suoni puoli huoli nuoli ' +
    'hiili tiili kaari kuori sääri ääri kärki kurki särki hauki parvi torvi lampi kampi onki honki salmi helmi nummi tammi niemi ' +
    'toimi tuki kylki suoli hiki putki sylki'
  ).split(' '),
);
const oldSi = new Set(['vesi', 'käsi', 'uusi', 'vuosi', 'kuusi', 'susi', 'tosi', 'täysi', 'kausi']);
/** Those in -aus and -ous that tell what something is like, not what is done. */
const qualities = /(?:rakkaus|vapaus|hitaus|vakaus|talous|sairaus|viisaus|rikkaus|raskaus|puhtaus|kirkkaus|maukkaus)$/;
/** One in -eus that tells what is done. */
const deeds = /poikkeus$/;
/** Endings that may hide an old word: kotikieli, lapsi, vanhempi. */
const unsureI = new RegExp(
  `(?:[^aeiouyäöns]si|[aeiouyäö]si|mpi|hi|^(?:lumi|moni|meri|veri)|${[...oldWords].join('|')})$`,
);

/** Words whose forms are not those of their ending. */
const irregular = /(?:^(?:itse|kolme|ensi|data|foto|moto|lato)|poika|aika|vyö|auto|ruoka|teräs)$/;
