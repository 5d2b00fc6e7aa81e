/** Ends the reading with a reason. */
export type Fail = (why: string) => never;
/** What headers of their own say about the entry after them. */
export interface Said {
  readonly path?: string;
  readonly link?: string;
  readonly size?: number;
}
/** What the first 512 bytes of an entry say. */
export interface Header {
  readonly type: string;
  readonly name: string;
  readonly link: string;
  readonly sizeBytes: number;
  readonly hasBody: boolean;
}

/** Says of a compressed archive how it is compressed. */
export function refuseCompressed(block: Buffer, fail: Fail): void {
  const start = block.subarray(0, 4).toString('hex');
  const known = { '1f8b': 'gzip', '28b52ffd': 'zstd', '425a68': 'bzip2', fd377a58: 'xz' };
  for (const [magic, name] of Object.entries(known)) {
    if (start.startsWith(magic)) fail(`it is compressed by ${name}: unpack that first`);
  }
}

/** Reads a header block. */
export function headerOf(block: Buffer, fail: Fail): Header {
  const text = (from: number, length: number): string => {
    const field = block.subarray(from, from + length);
    const end = field.indexOf(0);
    return field.subarray(0, end < 0 ? length : end).toString();
  };
  const sum = numberOf(block.subarray(148, 156));
  const zeroed = Buffer.from(block).fill(0x20, 148, 156);
  if (sum !== zeroed.reduce((total, byte) => total + byte, 0)) {
    fail('it is no tar archive, or one of its headers is damaged');
  }
  const isUstar = block.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = isUstar ? text(345, 155) : '';
  const type = String.fromCharCode(block[156] ?? 0);
  const hasBody = !/[1-6]/.test(type);
  return {
    type: type === '\0' ? '0' : type,
    name: prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`,
    link: text(157, 100),
    // Links, folders and devices have no bytes, and may say a size all the same.
    hasBody,
    sizeBytes: hasBody
      ? (numberOf(block.subarray(124, 136)) ?? fail('a size in it is no number'))
      : 0,
  };
}

/** Octal digits, or GNU's base 256 when the first bit is set. */
function numberOf(field: Buffer): number | undefined {
  if (((field[0] ?? 0) & 0x80) === 0) {
    const digits = field.toString('latin1').replace(/^[ \0]+|[ \0]+$/g, '');
    return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || '0', 8) : undefined;
  }
  const value = BigInt(`0x${field.toString('hex')}`) & ((1n << BigInt(8 * field.length - 1)) - 1n);
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : undefined;
}

/** Reads the body of a header of the types `x` (pax), `L` and `K` (GNU's long names). */
export function extension(type: string, bytes: Buffer, fail: Fail): Said {
  if (type !== 'x') {
    const text = bytes.toString().replace(/\0.*$/s, '');
    return type === 'L' ? { path: text } : { link: text };
  }
  const records = paxOf(bytes, fail);
  const [path, link, size] = ['path', 'linkpath', 'size'].map((key) => records.get(key));
  if (size !== undefined && !/^\d{1,15}$/.test(size)) fail('a size in it is no number');
  return {
    ...(path === undefined ? {} : { path }),
    ...(link === undefined ? {} : { link }),
    ...(size === undefined ? {} : { size: Number(size) }),
  };
}

/** Records of `LENGTH KEY=VALUE\n`, the length counting itself. */
function paxOf(bytes: Buffer, fail: Fail): ReadonlyMap<string, string> {
  const records = new Map<string, string>();
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(0x20, at);
    const digits = bytes.toString('latin1', at, Math.max(at, space));
    const end = at + Number(digits);
    const record = bytes.toString('utf8', space + 1, end - 1);
    const equals = record.indexOf('=');
    if (!/^\d{1,6}$/.test(digits) || end <= space || end > bytes.length || equals < 1) {
      return fail('a pax header in it is damaged');
    }
    records.set(record.slice(0, equals), record.slice(equals + 1));
    at = end;
  }
  return records;
}
