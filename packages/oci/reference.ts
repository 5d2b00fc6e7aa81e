import { quote, UsageError } from '#io';

import { isDigest, parseDigest, type Digest } from './digest.ts';

/** https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests */
export type Tag = string & { readonly __brand: 'Tag' };

const tagGrammar = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const host =
  /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\[[0-9a-fA-F:]+\])(?::[0-9]{1,5})?$/;
const path = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;

/** A repository in a registry, with or without a place in it. `name` is `registry/repository`. */
export interface RegistryReference {
  readonly transport: 'registry';
  readonly registry: string;
  readonly repository: string;
  readonly name: string;
  readonly tag?: Tag;
  readonly digest?: Digest;
}
/** A folder or an archive, as skopeo users write it. */
export interface FileReference {
  readonly transport: 'oci' | 'oci-archive' | 'docker-archive';
  readonly path: string;
  /** Of a docker-archive only what has this name there, in full: `docker.io/acme/shop`. */
  readonly image?: string;
  readonly name: string;
  readonly tag?: Tag;
  readonly digest?: Digest;
}
export type Reference = RegistryReference | FileReference;

export const isTag = (text: string): text is Tag => tagGrammar.test(text);

/** `host` or `host:port`, as a reference starts. */
export const isRegistryHost = (text: string): boolean =>
  host.test(text) && URL.canParse(`http://${text}`);

/** What stands between the registry and the tag: `acme/shop`. */
export const isRepositoryPath = (text: string): boolean => path.test(text) && text.length <= 255;

/** @throws UsageError that names the text */
export function parseTag(text: string): Tag {
  if (isTag(text)) return text;
  throw new UsageError(
    `${quote(text)} is not a tag: 1 to 128 letters, digits, "_", "." or "-", and no "." or "-" first`,
  );
}

const transports = ['oci', 'oci-archive', 'docker-archive'] as const;
const forms =
  'write registry/repository[:tag][@digest], oci:DIR[:tag], oci-archive:FILE[:tag] or docker-archive:FILE[:name][:tag]';

/**
 * Reads a reference as docker and skopeo users write it. Without a registry it is Docker Hub's
 * (`debian` is `docker.io/library/debian`); no tag is added.
 * @throws UsageError that names the text
 */
export function parseReference(text: string): Reference {
  const transport = transports.find((name) => text.startsWith(`${name}:`));
  return transport === undefined
    ? parseRegistryReference(text)
    : parseFileReference(transport, text);
}

/** As `parseReference`, for places where only a registry's repository makes sense. */
export function parseRegistryReference(text: string): RegistryReference {
  const refuse = (why: string): never => {
    throw new UsageError(`${quote(text)} is not an image reference: ${why}; ${forms}`);
  };
  const at = text.indexOf('@');
  const digest = at < 0 ? undefined : text.slice(at + 1);
  const named = at < 0 ? text : text.slice(0, at);
  const colon = named.lastIndexOf(':');
  const hasTag = colon > named.lastIndexOf('/');
  const tag = hasTag ? named.slice(colon + 1) : undefined;
  const name = hasTag ? named.slice(0, colon) : named;
  const { registry, repository } = splitName(name);
  if (!host.test(registry)) return refuse(`${quote(registry)} is not a registry host`);
  if (!isRepositoryPath(repository)) {
    return refuse(
      /[A-Z]/.test(repository)
        ? 'a repository name is lower case'
        : `${quote(repository)} is not a repository name`,
    );
  }
  if (tag !== undefined && !isTag(tag)) return refuse(`${quote(tag)} is not a tag`);
  if (digest !== undefined && !isDigest(digest)) {
    return refuse(`${quote(digest)} is not a digest`);
  }
  return {
    transport: 'registry',
    registry,
    repository,
    name: `${registry}/${repository}`,
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest }),
  };
}

/** Docker's rule: the first component is a host when it has a dot or a colon, or is localhost. */
function splitName(name: string): { readonly registry: string; readonly repository: string } {
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  if (/[.:[]/.test(first) || first === 'localhost') {
    const registry = first === 'index.docker.io' ? 'docker.io' : first;
    const rest = name.slice(slash + 1);
    return {
      registry,
      repository: registry === 'docker.io' && !rest.includes('/') ? `library/${rest}` : rest,
    };
  }
  return { registry: 'docker.io', repository: slash < 0 ? `library/${name}` : name };
}

function parseFileReference(transport: FileReference['transport'], text: string): FileReference {
  const rest = text.slice(transport.length + 1);
  const at = rest.lastIndexOf('@');
  const digest = at > 0 ? parseDigest(rest.slice(at + 1)) : undefined;
  const named = digest === undefined ? rest : rest.slice(0, at);
  const { file, image, tag } = transport === 'docker-archive' ? savedIn(named) : namedIn(named);
  if (file === '' || file.includes('\0')) {
    throw new UsageError(`${quote(text)} names no file: ${forms}`);
  }
  return {
    transport,
    path: file,
    name: `${transport}:${file}${image === undefined ? '' : `:${image}`}`,
    ...(image === undefined ? {} : { image }),
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest }),
  };
}

interface Named {
  readonly file: string;
  readonly image?: string;
  readonly tag?: Tag | undefined;
}

/** `FILE[:tag]` */
function namedIn(text: string): Named {
  const colon = text.lastIndexOf(':');
  // A colon that ends a Windows drive or stands in a folder's name is no tag.
  if (colon < 1 || /[/\\]/.test(text.slice(colon))) return { file: text };
  return { file: text.slice(0, colon), tag: parseTag(text.slice(colon + 1)) };
}

/** `FILE[:tag]`, or as skopeo has it `FILE:name[:tag]`: the file ends at the first colon that is no drive's. */
function savedIn(text: string): Named {
  const colon = text.indexOf(':', /^[A-Za-z]:[/\\]/.test(text) ? 2 : 0);
  if (colon < 0) return { file: text };
  const [file, rest] = [text.slice(0, colon), text.slice(colon + 1)];
  if (!/[:/]/.test(rest)) return { file, tag: parseTag(rest) };
  const { name, tag } = parseRegistryReference(rest);
  return { file, image: name, tag };
}

/** The text that `parseReference` reads back. */
export const formatReference = ({ name, tag, digest }: Reference): string =>
  `${name}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;

/** `name@digest`: the form in which every action hands an image on. */
export const pinned = (name: string, digest: Digest): string => `${name}@${digest}`;
