import { tool, withTool } from '../../tools.ts';
import { runningCraneRegistry } from './crane-registry.open.ts';
import { contract } from './repository.contract.ts';
import { remote } from './server.open.ts';

const program = tool('crane');

// Without the program the contract cannot even be listed; this line then says so.
withTool('crane', 'the registry of crane is here for the contract', () => undefined);

if (program !== undefined) {
  contract(
    'a repository of the registry of crane',
    async () => {
      // One for each test: all repositories of one have the same blobs.
      const server = await runningCraneRegistry(program);
      return {
        repository: remote(server.url, 'acme/shop'),
        sister: remote(server.url, 'acme/sister'),
        guarantee: 'read-back',
        close: server.close,
      };
    },
    ['sha512', 'sha512 manifest', 'mount', 'remove a manifest with its tags'],
  );
}
