import { createHash, randomFillSync } from 'node:crypto';
import { Agent, request, type IncomingHttpHeaders } from 'node:http';

/** Content with its digest. */
interface Content {
  readonly digest: string;
  readonly bytes: Buffer;
}
/** An image as it is pushed: its blobs, then its manifest under a tag. */
export interface Image {
  readonly tag: string;
  readonly blobs: readonly Content[];
  readonly manifest: Content;
}

const KiB = 1024;
const manifestType = 'application/vnd.oci.image.manifest.v1+json';

const contentOf = (bytes: Buffer): Content => ({
  digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
  bytes,
});

/** Images that share nothing: one big layer, some small ones, a configuration. */
export function images(count: number, layersKiB: readonly number[]): readonly Image[] {
  return Array.from({ length: count }, (_, index) => {
    const layers = layersKiB.map((size) => contentOf(randomFillSync(Buffer.alloc(size * KiB))));
    const config = contentOf(Buffer.from(JSON.stringify({ os: 'linux', index })));
    const described = (content: Content, mediaType: string) => ({
      mediaType,
      digest: content.digest,
      size: content.bytes.length,
    });
    const manifest = {
      schemaVersion: 2,
      mediaType: manifestType,
      config: described(config, 'application/vnd.oci.image.config.v1+json'),
      layers: layers.map((layer) =>
        described(layer, 'application/vnd.oci.image.layer.v1.tar+gzip'),
      ),
    };
    return {
      tag: `t${index}`,
      blobs: [config, ...layers],
      manifest: contentOf(Buffer.from(JSON.stringify(manifest))),
    };
  });
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly sizeBytes: number;
  readonly hash: string | undefined;
}

/** Clients that keep their connections, as the tools do; a wrong answer is an error. */
export class Load {
  readonly #base: URL;
  readonly #agent: Agent;
  readonly #clients: number;

  constructor(base: URL, clients: number) {
    this.#base = base;
    this.#clients = clients;
    this.#agent = new Agent({ keepAlive: true, maxSockets: clients });
  }

  /** Each image to the same repository: HEAD, POST, PATCH and PUT for a blob, then the manifest. */
  async push(repository: string, all: readonly Image[]): Promise<void> {
    await this.#each(all, async ({ tag, blobs, manifest }) => {
      for (const { digest, bytes } of blobs) {
        await this.#send('HEAD', `/v2/${repository}/blobs/${digest}`, [404]);
        const begun = await this.#send('POST', `/v2/${repository}/blobs/uploads/`, [202]);
        const sent = await this.#send('PATCH', placeOf(begun), [202], { bytes });
        const end = new URL(placeOf(sent), this.#base);
        end.searchParams.set('digest', digest);
        await this.#send('PUT', end.pathname + end.search, [201], { bytes: Buffer.alloc(0) });
      }
      await this.#send('PUT', `/v2/${repository}/manifests/${tag}`, [201], {
        bytes: manifest.bytes,
        type: manifestType,
      });
    });
  }

  /** Each image as a client without anything pulls it. With `hashed`, every byte is checked. */
  async pull(repository: string, all: readonly Image[], hashed = false): Promise<void> {
    await this.#each(all, async ({ tag, blobs, manifest }) => {
      await this.#send('HEAD', `/v2/${repository}/manifests/${tag}`, [200]);
      const at = `/v2/${repository}/manifests/${manifest.digest}`;
      const got = [{ ...(await this.#send('GET', at, [200], { hashed })), of: manifest }];
      for (const of of blobs) {
        const path = `/v2/${repository}/blobs/${of.digest}`;
        got.push({ ...(await this.#send('GET', path, [200], { hashed })), of });
      }
      for (const { sizeBytes, hash, of } of got) {
        if (sizeBytes !== of.bytes.length || (hashed && hash !== of.digest)) {
          throw new Error(`${of.digest} came back as something else`);
        }
      }
    });
  }

  close(): void {
    this.#agent.destroy();
  }

  async #each(all: readonly Image[], work: (image: Image) => Promise<void>): Promise<void> {
    const left = all.values();
    const client = async () => {
      for (const image of left) await work(image);
    };
    await Promise.all(Array.from({ length: this.#clients }, client));
  }

  async #send(
    method: string,
    path: string,
    good: readonly number[],
    how: { readonly bytes?: Buffer; readonly type?: string; readonly hashed?: boolean } = {},
  ): Promise<Answer> {
    const { bytes, type = 'application/octet-stream', hashed = false } = how;
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const headers = {
      accept: manifestType,
      ...(bytes && { 'content-type': type, 'content-length': bytes.length }),
    };
    const { hostname, port } = this.#base;
    const asked = request(
      { agent: this.#agent, hostname, port, path, method, headers },
      (reply) => {
        const hash = hashed ? createHash('sha256') : undefined;
        let sizeBytes = 0;
        reply.on('data', (chunk: Buffer) => {
          sizeBytes += chunk.length;
          hash?.update(chunk);
        });
        reply.once('error', reject);
        reply.once('end', () => {
          const status = reply.statusCode ?? 0;
          const digest = hash && `sha256:${hash.digest('hex')}`;
          if (good.includes(status)) {
            resolve({ status, headers: reply.headers, sizeBytes, hash: digest });
          } else reject(new Error(`${method} ${path} was answered ${status}`));
        });
      },
    );
    asked.once('error', reject).end(bytes);
    return promise;
  }
}

const placeOf = ({ headers }: Answer): string => headers.location ?? '';
