import { quote, UsageError } from '#io';

import { isRegistryHost } from './reference.ts';

const hostOf = (registry: string): string => new URL(`http://${registry}`).host;

/**
 * Whether a registry is one of those that somebody wants to be asked over plain http, logins included.
 * @throws UsageError for what is no `host` or `host:port`
 */
export function plainHttp(registries: readonly string[]): (registry: string) => boolean {
  const wrong = registries.find((text) => !isRegistryHost(text));
  if (wrong !== undefined) {
    throw new UsageError(
      `input "plain-http" must name registries as host or host:port, not ${quote(wrong)}`,
      { input: 'plain-http' },
    );
  }
  const hosts = new Set(registries.map(hostOf));
  return (registry) => hosts.has(hostOf(registry));
}
