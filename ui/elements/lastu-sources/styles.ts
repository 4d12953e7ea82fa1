import { css } from 'lit';

export const styles = css`
  li {
    padding-block: var(--apart);
    border-bottom: var(--hairline);
  }
  form {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--near) var(--apart);
  }
  .about {
    flex-basis: 100%;
    max-width: none;
  }
  label {
    font-size: var(--small);
  }
`;
