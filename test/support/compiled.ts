import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * More environment for a Node that a test starts: it keeps what it compiled, and the next one that loads the same
 * sources takes a third of the time. https://nodejs.org/docs/latest-v24.x/api/module.html#module-compile-cache
 */
export const compiled = { NODE_COMPILE_CACHE: join(tmpdir(), 'ecluse-compiled') } as const;
