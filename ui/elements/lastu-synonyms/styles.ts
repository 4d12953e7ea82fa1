import { css } from 'lit';

export const styles = css`
  section {
    margin-top: var(--part);
  }
  .line,
  .field {
    margin-top: var(--apart);
  }
  form + div > p:first-of-type {
    margin-top: var(--apart);
  }
  .line + .quiet {
    margin-top: var(--near);
  }
  .field input,
  textarea {
    width: min(100%, 34rem);
  }
  textarea {
    padding: 0.4em 0.6em;
    border: 1px solid var(--edge);
    border-radius: var(--round);
    background: var(--floating);
    color: inherit;
    font: inherit;
  }
  .groups {
    margin-top: var(--apart);
    border-top: var(--hairline);
  }
  .groups li {
    display: flex;
    flex-wrap: wrap;
    gap: var(--near) var(--apart);
    align-items: center;
    justify-content: space-between;
    padding-block: 0.4em;
    border-bottom: var(--hairline);
  }
  .said-words {
    flex: 1 1 16rem;
    overflow-wrap: anywhere;
  }
  .language {
    margin-inline-end: 0.4em;
    padding: 0.05em 0.5em;
    border: 1px solid var(--edge);
    border-radius: var(--round);
    color: var(--ink-soft);
    font-size: var(--small);
  }
  .acts {
    display: flex;
    gap: var(--near);
  }
  .group {
    flex: 1 1 100%;
    padding-block: var(--apart);
  }
  .wrong {
    font-weight: 600;
  }
  .saving {
    margin-top: var(--group);
    padding: var(--apart);
    background: var(--paper-deep);
  }
`;
