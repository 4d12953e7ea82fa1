import { brokenReasons } from '../domain/catalogue/marc/problems.ts';
import type { ImportProblemName } from '../domain/imports/problems.ts';

const wrong = (reason: keyof typeof brokenReasons) => ({ status: 422, title: `Refused: ${brokenReasons[reason]}` });

/** What imports refuse, as problems of the same names. */
export const importProblems = {
  'empty-file': wrong('empty-file'),
  'not-marc': wrong('not-marc'),
  'not-marc-json': wrong('not-marc-json'),
  'not-marc-text': wrong('not-marc-text'),
  'not-marc-xml': wrong('not-marc-xml'),
  'unknown-compression': wrong('unknown-compression'),
  'file-too-large': { status: 413, title: 'The file is larger than is taken here' },
  'address-not-allowed': { status: 422, title: 'Nothing is fetched from this address' },
  'import-not-found': { status: 404, title: 'There is no such import' },
  'import-under-way': { status: 409, title: 'The import is under way: it has to be stopped first' },
  'import-has-ended': { status: 409, title: 'The import is past that' },
} as const satisfies Record<ImportProblemName, { status: number; title: string }>;
