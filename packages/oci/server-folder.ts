import { stat } from 'node:fs/promises';
import path from 'node:path';

import { ignoring } from './files.ts';
import { openLayout } from './layout.ts';
import { isPartOfLayout } from './layout-top.ts';
import type { Patience } from './lock.ts';
import { isRepositoryPath } from './reference.ts';
import type { Repository } from './repository.ts';
import { Refusal } from './server-reply.ts';

/** A folder as a server offers it. */
export interface ServedFolder {
  /** The one repository of a folder that is an OCI layout; undefined for a store of many. */
  readonly only: string | undefined;
  /** For what clients are sending, on the same disk. */
  readonly uploads: string;
  readonly open: (name: string) => Repository;
}

const mostOpen = 1_000;

/**
 * Opens a folder for a server: an OCI layout is one repository, under `name` or that of the folder; anything else
 * is a store, in which the repository `ghcr.io/acme/shop` is the layout `ghcr.io/acme/shop`. A folder that is not
 * there yet is a store.
 */
export async function openFolder(
  folder: string,
  { name, signal }: { readonly name?: string; readonly signal?: AbortSignal } = {},
): Promise<ServedFolder> {
  const root = path.resolve(folder);
  const patience = signal === undefined ? {} : { signal };
  const uploads = path.join(root, '.ecluse', 'uploads');
  const layout = await stat(path.join(root, 'oci-layout')).catch(ignoring('ENOENT', 'ENOTDIR'));
  if (layout === undefined) return { only: undefined, uploads, open: inStore(root, patience) };
  const only = name ?? nameOf(root);
  return { only, uploads, open: alone(openLayout(root, only, patience)) };
}

const alone = (repository: Repository) => (name: string) => {
  if (name === repository.name) return repository;
  throw new Refusal(404, 'NAME_UNKNOWN', `this is the repository ${repository.name} alone`);
};

function inStore(root: string, patience: Patience) {
  const opened = new Map<string, Repository>();
  return (name: string): Repository => {
    const parts = name.split('/');
    if (parts.some(isPartOfLayout)) {
      throw new Refusal(400, 'NAME_INVALID', 'that is the name of a file in an OCI layout');
    }
    const layout = opened.get(name) ?? openLayout(path.join(root, ...parts), name, patience);
    // Set anew, so that the order of the map is the order of use.
    opened.delete(name);
    opened.set(name, layout);
    const [first] = opened.keys();
    if (opened.size > mostOpen && first !== undefined) opened.delete(first);
    return layout;
  };
}

function nameOf(folder: string): string {
  const name = path.basename(folder).toLowerCase();
  return isRepositoryPath(name) ? name : 'image';
}
