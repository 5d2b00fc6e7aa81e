import { createServer, request, type IncomingMessage } from 'node:http';

/** A proxy on loopback before a registry, which counts. */
export interface Counting {
  readonly host: string;
  /** Requests since it was started. */
  requests(): number;
  close(): void;
}

/** Passes every request on to a registry as it is, with the name under which it was sent. */
export async function startCounting(registry: string): Promise<Counting> {
  let requests = 0;
  const [hostname = '', port = ''] = registry.split(':');
  const server = createServer((asked, answered) => {
    requests += 1;
    const { method, url, headers } = asked;
    const passed = request(
      { hostname, port, method, path: url, headers },
      (answer: IncomingMessage) => {
        answered.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(answered);
      },
    );
    passed.on('error', () => answered.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  const own = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    host: `127.0.0.1:${own}`,
    requests: () => requests,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
