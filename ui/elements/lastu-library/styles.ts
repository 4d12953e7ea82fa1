import { css } from 'lit';

export const styles = css`
  :host {
    padding-bottom: 0.6rem;
  }
  h3 {
    font-weight: 600;
    min-height: 2rem;
  }
  .toggle {
    display: flex;
    align-items: center;
    gap: 0.7em;
    min-height: 2.5rem;
    padding-block: 0.2rem;
    line-height: 1.3;
    text-decoration: none;
  }
  .toggle:hover {
    text-decoration: underline;
    text-decoration-thickness: 0.06em;
  }
  .switch {
    position: relative;
    flex: none;
    width: 2.1em;
    height: 1.2em;
    border: 1px solid var(--edge);
    border-radius: 1em;
  }
  .switch::after {
    content: '';
    position: absolute;
    inset: 0.16em auto 0.16em 0.18em;
    width: 0.8em;
    border-radius: 50%;
    background: var(--edge);
    transition: transform var(--quick);
  }
  .chosen .switch {
    border-color: var(--accent);
    background: var(--accent);
  }
  .chosen .switch::after {
    background: var(--on-accent);
    transform: translateX(0.88em);
  }
  summary {
    display: flex;
    align-items: center;
    gap: 0.4em;
    min-height: 1.9rem;
    font-size: var(--small);
    color: var(--accent);
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  details[open] .icon {
    transform: rotate(180deg);
  }
  form {
    display: grid;
    gap: 0.6rem;
    justify-items: start;
    padding-block: 0.4rem 0.6rem;
  }
  form label:first-child,
  select {
    width: 100%;
  }
  select {
    min-height: 2.3rem;
    padding: 0.2em 0.1em;
    border: 0;
    border-bottom: 1px solid var(--edge);
    border-radius: 0;
    background: var(--paper);
  }
  .remember {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-height: 1.9rem;
    font-size: var(--small);
  }
  [type='checkbox'] {
    width: 1.2em;
    height: 1.2em;
    margin: 0;
    accent-color: var(--accent);
  }
  form button {
    min-height: 2.1rem;
    padding: 0.1em 0.9em;
    border: 1px solid var(--edge);
    border-radius: 0.15rem;
    background: none;
    cursor: pointer;
    font-size: var(--small);
  }
  form button:hover {
    border-color: var(--ink);
    background: var(--paper-deep);
  }
  @media (forced-colors: active) {
    .switch::after {
      background: LinkText;
    }
    .chosen .switch {
      forced-color-adjust: none;
      background: Highlight;
    }
    .chosen .switch::after {
      background: HighlightText;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .switch::after {
      transition: none;
    }
  }
`;
