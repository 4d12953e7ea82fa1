import { css } from 'lit';

export const styles = css`
  h2 {
    font-size: var(--title);
    font-weight: 600;
    line-height: 1.3;
    margin-bottom: var(--near);
  }
  .description,
  .note {
    max-width: var(--measure);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .description {
    margin-bottom: var(--near);
  }
  li {
    padding-block: 0.7rem;
    border-top: 1px solid var(--line);
  }
  li a {
    display: inline-block;
    padding-block: 0.15rem;
    text-decoration: none;
    line-height: 1.3;
  }
  li a:hover .title {
    text-decoration: underline;
  }
  .title {
    font-family: var(--serif);
    overflow-wrap: anywhere;
  }
  .by {
    display: block;
    font-size: var(--small);
    color: var(--ink-soft);
    font-variant-numeric: tabular-nums;
  }
  .note {
    margin-top: 0.3rem;
  }
  .more {
    display: inline-flex;
    align-items: center;
    min-height: 2.4rem;
    color: var(--accent);
  }
  button {
    min-height: 2.4rem;
    margin-top: var(--near);
    padding: 0.2em 1em;
    border: 1px solid var(--edge);
    border-radius: var(--round);
    background: none;
    cursor: pointer;
  }
`;
