import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

const help = `npm run test:deep [-- --seed N] [--minutes M] [NAME …] [-t TITLE]
Runs test/deep: fuzz, races, slow real servers. Each file gets its share of the minutes.
  --seed N      the first round's seed, a whole number; by default a new one, which is printed
  --minutes M   time for all files together (default 5); 0 is one round each
  NAME …        only files whose path has NAME
  -t TITLE      only tests whose title has TITLE`;

const root = resolve(import.meta.dirname, '..');

interface Asked {
  readonly seed: number;
  readonly minutes: number;
  readonly names: readonly string[];
  readonly title: string | undefined;
}

function read(): Asked {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string' },
      minutes: { type: 'string', default: '5' },
      title: { type: 'string', short: 't' },
    },
  });
  const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
  const minutes = Number(values.minutes);
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new Error(`--seed must be a whole number, not ${JSON.stringify(values.seed)}`);
  }
  if (!Number.isFinite(minutes) || minutes < 0) {
    throw new Error(`--minutes must be a number, not ${JSON.stringify(values.minutes)}`);
  }
  return { seed, minutes, names: positionals, title: values.title };
}

/** Jest's own exit code: 0 when all rounds of all files passed. */
function run({ seed, minutes, names, title }: Asked): number {
  const files = globSync('test/deep/**/*.test.ts', { cwd: root }).filter(
    (file) => names.length === 0 || names.some((name) => file.includes(name)),
  );
  if (files.length === 0)
    throw new Error(`no file of test/deep has ${names.join(' or ')} in its path`);
  const workers = Math.max(1, Math.min(availableParallelism(), files.length));
  const share = (minutes * 60_000 * workers) / Math.max(1, files.length);
  console.log(`seed ${seed}, ${minutes} minutes, ${files.length} files`);
  const jest = [
    ...['--disable-warning=ExperimentalWarning', '--experimental-vm-modules'],
    ...['node_modules/jest/bin/jest.js', '--testPathIgnorePatterns', '/node_modules/'],
    ...['--maxWorkers', String(workers), '--testTimeout', String(share + 120_000)],
    ...(title === undefined ? [] : ['--testNamePattern', title]),
    ...['--runTestsByPath', ...files],
  ];
  const env = { ...process.env, ECLUSE_SEED: String(seed), ECLUSE_ROUNDS_MS: String(share) };
  return spawnSync(process.execPath, jest, { cwd: root, env, stdio: 'inherit' }).status ?? 1;
}

try {
  process.exitCode = run(read());
} catch (error) {
  console.error(`${Error.isError(error) ? error.message : String(error)}\n${help}`);
  process.exitCode = 2;
}
