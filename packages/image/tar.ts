import type { EntryMetadata, Kind } from './entry.ts';
import { blockBytes, padding } from './header.ts';
import { bytesOf, splitPath, type RawPath } from './path.ts';

/** What is written of an entry, its time in whole seconds: no names of users, no access times, nothing of the machine. */
export interface Written extends EntryMetadata {
  readonly xattrs?: ReadonlyMap<string, Uint8Array>;
}

const types: Readonly<Record<Kind, string>> = {
  file: '0',
  hardlink: '1',
  symlink: '2',
  character: '3',
  block: '4',
  directory: '5',
  fifo: '6',
};

/**
 * The header blocks of an entry: ustar, and a pax header before it only for what does not fit. The same entry gives
 * the same bytes. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
 */
export function tarHeader(entry: Written): Uint8Array {
  const path = entry.kind === 'directory' ? `${entry.path}/` : entry.path;
  const records = paxRecords(entry, path);
  const main = headerBlock(entry, splitName(path) ?? { prefix: '', name: path.slice(-100) });
  if (records.length === 0) return main;
  const pax = Buffer.concat(records);
  const name = `PaxHeaders.0/${splitPath(entry.path).name}`.slice(0, 100);
  const header = headerBlock(
    { path: name, kind: 'file', mode: 0o644, uid: 0, gid: 0, sizeBytes: pax.length, modified: 0 },
    { prefix: '', name },
    'x',
  );
  return Buffer.concat([header, pax, new Uint8Array(padding(pax.length)), main]);
}

/** Two zero blocks. */
export const tarEnd = (): Uint8Array => new Uint8Array(2 * blockBytes);

/** What stands after a body. */
export const tarPadding = (sizeBytes: number): Uint8Array => new Uint8Array(padding(sizeBytes));

const most = (digits: number): number => 8 ** digits - 1;

function paxRecords(entry: Written, path: RawPath): readonly Uint8Array[] {
  const records: Uint8Array[] = [];
  const number = (key: string, value: number, digits: number): void => {
    if (value < 0 || value > most(digits)) records.push(record(key, Buffer.from(String(value))));
  };
  number('gid', entry.gid, 7);
  if (entry.link !== undefined && entry.link.length > 100) {
    records.push(record('linkpath', bytesOf(entry.link)));
  }
  number('mtime', entry.modified, 11);
  if (splitName(path) === undefined) records.push(record('path', bytesOf(path)));
  number('size', entry.sizeBytes, 11);
  number('uid', entry.uid, 7);
  for (const [name, value] of [...(entry.xattrs ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))) {
    records.push(record(`SCHILY.xattr.${name}`, value));
  }
  return records;
}

/** The length at the start of a record counts its own digits. */
function record(key: string, value: Uint8Array): Uint8Array {
  const rest = Buffer.concat([Buffer.from(` ${key}=`), value, Buffer.from('\n')]);
  let length = rest.length;
  while (String(length).length + rest.length !== length) {
    length = String(length).length + rest.length;
  }
  return Buffer.concat([Buffer.from(String(length)), rest]);
}

interface SplitName {
  readonly prefix: string;
  readonly name: string;
}

/** A path in ustar's two fields; undefined when it does not fit. */
function splitName(path: RawPath): SplitName | undefined {
  if (path.length <= 100) return { prefix: '', name: path };
  // The slash between the two is not stored, and a name of no bytes is none.
  const slash = path.indexOf('/', path.length - 101);
  if (slash < 1 || slash > 155 || slash === path.length - 1) return undefined;
  return { prefix: path.slice(0, slash), name: path.slice(slash + 1) };
}

function headerBlock(entry: Written, { prefix, name }: SplitName, type = types[entry.kind]) {
  const block = Buffer.alloc(blockBytes);
  const text = (at: number, value: string, length: number): void => {
    block.write(value.slice(0, length), at, 'latin1');
  };
  const octal = (at: number, value: number, digits: number): void => {
    const fits = value >= 0 && value <= most(digits);
    text(at, (fits ? value : 0).toString(8).padStart(digits, '0'), digits);
  };
  text(0, name, 100);
  octal(100, entry.mode, 7);
  octal(108, entry.uid, 7);
  octal(116, entry.gid, 7);
  octal(124, entry.sizeBytes, 11);
  octal(136, entry.modified, 11);
  text(156, type, 1);
  text(157, entry.link ?? '', 100);
  text(257, 'ustar\x0000', 8);
  octal(329, entry.device?.major ?? 0, 7);
  octal(337, entry.device?.minor ?? 0, 7);
  text(345, prefix, 155);
  block.fill(' ', 148, 156);
  const sum = block.reduce((total, byte) => total + byte, 0);
  text(148, `${sum.toString(8).padStart(6, '0')}\0 `, 8);
  return block;
}
