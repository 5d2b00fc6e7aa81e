import type { Io } from '#io';
import { credentials, openStore, plainHttp, registry, type OpenRepository } from '#oci';

/** The standing inputs that say where images are kept. */
export interface StoreInput {
  readonly store: string | undefined;
  readonly offline: boolean;
  readonly 'dry-run': boolean;
  readonly 'github-token': string | undefined;
  readonly 'plain-http': readonly string[];
}

/**
 * Opens repositories as the inputs say, with the logins that this machine has.
 * @param written names of images and environments: they are read where they are written
 */
export function openFor(io: Io, input: StoreInput, written: readonly string[]): OpenRepository {
  const secret = (value: string): void => {
    io.secret(value);
  };
  const logins = credentials({
    env: io.env,
    exec: io.exec,
    signal: io.signal,
    githubToken: input['github-token'],
    secret,
  });
  const plain = plainHttp(input['plain-http']);
  return openStore({
    ...(input.store === undefined ? {} : { store: input.store }),
    cwd: io.cwd,
    signal: io.signal,
    offline: input.offline,
    dryRun: input['dry-run'],
    plainHttp: plain,
    temporary: () => io.temporary(),
    written: (name) => written.includes(name),
    registry: (where) =>
      registry({
        ...where,
        transport: io.transport,
        credentials: logins,
        loginOverHttp: plain,
        signal: io.signal,
        log: io.log,
        secret,
      }),
  });
}
