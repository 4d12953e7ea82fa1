/** Why an account says no. One reason for all wrong credentials: nobody learns from it which cards there are. */
export const accountProblems = [
  'credentials-wrong',
  'too-many-attempts',
  'code-wrong',
  'card-number-taken',
  'patron-not-found',
  'display-name-taken',
  'display-name-tells-who',
  'display-name-tells-nothing',
  'display-name-official',
  'not-allowed',
  'loans-open',
  'fees-open',
] as const;
export type AccountProblemName = (typeof accountProblems)[number];

export class AccountProblem extends Error {
  override readonly name = 'AccountProblem';
  readonly reason: AccountProblemName;
  /** Of too many attempts: after so many seconds the next one is looked at. */
  readonly retryAfterSeconds: number | undefined;
  constructor(reason: AccountProblemName, { retryAfterSeconds }: { retryAfterSeconds?: number } = {}) {
    super(reason);
    this.reason = reason;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
