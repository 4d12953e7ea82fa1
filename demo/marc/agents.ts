import type { Agent, DemoEdition, DemoWork, Role } from '../parse.ts';
import { field, type Field } from './field.ts';

/** Relator term and code of a role. */
const relators: Record<Role, readonly [term: string, code: string]> = {
  author: ['kirjoittaja', 'aut'],
  translator: ['kääntäjä', 'trl'],
  illustrator: ['kuvittaja', 'ill'],
  editor: ['toimittaja', 'edt'],
  narrator: ['lukija', 'nrt'],
  director: ['ohjaaja', 'drt'],
  actor: ['näyttelijä', 'act'],
  screenwriter: ['käsikirjoittaja', 'aus'],
  composer: ['säveltäjä', 'cmp'],
  lyricist: ['sanoittaja', 'lyr'],
  performer: ['esittäjä', 'prf'],
  publisher: ['julkaisija', 'pbl'],
  contributor: ['muu tekijä', 'ctb'],
};

const entitled: ReadonlySet<Role> = new Set(['author', 'composer', 'performer']);

/** Who stands in 1xx: the first one if he or she wrote, composed or performed the work. */
export function mainAgent(work: DemoWork): Agent | undefined {
  const [first] = work.authors;
  return first && entitled.has(first.role) ? first : undefined;
}

/** 1xx or 7xx. */
export function agentField(agent: Agent, main: boolean): Field {
  const [term, code] = relators[agent.role];
  const tag = `${main ? '1' : '7'}${agent.group ? '10' : '00'}`;
  const first = agent.group ? '2' : agent.name.includes(', ') ? '1' : '0';
  return field(tag, `${first} `, ['a', `${agent.name},`], ['e', `${term}.`], ['4', code]);
}

/** 245 $c: "Mika Waltari ; suomentanut …". */
export function responsibility(work: DemoWork, edition: DemoEdition): string | undefined {
  const words = phrases[edition.language] ?? {};
  const parts: string[] = [];
  for (const role of mentioned) {
    const names = [...work.authors, ...(edition.agents ?? [])]
      .filter((agent) => agent.role === role)
      .map(inDirectOrder);
    const phrase = words[role];
    if (names.length > 0) parts.push(phrase ? `${phrase} ${names.join(', ')}` : names.join(', '));
  }
  return parts.length > 0 ? parts.join(' ; ') : undefined;
}

const mentioned = [
  'author',
  'composer',
  'performer',
  'director',
  'editor',
  'illustrator',
  'translator',
  'narrator',
] as const;

const phrases: Readonly<Record<string, Partial<Record<Role, string>>>> = {
  fin: { director: 'ohjaus:', editor: 'toimittanut', illustrator: 'kuvittanut', translator: 'suomentanut', narrator: 'lukija:' },
  swe: { director: 'regi:', editor: 'redaktör:', illustrator: 'illustrationer:', translator: 'översättning:', narrator: 'uppläsare:' },
  eng: { director: 'directed by', editor: 'edited by', illustrator: 'illustrated by', translator: 'translated by', narrator: 'read by' },
}; // prettier-ignore

function inDirectOrder({ name }: Agent): string {
  const comma = name.indexOf(', ');
  return comma < 0 ? name : `${name.slice(comma + 2)} ${name.slice(0, comma)}`;
}
