import { css } from 'lit';

export const styles = css`
  section + section {
    margin-top: var(--part);
  }
  li {
    padding-block: var(--apart);
    border-bottom: var(--hairline);
  }
  .name {
    font-weight: 600;
  }
  .url,
  .about {
    overflow-wrap: anywhere;
    font-size: var(--small);
  }
  .line {
    margin-top: var(--apart);
  }
  form {
    display: grid;
    justify-items: start;
    gap: var(--near);
    max-width: 36rem;
    margin-top: var(--group);
  }
  #name,
  #url {
    width: 100%;
  }
  form > label:not(:first-of-type) {
    margin-top: var(--near);
  }
`;
