import type { ActionModule } from '#io';
import { isCommit, webUrl, type Fact, type TraceDocument } from '#trace';

import { inputs } from './inputs.ts';
import { main } from './main.ts';
import { page } from './page.ts';

/** The first, which is the most believable; nothing when that is only doubted. */
function best({ lines }: TraceDocument, fact: Fact): string | undefined {
  const line = lines.find((one) => one.fact === fact);
  return line?.doubt === null || line?.verified.length !== 0 ? line?.value : undefined;
}

/** Values that stand now, one a line. */
const verified = ({ lines }: TraceDocument, fact: Fact): string =>
  lines
    .filter((line) => line.fact === fact && line.verified.length > 0)
    .map(({ value }) => value)
    .join('\n');

/** One line without signs that a shell obeys: workflows put outputs into scripts. */
const inert = (sentence: string): string =>
  sentence
    .replaceAll(';', ',')
    .replace(/[^\p{L}\p{N}.,:@/+=_-]+/gu, ' ')
    .trim();

export const trace: ActionModule<TraceDocument> = {
  description: 'Go back from an image to its commit, run, Dockerfile and base.',
  inputs,
  outputs: {
    commit: {
      description:
        'The commit: the one whose claim points to the image, else the first that is said and not doubted; empty without one.',
      of: (document) => {
        const commit = best(document, 'commit') ?? '';
        return isCommit(commit) ? commit : '';
      },
    },
    'source-repository': {
      description:
        'The URL of the git repository, without a login; empty when it is no web address.',
      of: (document) => webUrl(best(document, 'source repository') ?? '') ?? '',
    },
    versions: {
      description: 'The version tags that point to the image, one a line.',
      of: (document) => verified(document, 'version'),
    },
    environments: {
      description: 'The environments in which the image stands, one a line.',
      of: (document) => verified(document, 'environment'),
    },
    contradictions: {
      description:
        'What does not agree, one sentence a line, without signs that a shell obeys; empty when everything does.',
      of: ({ contradictions }) => contradictions.map(({ sentence }) => inert(sentence)).join('\n'),
    },
  },
  main,
  page,
};
