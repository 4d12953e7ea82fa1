import { css } from 'lit';

export const styles = css`
  h2 {
    margin-top: var(--part);
  }
  .first {
    margin-top: var(--apart);
  }
  .receive {
    display: grid;
    gap: var(--near);
    margin-top: var(--group);
  }
  .receive label {
    font-size: var(--title);
  }
  .receive input {
    flex: 0 1 24rem;
    min-width: 0;
    font-size: var(--large);
  }
  .told {
    margin-top: var(--apart);
    padding: 1em 1.2em;
    border-inline-start: 0.4rem solid var(--here);
    background: var(--paper-deep);
  }
  .told .words {
    font-size: var(--larger);
    font-weight: 600;
    line-height: 1.2;
  }
  .shelf {
    font-weight: 600;
  }
  td strong {
    display: block;
  }
  td button {
    min-height: 2.2rem;
  }
  .line {
    margin-top: var(--apart);
  }
  .receive .line {
    margin-top: 0;
  }
  .printed {
    display: none;
  }
  @media print {
    .road,
    .acts,
    .line,
    .told {
      display: none;
    }
    .printed {
      display: block;
    }
  }
`;
