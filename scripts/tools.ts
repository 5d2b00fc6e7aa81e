import { parseArgs } from 'node:util';

import { installDebs } from './tools-deb.ts';
import { buildGo } from './tools-go.ts';
import { cache, locate, lock, pinned, type Tool } from './tools-lock.ts';
import { unpackNpm } from './tools-npm.ts';
import { sweep } from './tools-place.ts';

const help = `npm run tools [-- [NAME …] [--required | --all | --list]]
Fills ${cache()} (ECLUSE_TOOLS) with the tools of tools.lock.json, which tests use.
  --all       required and optional ones; this is the default
  --required  only those without which CI fails
  --list      says what is there and gets nothing
With names it is those alone, and none of them may be missing.`;

interface Wanted {
  readonly name: string;
  readonly tool: Tool;
}

const wanted = (requiredOnly: boolean): readonly Wanted[] =>
  Object.entries(lock)
    .flatMap(([name, tool]) => (tool === undefined ? [] : [{ name, tool }]))
    .filter(({ tool }) => tool.required || !requiredOnly);

function named(name: string): Wanted {
  const tool = Object.hasOwn(lock, name) ? lock[name] : undefined;
  if (tool === undefined) throw new Error(`tools.lock.json has no ${JSON.stringify(name)}`);
  return { name, tool };
}

/** Where it is; of a pinned tool only the pinned version counts, not one of that name from PATH. */
function present({ name, tool }: Wanted): string | undefined {
  const path = locate(name);
  return tool.kind === 'deb' || path === pinned(name, tool) ? path : undefined;
}

async function get({ name, tool }: Wanted): Promise<string> {
  if (tool.kind === 'go') await buildGo(name, tool);
  else if (tool.kind === 'npm') await unpackNpm(name, tool);
  else await installDebs(name, tool);
  const path = locate(name);
  if (path === undefined)
    throw new Error(`it was installed, and there is still no program ${name}`);
  return path;
}

/** Says how one tool stands, after getting it where it may; returns a sentence when it is missing. */
async function settle(one: Wanted, list: boolean): Promise<string | undefined> {
  const say = (state: string): void => {
    console.log(`${one.name.padEnd(16)} ${one.tool.required ? 'required' : 'optional'}  ${state}`);
  };
  const start = performance.now();
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  const path = present(one);
  if (path !== undefined || list) {
    say(path ?? 'missing');
    return path === undefined ? 'missing' : undefined;
  }
  try {
    say(`${await get(one)}, got in ${seconds()}`);
    return undefined;
  } catch (error) {
    say(`failed after ${seconds()}`);
    return Error.isError(error) ? error.message : String(error);
  }
}

/** Exit 0 when all that is wanted is there or only optional ones that nobody named are missing, else 3; 2 for wrong use. */
async function main(): Promise<number> {
  const flag = { type: 'boolean', default: false } as const;
  const options = { all: flag, required: flag, list: flag, help: flag };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (values.help) {
    console.log(help);
    return 0;
  }
  sweep(Date.now());
  const failures: { readonly one: Wanted; readonly sentence: string }[] = [];
  const isNamed = positionals.length > 0;
  const all = isNamed ? positionals.map(named) : wanted(values.required && !values.all);
  for (const one of all) {
    const sentence = await settle(one, values.list);
    if (sentence !== undefined) failures.push({ one, sentence });
  }
  for (const { one, sentence } of failures) console.error(`${one.name}: ${sentence}`);
  return failures.some(({ one }) => isNamed || one.tool.required) ? 3 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`${Error.isError(error) ? error.message : String(error)}\n${help}`);
  process.exitCode = 2;
}
