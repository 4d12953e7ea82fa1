import { wrongFileReasons } from './preview.ts';

/** Why an import is refused; a file that no record can be had from is refused by what it is. */
export const importProblemNames = [
  ...wrongFileReasons,
  'file-too-large',
  'address-not-allowed',
  'import-not-found',
  'import-under-way',
  'import-has-ended',
] as const;
export type ImportProblemName = (typeof importProblemNames)[number];
