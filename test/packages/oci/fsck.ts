import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Part {
  readonly digest: string;
  readonly size: number;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** What is wrong with an OCI layout, found without any code of the product. */
export function fsck(folder: string): readonly string[] {
  const problems: string[] = [];
  const json = (file: string) =>
    JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as object;
  const fileOf = (digest: string) => path.join('blobs', ...digest.split(':'));
  const seen = new Set<string>();

  const walk = (part: Part): void => {
    if (seen.has(part.digest)) return;
    seen.add(part.digest);
    const bytes = whole(path.join(folder, fileOf(part.digest)), part.digest);
    if (bytes === undefined) problems.push(`${part.digest} is missing or torn`);
    else if (bytes.length !== part.size) problems.push(`${part.digest} has another size`);
    else if (isManifest(bytes)) partsOf(json(fileOf(part.digest))).forEach(walk);
  };

  if (!('imageLayoutVersion' in json('oci-layout'))) problems.push('oci-layout names no version');
  const { manifests } = json('index.json') as { manifests: readonly Part[] };
  manifests.forEach(walk);
  const names = manifests.flatMap(
    ({ annotations }) => annotations?.['org.opencontainers.image.ref.name'] ?? [],
  );
  if (new Set(names).size < names.length) problems.push('a name stands twice');
  for (const algorithm of readdirSync(path.join(folder, 'blobs'))) {
    for (const hex of readdirSync(path.join(folder, 'blobs', algorithm))) {
      const digest = `${algorithm}:${hex}`;
      if (whole(path.join(folder, fileOf(digest)), digest) === undefined) {
        problems.push(`the file of ${digest} is not what its name says`);
      }
    }
  }
  return problems;
}

function whole(file: string, digest: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const [algorithm = '', hex] = digest.split(':');
    return createHash(algorithm).update(bytes).digest('hex') === hex ? bytes : undefined;
  } catch {
    return undefined;
  }
}

const isManifest = (bytes: Buffer): boolean =>
  /^\{\s*"schemaVersion":\s*2\b/.test(bytes.toString('latin1', 0, 64));

function partsOf(manifest: object): readonly Part[] {
  const { config, layers, manifests } = manifest as {
    readonly config?: Part;
    readonly layers?: readonly Part[];
    readonly manifests?: readonly Part[];
  };
  return [...(config ? [config] : []), ...(layers ?? []), ...(manifests ?? [])];
}
