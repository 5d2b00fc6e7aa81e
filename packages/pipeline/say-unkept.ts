import type { Io } from '#io';
import { isIndexType, keepsDescriptors, type Repository } from '#oci';

import type { Product } from './build.ts';

/**
 * Says which annotations have no place: those of a descriptor stand beside the name of what it describes, and only a folder
 * keeps that.
 */
export function sayUnkept(
  { about, built }: Product,
  { repository, isNamed }: { readonly repository: Repository; readonly isNamed: boolean },
  log: Pick<Io['log'], 'warn'>,
): void {
  if (Object.keys(about).length === 0 || (isNamed && keepsDescriptors(repository))) return;
  const level = isIndexType(built.root.mediaType) ? 'index-descriptor' : 'manifest-descriptor';
  const why = isNamed
    ? 'a registry has no descriptor beside a tag, and only a store that is a folder has'
    : 'what differs from its commit gets no name';
  log.warn(`annotations of ${level} are left out: ${why}`);
}
