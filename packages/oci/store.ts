import path from 'node:path';

import { standardInput, UsageError } from '#io';

import { createArchive } from './archive-write.ts';
import { ArchiveFile } from './archive-file.ts';
import { archiveIn } from './archive.ts';
import { wrap } from './behind.ts';
import { openLayout } from './layout.ts';
import { isPartOfLayout } from './layout-top.ts';
import { readOnly } from './read-only.ts';
import {
  isRepositoryPath,
  parseReference,
  type FileReference,
  type RegistryReference,
} from './reference.ts';
import type { OpenRepository, Repository } from './repository.ts';
import { offline, storeFirst } from './store-first.ts';
import { indexIn, withIndex } from './store-index.ts';
import { parseStore } from './store-place.ts';

export interface StoreSettings {
  /** A folder, or the http or https URL of a registry; without it every name stands for its own registry. */
  readonly store?: string;
  /** Where relative folders start. */
  readonly cwd?: string;
  /** Only the store is asked. */
  readonly offline?: boolean;
  readonly dryRun?: boolean;
  /** Ends waiting for the lock of a folder. */
  readonly signal?: AbortSignal;
  /** Makes private folders that are removed at the end: for archives that are compressed or come through a pipe, which are refused without. */
  readonly temporary?: () => Promise<string>;
  /** Registries that are asked over http: loopback is so by itself. */
  readonly plainHttp?: (registry: string) => boolean;
  /** Names of images and environments: those are read from the store alone. */
  readonly written: (name: string) => boolean;
  readonly registry: (where: {
    readonly base: URL;
    /** Its path in the registry. */
    readonly repository: string;
    /** As a person writes it. */
    readonly name: string;
  }) => Repository;
}

/**
 * Where a name leads: to the store when it is written or in `written`; else to the store and then to its own
 * registry. `oci:DIR` is that folder and `oci-archive:FILE` that file, whatever the store.
 * @throws UsageError for a store or a name that cannot be used
 */
export function openStore(settings: StoreSettings): OpenRepository {
  const { store: shown } = settings;
  const store = shown === undefined ? undefined : storeAt(shown, settings);
  const opened = new Map<string, Repository>();
  const fileAt = archiveFiles(settings);
  // One for each folder: its writers then stand in one queue.
  const once = (key: string, open: () => Repository): Repository => {
    const known = opened.get(key) ?? open();
    opened.set(key, known);
    return known;
  };
  return (name, for_) => {
    const reference = parseReference(name);
    const repository = once(`${for_} ${reference.name}`, () => {
      if (reference.transport !== 'registry')
        return atFile(reference, for_, { settings, once, fileAt });
      const stored = store && once(`store ${reference.name}`, () => store(reference));
      if (stored !== undefined && (for_ === 'write' || settings.written(reference.name))) {
        return stored;
      }
      const origin = settings.offline
        ? offline(reference.name, reference.registry, settings.store)
        : settings.registry(originOf(reference, settings));
      if (stored === undefined || shown === undefined) return origin;
      return storeFirst(stored, origin, shown);
    });
    return settings.dryRun ? wrap(readOnly(repository), repository) : repository;
  };
}

/** One for each archive: what comes through a pipe comes once, whichever of its images are asked for. */
function archiveFiles({ temporary, signal }: StoreSettings): (place: string) => ArchiveFile {
  const files = new Map<string, ArchiveFile>();
  return (place) => {
    const known = files.get(place) ?? new ArchiveFile(place, temporary && { temporary, signal });
    files.set(place, known);
    return known;
  };
}

/** Docker Hub answers under another name than the one in references. */
function originOf(
  { registry, repository, name }: RegistryReference,
  { plainHttp = () => false }: StoreSettings,
) {
  const host = registry === 'docker.io' ? 'registry-1.docker.io' : registry;
  const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i.test(host);
  const scheme = loopback || plainHttp(registry) ? 'http' : 'https';
  return { base: new URL(`${scheme}://${host}`), repository, name };
}

function atFile(
  { transport, path: file, name, image }: FileReference,
  for_: 'read' | 'write',
  how: {
    readonly settings: StoreSettings;
    readonly once: (key: string, open: () => Repository) => Repository;
    readonly fileAt: (place: string) => ArchiveFile;
  },
): Repository {
  const { cwd = '', signal } = how.settings;
  const place = path.resolve(cwd, file);
  if (transport === 'oci') {
    return how.once(`folder ${place}`, () =>
      withIndex(openLayout(place, name, patience(signal)), () => indexIn(place)),
    );
  }
  if (for_ === 'read') {
    // As `docker save` and `docker load` have it.
    const archive = how.fileAt(file === '-' ? standardInput : place);
    return archiveIn(archive, { kind: transport, name, image });
  }
  if (file === '-') {
    throw new UsageError(
      `${JSON.stringify(name)} can only be read, from standard input: name a file`,
    );
  }
  if (transport === 'oci-archive') return createArchive(place, name, patience(signal));
  throw new UsageError(
    `${JSON.stringify(name)} can only be read: Docker loads an OCI archive too, so write oci-archive:FILE`,
  );
}

function storeAt(
  store: string,
  { cwd = '', registry, signal }: StoreSettings,
): (reference: RegistryReference) => Repository {
  const place = parseStore(store, 'store');
  if (place.kind === 'folder') {
    const root = path.resolve(cwd, place.path);
    return (reference) => openLayout(folderOf(root, reference), reference.name, patience(signal));
  }
  const { origin, pathname } = place.base;
  const prefix = pathname.split('/').filter((part) => part !== '');
  return (reference) => {
    const repository = [...prefix, placeOf(reference), reference.repository].join('/');
    if (isRepositoryPath(repository)) {
      return registry({ base: new URL(origin), repository, name: reference.name });
    }
    throw new UsageError(
      `${JSON.stringify(reference.name)} cannot stand in the store ${JSON.stringify(store)}: ${JSON.stringify(repository)} is not a repository name`,
    );
  };
}

const patience = (signal: AbortSignal | undefined) => (signal === undefined ? {} : { signal });

/** `host[:port]` as one part of a path. */
const placeOf = ({ registry }: RegistryReference): string =>
  registry.toLowerCase().replace(/:(\d+)$/, '_$1');

function folderOf(root: string, reference: RegistryReference): string {
  const parts = [placeOf(reference), ...reference.repository.split('/')];
  const refused = parts.find(isPartOfLayout);
  if (refused !== undefined) {
    throw new UsageError(
      `${JSON.stringify(reference.name)} cannot stand in a store that is a folder: ${JSON.stringify(refused)} is the name of a file in an OCI layout`,
    );
  }
  const folder = path.join(root, ...parts);
  // The grammar of names allows no way out; this is the second bolt.
  if (folder.startsWith(path.join(root, path.sep))) return folder;
  throw new UsageError(`${JSON.stringify(reference.name)} leads out of the store`);
}
