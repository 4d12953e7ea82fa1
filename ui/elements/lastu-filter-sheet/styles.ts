import { css } from 'lit';

export const styles = css`
  h2 {
    font-size: var(--title);
    font-weight: 600;
    line-height: 1.2;
  }
  summary,
  .open {
    display: flex;
    align-items: center;
    justify-content: space-between;
    width: 100%;
    min-height: 3rem;
    padding: 0;
    border: 0;
    background: none;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  details[open] > summary .icon {
    transform: rotate(180deg);
  }
  details > h2 {
    display: none;
  }
  section > h2 {
    min-height: 2.2rem;
  }
  dialog {
    width: 100%;
    max-width: none;
    height: 100%;
    max-height: none;
    margin: 0;
    padding: 2.5rem 0 0;
    border: 0;
    overflow: hidden;
    background: none;
    color: var(--ink);
  }
  dialog::backdrop {
    background: oklch(0.2 0.02 65 / 0.5);
  }
  .sheet {
    display: flex;
    flex-direction: column;
    height: 100%;
    background: var(--paper);
    box-shadow: var(--shadow);
  }
  header,
  footer {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1rem;
    padding: 0.6rem var(--gap);
    border-bottom: 1px solid var(--line);
  }
  header h2:focus {
    outline: 0;
  }
  header button {
    display: grid;
    place-items: center;
    width: 2.6rem;
    height: 2.6rem;
    margin-right: -0.7rem;
    border: 0;
    background: none;
    cursor: pointer;
  }
  .body {
    position: relative;
    flex: 1;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding-inline: var(--gap);
  }
  footer {
    padding-bottom: max(0.6rem, env(safe-area-inset-bottom));
    border-top: 1px solid var(--line);
    border-bottom: 0;
  }
  .show {
    flex: 1;
    min-height: 2.9rem;
    border: 0;
    border-radius: 0.15rem;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    cursor: pointer;
  }
  @media (max-width: 55.99rem) {
    :host {
      position: sticky;
      top: 0;
      z-index: 10;
      background: var(--paper);
      border-block: 1px solid var(--line);
    }
  }
  @media (min-width: 56rem) {
    /* Beside the results the filters are always open; a browser that cannot say so keeps the disclosure. */
    @supports selector(::details-content) {
      summary {
        display: none;
      }
      details::details-content {
        content-visibility: visible;
        display: block;
        block-size: auto;
      }
      details > h2 {
        display: block;
        min-height: 2.2rem;
      }
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    dialog[open] .sheet {
      animation: rise var(--quick) ease-out;
    }
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(1.5rem);
    }
  }
  @media (forced-colors: active) {
    .show,
    .sheet {
      border: 1px solid ButtonText;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
