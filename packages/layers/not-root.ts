import { quote } from '#io';

/** Who the processes of an image are. */
export interface RunsAs {
  /** `unknown`: what an engine would make of it cannot be told. */
  readonly root: boolean | 'unknown';
  readonly uid: number | undefined;
  /** One sentence, without a period. */
  readonly why: string;
}

const maxBytes = 1 << 20;
/** Engines refuse what is larger; containerd once took 4294967296 for 0. https://nvd.nist.gov/vuln/detail/CVE-2024-40635 */
const maxUid = 2 ** 31 - 1;

/**
 * Whether the config's `User` is root, as engines read it: `uid`, `name`, and either with `:group`. `passwd` is the
 * image's own `/etc/passwd`; `unread`: nobody could read it; undefined: it has none.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md#properties
 */
export function runsAs(
  user: string | undefined,
  passwd: Uint8Array | 'unread' | undefined,
): RunsAs {
  const [name = ''] = (user ?? '').split(':', 1);
  if (name === '') {
    const said =
      user === undefined || user === '' ? 'names no user' : `has the USER ${quote(user)}`;
    return { root: true, uid: 0, why: `the config ${said}, which is root` };
  }
  // As Go's Atoi reads it, which knows a sign.
  if (/^[+-]?[0-9]+$/.test(name)) return ofNumber(name);
  if (passwd === undefined) return unlisted(name, 'the image has no /etc/passwd to find it in');
  if (passwd === 'unread') return unlisted(name, '/etc/passwd could not be read');
  if (passwd.length > maxBytes) {
    return unlisted(name, `/etc/passwd is longer than ${maxBytes} bytes`);
  }
  const uid = uidOf(name, Buffer.from(passwd).toString('utf8'));
  if (uid === undefined) return unlisted(name, '/etc/passwd has no such user');
  if (!isUid(uid)) return outOfRange(`USER ${quote(name)} is uid ${uid} in /etc/passwd`);
  return {
    root: uid === 0,
    uid,
    why: `USER ${quote(name)} is uid ${uid} in /etc/passwd${uid === 0 ? ', which is root' : ''}`,
  };
}

const isUid = (uid: number): boolean => uid >= 0 && uid <= maxUid;

function ofNumber(name: string): RunsAs {
  // Adding 0 makes -0 plain.
  const uid = Number(name) + 0;
  if (!isUid(uid)) return outOfRange(`USER ${quote(name)}`);
  return {
    root: uid === 0,
    uid,
    why: `USER ${quote(name)} is ${uid === 0 ? 'root' : `uid ${uid}`}`,
  };
}

const outOfRange = (what: string): RunsAs => ({
  root: 'unknown',
  uid: undefined,
  why: `${what} is no uid from 0 to ${maxUid}: some engines take such a number for root`,
});

/** Engines do not start a container of such an image; should one know better, `root` is root. */
const unlisted = (name: string, why: string): RunsAs => ({
  root: name === 'root' ? true : 'unknown',
  uid: name === 'root' ? 0 : undefined,
  why: `USER ${quote(name)} is a name, and ${why}`,
});

/** The first line counts. A number that is none is 0 for engines, so it is root. */
function uidOf(name: string, passwd: string): number | undefined {
  for (const line of passwd.split('\n')) {
    const [user, , uid = ''] = line.trim().split(':', 4);
    if (user !== name) continue;
    return /^[+-]?[0-9]+$/.test(uid) ? Number(uid) + 0 : 0;
  }
  return undefined;
}
