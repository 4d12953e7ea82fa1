import { css } from 'lit';

/** Tips beside one another where there is room, each with the cover of its first work. */
export const styles = css`
  h2 {
    font-size: var(--title);
    font-weight: 600;
    line-height: 1.3;
    margin-bottom: var(--near);
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
    gap: var(--apart) var(--group);
  }
  article {
    display: grid;
    grid-template-columns: 4rem minmax(0, 1fr);
    gap: var(--apart);
    overflow-wrap: anywhere;
  }
  svg {
    display: block;
    width: 4rem;
    height: 6rem;
    border-radius: 0.1rem;
    forced-color-adjust: none;
  }
  h3 {
    font-family: var(--serif);
    font-size: var(--body);
    font-weight: 500;
    line-height: 1.3;
  }
  h3 a {
    text-decoration: none;
  }
  h3 a:hover {
    text-decoration: underline;
  }
  p {
    margin-top: 0.25em;
  }
  .works {
    font-family: var(--serif);
  }
  .works:empty {
    display: none;
  }
  .by {
    color: var(--ink-soft);
    font-size: var(--small);
  }
  .by span {
    color: var(--accent);
  }
`;
