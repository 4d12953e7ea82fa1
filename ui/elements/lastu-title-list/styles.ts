import { css } from 'lit';

/** One line of covers of one height, whatever their titles: nothing below moves when they come. */
export const styles = css`
  h2 {
    font-size: var(--title);
    font-weight: 600;
    line-height: 1.3;
    margin-bottom: var(--near);
  }
  ul {
    display: flex;
    gap: 1.1rem;
    overflow-x: auto;
    overscroll-behavior-x: contain;
    scrollbar-width: thin;
    padding: 0.25rem;
    margin-inline: -0.25rem;
  }
  li {
    flex: 0 0 7.4rem;
  }
  a {
    display: block;
    text-decoration: none;
    line-height: 1.3;
  }
  a:hover .title {
    text-decoration: underline;
  }
  svg,
  i {
    display: block;
    width: 7.4rem;
    height: 11.1rem;
    border-radius: 0.1rem;
    forced-color-adjust: none;
  }
  i {
    background: var(--paper-deep);
  }
  .blank {
    overflow: hidden;
  }
  .title,
  .author {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
    margin-top: 0.4em;
  }
  .title {
    font-family: var(--serif);
  }
  .author {
    -webkit-line-clamp: 1;
    margin-top: 0.15em;
    font-size: var(--small);
    color: var(--ink-soft);
  }
  button {
    min-height: 2.4rem;
    margin-top: var(--near);
    padding: 0.2em 1em;
    border: 1px solid var(--edge);
    border-radius: var(--round);
    background: none;
    cursor: pointer;
  }
`;
