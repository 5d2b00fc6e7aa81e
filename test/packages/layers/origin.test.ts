import { describe, expect, test } from '@jest/globals';

import { parseDockerfile } from '#dockerfile';
import { baseInDockerfile, historyOf, originLines, type BuildProvenance } from '#layers';

import { digest, history } from './histories.ts';

const machine = { os: 'linux', architecture: 'arm64', variant: 'v8' };
const from = (text: string, target?: string) =>
  baseInDockerfile({ dockerfile: parseDockerfile(text, 'Dockerfile'), target }, machine)?.name;

describe('the base in a Dockerfile', () => {
  test.each([
    ['FROM debian:12', undefined, 'debian:12'],
    ['FROM a\nFROM b', undefined, 'b'],
    ['FROM a AS one\nFROM b', 'one', 'a'],
    ['ARG V=12\nFROM debian:$V AS one\nFROM one AS two\nFROM two', undefined, 'debian:12'],
    ['FROM debian-$TARGETARCH', undefined, 'debian-arm64'],
    ['FROM scratch', undefined, 'scratch'],
    ['FROM scratch AS a\nFROM a', undefined, 'scratch'],
    ['FROM b\nFROM $NOTHING', undefined, undefined],
    ['FROM ${X:?no}', undefined, undefined],
  ])('of %j with target %j is %j', (text, target, expected) => {
    expect(from(text, target)).toBe(expected);
  });
});

describe('lines without a Dockerfile', () => {
  const text = 'FROM a\nRUN x\nRUN y\n';
  const layers = ['base', 'x', 'y'].map(digest);
  const provenance: BuildProvenance = {
    materials: [],
    source: { text, lines: new Map([['step1', { line: 2, endLine: 2 }]]) },
    layers: [{ step: 'step1:0', chain: layers.slice(0, 2) }],
  };
  const made = historyOf(history('RUN a', 'RUN x', 'RUN y'));
  const lines = (given: BuildProvenance | undefined, baseLayers = 0) =>
    originLines(made, { source: undefined, provenance: given, layers, baseLayers }).map(
      (line) => line?.text,
    );

  test('are those that the engine wrote down; what it does not say is not guessed', () => {
    expect(lines(provenance)).toEqual([undefined, 'RUN x', undefined]);
    expect(lines(provenance, 2)).toEqual([undefined, undefined, undefined]);
  });

  test('are none without a Dockerfile in the provenance, or with one that is none', () => {
    const none = [undefined, undefined, undefined];
    expect(lines(undefined)).toEqual(none);
    expect(lines({ ...provenance, source: undefined })).toEqual(none);
    const { lines: known } = provenance.source ?? { lines: new Map() };
    expect(lines({ ...provenance, source: { text: 'what?', lines: known } })).toEqual(none);
    const long = `${text}#${' '.repeat(1 << 20)}`;
    expect(lines({ ...provenance, source: { text: long, lines: known } })).toEqual(none);
  });
});
