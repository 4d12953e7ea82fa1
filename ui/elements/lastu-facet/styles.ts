import { css } from 'lit';

export const styles = css`
  details[part='group'] {
    border-top: 1px solid var(--line);
  }
  summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1rem;
    min-height: 2.8rem;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  h3 {
    font-weight: 600;
  }
  summary .icon {
    color: var(--ink-soft);
    transition: transform var(--quick);
  }
  details[open] > summary .icon {
    transform: rotate(180deg);
  }
  details[part='group'] > ul:last-child,
  details[part='group'] > .more {
    margin-bottom: 0.9rem;
  }
  a {
    display: flex;
    gap: 0.6em;
    align-items: baseline;
    min-height: 1.9rem;
    padding: 0.18em 0;
    text-decoration: none;
    line-height: 1.35;
  }
  a:hover .label {
    text-decoration: underline;
    text-decoration-thickness: 0.06em;
    text-underline-offset: 0.2em;
  }
  .label {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  .count {
    color: var(--ink-soft);
    font-size: var(--small);
    font-variant-numeric: tabular-nums;
  }
  .mark {
    flex: none;
    width: 1em;
    height: 1em;
    border: 1px solid var(--edge);
    border-radius: 0.12rem;
    transform: translateY(0.12em);
    display: grid;
    place-items: center;
  }
  .chosen .mark {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
  }
  .mark .icon {
    width: 0.95em;
    height: 0.95em;
    stroke-width: 2.4;
  }
  .chosen .label {
    font-weight: 600;
  }
  .more summary {
    justify-content: flex-start;
    color: var(--accent);
    min-height: 2rem;
    text-decoration: underline;
    text-decoration-thickness: 0.06em;
    text-underline-offset: 0.2em;
  }
  .more[open] > summary {
    color: var(--ink-soft);
  }
  input {
    width: 100%;
    border: 0;
    border-bottom: 1px solid var(--edge);
    border-radius: 0;
    background: none;
    padding: 0.35em 0.1em;
    margin-bottom: 0.5em;
    font-size: var(--small);
  }
  input::placeholder {
    color: var(--ink-soft);
    opacity: 1;
  }
  .none {
    color: var(--ink-soft);
    font-size: var(--small);
    padding: 0.3em 0 0.9em;
  }
  @media (forced-colors: active) {
    .chosen .mark {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    summary .icon {
      transition: none;
    }
  }
`;
