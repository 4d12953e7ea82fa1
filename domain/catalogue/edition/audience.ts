import type { Audience } from '../schema.ts';
import { copyMarksOf, yklOf } from './classification.ts';
import { values, type MarcFields } from './marc-fields.ts';

/** For whom it is: by 008/22, 385, 521, genres, classes and the children's departments of the shelves. */
export function audienceOf(fields: MarcFields): Audience | undefined {
  return (
    codedAudience(fields) ??
    namedAudience(fields) ??
    shelvedAudience(fields) ??
    ((ageLimitOf(fields) ?? 0) >= 16 ? 'adult' : undefined)
  );
}

/** The age below which it may not be lent or is not meant: "K12", "Kielletty alle 16-vuotiailta", "S" is 0. */
export function ageLimitOf(fields: MarcFields): number | undefined {
  const notes = [
    // 521 with a first indicator of 0-2 has grades and recommended ages: "K-3" is a class there
    ...fields.data('521').flatMap((field) => ('012'.includes(field.ind1) ? [] : values(field, 'a'))),
    ...fields.data('506').flatMap((field) => values(field, 'a')),
    ...fields.data('049').flatMap((field) => values(field, 'c')),
  ];
  for (const note of notes) {
    const years = limitWords.exec(note)?.slice(1).find(Boolean);
    if (years !== undefined && Number(years) <= 21) return Number(years);
  }
  return notes.some((note) => /^\W*S\W*$|^sallittu|^barntillåten/i.test(note.trim())) ? 0 : undefined;
}

const limitWords =
  /^\W*K-?\s?(\d{1,2})\b|(?:kielletty|ei sallittu|förbjuden|otillåten|tillåten från)\D{0,30}(\d{1,2})|ikäraja:?\s*K?-?(\d{1,2})|åldersgräns:?\s*(\d{1,2})|\bpegi\s*:?\s*(\d{1,2})/i;

/** 008/22 of books, music, recordings, films, games and objects. */
function codedAudience(fields: MarcFields): Audience | undefined {
  if (!'acdgijkmort'.includes(fields.leader.charAt(6)) || 'sib'.includes(fields.leader.charAt(7))) return undefined;
  return byCode[fields.control('008')[0]?.charAt(22) ?? ''];
}

const byCode: Readonly<Record<string, Audience>> = {
  a: 'child', b: 'child', c: 'child', j: 'child', d: 'young', e: 'adult', f: 'adult',
}; // prettier-ignore

function namedAudience(fields: MarcFields): Audience | undefined {
  for (const text of fields.data('385').flatMap((field) => values(field, 'a'))) {
    const named = audienceIn(text);
    if (named) return named;
  }
  for (const field of fields.data('521')) {
    for (const text of values(field, 'a')) {
      const named = audienceIn(text) ?? agedAudience(recommendedAge(text, field.ind1));
      if (named) return named;
    }
  }
  const genres = fields.data('655').flatMap((field) => values(field, 'a'));
  if (genres.some((genre) => childrensGenre.test(genre))) return 'child';
  if (genres.some((genre) => youngGenre.test(genre))) return 'young';
  return fields.data('650').some(({ ind2 }) => ind2 === '1') ? 'child' : undefined;
}

function audienceIn(text: string): Audience | undefined {
  if (/varhaisnuor|\blaps|\bbarn|\bchild|\bjuvenile|leikki-ikä|alle kouluikä/i.test(text)) return 'child';
  if (/\bnuor|\bungdom|\byoung|\badolescent|\bteen/i.test(text)) return 'young';
  return /\baikui|\bvuxna|\badult/i.test(text) ? 'adult' : undefined;
}

/** "Ikäsuositus 8+", "Age 5-7", "010-012"; reading and interest grades (first indicator 0 and 2) begin at six. */
function recommendedAge(text: string, kind: string): number | undefined {
  if (kind === '0' || kind === '2') {
    const grade = /^\W*(?:K|(\d{1,2}))(?![\da-z])/i.exec(text);
    return grade ? Number(grade[1] ?? 0) + 5 : undefined;
  }
  const age = recommended.exec(text);
  return age ? Number(age[1] ?? age[2]) : undefined;
}

const recommended =
  /(?:ikäsuositus|suositusikä|\bage[sd]?|åldersrekommendation)\D{0,15}(\d{1,2})|^\W*0?(\d{1,2})\s*(?:\+|-\s*\d)/i;

function agedAudience(age: number | undefined): Audience | undefined {
  if (age === undefined || age === 0) return undefined;
  return age < 12 ? 'child' : age < 18 ? 'young' : 'adult';
}

const childrensGenre =
  /lastenkirjallis|lastenlevy|lastenelokuv|lastenohjelm|kuvakirj|paksulehti|barnlitteratur|bilderböcker|barnfilm|^juvenile|children's|picture books/i;
const youngGenre = /nuortenkirjallis|nuorten aikuisten|ungdomslitteratur|young adult/i;

/**
 * Departments before the class ("L 84.2" lasten, "N" nuorten; in English "J", "E", "YA"), then YKL: 85.1 and 85.2 are fairy
 * tales and picture books, and what has another class and no such sign stands among the adults' books.
 */
function shelvedAudience(fields: MarcFields): Audience | undefined {
  const marks = [...copyMarksOf(fields), ...fields.data('084').flatMap((field) => values(field, 'a'))];
  if (marks.some((mark) => /^(?:L|LN|LAST?|J|JF|JNF|E|EASY|JUV)\.?[\s/]+\S|^(?:L|LN)\d/.test(mark.trim())))
    return 'child';
  if (marks.some((mark) => /^(?:N|NUO|YA|YANF)\.?[\s/]+\S|^N\d/.test(mark.trim()))) return 'young';
  if (
    fields
      .data('082')
      .flatMap((field) => values(field, 'a'))
      .some((mark) => /^\[(?:E|Fic)\]/.test(mark.trim()))
  )
    return 'child';
  const ykl = yklOf(fields);
  if (ykl.some((mark) => /^85\.[12]/.test(mark))) return 'child';
  return ykl.length > 0 && !ykl.some((mark) => mark.startsWith('85')) ? 'adult' : undefined;
}
