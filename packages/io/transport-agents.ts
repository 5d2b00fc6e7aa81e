import { readdir, readFile } from 'node:fs/promises';
import type { Agent, request } from 'node:http';
import { join } from 'node:path';

import { codeOf, UsageError } from './errors.ts';
import { isLoopback } from './loopback.ts';
import { readLarge } from './transport-sockets.ts';

export interface AgentOptions {
  readonly env: ReadonlyMap<string, string>;
  /** Certificates in PEM that are trusted beside Node's own, NODE_EXTRA_CA_CERTS, SSL_CERT_FILE and SSL_CERT_DIR. */
  readonly ca?: readonly string[];
}

/** How requests of one protocol leave: pooled connections, through a proxy where the environment names one. */
export interface Wire {
  readonly request: typeof request;
  agentFor(url: URL): Agent;
}

const pool = { keepAlive: true, maxFreeSockets: 16, scheduling: 'lifo' } as const;
const maxCertificates = 1000;
const maxCertificateBytes = 1024 * 1024;

/** Node's modules for the network are loaded here, when the first request needs them. */
export async function openWire(protocol: string, how: AgentOptions): Promise<Wire> {
  const proxyEnv = proxyOf(how.env);
  if (protocol === 'http:') {
    const http = await import('node:http');
    return wireOf(http.request, new http.Agent(pool), new http.Agent({ ...pool, proxyEnv }));
  }
  if (protocol !== 'https:') {
    throw new UsageError(`${JSON.stringify(protocol)} is not a protocol to send with: use https:`);
  }
  const https = await import('node:https');
  const tls = { ...pool, ...(await trust(how)) };
  return wireOf(https.request, new https.Agent(tls), new https.Agent({ ...tls, proxyEnv }));
}

// A proxy cannot reach our loopback, and Node asks NO_PROXY alone.
const wireOf = (send: typeof request, direct: Agent, proxied: Agent): Wire => {
  const agents = { direct: readLarge(direct), proxied: readLarge(proxied) };
  return {
    request: send,
    agentFor: ({ hostname }) => (isLoopback(hostname) ? agents.direct : agents.proxied),
  };
};

/** @throws UsageError for a proxy that Node would silently pass over */
function proxyOf(env: ReadonlyMap<string, string>): Record<string, string> {
  const named = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'].flatMap((name) => [
    name,
    name.toLowerCase(),
  ]);
  return Object.fromEntries(
    named.flatMap((name) => {
      const value = env.get(name);
      if (value === undefined || value === '') return [];
      if (/no_proxy/i.test(name) || /^https?:$/.test(URL.parse(value)?.protocol ?? '')) {
        return [[name, value]];
      }
      // The value may hold a password.
      throw new UsageError(
        `the variable ${name} is not the URL of a proxy: write http://host:port`,
      );
    }),
  );
}

/** A context made once: with a list in its place, Node parses every certificate for every connection. */
async function trust({ env, ca = [] }: AgentOptions) {
  const more = [
    ...ca,
    ...(await certificateFile(env.get('SSL_CERT_FILE'))),
    ...(await certificateFolders(env.get('SSL_CERT_DIR'))),
  ];
  if (more.length === 0) return {};
  const { createSecureContext, getCACertificates } = await import('node:tls');
  try {
    const all = new Set([...getCACertificates('default'), ...more]);
    return { secureContext: createSecureContext({ ca: [...all] }) };
  } catch (error) {
    throw new UsageError('a certificate of SSL_CERT_FILE or SSL_CERT_DIR cannot be used', {
      cause: error,
    });
  }
}

async function certificateFile(path: string | undefined): Promise<readonly string[]> {
  if (path === undefined || path === '') return [];
  try {
    return [await readFile(path, 'utf8')];
  } catch (error) {
    throw new UsageError(
      `SSL_CERT_FILE names ${JSON.stringify(path)}, which cannot be read: ${codeOf(error) ?? 'unknown'}`,
    );
  }
}

/** As OpenSSL does: a list of folders, and what in them is no certificate is passed over. */
async function certificateFolders(paths: string | undefined): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of (paths ?? '').split(':').filter((path) => path !== '')) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names.slice(0, maxCertificates)) {
      const text = await readFile(join(folder, name), 'utf8').catch(() => '');
      if (text.length <= maxCertificateBytes && text.includes('-----BEGIN CERTIFICATE-----')) {
        found.push(text);
      }
    }
  }
  return found;
}
