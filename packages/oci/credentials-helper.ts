import { Readable } from 'node:stream';

import { Failed, messageOf, quote, type Exec } from '#io';

import type { Login } from './credentials.ts';
import { fieldOf, textOf } from './fields.ts';
import { parseJson } from './json.ts';

export interface HelperOptions {
  readonly exec: Exec;
  readonly env: ReadonlyMap<string, string>;
  readonly signal: AbortSignal;
  /** A program that asks a person takes its time. */
  readonly helperMs?: number;
}

const maxBytes = 64 * 1024;
const defaultMs = 30_000;

/**
 * What the programs need beside what every program gets: the accounts of the clouds, whose registries they log
 * in to, and the way to the keyring of the desktop.
 */
const names = new Set([
  'DBUS_SESSION_BUS_ADDRESS',
  'DISPLAY',
  'DOCKER_CONFIG',
  'GNUPGHOME',
  'PASSWORD_STORE_DIR',
  'WAYLAND_DISPLAY',
]);
const prefixes = ['AWS_', 'AZURE_', 'CLOUDSDK_', 'ECR_', 'GOOGLE_'];

/**
 * Asks `docker-credential-NAME` for a login. Undefined when it has none; `missing` says what went wrong.
 * https://github.com/docker/docker-credential-helpers#development
 */
export async function askHelper(
  helper: string,
  server: string,
  how: HelperOptions,
): Promise<Login | undefined> {
  const program = `docker-credential-${helper}`;
  // It comes from a file: no way out of PATH.
  if (!/^[\w][\w.+-]{0,63}$/.test(helper)) {
    return { missing: `the login is kept by ${quote(program)}, which is no name of a program` };
  }
  const { code, stdout, says } = await ask(program, server, how);
  if (code === 0) return loginIn(stdout, program);
  if (/credentials not found/i.test(says)) return undefined;
  const why = code === undefined ? says : `ended with ${code}, and it says ${quote(says)}`;
  return { missing: `the login is kept by ${quote(program)}, which ${why}` };
}

async function ask(program: string, server: string, how: HelperOptions) {
  const { exec, env, signal, helperMs = defaultMs } = how;
  const late = AbortSignal.timeout(helperMs);
  const given = [...env].filter(
    ([name]) => names.has(name) || prefixes.some((prefix) => name.startsWith(prefix)),
  );
  try {
    const { code, stdout, stderr } = await exec.run(program, ['get'], {
      env: Object.fromEntries(given),
      stdin: Readable.from([Buffer.from(server)], { objectMode: false }),
      signal: AbortSignal.any([signal, late]),
      maxBytes,
    });
    // What went wrong is told on the one or the other; a login is never told on an exit that is not 0.
    const says = code === 0 ? '' : textOfBytes(stdout) || textOfBytes(stderr);
    return { code, stdout, says };
  } catch (error) {
    signal.throwIfAborted();
    return { code: undefined, stdout: new Uint8Array(), says: whyOf(error, late, helperMs) };
  }
}

function whyOf(error: unknown, late: AbortSignal, ms: number): string {
  if (late.aborted) return `did not answer within ${ms / 1000} s`;
  return error instanceof Failed && error.code === 'no-tool'
    ? 'is not installed'
    : `could not be asked: ${messageOf(error)}`;
}

const textOfBytes = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8').trim();

function loginIn(stdout: Uint8Array, program: string): Login | undefined {
  let json: unknown;
  try {
    json = parseJson(stdout, program, { maxBytes });
  } catch {
    json = undefined;
  }
  const username = textOf(fieldOf(json, 'Username'));
  const secret = textOf(fieldOf(json, 'Secret'));
  if (username === undefined || secret === undefined) {
    return {
      missing: `the login is kept by ${quote(program)}, which gave none that can be read`,
    };
  }
  if (secret === '') return undefined;
  return username === '<token>' ? { identityToken: secret } : { username, password: secret };
}
