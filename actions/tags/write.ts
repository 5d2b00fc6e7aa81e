import { Refused, type Event, type Io } from '#io';
import { claim, contentOf, putVersion } from '#lifecycle';
import type { Digest } from '#oci';
import { openFor, type StoreInput } from '#pipeline';
import { versionOfGitTag } from '#version';

import type { TagsDocument } from './document.ts';

/** Writes each name once, in their order; one that stands on another digest ends it with a refusal. */
export async function writeNames(
  io: Io,
  what: {
    readonly document: TagsDocument;
    readonly digest: Digest;
    readonly event: Event;
    readonly tagPrefix: string;
    readonly input: StoreInput;
  },
): Promise<TagsDocument> {
  const { document, digest, event, tagPrefix, input } = what;
  const open = openFor(io, input, [document.repository]);
  const repository = open(document.repository, 'write');
  const content = await contentOf(repository, digest);
  const written: TagsDocument['names'][number][] = [];
  for (const name of document.names) {
    if (name.rule === 'claim') {
      const claimed = await claim(repository, event.commit, content);
      if (claimed.digest !== digest) {
        throw new Refused(
          'commit-claimed',
          `commit ${event.commit} was built before, as ${claimed.digest}: go on with that one, not with ${digest}`,
        );
      }
      written.push({ ...name, state: claimed.won ? 'written' : 'there' });
    }
    const version = event.kind === 'tag' ? versionOfGitTag(event.tag, tagPrefix) : undefined;
    if (name.rule === 'version' && version !== undefined) {
      written.push({ ...name, state: await putVersion(repository, version, content) });
    }
  }
  return { ...document, names: written };
}
