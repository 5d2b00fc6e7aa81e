import { parentPort } from 'node:worker_threads';

import { FileBytes } from '../../packages/image/file-bytes.ts';
import { Inflater } from '../../packages/image/inflate.ts';
import type { InflatePart } from './inflate-limit.ts';

const fail = (why: string): never => {
  throw new Error(why);
};

/** How many bytes a layer inflates to; nothing is looked at. */
async function inflate({ compression, ...part }: InflatePart): Promise<number> {
  const inflater = Inflater.open(compression, fail) ?? fail('zlib cannot be driven in a thread');
  using file = new FileBytes(part);
  let plainBytes = 0;
  for await (const bytes of file) {
    for (const plain of inflater.add(bytes)) plainBytes += plain.length;
  }
  inflater.close();
  return plainBytes;
}

parentPort?.on('message', (part: InflatePart) => {
  void inflate(part).then((plainBytes) => parentPort?.postMessage(plainBytes));
});
parentPort?.postMessage('ready');
