import { afterAll, beforeAll, describe } from '@jest/globals';

import { tool, withTool } from '../../tools.ts';
import { runningDistribution } from './distribution.open.ts';
import { contract, type Opened } from './repository.contract.ts';
import { remote, type Running } from './server.open.ts';

const program = tool('distribution3');

// Without the program the contract cannot even be listed; this line then says so.
withTool('distribution3', 'Distribution 3 is here for the contract', () => undefined);

if (program !== undefined) {
  describe('of Distribution 3', () => {
    let server: Running;
    let count = 0;
    beforeAll(async () => {
      server = await runningDistribution(program);
    });
    afterAll(() => server.close());

    const open = async (): Promise<Opened> => {
      count += 1;
      return {
        repository: remote(server.url, `acme/shop-${count}`),
        sister: remote(server.url, `acme/sister-${count}`),
        guarantee: 'read-back',
        close: async () => undefined,
      };
    };
    contract('a repository', open, ['sha512 manifest']);
  });
}
