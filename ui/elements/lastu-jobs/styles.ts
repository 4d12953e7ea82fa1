import { css } from 'lit';

export const styles = css`
  section + section,
  .queues,
  .queues + section {
    margin-top: var(--group);
  }
  .queue {
    padding-block: var(--apart);
    border-top: var(--hairline);
  }
  .queue + .queue {
    margin-top: 0;
  }
  .choices {
    align-items: end;
  }
  .reasons .line,
  .jobs .line,
  .choices + .quiet {
    margin-top: var(--near);
  }
  .board {
    margin-top: var(--apart);
  }
  .mark {
    padding: 0 0.5em;
    border: 1px solid var(--ink);
    border-radius: var(--round);
    font-size: var(--small);
  }
  .act {
    margin-inline-start: auto;
  }
  .counts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(7.5rem, 1fr));
    gap: var(--near) var(--apart);
    max-width: 38rem;
    margin: var(--near) 0 var(--apart);
  }
  .counts dt {
    color: var(--ink-soft);
    font-size: var(--small);
  }
  .counts dd {
    margin: 0;
    font-size: var(--large);
    line-height: 1.2;
  }
  .bad dd {
    font-weight: 700;
    text-decoration: underline;
    text-decoration-thickness: 0.08em;
  }
  .charts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
    gap: var(--apart) var(--group);
  }
  figure {
    margin: 0;
    min-width: 0;
  }
  .caption {
    font-size: var(--small);
  }
  .name {
    font-weight: 600;
  }
  .plot {
    position: relative;
    margin-top: 1.2em;
  }
  .plot svg {
    display: block;
    width: 100%;
    height: 3.5rem;
  }
  .top {
    position: absolute;
    inset: -1.4em 0 auto auto;
    color: var(--ink-soft);
    font-size: var(--small);
  }
  line {
    stroke: var(--line);
    vector-effect: non-scaling-stroke;
  }
  .done {
    fill: var(--accent);
  }
  .lost {
    fill: var(--ink);
  }
  .slowest {
    fill: var(--ink-soft);
  }
  details summary {
    min-height: 2rem;
    color: var(--ink-soft);
    cursor: pointer;
    font-size: var(--small);
  }
  details .scroll {
    max-height: 14rem;
    overflow: auto;
  }
  .reasons li,
  .jobs li {
    padding-block: var(--apart);
    border-top: var(--hairline);
  }
  .counted {
    margin-top: var(--near);
  }
  .counted li {
    padding-block: 0.15em;
    overflow-wrap: anywhere;
  }
  .reasons {
    margin-top: var(--apart);
  }
  .reason {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .jobs {
    margin-top: var(--apart);
  }
  .jobs summary {
    color: var(--ink);
    font-size: var(--body);
  }
  .error {
    display: block;
    overflow-wrap: anywhere;
  }
  .jobs h3 {
    margin: var(--near) 0 0;
    font-size: var(--small);
    font-weight: 600;
  }
  pre {
    max-width: 100%;
    margin: 0 0 var(--near);
    padding: 0.6em;
    background: var(--paper-deep);
    font-size: 0.8rem;
  }
`;
