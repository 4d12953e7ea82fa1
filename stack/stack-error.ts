/** Why the local engines do not run, in words for whoever has started them. */
export class StackError extends Error {
  override readonly name: string = 'StackError';
}
