import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import { test } from '@jest/globals';

import { locate, lock, toolsPath } from '../scripts/tools-lock.ts';
import { notRun } from './reporter.ts';

export { toolsPath };

type Body<N extends string> = (paths: Readonly<Record<N, string>>) => unknown;

/** The absolute path of a tool, from PATH or the cache of `npm run tools`; undefined when there is none. */
export const tool = (name: string): string | undefined => locate(name);

/**
 * A test that needs tools, and gets their paths by name. Without one of them it is skipped and listed at the
 * end, but with CI=true a missing tool that tools.lock.json calls required is a failure.
 */
export function withTool<const N extends string>(
  names: N | readonly N[],
  title: string,
  body: Body<N>,
  timeoutMs?: number,
): void {
  need(typeof names === 'string' ? [names] : names, title, { find: tool, must, body, timeoutMs });
}

const must = (name: string): boolean => process.env.CI === 'true' && lock[name]?.required === true;

/** A file or folder of the shared test data (ECLUSE_DATA, else beside the checkout); undefined when it is not there. */
export function data(path: string): string | undefined {
  const root = process.env.ECLUSE_DATA ?? resolve(import.meta.dirname, '../../shared/data');
  const found = resolve(root, path);
  return existsSync(found) ? found : undefined;
}

/** A test that needs shared test data; where it is missing, the test is skipped and listed at the end. */
export function withData<const N extends string>(
  paths: N | readonly N[],
  title: string,
  body: Body<N>,
  timeoutMs?: number,
): void {
  const names = typeof paths === 'string' ? [paths] : paths;
  need(names, title, { find: data, must: () => false, body, timeoutMs });
}

function need<N extends string>(
  names: readonly N[],
  title: string,
  how: {
    readonly find: (name: string) => string | undefined;
    readonly must: (name: string) => boolean;
    readonly body: Body<N>;
    readonly timeoutMs: number | undefined;
  },
): void {
  const missing = names.filter((name) => how.find(name) === undefined);
  const reason = `${missing.join(', ')} is missing`;
  if (missing.some(how.must)) {
    test(title, () => {
      throw new Error(`${reason}: npm run tools gets it`);
    });
  } else if (missing.length > 0) {
    test.skip(`${title}${notRun}${reason}`, () => undefined);
  } else {
    const paths = Object.fromEntries(names.map((name) => [name, how.find(name)])) as Record<
      N,
      string
    >;
    // Not the body itself: jest takes a function with a parameter for one that calls back.
    test(
      title,
      async () => {
        await how.body(paths);
      },
      how.timeoutMs,
    );
  }
}
