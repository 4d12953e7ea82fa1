import { demoRecords } from '../../demo/generate.ts';
import { iso2709File } from './marc-files.ts';

/** Records one by one as the bytes of ISO 2709. */
export function demoFile(works: number): Buffer[] {
  return [...demoRecords({ works })].slice(0, works).map((record) => iso2709File([record]));
}

/** A file with sound records and, spread among them, three that are broken: in the leader, in the directory, and cut off. */
export function brokenFile(works: number): Buffer {
  const all = demoFile(works);
  const part = Math.floor(works / 4);
  const leader = Buffer.from(all[part] ?? '');
  leader.fill('\x01', 5, 7);
  const directory = Buffer.from(all[part * 2] ?? '');
  directory.write('9999', 27, 'latin1');
  directory.writeUInt8(0x20, directory.indexOf(0x1e, directory.indexOf(0x1e) + 1));
  const cut = Buffer.from(all[works - 1] ?? '').subarray(0, 60);
  return Buffer.concat([...all.slice(0, part), leader, ...all.slice(part + 1, part * 2), directory, ...all.slice(part * 2 + 1, -1), cut]); // prettier-ignore
}
