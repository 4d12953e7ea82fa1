import { first, values, type DataField, type MarcFields } from './marc-fields.ts';
import { distinct, folded, says, tidy, withoutIsbd } from './text.ts';

export interface Titles {
  readonly title: string;
  readonly titleSort: string;
  readonly part: string | undefined;
  readonly responsibility: string | undefined;
  readonly otherTitles: string[];
  readonly originalTitle: string | undefined;
}

/** Titles as MARC 21 has them in 245 and around: https://www.loc.gov/marc/bibliographic/bd20x24x.html */
export function titlesOf(fields: MarcFields): Titles {
  const statement = fields.data('245').find((field) => says(ownTitle(field)) || says(partOf(field)));
  const own = statement && ownTitle(statement);
  const part = statement && partOf(statement);
  const title = own || part || substitute(fields);
  const originalTitle = originalTitleOf(fields);
  return {
    title,
    titleSort: own && statement ? withoutArticle(title, statement) : title,
    part: own ? part : undefined,
    responsibility: nonEmpty(withoutIsbd(values(statement ?? empty, 'c').join(' '))),
    otherTitles: otherTitles(fields, statement).filter((other) => folded(other) !== folded(title)),
    originalTitle: originalTitle && folded(originalTitle) !== folded(title) ? originalTitle : undefined,
  };
}

const empty: DataField = { tag: '', ind1: ' ', ind2: ' ', subfields: [] };
const nonEmpty = (text: string) => (says(text) ? text : undefined);

/** $a and the $b before any part, "Title : rest"; parallel titles, which follow " = ", are not in it. */
function ownTitle(field: DataField): string | undefined {
  const beforeParts = field.subfields.slice(0, partStart(field));
  const title = titleAndRest(beforeParts.filter(({ code }) => code === 'a' || code === 'b'));
  return nonEmpty(withoutIsbd(title.split(parallel)[0] ?? ''));
}

function titleAndRest(subfields: DataField['subfields']): string {
  let joined = '';
  for (const { value } of subfields) {
    const text = tidy(value);
    if (joined === '') joined = text;
    else if (joined.endsWith('=') || text.startsWith('= ')) joined += ` ${text}`;
    else if (joined.endsWith(';')) joined += ` ${text}`;
    else joined = `${withoutIsbd(joined)} : ${text.replace(/^[:/]\s*/, '')}`;
  }
  return joined;
}

const parallel = /(?:^|\s+)=\s+/;

function partStart(field: DataField): number {
  const at = field.subfields.findIndex(({ code }) => code === 'n' || code === 'p');
  return at < 0 ? field.subfields.length : at;
}

/** $n and $p with what belongs to them: "2, Osan nimi". */
function partOf(field: DataField): string | undefined {
  const parts = field.subfields
    .slice(partStart(field))
    .filter(({ code }) => code === 'n' || code === 'p' || code === 'b');
  let joined = '';
  for (const { code, value } of parts) {
    const text = withoutIsbd((code === 'b' ? value : tidy(value).split(parallel)[0]) ?? '');
    if (says(text)) joined += joined === '' ? text : `${code === 'b' ? ' : ' : ', '}${text}`;
  }
  return nonEmpty(joined);
}

/** What stands in for a title where 245 gives none. */
function substitute(fields: MarcFields): string {
  const candidates = [
    ...fields
      .data('240', '130', '246', '740', '222', '210', '242', '247')
      .map((field) => ownTitle(field) ?? partOf(field)),
    ...fields.data('245').flatMap((field) => values(field, 'kfs').map(withoutIsbd)),
    ...fields.data('773', '765', '787').map((field) => withoutIsbd(first(field, 't') ?? '')),
  ];
  return candidates.find(says) ?? '';
}

/**
 * Without the non-filing characters that the second indicator counts. Counts are often one off: they are believed where a
 * word begins.
 */
function withoutArticle(title: string, field: DataField): string {
  const count = Number(field.ind2);
  if (!(count > 0) || count >= title.length) return title;
  const at = [count, count - 1, count + 1].find((place) => place > 1 && /[^\p{L}\p{N}]/u.test(title.charAt(place - 1)));
  const rest = at === undefined ? '' : title.slice(at).trim();
  return says(rest) ? rest : title;
}

function otherTitles(fields: MarcFields, statement: DataField | undefined): string[] {
  const whole = (field: DataField) => [ownTitle(field), partOf(field)].filter(says).join('. ');
  const titles = [
    ...tidy(values(statement ?? empty, 'ab').join(' '))
      .split(parallel)
      .slice(1)
      .map(withoutIsbd),
    ...fields.data('246', '247', '740', '242', '222').map(whole),
    ...fields
      .data('880')
      .filter((field) => /^(?:245|246|740)/.test(first(field, '6') ?? ''))
      .map(whole),
    ...fields
      .data('700', '710', '711')
      .filter((field) => field.ind2 === '2')
      .map(titleOfWork),
    ...fields.data('730').map((field) => unqualified(whole(field))),
  ];
  return distinct(titles.filter(says));
}

/** $t of a name-title entry, with its parts. */
function titleOfWork(field: DataField): string {
  const at = field.subfields.findIndex(({ code }) => code === 't');
  const parts = at < 0 ? [] : field.subfields.slice(at).filter(({ code }) => 'tnp'.includes(code));
  return parts
    .map(({ value }) => withoutIsbd(value))
    .filter(says)
    .join('. ');
}

/** The title in the language of origin: 765, a note that names it, or the uniform title in 240 or 130. */
function originalTitleOf(fields: MarcFields): string | undefined {
  const entry = fields
    .data('765')
    .map((field) => withoutIsbd(first(field, 't') ?? ''))
    .find(says);
  if (entry) return entry;
  for (const field of fields.data('500')) {
    const named = originalInNote.exec(first(field, 'a') ?? '')?.[1];
    if (named) return withoutIsbd(named);
  }
  return fields.data('240', '130').map(uniformTitle).find(says);
}

const originalInNote = /(?:alkuteos|alkuper[äa]isteos|originalets titel|originaltitel|original title): (.{2,200})/i;

function uniformTitle(field: DataField): string | undefined {
  const title = unqualified([ownTitle(field), partOf(field)].filter(says).join('. '));
  // "Runot. Valikoima" names no work
  return first(field, 'k') || collective.test(title) ? undefined : title;
}

/** Without what tells it from other titles: "Avengers (elokuva : 2018)". */
const unqualified = (title: string) => title.replace(/\s*\([^()]*\)$/, '');

const collective =
  /^(?:teokset|runot|novellit|näytelmät|laulut|kertomukset|esseet|kirjeet|proosa|lyriikka|verk|dikter|noveller|pjäser|works|poems|poetry|plays|short stories|novels|essays|correspondence|letters|selections|prose works|songs|laws, etc)$/i;
