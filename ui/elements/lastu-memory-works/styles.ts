import { css } from 'lit';
import { wordButtons } from './word-buttons.ts';

export const styles = [
  wordButtons,
  css`
    .count {
      font-variant-numeric: tabular-nums;
    }
    .note {
      margin-top: 0.8rem;
      color: var(--ink-soft);
    }
    lastu-memory-tools {
      margin-top: 0.6rem;
    }
    .works {
      margin-top: 0.6rem;
    }
    li {
      padding-block: 1.2rem;
      border-top: 1px solid var(--line);
    }
    article {
      display: grid;
      grid-template-columns: 3.6rem minmax(0, 1fr) auto;
      gap: 0 1.2rem;
      align-items: start;
    }
    .cover svg {
      display: block;
      width: 100%;
      height: auto;
      border-radius: 0.1rem;
      forced-color-adjust: none;
    }
    h2 {
      font-family: var(--serif);
      font-size: var(--title);
      line-height: 1.25;
      font-weight: 500;
      text-wrap: pretty;
      overflow-wrap: anywhere;
      hyphens: auto;
    }
    .empty h2 {
      margin-top: 1.4rem;
      font-family: inherit;
    }
    h2 a {
      text-decoration: none;
    }
    h2 a:hover {
      text-decoration: underline;
    }
    .by {
      overflow-wrap: anywhere;
    }
    .quiet {
      color: var(--ink-soft);
      font-size: var(--small);
    }
    .figures {
      font-variant-numeric: tabular-nums;
    }
    .waiting {
      min-height: 1.4em;
      font-size: var(--small);
    }
    lastu-availability {
      margin-top: 0.2em;
    }
    .remove {
      display: inline-flex;
      gap: 0.3em;
      align-items: center;
      min-height: 2.2rem;
      color: var(--ink-soft);
      font-size: var(--small);
    }
    .remove:hover {
      color: var(--ink);
    }
    .removed {
      color: var(--ink-soft);
    }
    .undo {
      min-height: 2.2rem;
      padding: 0.2em 0.6em;
      font-weight: 600;
    }
    .empty {
      padding-block: 1rem 3rem;
      max-width: var(--measure);
    }
    .empty p {
      margin-top: 0.6rem;
    }
    .empty a {
      color: var(--accent);
    }
    @media (max-width: 40rem) {
      .remove .words {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
      }
      .remove {
        min-width: 2.2rem;
        justify-content: center;
      }
      article {
        gap: 0 0.8rem;
      }
    }
    @media print {
      .remove,
      .cover,
      .removed,
      .note {
        display: none;
      }
      article {
        display: block;
        break-inside: avoid;
      }
      li {
        padding-block: 0.5rem;
      }
    }
  `,
];
