import { existsSync } from 'node:fs';

import { annotationCommands, markdown } from '#report';

import { boundedFile } from './bounded-file.ts';
import { UsageError } from './errors.ts';
import { writeFiles, writeOutputs, writeSummary, writeVariables } from './github-files.ts';
import type { Delivery } from './host.ts';
import { once } from './once.ts';

/** GitHub caps payloads at 25 MB: https://docs.github.com/webhooks/webhook-events-and-payloads#payload-cap */
const maxPayloadBytes = 32 * 1024 * 1024;

/** The payload of the event that a workflow step runs for, read once. */
export const payloadOf = (env: ReadonlyMap<string, string>): (() => Promise<unknown>) =>
  once(async () => {
    const path = env.get('GITHUB_EVENT_PATH') ?? '';
    const text = await boundedFile(path, 'the event file', maxPayloadBytes);
    if (text === undefined)
      throw new UsageError('GITHUB_EVENT_PATH must name the file of the event: it is not there');
    try {
      const payload: unknown = JSON.parse(text);
      return payload;
    } catch {
      throw new UsageError('the file that GITHUB_EVENT_PATH names is not JSON');
    }
  });

/** Writes outputs, variables and summary where the runner gave a file for them; gives sentences about what was left out. */
export function deliverToStep(
  env: ReadonlyMap<string, string>,
  { outputs: given, page, files = new Map(), variables = new Map() }: Delivery,
): { readonly warnings: readonly string[]; readonly summary: boolean } {
  const output = fileOf(env, 'GITHUB_OUTPUT');
  const variable = fileOf(env, 'GITHUB_ENV');
  const summary = fileOf(env, 'GITHUB_STEP_SUMMARY');
  const paths = output === undefined ? [] : writeFiles(files, env.get('RUNNER_TEMP'));
  const outputs = new Map([...given, ...paths]);
  const warnings = output === undefined ? [] : [...writeOutputs(output, outputs)];
  if (variable !== undefined) warnings.push(...writeVariables(variable, outputs, variables));
  if (summary !== undefined) writeSummary(summary, (maxBytes) => markdown(page, { maxBytes }));
  return { warnings, summary: summary !== undefined };
}

/** The lines that make the runner show a page's annotations. */
export const annotationLines = ({ page }: Delivery): readonly string[] =>
  annotationCommands(page.annotations ?? []);

function fileOf(env: ReadonlyMap<string, string>, name: string): string | undefined {
  const path = env.get(name);
  return path !== undefined && path !== '' && existsSync(path) ? path : undefined;
}
