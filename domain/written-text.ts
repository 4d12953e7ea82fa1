import { z } from 'zod';

/** Text as people write it: without marks that steer a terminal or turn the direction of what follows. */
export const withoutMarks = (text: string) =>
  // eslint-disable-next-line no-control-regex -- these are what is taken out
  text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '').trim(); // prettier-ignore

/** A line of what somebody writes, so many UTF-16 units at most. */
export const line = (longest: number) =>
  z
    .string()
    .overwrite((text) => withoutMarks(text).replace(/\s+/g, ' '))
    .max(longest);

/** What somebody writes, with its line breaks. */
export const lines = (longest: number) => z.string().overwrite(withoutMarks).max(longest);
