import { createReadStream } from 'node:fs';
import { deriveEdition } from '../../domain/catalogue/edition/derive.ts';
import { readMarc } from '../../domain/catalogue/marc/read.ts';
import type { Edition } from '../../domain/catalogue/schema.ts';
import { fold } from '../../indexer/analysis/fold.ts';
import { buildEdition } from '../support/builders.ts';
import { choices } from './random.ts';
import { hasShared, readSharedLines, sharedFile } from './shared.ts';

/** A work of a real catalogue, with one edition. */
export interface RealWork {
  readonly id: string;
  /** Where it comes from: Finna's titles in one of our languages, with their YSO subjects; or a record with all its fields. */
  readonly of: 'fin' | 'swe' | 'eng' | 'marc';
  readonly edition: Edition;
}

const languages = [
  { of: 'fin', code: 'fi', share: 1 },
  { of: 'swe', code: 'sv', share: 0.1 },
  { of: 'eng', code: 'en', share: 0.1 },
] as const;
const titlesOf = (code: string) => `text/finna_titles_yso_${code}.tsv.xz`;
const labelsOf = (code: string) => `vocab/yso-${code}.tsv.xz`;
const marcFiles = ['marc/fi_helmet.xml.gz', 'marc/lc2016p01_finswe.mrc.gz'] as const;

export const hasRealWorks = (): boolean =>
  hasShared(...marcFiles, ...languages.flatMap(({ code }) => [titlesOf(code), labelsOf(code)]));

/**
 * `count` of Finna's Finnish titles and a tenth of that of its Swedish and its English ones, the same ones each time, and all
 * records of HelMet and of the Library of Congress that are beside the checkout.
 */
export async function realWorks(count: number): Promise<RealWork[]> {
  const works: RealWork[] = [];
  for (const { of, code, share } of languages)
    for (const work of finnaTitles(of, code, Math.ceil(count * share))) works.push(work);
  for (const file of marcFiles)
    for await (const read of readMarc(createReadStream(sharedFile(file)))) {
      const edition = 'marc' in read ? deriveEdition(read.marc) : undefined;
      if (edition?.title) works.push({ id: `marc${works.length}`, of: 'marc', edition });
    }
  return works;
}

/** Some hundred of the titles are abstracts that were put in the wrong place. */
const longestTitle = 250;

function finnaTitles(of: 'fin' | 'swe' | 'eng', code: string, count: number): RealWork[] {
  const labels = new Map(
    readSharedLines(labelsOf(code)).map((line) => {
      const [uri = '', label = ''] = line.split('\t');
      return [/p\d+/.exec(uri)?.[0] ?? '', label] as const;
    }),
  );
  const lines = readSharedLines(titlesOf(code)).filter((line) => line.indexOf('\t') <= longestTitle);
  const drawn = choices(7).shuffled(lines).slice(0, count);
  return drawn.map((line, index) => {
    const [text = '', ids = ''] = line.split('\t');
    const [title = '', ...otherTitles] = (text.split(' / ')[0] ?? '').split(' = ').map((one) => one.trim());
    const subjects = ids.split(' ').flatMap((id) => labels.get(id) ?? []);
    return {
      id: `${of}${index}`,
      of,
      edition: buildEdition({
        title,
        otherTitles,
        contributors: [],
        languages: [of],
        subjects: subjects.map((label) => ({ label, language: of, vocabulary: 'yso', kind: 'topic' })),
      }),
    };
  });
}

/** Works a reader cannot tell apart by title and author have the same. */
export const nameOf = ({ title, contributors }: Edition): string =>
  fold(`${title}|${contributors[0]?.name ?? ''}`.replace(/[\s.:,]+/g, ' '));
