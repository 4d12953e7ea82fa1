import { css } from 'lit';

export const styles = css`
  section + section {
    margin-top: var(--part);
  }
  form,
  .sending {
    display: grid;
    justify-items: start;
    gap: var(--near);
    margin-top: var(--apart);
    max-width: 36rem;
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--apart);
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
  }
  .choice {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-height: var(--target);
    font-weight: 400;
  }
  .choice input {
    width: 1.2em;
    height: 1.2em;
    margin: 0;
    accent-color: var(--accent);
  }
  input[type='file'] {
    width: 100%;
    padding: 0.5em 0.6em;
  }
  input::file-selector-button {
    margin-inline-end: 0.8em;
    padding: 0.2em 0.8em;
    border: 1px solid var(--edge);
    border-radius: var(--round);
    background: none;
    color: var(--ink);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  input[type='url'] {
    width: 100%;
  }
  .hint {
    margin-bottom: var(--near);
    color: var(--ink-soft);
    font-size: var(--small);
  }
  .strong {
    font-weight: 600;
  }
  .file a {
    display: inline-flex;
    align-items: center;
    min-height: 1.6rem;
    overflow-wrap: anywhere;
    font-weight: 600;
  }
  .file .quiet {
    display: block;
  }
  @media (max-width: 40rem) {
    .stacks td.number {
      display: inline-block;
      margin-inline-end: 1em;
      text-align: start;
    }
  }
  form > label:not(:first-of-type) {
    margin-top: var(--near);
  }
`;
