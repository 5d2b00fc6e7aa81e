import { writeFileSync } from 'node:fs';

/** One entry of an archive, as a test wants it, right or wrong. */
export interface TarEntry {
  readonly name: string;
  readonly bytes?: Uint8Array | string;
  readonly type?: string;
  readonly link?: string;
  /** Another size than that of the bytes. */
  readonly sizeBytes?: number;
  readonly badSum?: true;
}

const pad = (bytes: Uint8Array): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);

function entry({ name, bytes = '', type = '0', link = '', sizeBytes, badSum }: TarEntry): Buffer {
  const body = Buffer.from(bytes);
  const block = Buffer.alloc(512);
  block.write(name, 0, 100);
  block.write('0000644\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write((sizeBytes ?? body.length).toString(8).padStart(11, '0'), 124);
  block.write('00000000000', 136);
  block.fill(' ', 148, 156);
  block.write(type, 156);
  block.write(link, 157, 100);
  block.write('ustar\x0000', 257);
  const sum = block.reduce((total, byte) => total + byte, badSum ? 1 : 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([block, pad(body)]);
}

/** The record of a pax header. */
export const pax = (key: string, value: string): string => {
  const rest = ` ${key}=${value}\n`;
  let length = rest.length;
  while (String(length).length + rest.length !== length) {
    length = String(length).length + rest.length;
  }
  return `${length}${rest}`;
};

export const tarOf = (entries: readonly TarEntry[]): Buffer =>
  Buffer.concat([...entries.map(entry), Buffer.alloc(1024)]);

/** Writes an archive. */
export function writeTar(file: string, entries: readonly TarEntry[]): string {
  writeFileSync(file, tarOf(entries));
  return file;
}
