import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import type { Bench } from './bench/bench.ts';
import { builtin } from './bench/builtin.ts';
import { copies } from './bench/copy.ts';
import { layersBenches } from './bench/layers.ts';
import { machine, machineLine } from './bench/machine.ts';
import { measure, type Measured, type Times } from './bench/measure.ts';
import { servers } from './bench/serve.ts';
import { tagsMoving } from './bench/tags-moving.ts';
import { tags, tagsCli } from './bench/tags.ts';

const benches: Readonly<Record<string, Bench>> = {
  tags,
  'tags-cli': tagsCli,
  'tags-moving': tagsMoving,
  builtin,
  ...servers,
  ...copies,
  ...layersBenches,
};
const help = `npm run bench [-- NAME …] [--rounds N] [--json]
Compares side by side, in one run, and gives ratios. Exit 1: a goal is missed.
  NAME        ${Object.keys(benches).join(', ')}; by default all
  --rounds N  instead of each comparison's own number of rounds
  --json      one document on standard output, with the time of every run`;

type Outcome =
  | ({
      readonly name: string;
      readonly title: string;
      readonly conditions: string;
      readonly checked: string | undefined;
      readonly goal: number;
      readonly met: boolean;
      readonly rounds: number;
    } & Measured)
  | { readonly name: string; readonly cannot: string };

async function compare(name: string, bench: Bench, rounds: number): Promise<Outcome> {
  const { title, goal } = bench;
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const prepared = await bench.prepare(folder);
    if ('cannot' in prepared) return { name, cannot: prepared.cannot };
    const measured = await measure(prepared, rounds);
    const checked = await prepared.check?.();
    const { conditions } = prepared;
    const met = measured.ratio <= goal;
    return { name, title, conditions, checked, goal, met, rounds, ...measured };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const milliseconds = ({ name, medianMs, minMs, maxMs }: Times): string =>
  `${medianMs.toFixed(0).padStart(7)} ms (${minMs.toFixed(0)}–${maxMs.toFixed(0)})  ${name}`;

function text(outcome: Outcome): string {
  if ('cannot' in outcome) return `${outcome.name}: not run, ${outcome.cannot}`;
  const { name, title, conditions, checked, goal, met, rounds, ours, theirs, ratio } = outcome;
  return [
    `${name}: ${title}, median of ${rounds} (fastest–slowest), in turn`,
    `  ${conditions}`,
    ...(checked === undefined ? [] : [`  ${checked}`]),
    milliseconds(ours),
    milliseconds(theirs),
    `  ratio ${ratio.toFixed(2)}, goal ≤ ${goal}: ${met ? 'met' : 'MISSED'}`,
  ].join('\n');
}

/** `copy` is all of `copy-…`. */
const family = (name: string): readonly string[] => {
  const members = Object.keys(benches).filter((each) => each.startsWith(`${name}-`));
  return Object.hasOwn(benches, name) || members.length === 0 ? [name] : members;
};

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const names = positionals.length > 0 ? positionals.flatMap(family) : Object.keys(benches);
  const asked = names.map((name) => {
    const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
    if (bench === undefined) throw new TypeError(`there is no comparison ${JSON.stringify(name)}`);
    const rounds = Number(values.rounds ?? bench.rounds);
    if (Number.isSafeInteger(rounds) && rounds > 0) return { name, bench, rounds };
    const given = JSON.stringify(values.rounds);
    throw new TypeError(`--rounds must be a whole number from 1, not ${given}`);
  });
  const where = machine();
  if (!values.json) console.log(machineLine(where));
  const outcomes: Outcome[] = [];
  for (const { name, bench, rounds } of asked) {
    const outcome = await compare(name, bench, rounds);
    outcomes.push(outcome);
    if (!values.json) console.log(text(outcome));
  }
  if (values.json)
    console.log(JSON.stringify({ machine: where, comparisons: outcomes }, undefined, 2));
  return outcomes.some((outcome) => 'met' in outcome && !outcome.met) ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  const wrongUse = error instanceof TypeError;
  console.error(Error.isError(error) ? error.message : String(error));
  if (wrongUse) console.error(help);
  process.exitCode = wrongUse ? 2 : 3;
}
