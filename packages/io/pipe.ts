import { constants, open } from 'node:fs';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';

const opened = promisify(open);

/**
 * What comes through a pipe that has a name, such as `/dev/stdin`. To wait for somebody who writes into it keeps no
 * thread busy, so that a signal can end it.
 * @throws an error of the system when it cannot be opened
 */
export async function pipeAt(path: string): Promise<Readable> {
  const fd = await opened(path, constants.O_RDONLY | constants.O_NONBLOCK);
  return new Socket({ fd, readable: true, writable: false });
}
