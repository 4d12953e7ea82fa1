import { css } from 'lit';

/**
 * What the elements of staff share: fields, buttons, tables, what is told after an act (`said`) or in the way of one (`warning`),
 * and a slip that is all that is printed of a page.
 */
export const staffStyles = css`
  h2 {
    font-size: var(--title);
    font-weight: 600;
    line-height: 1.2;
  }
  h2 + * {
    margin-top: var(--near);
  }
  p {
    max-width: var(--measure);
  }
  h3 {
    margin-top: var(--group);
    font-weight: 600;
  }
  .quiet {
    color: var(--ink-soft);
  }
  .figures {
    font-variant-numeric: tabular-nums;
  }
  label,
  legend {
    font-weight: 600;
  }
  input:not([type='radio'], [type='checkbox']),
  select {
    min-height: var(--target);
    max-width: 100%;
    padding: 0.3em 0.6em;
    border: 1px solid var(--edge);
    border-radius: var(--round);
    background: var(--floating);
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
    padding: 0.3em 1em;
    border: 1px solid var(--edge);
    border-radius: var(--round);
    background: none;
    color: var(--ink);
    cursor: pointer;
    font-weight: 600;
    text-decoration: none;
  }
  button:hover {
    background: var(--paper-deep);
  }
  button.main {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  button.main:hover {
    opacity: 0.86;
  }
  .branch,
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--near) var(--apart);
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    margin-top: var(--near);
    border-collapse: collapse;
    font-size: var(--small);
  }
  th,
  td {
    padding: 0.5em 1em 0.5em 0;
    border-bottom: var(--hairline);
    text-align: start;
    vertical-align: baseline;
  }
  th {
    color: var(--ink-soft);
    font-weight: 400;
  }
  td.number,
  th.number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .field {
    display: grid;
    gap: 0.2em;
    justify-items: start;
  }
  progress {
    appearance: none;
    display: block;
    width: 100%;
    height: 0.7rem;
    margin-block: var(--near);
    border: 1px solid var(--edge);
    border-radius: var(--round);
    background: var(--paper-deep);
    overflow: hidden;
  }
  progress::-webkit-progress-bar {
    background: var(--paper-deep);
  }
  progress::-webkit-progress-value {
    background: var(--accent);
  }
  progress::-moz-progress-bar {
    background: var(--accent);
  }
  .title {
    font-family: var(--serif);
  }
  .warning {
    margin-top: var(--apart);
    padding: 0.5em 0.8em;
    border-inline-start: 0.3rem solid var(--ink);
    background: var(--paper-deep);
    font-weight: 600;
  }
  .said:not(:empty) {
    margin-bottom: var(--group);
    padding: 0.6em 0.9em;
    border-inline-start: 0.3rem solid var(--here);
    background: var(--paper-deep);
    font-weight: 600;
  }
  dialog.confirm {
    max-width: min(32rem, calc(100vw - 2rem));
    padding: var(--group);
    border: 1px solid var(--edge);
    border-radius: var(--round);
    background: var(--paper);
    color: var(--ink);
  }
  dialog.confirm::backdrop {
    background: rgb(0 0 0 / 0.45);
  }
  dialog.confirm p {
    margin-top: var(--near);
  }
  dialog.confirm .line {
    margin-top: var(--group);
  }
  .slip,
  .label {
    display: none;
  }
  @media (max-width: 40rem) {
    table.stacks,
    .stacks tbody,
    .stacks tr,
    .stacks td {
      display: block;
    }
    .stacks thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .stacks tr {
      padding-block: 0.5em;
      border-bottom: var(--hairline);
    }
    .stacks td {
      padding: 0.1em 0;
      border: 0;
      text-align: start;
    }
    .stacks .label {
      display: inline;
      color: var(--ink-soft);
      font-family: var(--sans);
    }
    .stacks .label::after {
      content: ':';
    }
  }
  @media (forced-colors: active) {
    progress {
      appearance: auto;
    }
  }
  @media print {
    button,
    .branch,
    form {
      display: none;
    }
  }
`;
