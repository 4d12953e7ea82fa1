/** Line drawings by name, on a grid of 20: what a script does not name, it does not load. */
export const search = 'M8.7 3.2a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM12.8 12.8L17 17';
export const close = 'M5.5 5.5l9 9M14.5 5.5l-9 9';
export const down = 'M5 8l5 5 5-5';
export const up = 'M5 12l5-5 5 5';
export const grip = 'M7.5 5h.1M12.5 5h.1M7.5 10h.1M12.5 10h.1M7.5 15h.1M12.5 15h.1';
export const left = 'M12 4.5L6.5 10l5.5 5.5';
export const right = 'M8 4.5l5.5 5.5L8 15.5';
export const book =
  'M10 5.5C8 4.2 5.3 3.9 3 4.3v11c2.3-.4 5-.1 7 1.2 2-1.3 4.7-1.6 7-1.2v-11c-2.3-.4-5-.1-7 1.2zm0 0v11';
export const person = 'M10 3.2a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 0 0 0-6.6zM3.8 17c.4-3.3 2.9-5 6.2-5s5.8 1.7 6.2 5';
export const tag = 'M3.5 3.5h6l7 7-6 6-7-7zM6.8 6.8h.1';
export const series = 'M4 4.5v11M7.5 4.5v11M11 5l3.5-.9 2 10.8-3.5.8z';
export const check = 'M4.5 10.5l3.5 3.5 7.5-8';
export const list = 'M3.5 4h3v4h-3zm0 8h3v4h-3zM9.5 5h7M9.5 7h4M9.5 13h7M9.5 15h4';
export const addToList = 'M3.5 5h10M3.5 9.5h10M3.5 14h4.5M14 11.5v6M11 14.5h6';
export const grid = 'M3.5 3h5v7h-5zm8 0h5v7h-5zM3.5 12.5h5m-5 2h3M11.5 12.5h5m-5 2h3';
export const remember = 'M5.5 3h9v14L10 13.2 5.5 17z';
export const filters = 'M3 6h8m4 0h2M3 14h2m4 0h8M13 4v4M7 12v4';
export const share = 'M10 12.5v-9M6.5 6.5L10 3l3.5 3.5M5 9.5H4v7.5h12V9.5h-1';
export const clock = 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4zM10 6v4.2l2.8 1.8';
