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
    form {
      position: absolute;
      z-index: 2;
      display: grid;
      gap: 0.4rem;
      width: min(22rem, calc(100vw - 3rem));
      padding: 0.8rem 1.2rem;
      border: 1px solid var(--line);
      background: var(--floating);
      box-shadow: var(--shadow);
    }
    label {
      font-weight: 600;
    }
    form input {
      min-width: 0;
      min-height: var(--target);
      padding: 0.3em 0.6em;
      border: 1px solid var(--edge);
      border-radius: var(--round);
      background: var(--paper);
    }
    form p {
      color: var(--ink-soft);
    }
    form .send {
      justify-self: start;
      min-height: var(--target);
      padding: 0.3em 1.2em;
      border-radius: var(--round);
      background: var(--accent);
      color: var(--on-accent);
      font-weight: 600;
      text-decoration: none;
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
