import { rawOf, tarEnd, tarHeader, tarPadding, type Kind, type Written } from '#image';

export interface Member extends Partial<Omit<Written, 'path'>> {
  readonly path: string;
  readonly text?: string;
}

const defaults = { mode: 0o644, uid: 0, gid: 0, modified: 0 };

/** A plain tar of these members; the default is an empty file. */
export function tarOf(...members: readonly Member[]): Buffer {
  const parts = members.flatMap(({ text = '', path, ...rest }) => {
    const body = Buffer.from(text);
    const kind: Kind = rest.kind ?? 'file';
    const mode = kind === 'directory' ? 0o755 : 0o644;
    const entry = { ...defaults, mode, ...rest, path: rawOf(path), kind, sizeBytes: body.length };
    return [tarHeader(entry), body, tarPadding(body.length)];
  });
  return Buffer.concat([...parts, tarEnd()]);
}

/** A header block with its fields as given, so that it may be wrong; the checksum is right unless it is changed. */
export function block(
  fields: Readonly<Record<number, string>>,
  sum: (right: number) => number | string = (right) => right,
): Buffer {
  const header = Buffer.alloc(512);
  const usual = { 0: 'x', 100: '0000644', 124: '00000000000', 156: '0', 257: 'ustar\x0000' };
  for (const [at, value] of Object.entries({ ...usual, ...fields })) {
    header.write(value, Number(at), 'latin1');
  }
  header.fill(' ', 148, 156);
  const value = sum(header.reduce((total, byte) => total + byte, 0));
  const field = typeof value === 'string' ? value : value.toString(8).padStart(6, '0');
  header.write(`${field}\0 `, 148, 'latin1');
  return header;
}

/** The bytes in pieces of one length, as a network gives them. */
export async function* pieces(
  bytes: Uint8Array,
  length = bytes.length,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

export async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(Uint8Array.from(part));
  return Buffer.concat(parts);
}
