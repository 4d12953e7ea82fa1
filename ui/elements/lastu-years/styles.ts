import { css } from 'lit';

export const styles = css`
  :host {
    border-top: 1px solid var(--line);
    padding-block: 0.8rem 1rem;
  }
  h3 {
    font-weight: 600;
    margin-bottom: 0.5rem;
  }
  ol {
    position: relative;
    display: flex;
    align-items: stretch;
    height: 4.2rem;
    border-bottom: 1px solid var(--edge);
  }
  li {
    flex: 1;
    min-width: 0;
  }
  a {
    display: block;
    height: 100%;
    padding-inline: 1px;
  }
  svg {
    display: block;
    width: 100%;
    height: 100%;
    fill: var(--edge);
  }
  a:hover svg,
  .chosen svg {
    fill: var(--accent);
  }
  a:hover {
    background: var(--paper-deep);
  }
  /* The two sliders lie over each other along the foot of the bars; only their thumbs are touched. */
  .sliders {
    position: relative;
    height: 1.6rem;
    margin: 0.1rem -0.8rem 0;
  }
  [type='range'] {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    appearance: none;
    background: none;
    pointer-events: none;
  }
  [type='range']::-webkit-slider-thumb {
    appearance: none;
    width: 1.6rem;
    height: 1.6rem;
    border: 0.3rem solid var(--paper);
    border-radius: 50%;
    background: var(--accent);
    cursor: ew-resize;
    pointer-events: auto;
  }
  [type='range']::-moz-range-thumb {
    width: 1.6rem;
    height: 1.6rem;
    border: 0.3rem solid var(--paper);
    border-radius: 50%;
    box-sizing: border-box;
    background: var(--accent);
    cursor: ew-resize;
    pointer-events: auto;
  }
  [type='range']:focus-visible {
    outline: 0;
  }
  [type='range']:focus-visible::-webkit-slider-thumb {
    outline: 0.14rem solid var(--focus);
  }
  [type='range']:focus-visible::-moz-range-thumb {
    outline: 0.14rem solid var(--focus);
  }
  .axis,
  .tip {
    font-size: var(--small);
    line-height: 1.3;
    color: var(--ink-soft);
    font-variant-numeric: tabular-nums;
  }
  .axis {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
    min-height: 1.3em;
    margin-bottom: 0.75rem;
  }
  .span {
    color: var(--ink);
  }
  /* The words of one bar at a time stand below them all: of the one looked at, else of the span chosen, else the ends. */
  .tip {
    position: absolute;
    inset: calc(100% + 1.7rem) 0 auto;
    visibility: hidden;
  }
  a:hover .tip,
  a:focus-visible .tip {
    visibility: visible;
  }
  ol:has(a:hover) a:focus-visible:not(:hover) .tip,
  ol:has(a:hover, a:focus-visible) ~ .axis {
    visibility: hidden;
  }
  fieldset {
    display: flex;
    align-items: flex-end;
    gap: 0.8rem;
    margin: 0;
    padding: 0;
    border: 0;
  }
  label {
    font-size: var(--small);
    color: var(--ink-soft);
  }
  label input {
    display: block;
    width: 4.4em;
    padding: 0.3em 0.1em;
    border: 0;
    border-bottom: 1px solid var(--edge);
    border-radius: 0;
    background: none;
    color: var(--ink);
    font-variant-numeric: tabular-nums;
  }
  button {
    min-height: 2.1rem;
    padding: 0.1em 0.9em;
    border: 1px solid var(--edge);
    border-radius: 0.15rem;
    background: none;
    cursor: pointer;
    font-size: var(--small);
  }
  button:hover {
    border-color: var(--ink);
    background: var(--paper-deep);
  }
  @media (forced-colors: active) {
    svg {
      fill: LinkText;
    }
    .chosen svg {
      fill: Highlight;
    }
    [type='range']::-webkit-slider-thumb {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;
