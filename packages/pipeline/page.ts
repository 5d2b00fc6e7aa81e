import type { Result } from '#gate';
import type { Move, MoveState } from '#lifecycle';
import { layersAnnotations, layersSummary, mostAdvice } from '#layers';
import type { Block, Mark, Page, Span, Text } from '#report';

import type { ImageRun } from './image-run.ts';
import type { RunDocument } from './run-document.ts';
import type { Sources } from './sources.ts';

/** Enough of a digest to tell two apart by eye. */
export const short = (digest: string | null): string =>
  digest === null ? '' : digest.replace(/^(sha\d+:[0-9a-f]{12}).*$/, '$1');

const marks: Readonly<Record<MoveState, Mark>> = {
  moved: 'passed',
  there: 'unchanged',
  superseded: 'unchanged',
  waiting: 'waiting',
  held: 'waiting',
  refused: 'failed',
  'not evaluated': 'not evaluated',
  'not reached': 'unchanged',
  'would move': 'waiting',
};

/** What became of each environment, for a person. */
export function movesTable(moves: readonly Move[]): readonly Block[] {
  if (moves.length === 0) return [];
  const rows = moves.map((move): readonly Text[] => [
    move.environment,
    { kind: 'mark', mark: marks[move.state], text: move.state },
    { kind: 'code', text: short(move.after) },
    sentenceOf(move),
  ]);
  return [{ kind: 'table', head: ['Environment', 'State', 'Stands on', 'Why'], rows }];
}

function sentenceOf(move: Move): string {
  const { state, before, results, environment } = move;
  switch (state) {
    case 'moved':
      return before === null ? 'nothing stood there' : `from ${short(before)}`;
    case 'there':
      return 'it stood there already';
    case 'superseded':
      return 'a newer digest stands there';
    case 'waiting':
      return `${environment} is promoted by a person`;
    case 'held':
      return 'held since a rollback, until a person resumes';
    case 'not reached':
      return 'it has not passed the environment before';
    case 'would move':
      return 'dry run: nothing was written';
    case 'refused':
    case 'not evaluated':
      return results
        .filter(({ outcome }) => outcome !== 'passed')
        .map(({ gate, reason }) => `${gate}: ${reason}`)
        .join('; ');
  }
}

/** One move whose gates are shown beside it: what they said is not said twice. */
export function moveBlocks(move: Move): readonly Block[] {
  if (move.state !== 'refused' && move.state !== 'not evaluated') return movesTable([move]);
  const stands: readonly Span[] =
    move.before === null ? ['empty'] : ['on ', code(short(move.before))];
  return [{ kind: 'paragraph', text: [`${move.environment} stays `, ...stands, '.'] }];
}

const code = (text: string): Span => ({ kind: 'code', text });

const how: Readonly<Record<ImageRun['how'], string>> = {
  built: 'built and stored',
  found: 'found: this commit was built before',
  private: 'built, and stored nowhere',
  skipped: 'skipped: the version stands on another digest',
  failed: 'failed',
};

/** One image's run, without the title. */
export function imageBlocks(image: ImageRun): readonly Block[] {
  const facts: Text[] = [
    ['image ', code(image.image ?? image.digest ?? '')],
    how[image.how],
    ...(image.commit === null ? [] : [['commit ', code(image.commit.slice(0, 12))]]),
    ...(image.version === null ? [] : [['version ', code(image.version)]]),
    ...engineFacts(image),
    ...(image.dirty.length === 0
      ? []
      : [`the tree differs from the commit: ${image.dirty.join(', ')}; no name is given`]),
  ];
  return [
    { kind: 'list', items: facts },
    ...(image.layers === null ? [] : layersSummary(image.layers)),
    ...movesTable(image.moves),
    ...gateTable(image),
    ...(image.next === null
      ? []
      : [
          { kind: 'paragraph' as const, text: 'To continue:' },
          { kind: 'code' as const, text: image.next, language: 'sh' },
        ]),
  ];
}

function engineFacts({ engine }: ImageRun): readonly Text[] {
  if (engine === null) return [];
  const { name, version, passedOver } = engine;
  return [
    `builder ${name} ${version}`,
    ...passedOver.map((other) => `builder ${other.name} was passed over: ${other.why}`),
  ];
}

/** Gates that belong to no environment: those of a pull request. */
const gateTable = ({ moves, results }: ImageRun): readonly Block[] =>
  moves.length > 0 ? [] : gatesTable(results);

/** What each gate said. */
export function gatesTable(results: readonly Result[]): readonly Block[] {
  if (results.length === 0) return [];
  const rows = results.map(({ gate, outcome, reason }): readonly Text[] => [
    gate,
    { kind: 'mark', mark: outcome },
    reason,
  ]);
  return [{ kind: 'table', head: ['Gate', 'Outcome', 'Why'], rows }];
}

/** A run as a person reads it: one section an image. */
export function runPage({ images, sources }: RunDocument): Page {
  const [first] = images;
  const blocks =
    first !== undefined && images.length === 1
      ? imageBlocks(first)
      : images.map((image): Block => ({
          kind: 'section',
          title: image.name,
          blocks: imageBlocks(image),
        }));
  return {
    title: images.map(({ name }) => name).join(', '),
    blocks: [...blocks, ...sourcesBlocks(sources)],
    annotations: images.flatMap(({ layers }) =>
      layers === null ? [] : layersAnnotations(layers, mostAdvice.short),
    ),
  };
}

/** Where the two halves of `ecluse.yml` came from, and what a person should know of it. */
export const sourcesBlocks = ({ build, policy, note }: Sources): readonly Block[] => [
  { kind: 'paragraph', text: `${build === null ? 'P' : `Build: ${build} · p`}olicy: ${policy}` },
  ...(note === null ? [] : [{ kind: 'paragraph' as const, text: `Note: ${note}` }]),
];
