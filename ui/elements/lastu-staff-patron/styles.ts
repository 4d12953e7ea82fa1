import { css } from 'lit';

export const styles = css`
  .failure:not(:empty) {
    margin-top: var(--apart);
    font-weight: 600;
  }
  p.line,
  form {
    margin-top: var(--apart);
  }
  td strong {
    margin-inline-start: 0.6em;
    font-weight: 600;
  }
  td button {
    min-height: 2.2rem;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  fieldset label {
    font-weight: 400;
    min-height: 2rem;
  }
  .roles button {
    margin-top: var(--apart);
  }
`;
