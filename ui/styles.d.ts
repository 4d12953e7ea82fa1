/** Style sheets are imported for the build to find them. */
declare module '*.css';

/** Their text, for shadow roots. */
declare module '*.css?inline' {
  const css: string;
  export default css;
}
