import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the part of the heap for new objects small, in MiB. What a server makes lives as long as a request: with the
 * usual size the buffers of bodies that are done with wait for the next collection, and pile up to 50 MB.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--max-semi-space-size=1');
  setFlagsFromString('--semi-space-growth-factor=1');
}
