import { expect } from '@jest/globals';

/** An error of one of these classes, with one sentence that shows nothing raw; every other error is thrown again. */
export function refused(
  error: unknown,
  ...classes: readonly (abstract new (...args: never[]) => Error)[]
): void {
  if (!Error.isError(error) || !classes.some((one) => error instanceof one)) throw error;
  const message = Buffer.from(error.message);
  expect(message.length).toBeGreaterThan(0);
  expect(message.filter((byte) => byte < 0x20)).toHaveLength(0);
}
