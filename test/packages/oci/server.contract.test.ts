import { contract } from './repository.contract.ts';
import { remote, runningServer } from './server.open.ts';

contract('a repository of our own server', async () => {
  const server = await runningServer();
  return {
    repository: remote(server.url, 'acme/shop'),
    sister: remote(server.url, 'acme/sister'),
    guarantee: 'atomic',
    close: server.close,
  };
});
