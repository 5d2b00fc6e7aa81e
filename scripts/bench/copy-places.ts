import { spawn } from 'node:child_process';
import { createCipheriv, createHash } from 'node:crypto';
import { mkdirSync, openSync, closeSync, writeFileSync, writeSync } from 'node:fs';
import { request } from 'node:http';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A registry of its own at a port that the system picks; it ends with this process. */
export async function startRegistry(program: string, folder: string): Promise<string> {
  mkdirSync(join(folder, 'data'), { recursive: true });
  const settings = {
    version: '0.1',
    log: { accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: join(folder, 'data') }, delete: { enabled: true } },
    http: { addr: '127.0.0.1:0' },
  };
  writeFileSync(join(folder, 'config.yml'), JSON.stringify(settings));
  const child = spawn(program, ['serve', join(folder, 'config.yml')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  process.once('exit', () => child.kill());
  for await (const line of createInterface(child.stderr)) {
    const host = /listening on (127\.0\.0\.1:\d+)/.exec(line)?.[1];
    if (host === undefined) continue;
    child.stderr.resume();
    // Neither it nor what it says keeps this process here.
    if (child.stderr instanceof Socket) child.stderr.unref();
    child.unref();
    return host;
  }
  throw new Error('the registry did not start');
}

/** Bytes that do not compress and are the same in every run. */
export function* noise(seed: number, sizeBytes: number): Generator<Buffer, void, undefined> {
  const key = createHash('md5').update(String(seed)).digest();
  const cipher = createCipheriv('aes-128-ctr', key, Buffer.alloc(16));
  const zeros = Buffer.alloc(1 << 20);
  for (let left = sizeBytes; left > 0; left -= zeros.length) {
    yield cipher.update(zeros.subarray(0, Math.min(left, zeros.length)));
  }
}

interface Part {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

/** Stores content in a layout. */
export function putBlob(layout: string, mediaType: string, chunks: Iterable<Uint8Array>): Part {
  const folder = join(layout, 'blobs/sha256');
  mkdirSync(folder, { recursive: true });
  const all = [...chunks];
  const hash = createHash('sha256');
  for (const chunk of all) hash.update(chunk);
  const hex = hash.digest('hex');
  const file = openSync(join(folder, hex), 'w');
  for (const chunk of all) writeSync(file, chunk);
  closeSync(file);
  const size = all.reduce((sum, { length }) => sum + length, 0);
  return { mediaType, digest: `sha256:${hex}`, size };
}

const oci = 'application/vnd.oci';
const json = (value: object): readonly Buffer[] => [Buffer.from(JSON.stringify(value))];

/** An image of plain layers of noise; the first layer has `seed`. */
export function putImage(
  layout: string,
  {
    seed,
    layers,
    layerBytes,
  }: { readonly seed: number; readonly layers: number; readonly layerBytes: number },
): Part {
  const parts = Array.from({ length: layers }, (_, at) =>
    putBlob(layout, `${oci}.image.layer.v1.tar`, noise(seed + at, layerBytes)),
  );
  const config = putBlob(
    layout,
    `${oci}.image.config.v1+json`,
    json({
      architecture: 'amd64',
      os: 'linux',
      config: { Labels: { seed: String(seed) } },
      rootfs: { type: 'layers', diff_ids: parts.map(({ digest }) => digest) },
    }),
  );
  const manifest = { schemaVersion: 2, mediaType: `${oci}.image.manifest.v1+json`, config };
  return putBlob(layout, manifest.mediaType, json({ ...manifest, layers: parts }));
}

/** What refers to an image. */
export function putReferrer(layout: string, subject: Part, seed: number): Part {
  const config = putBlob(layout, `${oci}.empty.v1+json`, [Buffer.from('{}')]);
  const layer = putBlob(layout, 'application/vnd.in-toto+json', noise(seed, 2000));
  return putBlob(
    layout,
    `${oci}.image.manifest.v1+json`,
    json({
      schemaVersion: 2,
      mediaType: `${oci}.image.manifest.v1+json`,
      artifactType: 'application/vnd.in-toto+json',
      config,
      layers: [layer],
      subject,
    }),
  );
}

/** An index of what refers to an image, as it is kept where a registry has no list of its own. */
export function putList(layout: string, referrers: readonly Part[]): Part {
  const manifests = referrers.map((part) => ({
    ...part,
    artifactType: 'application/vnd.in-toto+json',
  }));
  const mediaType = `${oci}.image.index.v1+json`;
  return putBlob(layout, mediaType, json({ schemaVersion: 2, mediaType, manifests }));
}

/** Names what is in a layout. */
export function nameAll(layout: string, names: readonly (readonly [string, Part])[]): void {
  const manifests = names.map(([name, part]) => ({
    ...part,
    annotations: { 'org.opencontainers.image.ref.name': name },
  }));
  const mediaType = `${oci}.image.index.v1+json`;
  writeFileSync(join(layout, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  writeFileSync(
    join(layout, 'index.json'),
    JSON.stringify({ schemaVersion: 2, mediaType, manifests }),
  );
}

const accept = ['manifest', 'index'].map((kind) => `${oci}.image.${kind}.v1+json`).join(', ');

/** The digest that a tag of a registry stands on, and all digests of blobs of that image. */
export async function standing(reference: string): Promise<string> {
  const [place = '', tag = ''] = splitTag(reference);
  const [host = '', ...path] = place.split('/');
  const url = `http://${host}/v2/${path.join('/')}/manifests/${tag}`;
  return new Promise((done, fail) => {
    request(url, { method: 'HEAD', headers: { accept } }, (answer) => {
      answer.resume();
      const digest = answer.headers['docker-content-digest'];
      if (typeof digest === 'string') done(digest);
      else fail(new Error(`${reference} was answered ${answer.statusCode ?? 0}`));
    })
      .on('error', fail)
      .end();
  });
}

const splitTag = (reference: string): readonly string[] => {
  const colon = reference.lastIndexOf(':');
  return [reference.slice(0, colon), reference.slice(colon + 1)];
};
