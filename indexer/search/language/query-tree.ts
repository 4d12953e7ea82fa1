import { fieldNames, type SearchField } from './field-names.ts';

/** What a reader typed, understood. Trees of `parseQuery` are flat: no `all` right inside an `all`, no lists of one. */
export type QueryTree =
  | { readonly kind: 'nothing' }
  /** Words as typed, single spaces between: all are wanted, in any order. */
  | { readonly kind: 'words'; readonly text: string }
  /** A word of which only the beginning is given: `kirj*`. */
  | { readonly kind: 'beginning'; readonly text: string }
  /** Words in this order: `"seitsemän veljestä"`. */
  | { readonly kind: 'phrase'; readonly text: string }
  /** To be found in one field; inside, other fields may be named for a part. */
  | { readonly kind: 'field'; readonly field: SearchField; readonly of: QueryTree }
  | { readonly kind: 'not'; readonly of: QueryTree }
  | { readonly kind: 'all'; readonly of: readonly QueryTree[] }
  | { readonly kind: 'any'; readonly of: readonly QueryTree[] };

/** The tree as a reader would type it: parsed again, it gives the same tree. */
export function printQuery(tree: QueryTree): string {
  // In a query written in capitals AND would be a word: there what stands side by side is wanted together.
  return print(tree, isInCapitals(textsOf(tree)) ? printSideBySide : printWithAnd);
}

/** Whether words are written in capitals throughout, so that AND and EI are but two of them. */
export function isInCapitals(texts: readonly string[]): boolean {
  return texts.some((text) => /\p{Lu}/u.test(text)) && !texts.some((text) => /\p{Ll}/u.test(text));
}

type PrintAll = (all: readonly QueryTree[]) => string;

function print(tree: QueryTree, printAll: PrintAll): string {
  switch (tree.kind) {
    case 'nothing':
      return '';
    case 'words':
      return tree.text;
    case 'beginning':
      return `${tree.text}*`;
    case 'phrase':
      return `"${tree.text}"`;
    case 'field':
      return `${fieldNames[tree.field].en[0]}:${printClosely(tree.of, printAll)}`;
    case 'not':
      return `-${printClosely(tree.of, printAll)}`;
    case 'all':
      return printAll(tree.of);
    case 'any':
      return tree.of.map((one) => print(one, printAll)).join(' OR ');
  }
}

/** As it stands after a minus or a colon: in parentheses unless it is of one piece. */
function printClosely(tree: QueryTree, printAll: PrintAll): string {
  const isOnePiece = tree.kind === 'words' ? !tree.text.includes(' ') : onePiece.has(tree.kind);
  return isOnePiece ? print(tree, printAll) : `(${print(tree, printAll)})`;
}

const onePiece: ReadonlySet<QueryTree['kind']> = new Set(['field', 'phrase', 'beginning']);

const printWithAnd: PrintAll = (all) =>
  all.map((one) => (one.kind === 'any' ? `(${print(one, printWithAnd)})` : print(one, printWithAnd))).join(' AND ');

/** Only the first words stand bare: others beside them would be read as one text with them. */
const printSideBySide: PrintAll = (all) => {
  const bare = all.find(({ kind }) => kind === 'words');
  const grouped = (one: QueryTree) => one.kind === 'any' || (one.kind === 'words' && one !== bare);
  return all.map((one) => (grouped(one) ? `(${print(one, printSideBySide)})` : print(one, printSideBySide))).join(' ');
};

/** Texts as they are printed, with the small letters of field names. */
function textsOf(tree: QueryTree): string[] {
  switch (tree.kind) {
    case 'nothing':
      return [];
    case 'field':
      return [fieldNames[tree.field].en[0], ...textsOf(tree.of)];
    case 'not':
      return textsOf(tree.of);
    case 'all':
    case 'any':
      return tree.of.flatMap(textsOf);
    default:
      return [tree.text];
  }
}
