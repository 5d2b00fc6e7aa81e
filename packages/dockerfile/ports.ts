import { quote } from '#io';

import { fault, type Place } from './fault.ts';

/**
 * Ports of an EXPOSE as `80/tcp`, ranges spelt out. A host's address and port before a colon say nothing here.
 * https://docs.docker.com/reference/dockerfile/#expose
 * @throws UsageError when a port or a protocol is none
 */
export function portsOf(words: readonly string[], at: Place): readonly string[] {
  const ports = new Set<string>();
  for (const word of words) {
    const [, range = '', protocol = 'tcp'] =
      /^([^/]*)(?:\/(.*))?$/.exec(word.split(':').at(-1) ?? '') ?? [];
    const kind = protocol.toLowerCase() || 'tcp';
    const [, first = '', last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(range) ?? [];
    const [low, high] = [Number(first), Number(last)];
    if (first === '' || high > 65_535 || low > high || !['tcp', 'udp', 'sctp'].includes(kind)) {
      throw fault(at, `EXPOSE takes ports such as 80, 53/udp or 8000-8005/tcp, not ${quote(word)}`);
    }
    for (let port = low; port <= high; port += 1) ports.add(`${port}/${kind}`);
  }
  return [...ports];
}
