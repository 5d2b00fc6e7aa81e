import { createHash } from 'node:crypto';

import { absent, type How } from './soak-history.ts';
import { Complaint, now, type Hand } from './soak-hand.ts';
import { bytesOf, Lost, sha256 } from './soak-wire.ts';

export const repositories = ['soak/one', 'soak/two', 'soak/deep/er'] as const;

export interface Blob {
  readonly bytes: Uint8Array;
  readonly digest: string;
}
interface Spare extends Blob {
  readonly repository: string;
}

export const blobOf = (bytes: Uint8Array): Blob => ({ bytes, digest: sha256(bytes) });
const key = (repository: string, { digest }: Blob): string => `blob ${repository} ${digest}`;
const uploads = (repository: string): string => `/v2/${repository}/blobs/uploads/`;

async function begin(hand: Hand, repository: string): Promise<string> {
  const told = await hand.ask({ method: 'POST', path: uploads(repository) }, 202);
  return told.headers.location ?? '';
}

type Push = (hand: Hand, repository: string, blob: Blob) => Promise<unknown>;

const end = async (hand: Hand, location: string, { digest }: Blob, rest?: Uint8Array) =>
  hand.ask(
    { method: 'PUT', path: `${location}?digest=${digest}`, ...(rest && { body: rest }) },
    201,
  );

/** Sends it piece by piece; after a break it asks how far that came, maybe of the other server, and goes on. */
async function inPieces(hand: Hand, location: string, { bytes }: Blob): Promise<void> {
  let breaks = 0;
  for (let at = 0; at < bytes.length;) {
    const to = Math.min(bytes.length, at + 1 + hand.random.below(bytes.length));
    const headers = { 'content-range': `${at}-${to - 1}` };
    try {
      const body = bytes.subarray(at, to);
      await hand.ask({ method: 'PATCH', path: location, headers, body }, 202);
      at = to;
    } catch (error) {
      breaks += 1;
      if (!(error instanceof Lost) || breaks === 5) throw error;
      const { headers: known } = await hand.ask({ method: 'GET', path: location }, 204);
      const last = Number(/^0-(\d+)$/.exec(String(known.range))?.[1]);
      // One byte and none look the same there: somebody else's problem.
      if (last === 0) throw error;
      if (last < at - 1) throw new Complaint(`${location} has lost bytes: ${last + 1} of ${at}`);
      at = last + 1;
    }
  }
}

const forms: readonly [Push, ...Push[]] = [
  async (hand, repository, { digest, bytes }) =>
    hand.ask({ method: 'POST', path: `${uploads(repository)}?digest=${digest}`, body: bytes }, 201),
  async (hand, repository, blob) => end(hand, await begin(hand, repository), blob, blob.bytes),
  async (hand, repository, blob) => {
    const location = await begin(hand, repository);
    await hand.ask({ method: 'PATCH', path: location, body: blob.bytes }, 202);
    return end(hand, location, blob);
  },
  async (hand, repository, blob) => {
    const location = await begin(hand, repository);
    await inPieces(hand, location, blob);
    return end(hand, location, blob);
  },
  async (hand, repository, blob) => {
    const location = await begin(hand, repository);
    const middle = Math.ceil(blob.bytes.length / 2);
    await hand.ask({ method: 'PATCH', path: location, body: blob.bytes.subarray(0, middle) }, 202);
    return end(hand, location, blob, blob.bytes.subarray(middle));
  },
];

/** By one of all forms. */
export const pushBlob = async (hand: Hand, repository: string, blob: Blob): Promise<How> =>
  hand.write({ [key(repository, blob)]: 'there' }, async () => {
    await hand.random.pick(forms)(hand, repository, blob);
    return 'done';
  });

export async function readBlob(hand: Hand, repository: string, blob: Blob): Promise<void> {
  await hand.read(async () => {
    const { digest, bytes } = blob;
    const from = hand.random.below(3) === 0 ? hand.random.below(bytes.length + 1) : 0;
    const headers = from === 0 || from === bytes.length ? {} : { range: `bytes=${from}-` };
    const path = `/v2/${repository}/blobs/${digest}`;
    const { status, body } = await hand.ask({ method: 'GET', path, headers }, 200, 206, 404);
    if (status === 404) return { [key(repository, blob)]: absent };
    if (!body.equals(status === 206 ? bytes.subarray(from) : bytes)) {
      throw new Complaint(`${path} has other bytes`);
    }
    return { [key(repository, blob)]: 'there' };
  });
}

/** Blobs that nothing refers to, so that they may go. */
export class Blobs {
  readonly #hand: Hand;
  readonly #spare: Spare[] = [];

  constructor(hand: Hand) {
    this.#hand = hand;
  }

  readonly push = async (): Promise<void> => {
    const { random } = this.#hand;
    const repository = random.pick(repositories);
    const size = random.pick([0, 1, 10, 5_000, 100_000, 100_000, 1_500_000]);
    const bytes = bytesOf(this.#hand.unique(), size);
    const sha512 = `sha512:${createHash('sha512').update(bytes).digest('hex')}`;
    const blob = random.below(5) === 0 ? { bytes, digest: sha512 } : blobOf(bytes);
    if ((await pushBlob(this.#hand, repository, blob)) !== 'undone') {
      this.#spare.push({ ...blob, repository });
    }
  };

  readonly read = async (): Promise<void> => {
    const spare = this.#any();
    if (spare !== undefined) await readBlob(this.#hand, spare.repository, spare);
  };

  readonly remove = async (): Promise<void> => {
    const spare = this.#any();
    if (spare === undefined) return;
    const name = key(spare.repository, spare);
    const path = `/v2/${spare.repository}/blobs/${spare.digest}`;
    await this.#hand.remove(path, { [name]: absent }, name);
  };

  readonly mount = async (): Promise<void> => {
    const spare = this.#any();
    const to = this.#hand.random.pick(repositories);
    if (spare === undefined || spare.repository === to) return;
    const since = now();
    const path = `${uploads(to)}?mount=${spare.digest}&from=${spare.repository}`;
    const how = await this.#hand.write({ [key(to, spare)]: 'there' }, async () => {
      const { status } = await this.#hand.ask({ method: 'POST', path }, 201, 202);
      return status === 201 ? 'done' : 'undone';
    });
    if (how === 'done') this.#spare.push({ ...spare, repository: to });
    if (how === 'undone') this.#hand.saw({ [key(spare.repository, spare)]: absent }, since);
  };

  readonly cancel = async (): Promise<void> => {
    await this.#hand.read(async () => {
      const location = await begin(this.#hand, this.#hand.random.pick(repositories));
      const body = bytesOf(location, 1000);
      await this.#hand.ask({ method: 'PATCH', path: location, body }, 202);
      await this.#hand.ask({ method: 'DELETE', path: location }, 204);
      await this.#hand.ask({ method: 'GET', path: location }, 404);
      return {};
    });
  };

  #any(): Spare | undefined {
    return this.#spare[this.#hand.random.below(Math.max(1, this.#spare.length))];
  }
}
