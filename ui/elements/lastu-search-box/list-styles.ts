import { css } from 'lit';

/** The suggestions lie on the page as a sheet of paper below the line. */
export const listStyles = css`
  .anchor {
    position: relative;
  }
  [role='listbox'] {
    position: absolute;
    z-index: 20;
    inset: 0.2rem 0 auto;
    max-height: min(26rem, 60vh);
    overflow-y: auto;
    overscroll-behavior: contain;
    padding-block: 0.3rem;
    background: var(--floating);
    border: 1px solid var(--line);
    box-shadow: var(--shadow);
    font-size: var(--body);
    text-align: start;
  }
  [role='listbox'][hidden] {
    display: none;
  }
  [role='option'] {
    display: flex;
    align-items: baseline;
    gap: 0.7rem;
    padding: 0.5rem 0.8rem;
    cursor: pointer;
  }
  [role='option'] .icon {
    align-self: flex-start;
    margin-top: 0.18em;
    color: var(--ink-soft);
  }
  [role='option']:hover {
    background: var(--paper-deep);
  }
  [role='option'][aria-selected='true'] {
    background: var(--paper-deep);
    outline: 0.12rem solid var(--focus);
    outline-offset: -0.12rem;
  }
  .words {
    flex: 1;
    min-width: 0;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .name {
    margin-right: 0.6em;
  }
  .words b {
    font-weight: 700;
  }
  .beside,
  .kind {
    font-size: var(--small);
    color: var(--ink-soft);
  }
  .kind {
    flex: none;
  }
  @media (forced-colors: active) {
    [role='option'][aria-selected='true'] {
      outline-color: Highlight;
    }
  }
`;
