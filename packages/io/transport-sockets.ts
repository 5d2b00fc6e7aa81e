import type { Agent } from 'node:http';
import type { Socket } from 'node:net';

import { Basin } from './basin.ts';

const slabBytes = 256 * 1024;
const leastRoomBytes = 64 * 1024;

/**
 * How a socket is read: into memory that we give, in pieces as large as they come, and from some moment on past
 * the parser of HTTP, which would copy them.
 */
export class Reading {
  readonly #socket: Socket;
  #basin: Basin | undefined;

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  get basin(): Basin | undefined {
    return this.#basin;
  }

  /** What comes from now on goes into a basin. */
  divert(): Basin {
    this.#basin = new Basin(() => this.#socket.resume());
    return this.#basin;
  }
}

const readings = new WeakMap<object, Reading>();

/** Undefined for a socket that is read otherwise, such as one in the tunnel of a proxy. */
export const readingOf = (socket: object): Reading | undefined => readings.get(socket);

/** Sees to it that the sockets of an agent are read in large pieces: Node's own are of 64 KiB, each allocated anew. */
export function readLarge(agent: Agent): Agent {
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (options, done) => {
    const large = { ...options, onread: reader() };
    return connect(large, done);
  };
  return agent;
}

/** https://nodejs.org/docs/latest-v24.x/api/net.html#new-netsocketoptions */
function reader() {
  let slab: Uint8Array = Buffer.alloc(0);
  let reading: Reading | undefined;
  return {
    buffer: () => {
      if (reading?.basin !== undefined) return reading.basin.room;
      if (slab.byteLength < leastRoomBytes) slab = Buffer.allocUnsafeSlow(slabBytes);
      return slab;
    },
    callback(this: Socket, count: number, bytes: Uint8Array) {
      if (reading === undefined) {
        reading = new Reading(this);
        readings.set(this, reading);
      }
      const { basin } = reading;
      if (basin !== undefined) {
        basin.filled(count);
        return !basin.isFull;
      }
      slab = bytes.subarray(count);
      return this.push(bytes.subarray(0, count));
    },
  };
}
