import { SaxesParser } from 'saxes';

/**
 * Where in a stretch of a file its fault stands, as an offset in bytes: what a reader who looks at the bytes should look at
 * first. Pure; 0 where the whole stretch is at fault.
 */
export function faultOf(reason: string, bytes: Buffer): number {
  switch (reason) {
    case 'bad-xml':
      return firstOfXml(bytes);
    case 'bad-leader':
      return Math.max(0, leaderFault(bytes));
    case 'bad-directory':
    case 'directory-rebuilt':
      return directoryFault(bytes);
    case 'encoding-damaged':
      return encodingFault(bytes);
    case 'truncated':
    case 'too-short':
    case 'unclosed-record':
    case 'broken-compression':
    case 'unreadable-file':
      return Math.max(0, bytes.length - 1);
    default:
      return 0;
  }
}

function firstOfXml(bytes: Buffer): number {
  const text = bytes.toString('utf8');
  let at: number | undefined;
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on('error', () => {
    at ??= parser.position;
  });
  parser.write(text).close();
  return at === undefined ? 0 : Math.min(Math.max(0, Buffer.byteLength(text.slice(0, at)) - 1), bytes.length - 1);
}

/** The first place of the leader that does not hold what it must: a length of five digits, then what is printable. */
function leaderFault(bytes: Buffer): number {
  const leader = bytes.toString('latin1', 0, 24);
  return [...leader].findIndex((character, at) => (at < 5 ? !/[\d ]/.test(character) : !/[\x20-\x7e]/.test(character)));
}

/** The first entry of the directory that leads to no field, or the place where the directory should end. */
function directoryFault(bytes: Buffer): number {
  const end = bytes.indexOf(0x1e, 24);
  if (end < 0) return 24;
  for (let at = 24; at < end; at += 12) {
    const [, length, start] = /^[0-9A-Za-z]{3}(\d{4})(\d{5})$/.exec(bytes.toString('latin1', at, at + 12)) ?? [];
    const stop = end + Number(start) + Number(length);
    if (length === undefined || at + 12 > end || bytes[stop] !== 0x1e) return at;
  }
  return end;
}

/** The first byte that is no UTF-8. */
function encodingFault(bytes: Buffer): number {
  let at = 0;
  for (const character of bytes.toString('utf8')) {
    if (character === '\ufffd' && !bytes.subarray(at, at + 3).equals(replacement)) return at;
    at += Buffer.byteLength(character);
  }
  return 0;
}

const replacement = Buffer.from('\ufffd');
