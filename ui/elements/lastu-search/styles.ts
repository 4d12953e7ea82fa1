import { css } from 'lit';

/** Beside one another where the widget has room for both columns; under one another where it has not. */
export const styles = css`
  .layout {
    display: grid;
    gap: 0.5rem 2.5rem;
    margin-top: 1rem;
    align-items: start;
  }
  section {
    min-width: 0;
  }
  summary {
    display: flex;
    justify-content: space-between;
    align-items: center;
    min-height: 2.8rem;
    border-block: 1px solid var(--line);
    font-weight: 600;
    cursor: pointer;
    list-style: none;
  }
  .available {
    display: flex;
    gap: 0.6em;
    align-items: center;
    min-height: 2.8rem;
    text-decoration: none;
  }
  .available > span:first-child {
    width: 1em;
    height: 1em;
    border: 1px solid var(--edge);
    border-radius: 0.12rem;
    display: grid;
    place-items: center;
  }
  .available[aria-current] {
    font-weight: 600;
  }
  .head {
    min-height: 2.2rem;
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: 0 1rem;
  }
  h2 {
    font-size: var(--large);
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  h2:focus {
    outline: 0;
  }
  h2 span {
    margin-left: 0.4em;
    font-size: var(--body);
    color: var(--ink-soft);
  }
  .chips {
    margin-top: 0.5rem;
  }
  section > p {
    margin-block: 0.7rem;
  }
  ol > li {
    padding-block: 1.1rem;
  }
  ol > li + li {
    border-top: 1px solid var(--line);
  }
  [aria-busy='true'] ol {
    opacity: 0.5;
  }
  .skeleton div {
    display: flex;
    gap: 1.2rem;
    padding-block: 1.1rem;
  }
  .skeleton i {
    flex: 0 0 4.6rem;
    aspect-ratio: 2 / 3;
    background: var(--paper-deep);
  }
  .skeleton b {
    flex: 1;
    height: 1rem;
    background: var(--paper-deep);
  }
  @media (min-width: 48rem) {
    .layout {
      grid-template-columns: 15rem minmax(0, 1fr);
    }
    @supports selector(::details-content) {
      .filters::details-content {
        content-visibility: visible;
        display: block;
        block-size: auto;
      }
      .filters > summary {
        border-top: 0;
        pointer-events: none;
      }
      .filters > summary .icon {
        display: none;
      }
    }
  }
`;
