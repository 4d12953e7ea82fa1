import { css } from 'lit';

export const styles = css`
  a {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    position: relative;
    min-height: 2rem;
    font-size: var(--small);
    text-decoration: none;
    font-variant-numeric: tabular-nums;
  }
  a:hover {
    text-decoration: underline;
  }
  .figure {
    min-width: 1.1em;
    font-weight: 600;
    color: var(--accent);
  }
  @media (max-width: 48rem) {
    .name {
      display: none;
    }
    a {
      min-width: 2rem;
    }
  }
  .notice:not([hidden]) {
    position: fixed;
    z-index: 4;
    inset: auto 1rem 1rem;
    width: fit-content;
    max-width: 34rem;
    margin-inline: auto;
    display: flex;
    align-items: center;
    gap: 0.4rem 1.2rem;
    padding: 0.7rem 0.6rem 0.7rem 1.2rem;
    border: 1px solid var(--edge);
    border-radius: 0.2rem;
    background: var(--floating);
    box-shadow: var(--shadow);
  }
  .notice p {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .notice button {
    flex: none;
    min-height: 2.2rem;
    padding: 0.2em 0.8em;
    border: 0;
    background: none;
    color: var(--accent);
    font-weight: 600;
    text-decoration: underline;
    text-decoration-thickness: 0.06em;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .notice .close {
    padding: 0.2em 0.5em;
    color: var(--ink-soft);
  }
  @media (prefers-reduced-motion: no-preference) {
    .notice:not([hidden]) {
      animation: rise 150ms ease-out;
    }
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(0.5rem);
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
