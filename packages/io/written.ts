import { codeOf, Failed } from './errors.ts';

/**
 * Writes a result, and waits until it is out. That a reader has seen enough, as `| head` has, is no failure.
 * @throws Failed where it cannot be written: a result that nobody got was not delivered
 */
export function written(stream: NodeJS.WritableStream, text: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  stream.write(text, (error) => {
    if (error === undefined || error === null || codeOf(error) === 'EPIPE') resolve(undefined);
    else reject(new Failed(3, 'output', 'standard output cannot be written', { cause: error }));
  });
  return promise;
}
