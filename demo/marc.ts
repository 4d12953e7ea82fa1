import type { Marc } from '../domain/catalogue/schema.ts';
import { articleLength, languageName } from './languages.ts';
import { agentField, mainAgent, responsibility } from './marc/agents.ts';
import { carrierOf } from './marc/carriers.ts';
import { field, type Field } from './marc/field.ts';
import { fixedField } from './marc/fixed-field.ts';
import { itemFields } from './marc/holdings.ts';
import { seatOf } from './marc/publishers.ts';
import { classOf } from './marc/ykl.ts';
import type { DemoEdition, DemoWork } from './parse.ts';
import { subjectKind, swedishTwin } from './vocabulary.ts';

/** The record of one edition in MARC 21 as Finnish libraries write it, its copies in 952 as Koha does. */
export function toMarc(work: DemoWork, edition: DemoEdition, controlNumber: string): Marc {
  const { leader, physical } = carrierOf(edition.format);
  const seat = seatOf(edition.publisher, edition.year);
  const fields: Field[] = [{ tag: '001', value: controlNumber }];
  if (physical) fields.push({ tag: '007', value: physical });
  fields.push({ tag: '008', value: fixedField(work, edition, seat.country) }, ...numbers(edition));
  fields.push(language(work, edition), field('084', '  ', ['a', classOf(work, edition)], ['2', 'ykl']));
  const main = mainAgent(work);
  if (main) fields.push(agentField(main, true));
  fields.push(
    ...titles(work, edition, main !== undefined),
    ...publication(work, edition, seat.place),
    ...description(work, edition),
  );
  fields.push(...subjects(work));
  for (const agent of work.authors) if (agent !== main) fields.push(agentField(agent, false));
  for (const agent of edition.agents ?? []) fields.push(agentField(agent, false));
  fields.push(...itemFields(work, edition, controlNumber));
  return { leader: `00000n${leader} a2200000 i 4500`, fields };
}

function numbers({ isbns = [], issn }: DemoEdition): Field[] {
  const fields = isbns.map((isbn) => field('020', '  ', ['a', isbn]));
  return issn ? [...fields, field('022', '  ', ['a', issn])] : fields;
}

function language(work: DemoWork, edition: DemoEdition): Field {
  const translated = edition.language !== work.language;
  const subtitles = (edition.subs ?? work.subs ?? []).map((code) => ['j', code] as const);
  return field(
    '041',
    `${translated ? '1' : '0'} `,
    [edition.format === 'cd' || carrierOf(edition.format).leader === 'im' ? 'd' : 'a', edition.language],
    ...subtitles,
    ['h', translated ? work.language : undefined],
  );
}

/** 130 or 240 where the edition bears another title than the work, and 245. */
function titles(work: DemoWork, edition: DemoEdition, hasMain: boolean): Field[] {
  const { title, rest, number, name } = splitTitle(edition.title);
  const by = responsibility(work, edition);
  const translated = edition.language !== work.language;
  const end = by ? ' /' : '.';
  const parts = [rest, number, name];
  const last = parts.findLastIndex(Boolean);
  const punctuated = (value: string | undefined, index: number, between: string) =>
    value && `${value}${index === last ? end : between}`;
  const fields: Field[] = [];
  if (translated || title !== splitTitle(work.title).title) fields.push(uniformTitle(work, edition, hasMain));
  fields.push(
    field(
      '245',
      `${hasMain ? '1' : '0'}${articleLength(title, edition.language)}`,
      ['a', last < 0 ? `${title}${end}` : rest ? `${title} :` : `${title}.`],
      ['b', punctuated(rest, 0, '.')],
      ['n', punctuated(number, 1, ',')],
      ['p', punctuated(name, 2, '')],
      ['c', by && `${by}.`],
    ),
  );
  return fields;
}

function uniformTitle(work: DemoWork, edition: DemoEdition, hasMain: boolean): Field {
  const { title, rest, number, name } = splitTitle(work.title);
  const skipped = articleLength(title, work.language);
  const whole = rest ? `${title} : ${rest}` : title;
  return field(
    hasMain ? '240' : '130',
    hasMain ? `1${skipped}` : `${skipped} `,
    ['a', `${whole}.`],
    ['n', number && `${number}.`],
    ['p', name && `${name}.`],
    ['l', edition.language === work.language ? undefined : languageName(edition.language)],
  );
}

/** "Title : rest" and "Title. 1, Name" taken apart; the number of "Hytti no. 6" belongs to the title. */
function splitTitle(whole: string): { title: string; rest?: string; number?: string; name?: string } {
  const part = /^(.+?)(?<!\b(?:no|nr|nro|op|tel))\. (\d+)(?:, (.+))?$/i.exec(whole);
  if (part) return { title: part[1] ?? whole, number: part[2], name: part[3] };
  const colon = whole.indexOf(' : ');
  return colon < 0 ? { title: whole } : { title: whole.slice(0, colon), rest: whole.slice(colon + 3) };
}

/** Of films and records on a disc of unknown age the year they were made in (264 with second indicator 0) is known. */
function publication(work: DemoWork, edition: DemoEdition, place: string | undefined): Field[] {
  const year = edition.year === undefined ? undefined : `${edition.year}.`;
  const fields: Field[] = [];
  if (edition.largePrint) fields.push(field('250', '  ', ['a', 'Isotekstinen painos.']));
  if (edition.publisher || year) {
    const publisher = edition.publisher && `${edition.publisher}${year ? ',' : '.'}`;
    fields.push(field('264', ' 1', ['a', place && `${place} :`], ['b', publisher], ['c', year]));
  }
  if (!year && work.year && carrierOf(edition.format).kind === 'visual')
    fields.push(field('264', ' 0', ['c', `${work.year}.`]));
  return fields;
}

function description(work: DemoWork, edition: DemoEdition): Field[] {
  const { content, media, carrier, extent } = carrierOf(edition.format);
  const size = edition.extent ?? extent;
  const fields: Field[] = size ? [field('300', '  ', ['a', `${size}.`])] : [];
  fields.push(
    field('336', '  ', ['a', content[0]], ['b', content[1]], ['2', 'rdacontent']),
    field('337', '  ', ['a', media[0]], ['b', media[1]], ['2', 'rdamedia']),
    field('338', '  ', ['a', carrier[0]], ['b', carrier[1]], ['2', 'rdacarrier']),
  );
  for (const { name, number } of edition.series ?? work.series ?? [])
    fields.push(field('490', '0 ', ['a', number ? `${name} ;` : name], ['v', number]));
  if (edition.language !== work.language && work.year && work.year !== edition.year)
    fields.push(field('500', '  ', ['a', `Alkuteos julkaistu ${work.year}.`]));
  if (work.contents) fields.push(field('505', '0 ', ['a', `${work.contents.join(' -- ')}.`]));
  if (work.description) fields.push(field('520', '  ', ['a', work.description]));
  if (work.limit !== undefined) fields.push(field('521', '8 ', ['a', work.limit === 0 ? 'S' : `K${work.limit}`]));
  if (work.platform) fields.push(field('538', '  ', ['a', `${work.platform}.`]));
  return fields;
}

function subjects(work: DemoWork): Field[] {
  const fields: Field[] = [];
  if (work.age)
    fields.push(
      field(
        '385',
        '  ',
        ['a', work.age === 'child' ? 'lapset' : work.age === 'young' ? 'nuoret' : 'aikuiset'],
        ['2', 'yso/fin'],
      ),
    );
  for (const label of work.subjects) {
    const kind = subjectKind(label) ?? 'topic';
    if (kind === 'person') fields.push(field('600', `${label.includes(', ') ? '1' : '0'}4`, ['a', `${label}.`]));
    else if (kind === 'title') fields.push(field('630', '04', ['a', `${label}.`]));
    else fields.push(...twins(kind === 'place' ? '651' : kind === 'time' ? '648' : '650', label, 'yso'));
  }
  for (const label of work.genres ?? []) fields.push(...twins('655', label, 'slm'));
  return fields;
}

/**
 * A term, and its twin in Swedish where there is one: one concept, as YSO's addresses tell in real records. The demo's own
 * addresses lead nowhere (RFC 2606).
 */
function twins(tag: string, label: string, vocabulary: string): Field[] {
  const swedish = swedishTwin(label);
  const address = swedish && `http://concepts.example/${vocabulary}/${encodeURIComponent(label)}`;
  return [
    field(tag, ' 7', ['a', label], ['2', `${vocabulary}/fin`], ['0', address]),
    ...(swedish ? [field(tag, ' 7', ['a', swedish], ['2', `${vocabulary}/swe`], ['0', address])] : []),
  ];
}
