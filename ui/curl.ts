/**
 * The curl of wood the plane leaves behind, the house's only ornament: it lifts from the right end of a thin line and
 * rolls up. Drawn from the end of the line at 0,0; it fills 0 to 29 across and -31 to 0 up, see `curlBox`.
 */
export const curl =
  'M0 0C10.1 0 20.8-3.2 25.8-12c2.4-4.2 3-9.4.6-13.6-1.6-2.8-4.5-4.7-7.7-4.7-2.4 0-4.8 1.2-6 3.3-.9 1.7-1 3.8 0 5.4.8 1.4 2.3 2.3 3.9 2.3 1.4 0 2.7-.7 3.4-1.9.6-1.1.6-2.4-.1-3.4-.5-.9-1.5-1.5-2.6-1.5-.9 0-1.8.5-2.3 1.4-.4.7-.4 1.7 0 2.4';

/** The `viewBox` whose lower left corner is where the line ends. */
export const curlBox = '0 -31 29 31';
