import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { listen } from '#io';

const [path = ''] = process.argv.slice(2);
const lengthBytes = 20_000_000;

/** A server of a file whose clients go away while they read it; the last one tells how much it got. */
const { signal } = new AbortController();
const headers = { 'content-length': String(lengthBytes) };
const serving = async () => ({ status: 200, headers, body: { path, from: 0, lengthBytes } });
const { url } = await listen(serving, { signal });

async function leave(afterMs: number): Promise<void> {
  const socket = connect(Number(url.port), url.hostname);
  socket.on('error', () => undefined).resume();
  socket.write(`GET / HTTP/1.1\r\nHost: ${url.host}\r\n\r\n`);
  await sleep(afterMs);
  socket.resetAndDestroy();
}

for (let round = 0; round < 20; round += 1) {
  await Promise.all([1, 2, 3, 4].map(async (count) => leave(round / 2 + count)));
}
const answer = await fetch(url);
process.stdout.write(`${(await answer.arrayBuffer()).byteLength}\n`);
process.exit();
