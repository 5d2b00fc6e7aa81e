import { constants, open } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';

const opened = promisify(open);

/** Standard input where it has a name. */
export const standardInput = '/dev/stdin';

/**
 * What comes through a pipe that has a name. To wait for somebody who writes into it keeps no thread busy, so that a
 * signal can end it.
 * @throws an error of the system when it cannot be opened
 */
export async function pipeAt(path: string): Promise<Readable> {
  // Node gives its children sockets, which nobody can open by a name.
  const isSocket = path === standardInput && (await stat(path)).isSocket();
  const fd = isSocket ? 0 : await opened(path, constants.O_RDONLY | constants.O_NONBLOCK);
  return new Socket({ fd, readable: true, writable: false });
}
