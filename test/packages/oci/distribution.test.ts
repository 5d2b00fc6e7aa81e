import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { Denied, parseTag } from '#oci';

import { tool, withTool } from '../../tools.ts';
import { runningDistribution } from './distribution.open.ts';
import { contract, type Opened } from './repository.contract.ts';
import { imageOf, listOf, referrerOf, store } from './samples.ts';
import { remote, type Running } from './server.open.ts';

const program = tool('docker-registry');

/** Distribution answers 500 for a moment while a name is written, so that a wait of nothing is too short. */
const shortly = async (ms: number) => sleep(ms / 10);

// Without the program the contract cannot even be listed; this line then says so.
withTool('docker-registry', 'Distribution is here for the contract', () => undefined);

if (program !== undefined) {
  describe('of Distribution', () => {
    let server: Running;
    let count = 0;
    beforeAll(async () => {
      server = await runningDistribution(program);
    });
    afterAll(() => server.close());

    const open = async (): Promise<Opened> => {
      count += 1;
      return {
        repository: remote(server.url, `acme/shop-${count}`, { wait: shortly }),
        sister: remote(server.url, `acme/sister-${count}`),
        guarantee: 'read-back',
        close: async () => undefined,
      };
    };
    contract('a repository', open, ['sha512 manifest']);
  });

  test('ten clients that attach to one image at once in Distribution lose nothing', async () => {
    const server = await runningDistribution(program);
    try {
      // Each with its own queue, as in processes of their own, and with waits that are real.
      const clients = Array.from({ length: 10 }, () =>
        remote(server.url, 'acme/shop', { wait: sleep }),
      );
      const subject = await store(remote(server.url, 'acme/shop'), imageOf('a'));
      const stored = await Promise.all(
        clients.map((client, index) =>
          store(client, referrerOf(subject, String(index), 'application/x.a')),
        ),
      );
      const found = await listOf(remote(server.url, 'acme/shop').referrers(subject.digest));
      expect(found.map(({ digest }) => digest).toSorted()).toEqual(
        stored.map(({ digest }) => digest).toSorted(),
      );
    } finally {
      await server.close();
    }
  });

  test('a Distribution that deletes nothing says so, and names stay where they are', async () => {
    const server = await runningDistribution(program, { deletes: false });
    try {
      const repository = remote(server.url, 'acme/shop');
      const image = imageOf('a');
      const { digest, mediaType } = await store(repository, image);
      await repository.tag(parseTag('1.0'), image.bytes, mediaType, 'absent');
      for (const at of [parseTag('1.0'), digest]) {
        const refused = repository.remove(at);
        await expect(refused).rejects.toBeInstanceOf(Denied);
        await expect(refused).rejects.toThrow(
          `removing ${JSON.stringify(at)} from registry.test/acme/shop was denied: ${server.url.host} does not remove it by its API`,
        );
      }
      expect((await repository.resolve(parseTag('1.0')))?.digest).toBe(digest);
      expect(await listOf(repository.tags())).toEqual(['1.0']);
    } finally {
      await server.close();
    }
  });
}
