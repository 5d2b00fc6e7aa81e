// A process that appends its name to a file under the lock: `node lock-holder.ts TARGET SCRATCH NAME`. It prints
// "held" when it has the lock, and goes on when it gets a line.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';

import { replaceLocked } from '../../../packages/oci/lock.ts';

const [target = '', scratch = '', name = ''] = process.argv.slice(2);

await replaceLocked(target, scratch, async () => {
  const before = await readFile(target);
  console.log('held');
  await once(process.stdin, 'data');
  return Buffer.concat([before, Buffer.from(`${name}\n`)]);
});
process.stdin.destroy();
