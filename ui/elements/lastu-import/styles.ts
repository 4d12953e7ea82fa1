import { css } from 'lit';

export const styles = css`
  h2 {
    margin-top: var(--apart);
    overflow-wrap: anywhere;
  }
  section {
    margin-top: var(--part);
  }
  .url {
    overflow-wrap: anywhere;
    font-size: var(--small);
  }
  .state {
    margin-top: var(--apart);
    font-size: var(--title);
  }
  progress {
    max-width: 36rem;
  }
  .line {
    margin-top: var(--apart);
  }
  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--apart) var(--gap);
    margin: var(--apart) 0 0;
  }
  dt {
    color: var(--ink-soft);
    font-size: var(--small);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .counts dd {
    font-size: var(--large);
    font-variant-numeric: tabular-nums;
    line-height: 1.2;
  }
  .reasons li {
    margin-top: var(--near);
  }
  .sample li {
    padding-block: var(--apart);
    border-bottom: var(--hairline);
  }
  .sample .title {
    font-size: var(--title);
    overflow-wrap: anywhere;
  }
  .facts {
    color: var(--ink-soft);
    font-size: var(--small);
  }
  summary {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
    cursor: pointer;
    font-size: var(--small);
    font-weight: 600;
    text-decoration: underline;
    text-decoration-thickness: 0.06em;
    text-underline-offset: 0.2em;
  }
  .fields {
    display: grid;
    gap: var(--near);
    margin: 0 0 var(--near);
  }
  .fields div {
    display: grid;
    grid-template-columns: minmax(6rem, 10rem) 1fr;
    gap: var(--apart);
  }
  .problems li {
    padding-block: var(--apart);
    border-bottom: var(--hairline);
  }
  .problems h3 {
    margin: 0;
  }
  .dump {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19.5rem), 1fr));
    gap: 0 var(--apart);
    max-height: 16rem;
    margin-top: var(--near);
    padding: var(--near) 0.6em;
    overflow: auto;
    border: var(--hairline);
    background: var(--paper-deep);
    font-family: ui-monospace, 'SFMono-Regular', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
    font-size: 0.8rem;
    line-height: 1.6;
  }
  .row {
    white-space: pre;
  }
  @media (max-width: 26rem) {
    .dump {
      padding-inline: 0.3em;
      font-size: 0.7rem;
    }
  }
  .at {
    color: var(--ink-soft);
  }
  mark {
    background: var(--ink);
    color: var(--paper);
  }
`;
