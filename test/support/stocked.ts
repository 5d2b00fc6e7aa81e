import { join } from 'node:path';

import { Workshop } from './workshop.ts';

/** Sources one commit after a release, and a folder store that has the release and its base image. */
export interface Stocked extends Disposable {
  readonly workshop: Workshop;
  /** Of the workshop, too: a test that writes works on a copy. */
  readonly store: string;
  /** What stands in `dev`, `preprod` and `prod` as version 1.0.0. */
  readonly released: string;
  readonly base: string;
}

/** Builds and promotes a base image and an application on it, as far as production. */
export async function stocked(): Promise<Stocked> {
  const workshop = new Workshop(application);
  using platform = new Workshop(base);
  platform.store = workshop.store;
  platform.commit();
  const tiny = await done(platform, 'run');
  workshop.commit();
  workshop.git('tag', 'v1.0.0');
  const released = await done(workshop, 'run', '--ref', 'v1.0.0');
  await done(workshop, 'promote', '--environment', 'prod');
  workshop.commit({ app: 'second\n' });
  return {
    workshop,
    store: workshop.store,
    released,
    base: tiny,
    [Symbol.dispose]: () => {
      workshop[Symbol.dispose]();
    },
  };
}

/** Where the two images are in a folder store. */
export const placesIn = (store: string) => ({
  shop: join(store, 'ghcr.io/acme/shop'),
  base: join(store, 'ghcr.io/acme/base/tiny'),
});

async function done(workshop: Workshop, ...args: readonly string[]): Promise<string> {
  const { code, document } = await workshop.json(...args);
  const { digest, message } = document as unknown as { digest?: string; message?: string };
  if (code === 0 && digest !== undefined) return digest;
  throw new Error(`ecluse ${args.join(' ')} ended with ${String(code)}: ${message ?? 'refused'}`);
}

const base = {
  Dockerfile: 'FROM scratch\nCOPY root/ /\n',
  '.dockerignore': '*\n!root\n',
  'root/etc/passwd': 'app:x:10001:10001::/:/sbin/nologin\n',
  'root/etc/group': 'app:x:10001:\n',
  'ecluse.yml': `apiVersion: ecluse/v1
image: ghcr.io/acme/base/tiny
build: {context: ., file: Dockerfile}
environments:
  stable: {promote: auto}
`,
};

const application = {
  Dockerfile: 'FROM ghcr.io/acme/base/tiny:stable\nCOPY --chown=app:app app /app\n',
  'ecluse.yml': `apiVersion: ecluse/v1
image: ghcr.io/acme/shop
build: {context: ., file: Dockerfile}
base: {allowed: ['ghcr.io/acme/base/*']}
environments:
  dev: {promote: auto}
  preprod: {after: [dev], promote: auto}
  prod: {after: [preprod], promote: manual}
`,
};
