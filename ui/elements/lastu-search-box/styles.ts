import { css } from 'lit';

/** A line that ends in a curl carries the words: the room's one big table. */
export const styles = css`
  .table {
    position: relative;
    display: flex;
    align-items: stretch;
    gap: 0.5rem;
    padding-right: 0;
  }
  input {
    flex: 1;
    min-width: 0;
    border: 0;
    background: none;
    padding: 0.5em 0.1em 0.45em;
    line-height: 1.3;
    border-bottom: 0.1rem solid var(--ink);
    border-radius: 0;
    appearance: none;
    font-size: 1.15em;
  }
  input::placeholder {
    color: var(--ink-soft);
    opacity: 1;
  }
  input:focus-visible {
    outline: 0;
    border-bottom-color: var(--accent);
    box-shadow: 0 0.1rem 0 var(--accent);
  }
  button {
    align-self: flex-end;
    display: flex;
    align-items: center;
    gap: 0.45em;
    border: 0;
    border-radius: var(--round);
    cursor: pointer;
    min-height: 2.6rem;
    padding: 0.45em 1.1em 0.5em;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
    transition: opacity var(--quick);
  }
  button:hover {
    opacity: 0.86;
  }
  button .icon {
    stroke-width: 1.8;
  }
  .shaving {
    display: none;
  }
  .scope {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.2em 0.6em;
    margin-top: 0.7em;
    font-size: var(--small);
    color: var(--ink-soft);
  }
  select {
    border: 0;
    border-bottom: 1px solid var(--edge);
    background: var(--paper);
    color: var(--ink);
    padding: 0.2em 0.1em;
    min-height: 1.9rem;
    border-radius: 0;
  }
  :host([size='large']) input {
    font-size: clamp(1.25rem, 1rem + 1.4vw, 1.9rem);
    padding-block: 0.45em 0.4em;
  }
  :host([size='large']) button {
    min-height: 3.3rem;
    padding-inline: 1.5em;
    font-size: 1.1em;
  }
  :host([size='large']) input {
    border-bottom: 0;
    box-shadow: none;
  }
  :host([size='large']) .table {
    margin-right: var(--curl);
    padding-bottom: 0.5rem;
    border-bottom: 0.1rem solid var(--ink);
  }
  :host([size='large']) .shaving {
    display: block;
    position: absolute;
    left: 100%;
    bottom: -0.1rem;
    height: calc(var(--curl) * 1.07);
    width: var(--curl);
    fill: none;
    stroke: var(--ink);
    overflow: visible;
    pointer-events: none;
    padding-bottom: 0.05rem;
  }
  .shaving path {
    vector-effect: non-scaling-stroke;
    stroke-width: 0.1rem;
  }
  input::-webkit-search-cancel-button {
    appearance: none;
  }
  :host([size='large']) .table:has(input:focus-visible) {
    border-color: var(--accent);
    box-shadow: 0 0.1rem 0 var(--accent);
  }
  :host([size='large']) .table:has(input:focus-visible) .shaving {
    stroke: var(--accent);
  }
  :host([size='large']) {
    --curl: 3rem;
  }
  @media (max-width: 30rem) {
    button span {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    button {
      padding-inline: 0.8em;
    }
    :host([size='large']) input::placeholder {
      font-size: 0.88em;
    }
    :host([size='large']) button {
      padding-inline: 0.9em;
    }
    :host([size='large']) {
      --curl: 2.2rem;
    }
  }
  .table:has(input:focus-visible) .shaving path {
    stroke-width: 0.2rem;
  }
  @media (forced-colors: active) {
    input:focus-visible {
      outline: 0.14rem solid Highlight;
    }
    button {
      border: 1px solid ButtonText;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    button {
      transition: none;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
