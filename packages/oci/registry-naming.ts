import type { Descriptor } from './descriptor.ts';
import { algorithmOf, type Digest } from './digest.ts';
import { Denied, TagImmutable, TagMoved } from './errors.ts';
import type { Tag } from './reference.ts';
import type { RegistryClient } from './registry-client.ts';
import { objectionOf, type Objection } from './registry-immutable.ts';
import { lookAt, type Standing } from './registry-manifests.ts';
import { writeManifest, type Refused, type Stored, type Writing } from './registry-put.ts';
import { backoffMs, tries } from './registry-retry.ts';
import type { Guarantee } from './repository.ts';

export interface Naming {
  readonly tag: Tag;
  readonly descriptor: Descriptor;
  readonly bytes: Uint8Array;
  readonly expect: Digest | 'absent' | 'anything';
}

export interface Moved {
  readonly before: Digest | undefined;
  /** Undefined when nothing had to be written. */
  readonly stored: Stored | undefined;
  readonly guarantee: Guarantee;
}

/**
 * Compares, writes and reads again: registries have nothing better, but for our own server and others that say
 * so. The condition goes along to all; that it was heeded is believed of an answer that shows it.
 * @throws TagMoved, TagImmutable
 */
export async function moveTag(client: RegistryClient, naming: Naming): Promise<Moved> {
  const { tag, descriptor, expect } = naming;
  const name = `${client.name}:${tag}`;
  const standing = await lookAt(client, tag);
  const before = standing?.descriptor.digest;
  if (expect !== 'anything' && before !== (expect === 'absent' ? undefined : expect)) {
    throw new TagMoved(name, expect, before);
  }
  // Where tags are written once, the same content again is refused too.
  if (before === descriptor.digest) return { before, stored: undefined, guarantee: 'read-back' };
  const condition = conditionOf(expect, standing);
  const stored = await write(client, naming, { name, before, condition });
  if (stored?.hasCompared === true) {
    return { before, stored, guarantee: 'atomic' };
  }
  // Those who compared when we did write in the meantime: whoever reads too early does not see them.
  if (expect !== 'anything') await client.wait(leastMs + Math.random() * spreadMs);
  const after = await digestAfter(client, naming, before);
  if (after === descriptor.digest) return { before, stored, guarantee: 'read-back' };
  throw new TagMoved(name, descriptor.digest, after);
}

const leastMs = 50;
const spreadMs = 100;

type Condition = Readonly<Record<string, string>> | undefined;

/** https://www.rfc-editor.org/rfc/rfc9110#section-13.1 */
function conditionOf(expect: Naming['expect'], standing: Standing | undefined): Condition {
  if (expect === 'anything') return undefined;
  if (expect === 'absent') return { 'if-none-match': '*' };
  // The registry's own word for it: one that is not strong, or that we made up, would never be equal.
  const { etag = '' } = standing ?? {};
  return /^"[\x21\x23-\x7e]{1,256}"$/.test(etag) ? { 'if-match': etag } : undefined;
}

/** What stands there after the write; a registry whose reads come late is asked again. */
async function digestAfter(
  client: RegistryClient,
  { tag, descriptor }: Naming,
  before: Digest | undefined,
): Promise<Digest | undefined> {
  for (let done = 1; ; done += 1) {
    const after = (await lookAt(client, tag))?.descriptor.digest;
    if (after === descriptor.digest || after !== before || done > tries) return after;
    await client.wait(backoffMs(done));
  }
}

/** The registry minds the name, not the manifest. */
class Objected extends Error {
  readonly objection: Objection;
  readonly plain: Error;

  constructor(objection: Objection, plain: Error) {
    super('the registry does not put the name there');
    this.objection = objection;
    this.plain = plain;
  }
}

const objected = ({ status, said, error }: Refused): Error | undefined => {
  const objection = objectionOf(status, said);
  return objection === 'other' ? undefined : new Objected(objection, error);
};

/** Undefined when it stands there already: by somebody else, or by a try of ours whose answer was lost. */
async function write(
  client: RegistryClient,
  naming: Naming,
  how: {
    readonly name: string;
    readonly before: Digest | undefined;
    readonly condition: Condition;
  },
): Promise<Stored | undefined> {
  const { name, before, condition } = how;
  try {
    const stored = await put(client, naming, condition);
    return condition === undefined ? { ...stored, hasCompared: false } : stored;
  } catch (error) {
    if (!(error instanceof Objected)) throw error;
    const after = (await lookAt(client, naming.tag))?.descriptor.digest;
    if (after === naming.descriptor.digest) return undefined;
    if (after !== before) throw new TagMoved(name, before ?? 'absent', after);
    if (error.objection === 'immutable') throw new TagImmutable(name);
    // It stands where it should: the condition itself may be what the registry does not understand.
    if (error.objection === 'conflict' && condition !== undefined) {
      return write(client, naming, { ...how, condition: undefined });
    }
    if (before === undefined) throw error.plain;
    if (error.objection === 'conflict' || (await mayWrite(client, naming))) {
      throw new TagImmutable(name);
    }
    throw error.plain;
  }
}

/** Who may write the manifest without a name, and not with one that stands elsewhere, may not move the name. */
const mayWrite = async (client: RegistryClient, { descriptor, bytes }: Naming): Promise<boolean> =>
  writeManifest(client, descriptor.digest, { descriptor, bytes }).then(
    () => true,
    () => false,
  );

/**
 * Under a tag a registry names a manifest by sha256. Another digest is written by that digest, with the tag as
 * a parameter, which not all registries know.
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-manifests
 */
async function put(
  client: RegistryClient,
  { tag, descriptor, bytes }: Naming,
  condition: Condition,
): Promise<Stored> {
  const manifest: Writing = { descriptor, bytes, special: objected, headers: condition ?? {} };
  if (algorithmOf(descriptor.digest) === 'sha256') return writeManifest(client, tag, manifest);
  const stored = await writeManifest(client, descriptor.digest, { ...manifest, named: tag });
  // What a parameter names is not said to be compared.
  if (stored.named.includes(tag)) return { ...stored, hasCompared: false };
  throw new Denied(
    `naming ${client.name}:${tag}`,
    `${client.base.host} puts no name on a manifest whose digest is not sha256`,
  );
}
