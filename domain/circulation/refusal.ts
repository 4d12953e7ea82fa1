/** Why circulation says no. The interface translates each; those that follow from a rule of use name it. */
export const refusals = [
  'item-not-found',
  'patron-not-found',
  'loan-not-found',
  'hold-not-found',
  'fee-not-found',
  'card-blocked',
  'self-service-not-started',
  'not-for-loan',
  'on-loan',
  'lent-to-you',
  'check-in-first',
  'requested-by-another',
  'loan-limit-reached',
  'debt-limit-reached',
  'renewals-used-up',
  'overdue-too-long',
  'due-date-stays',
  'hold-limit-reached',
  'already-held',
  'nothing-to-hold',
  'branch-not-found',
  'branch-not-joined',
  'hold-on-its-way',
  'date-gone-by',
  'not-to-be-sent',
  'nothing-to-pay',
  'payment-under-way',
  'online-payment-closed',
  'waiver-too-large',
] as const;
export type RefusalReason = (typeof refusals)[number];

/** What a refusal is about: the rule's name (`loanLimit@1`), its limit, dates, branches. */
export type RefusalDetails = Readonly<Record<string, string | number | undefined>> & { readonly rule?: string };

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly reason: RefusalReason;
  readonly details: RefusalDetails;
  constructor(reason: RefusalReason, details: RefusalDetails = {}) {
    super(reason);
    this.reason = reason;
    this.details = details;
  }
}

/** `throw refuse('loan-limit-reached', { rule: rules.nameOf('loanLimit'), limit })` */
export const refuse = (reason: RefusalReason, details?: RefusalDetails): Refusal => new Refusal(reason, details);
