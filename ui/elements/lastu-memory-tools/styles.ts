import { css } from 'lit';
import { wordButtons } from '../lastu-memory-works/word-buttons.ts';

export const styles = [
  wordButtons,
  css`
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1.6rem;
      font-size: var(--small);
    }
    button,
    a,
    summary {
      display: inline-flex;
      align-items: center;
      gap: 0.3em;
      min-height: 2.2rem;
      padding: 0;
      color: var(--accent);
      list-style: none;
      white-space: nowrap;
    }
    summary::-webkit-details-marker {
      display: none;
    }
    details {
      position: relative;
    }
    details ul {
      position: absolute;
      z-index: 2;
      display: grid;
      gap: 0;
      padding: 0.4rem 1.2rem;
      border: 1px solid var(--line);
      background: var(--floating);
      box-shadow: var(--shadow);
    }
    .last button {
      color: var(--ink-soft);
    }
    [role='status'] {
      min-height: 1.5em;
      font-size: var(--small);
      color: var(--ink-soft);
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
];
