import { shop } from './server.ts';

const port = Number(process.env.PORT ?? 8080);
const server = shop();

server.listen(port, () => {
  const address = server.address();
  const at = typeof address === 'object' && address !== null ? address.port : port;
  console.log(`the lock shop listens on port ${String(at)}`);
});

// The first process of a container gets no default handling of signals.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close();
    server.closeIdleConnections();
  });
}
