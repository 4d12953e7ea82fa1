import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import koffi, { type LibraryHandle } from 'koffi';

/** One reading of a word by libvoikko. */
export interface VoikkoAnalysis {
  /** Dictionary form, with the capitals of names: "Waltari", "Päijät-Häme". */
  readonly baseform: string;
  /** What it is made of: "+kirjoitta(kirjoittaa)+n+ut(+ut)", "+talvi(talvi)+sota(sota)". Empty where not told. */
  readonly wordbases: string;
  /** The dictionary's own notation: "[Ln][Xp]talvi[X]talv[Sn][Ny]i[Bh][Bc][Ln][Xp]sota[X]sod[Sg][Ny]an". */
  readonly fstoutput: string;
  /** Part of speech in Finnish: "nimisana", "laatusana", "teonsana", "sukunimi" and so on. */
  readonly class: string;
  /** "past_active", "agent" and so on, for participles only. */
  readonly participle?: string | undefined;
}

export interface Voikko {
  /** Versions of library and dictionary, as `4.3.1/2.5`: indices made by others read words differently. */
  readonly version: string;
  /** All readings of a word in any case; none for words unknown, or longer than `longestWord`. */
  analyse(word: string): VoikkoAnalysis[];
  /** Dictionary words spelt nearly like this one, best first; none for words over 30 letters. Takes 1 to 15 ms. */
  suggest(word: string): string[];
  /** Frees the handle; nothing may be asked after that. */
  close(): void;
}

/** Longer words are not asked for: no Finnish word comes near, and the time an answer takes grows with length. */
export const longestWord = 60;

/** Suggestions for words of 60 letters take 300 ms, for these 15 ms at most. */
const longestSuggested = 30;

/**
 * Loads libvoikko and its Finnish dictionary (1 ms, 8 MB). A handle belongs to the thread that opened it: two threads
 * on one handle crash the process.
 *
 * Where either is missing, `voikko` is undefined and `reason` tells operators why and what to do.
 */
export function openVoikko(): { voikko: Voikko; reason?: never } | { voikko: undefined; reason: string } {
  const library = loadLibrary();
  if (!library) return { voikko: undefined, reason: `libvoikko is not installed. ${advice}` };
  const error: [string | null] = [null];
  const handle = library.init(error, 'fi', null);
  if (!handle) return { voikko: undefined, reason: `libvoikko has no Finnish dictionary (${error[0]}). ${advice}` };

  const open = () => {
    if (closed) throw new Error('The voikko handle is closed');
    return handle;
  };
  let closed = false;
  return {
    voikko: {
      version: `${library.version()}/${dictionaryVersion()}`,
      analyse: (word) => (isAskable(word) ? analyse(library, open(), word) : []),
      suggest: (word) => (word.length <= longestSuggested && isAskable(word) ? suggest(library, open(), word) : []),
      close() {
        if (!closed) library.terminate(handle);
        closed = true;
      },
    },
  };
}

const advice = 'Install the packages libvoikko1 and voikko-fi; until then Finnish words are cut by the Snowball rules.';

/** A NUL would end the word for the library, and lone surrogates have no UTF-8. */
const isAskable = (word: string) =>
  word.length > 0 && word.length <= longestWord && !word.includes('\0') && word.isWellFormed();

type Pointer = bigint;
type Library = ReturnType<typeof declareFunctions>;

let loaded: Library | undefined;

function loadLibrary(): Library | undefined {
  const names = { darwin: ['libvoikko.1.dylib'], win32: ['voikko-1.dll', 'libvoikko-1.dll'] };
  const candidates = process.platform in names ? names[process.platform as keyof typeof names] : ['libvoikko.so.1'];
  for (const name of loaded ? [] : candidates) {
    try {
      loaded = declareFunctions(koffi.load(name));
      break;
    } catch {
      // the next name, or none: told by the caller
    }
  }
  return loaded;
}

/** The part of libvoikko's C interface (voikko.h) we call; what it allocates is freed by its own functions. */
function declareFunctions(library: LibraryHandle) {
  const freeValue = library.func('void voikko_free_mor_analysis_value_cstr(void *value)');
  const ownedText = koffi.disposable(koffi.types.str, freeValue);
  const version: () => string = library.func('const char *voikkoGetVersion(void)');
  const init: (error: [string | null], language: string, path: string | null) => Pointer | null = library.func(
    'void *voikkoInit(_Out_ const char **error, const char *language, const char *path)',
  );
  const terminate: (handle: Pointer) => void = library.func('void voikkoTerminate(void *handle)');
  const analyseWord: (handle: Pointer, word: string) => Pointer | null = library.func(
    'void *voikkoAnalyzeWordCstr(void *handle, const char *word)',
  );
  const freeAnalyses: (analyses: Pointer) => void = library.func('void voikko_free_mor_analysis(void *analyses)');
  const value: (analysis: Pointer, key: string) => string | null = library.func(
    'voikko_mor_analysis_value_cstr',
    ownedText,
    ['void *', 'const char *'],
  );
  const suggestWords: (handle: Pointer, word: string) => Pointer | null = library.func(
    'void *voikkoSuggestCstr(void *handle, const char *word)',
  );
  const freeWords: (words: Pointer) => void = library.func('void voikkoFreeCstrArray(void *words)');
  return { version, init, terminate, analyseWord, freeAnalyses, value, suggestWords, freeWords };
}

function analyse(library: Library, handle: Pointer, word: string): VoikkoAnalysis[] {
  const list = library.analyseWord(handle, word);
  if (!list) return [];
  try {
    const analyses: VoikkoAnalysis[] = [];
    for (const one of pointersOf(list)) {
      const text = (key: string) => library.value(one, key) ?? '';
      const fstoutput = text('FSTOUTPUT');
      analyses.push({
        baseform: text('BASEFORM'),
        wordbases: text('WORDBASES'),
        fstoutput,
        class: text('CLASS'),
        // only where the notation has a participle's mark: each value asked for costs a call
        ...(fstoutput.includes('[R') && { participle: text('PARTICIPLE') || undefined }),
      });
    }
    return analyses;
  } finally {
    library.freeAnalyses(list);
  }
}

function suggest(library: Library, handle: Pointer, word: string): string[] {
  const list = library.suggestWords(handle, word);
  if (!list) return [];
  try {
    return Array.from(pointersOf(list), (_pointer, index) => String(koffi.decode(list, index * pointerSize, 'str')));
  } finally {
    library.freeWords(list);
  }
}

const pointerSize = koffi.sizeof('void *');

/** The pointers of an array that ends in a null pointer. */
function pointersOf(list: Pointer): Pointer[] {
  const pointers: Pointer[] = [];
  for (;;) {
    const pointer: Pointer | null = koffi.decode(list, pointers.length * pointerSize, 'void *');
    if (!pointer) return pointers;
    pointers.push(pointer);
  }
}

/** The version the dictionary gives itself in its index.txt, sought where libvoikko seeks it. */
function dictionaryVersion(): string {
  const folders = [process.env['VOIKKO_DICTIONARY_PATH'], join(homedir(), '.voikko'), '/etc/voikko', '/usr/lib/voikko'];
  for (const folder of [...folders, '/usr/local/lib/voikko', '/usr/share/voikko']) {
    const version = folder && versionIn(join(folder, '5'));
    if (version) return version;
  }
  return 'unknown';
}

function versionIn(folder: string): string | undefined {
  try {
    for (const name of readdirSync(folder).toSorted()) {
      const index = readFileSync(join(folder, name, 'index.txt'), 'utf8');
      if (/^Language: fi/m.test(index)) return /^SM-Version: *(\S+)/m.exec(index)?.[1];
    }
  } catch {
    // no dictionary here
  }
  return undefined;
}
