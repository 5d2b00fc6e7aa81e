import { Complaint, type Hand } from './soak-hand.ts';
import { absent, type How, type Writes } from './soak-history.ts';
import { blobOf, pushBlob, repositories, type Blob } from './soak-blobs.ts';
import { bytesOf, sha256, type Ask } from './soak-wire.ts';

const manifestType = 'application/vnd.oci.image.manifest.v1+json';
const json = (value: object): Buffer => Buffer.from(JSON.stringify(value));
const describe = (mediaType: string, { bytes, digest }: Blob) => ({
  mediaType,
  digest,
  size: bytes.length,
});
const layerType = 'application/vnd.oci.image.layer.v1.tar';

export interface Image extends Blob {
  readonly parts: readonly Blob[];
}
/** All images have this layer, which every client pushes. */
const base = blobOf(bytesOf('base', 50_000));

export function imageOf(word: string): Image {
  const config = blobOf(json({ architecture: 'amd64', os: 'linux', config: { Labels: { word } } }));
  const layer = blobOf(bytesOf(`layer ${word}`, 3_000));
  const manifest = {
    schemaVersion: 2,
    mediaType: manifestType,
    config: describe('application/vnd.oci.image.config.v1+json', config),
    layers: [describe(layerType, base), describe(layerType, layer)],
  };
  return { ...blobOf(json(manifest)), parts: [base, config, layer] };
}

const empty = blobOf(json({}));
export const subject = imageOf('subject');

interface Referrer extends Image {
  readonly type: string;
}

/** Few, so that some client nearly always deletes what others push. */
const pool: readonly [Referrer, ...Referrer[]] = [
  referrerOf('application/x.one', 'a'),
  referrerOf('application/x.two', 'b'),
  referrerOf('application/x.two', 'c'),
];

function referrerOf(type: string, word: string): Referrer {
  const manifest = {
    schemaVersion: 2,
    mediaType: manifestType,
    artifactType: type,
    config: describe('application/vnd.oci.empty.v1+json', empty),
    layers: [describe('application/vnd.oci.empty.v1+json', empty)],
    subject: describe(manifestType, subject),
    annotations: { word },
  };
  return { ...blobOf(json(manifest)), parts: [empty], type };
}

export const keys = {
  manifest: (repository: string, digest: string) => `manifest ${repository} ${digest}`,
  tag: (repository: string, tag: string) => `tag ${repository} ${tag}`,
  /** Whether the tag is in the list. */
  name: (repository: string, tag: string) => `name ${repository} ${tag}`,
  listed: (repository: string, digest: string) => `listed ${repository} ${digest}`,
} as const;

export const pathOf = (repository: string, at: string): string =>
  `/v2/${repository}/manifests/${at}`;

export const putting = (
  path: string,
  { bytes }: Blob,
  headers: Readonly<Record<string, string>> = {},
): Ask => ({
  method: 'PUT',
  path,
  headers: { 'content-type': manifestType, ...headers },
  body: bytes,
});

/** What a manifest with these tags writes. */
export const written = (
  repository: string,
  { digest }: Blob,
  tags: readonly string[] = [],
): Writes => ({
  [keys.manifest(repository, digest)]: 'there',
  ...Object.fromEntries(
    tags.flatMap((tag) => [
      [keys.tag(repository, tag), digest],
      [keys.name(repository, tag), 'there'],
    ]),
  ),
});

export const untagged = (repository: string, tag: string): Writes => ({
  [keys.tag(repository, tag)]: absent,
  [keys.name(repository, tag)]: absent,
});

/** Pushes the blobs of an image; false when one of them is not known to be there. */
export async function pushParts(hand: Hand, repository: string, image: Image): Promise<boolean> {
  for (const part of image.parts) {
    if ((await pushBlob(hand, repository, part)) !== 'done') return false;
  }
  return true;
}

/** The digest that a tag stands at, of a manifest that came whole with all its blobs. */
export async function pull(hand: Hand, repository: string, tag: string): Promise<void> {
  await hand.read(async () => {
    const digest = await standingAt(hand, repository, tag);
    return { [keys.tag(repository, tag)]: digest };
  });
}

export async function standingAt(hand: Hand, repository: string, tag: string): Promise<string> {
  const path = pathOf(repository, tag);
  const { status, headers, body } = await hand.ask({ method: 'GET', path }, 200, 404);
  if (status === 404) return absent;
  const digest = sha256(body);
  if (headers['docker-content-digest'] !== digest) throw new Complaint(`${path} is torn`);
  return digest;
}

interface Listed {
  readonly manifests: readonly { readonly digest: string }[];
}

/** Referrers that everybody pushes, deletes and lists. */
export class Referrers {
  readonly #hand: Hand;
  /** Where their blobs are. */
  readonly #pushed = new Set<string>();

  constructor(hand: Hand) {
    this.#hand = hand;
  }

  readonly put = async (): Promise<void> => {
    const { repository, referrer } = this.#any();
    if (!this.#pushed.has(repository)) {
      if (!(await pushParts(this.#hand, repository, referrer))) return;
      this.#pushed.add(repository);
    }
    const { digest } = referrer;
    const writes = {
      ...written(repository, referrer),
      [keys.listed(repository, digest)]: 'there',
    };
    await this.#hand.write(writes, async (): Promise<How> => {
      await this.#hand.ask(putting(pathOf(repository, digest), referrer), 201);
      return 'done';
    });
  };

  readonly remove = async (): Promise<void> => {
    const { repository, referrer } = this.#any();
    const place = keys.manifest(repository, referrer.digest);
    const writes = { [place]: absent, [keys.listed(repository, referrer.digest)]: absent };
    await this.#hand.remove(pathOf(repository, referrer.digest), writes, place);
  };

  readonly list = async (): Promise<void> => {
    const { random } = this.#hand;
    const type = random.below(2) === 0 ? undefined : random.pick(pool).type;
    const filter = type === undefined ? '' : `?artifactType=${encodeURIComponent(type)}`;
    const repository = random.pick(repositories);
    const path = `/v2/${repository}/referrers/${subject.digest}${filter}`;
    await this.#hand.read(async () => {
      const { body } = await this.#hand.ask({ method: 'GET', path }, 200);
      const { manifests } = JSON.parse(body.toString()) as Listed;
      const asked = pool.filter((each) => type === undefined || each.type === type);
      const found = manifests.map(({ digest }) => digest);
      if (new Set(found).size < found.length) throw new Complaint(`${path} lists one twice`);
      if (found.some((each) => !asked.some(({ digest }) => digest === each))) {
        throw new Complaint(`${path} lists what nobody asked for`);
      }
      return Object.fromEntries(
        asked.map(({ digest }) => [
          keys.listed(repository, digest),
          found.includes(digest) ? 'there' : absent,
        ]),
      );
    });
  };

  #any() {
    const { random } = this.#hand;
    return { repository: random.pick(repositories), referrer: random.pick(pool) };
  }
}
