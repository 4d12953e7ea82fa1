import type { DemoEdition, DemoWork } from '../parse.ts';
import { carrierOf } from './carriers.ts';
import { isFiction } from './ykl.ts';

/**
 * The 40 characters of 008. Bibliographic facts that only stand here: the type of date, literary form, audience.
 * https://www.loc.gov/marc/bibliographic/bd008.html
 */
export function fixedField(work: DemoWork, edition: DemoEdition, country: string): string {
  const { kind } = carrierOf(edition.format);
  const year = edition.year === undefined ? 'uuuu' : String(edition.year);
  const dates = kind === 'serial' ? `c${year}9999` : `${edition.year === undefined ? 'n' : 's'}${year}    `;
  return `250101${dates}${country.padEnd(3)}${special[kind](work, edition)}${edition.language} c`;
}

/** 008/18-34, 17 characters each. */
const special: Record<ReturnType<typeof carrierOf>['kind'], (work: DemoWork, edition: DemoEdition) => string> = {
  text: (work, edition) => `||||${audience(work)}${form(edition)}|||||||0 ${isFiction(work.class ?? '') ? '1' : '0'}|`,
  music: (work, edition) => `||n ${audience(work)}${form(edition)}||||||${isRead(work, edition) ? 'f ' : '  '} n `,
  visual: (work, edition) =>
    `||| ${audience(work)}     |${form(edition)}   ${edition.format === 'boardgame' ? 'g' : 'v'}|`,
  computer: (work) => `    ${audience(work)}q  g |      `,
  serial: (_work, edition) => `|r ${edition.format === 'newspaper' ? 'n' : 'p'}  |||| 0   a0`,
};

const audience = ({ age }: DemoWork): string => (age === 'child' ? 'j' : age === 'young' ? 'd' : 'e');
const isRead = (work: DemoWork, { format }: DemoEdition): boolean =>
  (format === 'audiobook' || format === 'eaudiobook') && isFiction(work.class ?? '');

function form(edition: DemoEdition): string {
  return edition.largePrint ? 'd' : (carrierOf(edition.format).form ?? ' ');
}
