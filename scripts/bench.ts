import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import type { Bench } from './bench/bench.ts';
import { builtin } from './bench/builtin.ts';
import { measure, type Measured, type Times } from './bench/measure.ts';
import { tags } from './bench/tags.ts';

const benches: Readonly<Record<string, Bench>> = { tags, builtin };
const help = `npm run bench [-- NAME …] [--rounds N] [--json]
Compares side by side, in one run, and gives ratios. Exit 1: a goal is missed.
  NAME        ${Object.keys(benches).join(', ')}; by default all
  --rounds N  instead of each comparison's own number of rounds`;

type Outcome =
  | ({ readonly name: string; readonly goal: number; readonly rounds: number } & Measured)
  | { readonly name: string; readonly cannot: string };

async function compare(name: string, bench: Bench, rounds: number): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const prepared = await bench.prepare(folder);
    if ('cannot' in prepared) return { name, cannot: prepared.cannot };
    const measured = await measure(prepared, rounds);
    await prepared.check?.();
    return { name, goal: bench.goal, rounds, ...measured };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const milliseconds = ({ name, medianMs, minMs, maxMs }: Times): string =>
  `${name} ${medianMs.toFixed(0)} ms (${minMs.toFixed(0)}–${maxMs.toFixed(0)})`;

function line(outcome: Outcome, { title }: Bench): string {
  if ('cannot' in outcome) return `${outcome.name}: not run, ${outcome.cannot}`;
  const { name, ours, theirs, ratio, goal, rounds } = outcome;
  const verdict = ratio <= goal ? 'met' : 'MISSED';
  return [
    `${name}: ${title}, median of ${rounds} (min–max)`,
    `  ${milliseconds(ours)}`,
    `  ${milliseconds(theirs)}`,
    `  ratio ${ratio.toFixed(2)}, goal ≤ ${goal}: ${verdict}`,
  ].join('\n');
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const names = positionals.length > 0 ? positionals : Object.keys(benches);
  const outcomes: Outcome[] = [];
  for (const name of names) {
    const bench = benches[name];
    if (bench === undefined) throw new TypeError(`there is no comparison ${JSON.stringify(name)}`);
    const rounds = Number(values.rounds ?? bench.rounds);
    if (!Number.isSafeInteger(rounds) || rounds < 1) {
      throw new TypeError(
        `--rounds must be a whole number from 1, not ${JSON.stringify(values.rounds)}`,
      );
    }
    const outcome = await compare(name, bench, rounds);
    outcomes.push(outcome);
    if (!values.json) console.log(line(outcome, bench));
  }
  if (values.json) console.log(JSON.stringify(outcomes, undefined, 2));
  return outcomes.some((outcome) => !('cannot' in outcome) && outcome.ratio > outcome.goal) ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  const wrongUse = error instanceof TypeError;
  console.error(Error.isError(error) ? error.message : String(error));
  if (wrongUse) console.error(help);
  process.exitCode = wrongUse ? 2 : 3;
}
