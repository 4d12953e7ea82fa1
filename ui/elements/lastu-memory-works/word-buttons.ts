import { css } from 'lit';

/** Buttons that look like links among words. */
export const wordButtons = css`
  button,
  summary,
  .tool {
    border: 0;
    background: none;
    color: var(--accent);
    cursor: pointer;
    text-decoration: underline;
    text-decoration-thickness: 0.06em;
    text-underline-offset: 0.2em;
  }
`;
