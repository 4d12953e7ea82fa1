import { css } from 'lit';

export const styles = css`
  .find {
    display: grid;
    gap: var(--near);
  }
  .find label {
    font-size: var(--title);
  }
  .find input {
    flex: 0 1 24rem;
    min-width: 0;
    font-size: var(--title);
  }
  .told {
    min-height: 1.5em;
    margin-top: var(--apart);
    font-weight: 600;
  }
  .found li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2em 1em;
    padding-block: 0.4em;
    border-top: var(--hairline);
  }
  lastu-staff-patron {
    margin-top: var(--group);
  }
`;
