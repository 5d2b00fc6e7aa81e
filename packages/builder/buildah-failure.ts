import { Failed, quote } from '#io';

import type { BuildahOutput } from './buildah-output.ts';

const longestOutput = 1500;

/** What a failed `buildah build` comes to: the line, the instruction, and the end of what it printed. */
export function buildFailure(output: BuildahOutput, file: string): Failed {
  const { last, error, tail } = output;
  const own = /StartLine:(\d+)/.exec(error)?.[1];
  const line = own === undefined ? (last?.line ?? undefined) : Number(own);
  const place = line === undefined ? file : `${file}:${line}`;
  const [, status] = /\bexit status (\d+)$/.exec(error) ?? [];
  const what = last === undefined ? 'the build' : quote(last.text);
  const failed = status === undefined ? 'failed' : `ended with exit code ${status}`;
  const why = status === undefined ? `: ${quoteLong(reasonOf(error))}` : '';
  const printed = tail.length === 0 ? '' : `; the end of its output: ${quoteLong(tail.join('\n'))}`;
  return new Failed(3, 'build-failed', `${place}: ${what} ${failed}${why}${printed}`, {
    ...(line === undefined ? {} : { at: { file, line } }),
  });
}

/** Without the repetition of the instruction, and of how Buildah holds it. */
function reasonOf(error: string): string {
  const reason = error.replace(/^building at STEP "(?:[^"\\]|\\.)*": /, '');
  return reason.replace(/^resolving step \{.*?\}: /, '') || 'Buildah gave no reason';
}

/** The end of a long text, quoted: control characters in it do nothing. */
const quoteLong = (text: string): string =>
  JSON.stringify(text.length > longestOutput ? `…${text.slice(-longestOutput)}` : text);
