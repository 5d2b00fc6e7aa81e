import { parentPort } from 'node:worker_threads';

import { run, type Answer, type Errand } from './errand.ts';

const port = parentPort;
const brought: (Uint8Array | null)[] = [];
let wake: () => void = () => undefined;

async function* bytes(): AsyncGenerator<Uint8Array, void, undefined> {
  for (;;) {
    const next = brought.shift();
    if (next === null) return;
    if (next === undefined) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      continue;
    }
    yield next;
    port?.postMessage('more' satisfies Answer);
  }
}

// One errand at a time: null is the end of what is brought.
port?.on('message', (message: Errand | Uint8Array | null) => {
  if (message === null || message instanceof Uint8Array) {
    brought.push(message);
    wake();
    return;
  }
  brought.length = 0;
  void run(message, bytes).then((answer) => {
    port.postMessage(answer, 'index' in answer ? [answer.index.buffer] : []);
  });
});
