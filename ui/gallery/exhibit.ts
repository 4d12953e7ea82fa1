import type { TemplateResult } from 'lit';

/** The states a thing can be in; of an element, those it knows. */
export type State =
  'empty' | 'one' | 'many' | 'long' | 'chosen' | 'loading' | 'partial' | 'failed' | 'offline' | 'refused';

export interface Specimen {
  readonly state: State;
  readonly template: TemplateResult;
}

export interface Exhibit {
  /** Name of the element. */
  readonly element: string;
  /** Stands alone in its line: too broad to be seen beside others. */
  readonly wide?: boolean;
  readonly specimens: readonly Specimen[];
}
