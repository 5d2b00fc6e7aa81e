import type { ServerRequest } from '#io';

import type { Digest } from './digest.ts';
import type { Tag } from './reference.ts';
import type { Repository } from './repository.ts';
import { hasEtag } from './server-blobs.ts';
import { Refusal } from './server-reply.ts';

const failed = (): Refusal =>
  new Refusal(412, 'DENIED', 'the tag does not stand where the condition says');

/**
 * Where a tag has to stand for a conditional write, so that the storage compares and writes in one step. The entity
 * tag of a tag is the digest of its manifest, in quotes.
 * https://www.rfc-editor.org/rfc/rfc9110#section-13.1
 * @throws Refusal when the condition does not hold already
 */
export async function expectationOf(
  headers: ServerRequest['headers'],
  repository: Repository,
  tag: Tag,
): Promise<Digest | 'absent' | 'anything'> {
  const match = headers['if-match']?.trim();
  const none = headers['if-none-match']?.trim();
  if (match === undefined && none === undefined) return 'anything';
  if (match === undefined && none === '*') return 'absent';
  const standing = (await repository.resolve(tag))?.digest;
  const holds =
    (match === undefined ||
      (standing !== undefined && (match === '*' || hasEtag(match, standing)))) &&
    (none === undefined || standing === undefined || (none !== '*' && !hasEtag(none, standing)));
  if (holds) return standing ?? 'absent';
  throw failed();
}
