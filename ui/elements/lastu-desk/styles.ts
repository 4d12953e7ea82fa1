import { css } from 'lit';

export const styles = css`
  h2 {
    margin-top: var(--group);
  }
  .lead {
    margin-top: var(--apart);
    font-size: var(--title);
  }
  .modes {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--apart);
    margin: var(--group) 0 0;
    padding: 0;
    border: 0;
    border-bottom: var(--hairline);
  }
  .modes label {
    display: flex;
    gap: 0.4em;
    align-items: center;
    min-height: var(--target);
    border-bottom: 0.2rem solid transparent;
    cursor: pointer;
    font-weight: 400;
  }
  .modes .chosen {
    border-color: var(--accent);
    font-weight: 600;
  }
  .modes input {
    accent-color: var(--accent);
  }
  .scan {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--near) var(--apart);
    max-width: 40rem;
    margin-top: var(--group);
  }
  .scan label {
    grid-column: 1 / -1;
    font-size: var(--title);
  }
  .scan input {
    font-size: var(--large);
    font-variant-numeric: tabular-nums;
  }
  .keys {
    margin-top: var(--near);
    font-size: var(--small);
  }
  .current {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--near) var(--apart);
    margin-top: var(--apart);
  }
  .current strong {
    font-size: var(--title);
  }
  .current .warning {
    margin: 0;
  }
  .newest {
    display: grid;
    gap: var(--near);
    justify-items: start;
    margin-top: var(--group);
    padding: 1em 1.2em;
    border-inline-start: 0.4rem solid var(--here);
    background: var(--paper-deep);
  }
  .newest.refused,
  .newest.lost {
    border-color: var(--elsewhere);
  }
  .newest.pending {
    border-color: var(--edge);
  }
  .newest .words {
    font-size: var(--larger);
    font-weight: 600;
    line-height: 1.2;
    overflow-wrap: anywhere;
  }
  .newest .title {
    font-family: var(--serif);
    font-size: var(--title);
    overflow-wrap: anywhere;
  }
  .rows {
    margin-top: var(--near);
  }
  .rows .title {
    font-family: var(--sans); /* the name of a patron as well */
  }
  .rows li {
    display: grid;
    grid-template-columns: minmax(0, 12rem) minmax(0, 1fr) minmax(0, 18rem) 11rem;
    gap: 0.2em 1em;
    align-items: baseline;
    padding-block: 0.5em;
    border-top: var(--hairline);
  }
  .rows .words {
    font-weight: 600;
  }
  .rows .refused .words::before,
  .rows .lost .words::before {
    content: '× ';
  }
  dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.3em 1.2em;
    margin: var(--apart) 0 0;
  }
  dt {
    color: var(--ink-soft);
  }
  dd {
    margin: 0;
  }
  .item li {
    padding-block: 0.2em;
    font-size: var(--small);
  }
  lastu-staff-patron {
    margin-top: var(--group);
  }
  @media (max-width: 40rem) {
    .rows li,
    .scan {
      grid-template-columns: minmax(0, 1fr);
    }
    .scan .main {
      justify-content: center;
    }
  }
  @media print {
    .desk {
      display: none;
    }
    .slip {
      display: block;
      font-size: 14pt;
    }
    .slip-words {
      font-size: 40pt;
      font-weight: 600;
      line-height: 1.1;
    }
  }
`;
