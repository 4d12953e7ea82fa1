import { css } from 'lit';

export const styles = css`
  section + section,
  .now + section {
    margin-top: var(--part);
  }
  .index {
    overflow-wrap: anywhere;
  }
  h4 {
    margin: var(--apart) 0 0;
    font-size: inherit;
    font-weight: 600;
  }
  .line,
  .field,
  fieldset {
    margin-top: var(--apart);
  }
  .what {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2em 0.8em;
    align-items: baseline;
    font-weight: 600;
  }
  .status {
    padding: 0.1em 0.6em;
    border: 1px solid var(--edge);
    border-radius: var(--round);
    font-size: var(--small);
    font-weight: 400;
  }
  .status.ready {
    border-color: var(--accent);
    color: var(--accent);
    font-weight: 600;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--near) var(--gap);
    margin: var(--near) 0 0;
  }
  dt {
    color: var(--ink-soft);
    font-size: var(--small);
  }
  dd {
    margin: 0;
  }
  fieldset {
    border: 0;
    margin-inline: 0;
    padding: 0;
  }
  legend {
    padding: 0;
  }
  input[type='radio'] {
    margin: 0;
    accent-color: var(--accent);
  }
  .choice {
    display: flex;
    gap: 0.6em;
    align-items: center;
    min-height: var(--target);
    font-weight: 400;
  }
  .field input {
    width: min(100%, 26rem);
  }
  .trial,
  .comparison {
    margin-top: var(--apart);
  }
  .counts {
    width: auto;
  }
  .counts th[scope='row'] {
    color: var(--ink);
  }
  summary {
    min-height: var(--target);
    padding-block: 0.5em;
    cursor: pointer;
    font-weight: 600;
  }
  .examples li,
  .failures li {
    padding-block: 0.5em;
    border-bottom: var(--hairline);
    overflow-wrap: anywhere;
  }
  .examples .field {
    display: block;
    margin-top: 0.2em;
    font-size: var(--small);
  }
  del {
    text-decoration-thickness: 0.06em;
  }
  ins {
    font-weight: 600;
    text-decoration: none;
  }
`;
