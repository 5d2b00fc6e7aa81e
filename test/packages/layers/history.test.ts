import { expect, test } from '@jest/globals';

import { historyOf, parseHistoryCommand, showHistoryCommand } from '#layers';

import { history, empty } from './histories.ts';

const hash = '8c4c78967558a9f9c34df0242c884c1dc14752a9f5229e451cdac53f6f5cc137';

test.each([
  // Docker and Buildah
  ['/bin/sh -c #(nop) ADD file:a41bb4 in / ', 'ADD', 'ADD file:a41bb4 in /'],
  ['/bin/sh -c #(nop)  CMD ["/bin/sh"]', 'CMD', 'CMD ["/bin/sh"]'],
  ['/bin/sh -c #(nop) env A=b', 'ENV', 'ENV A=b'],
  [`/bin/sh -c #(nop) COPY multi:${hash} in /a `, 'COPY', 'COPY multi:8c4c78967558 in /a'],
  ['/bin/sh -c apt-get update \t&& rm -rf /x', 'RUN', 'RUN apt-get update && rm -rf /x'],
  ['|2 ROOT=root WHO=me /bin/sh -c echo "$WHO"', 'RUN', 'RUN echo "$WHO"'],
  ['|2 A=x y B=c d /bin/sh -c make', 'RUN', 'RUN make'],
  ['|1 A=b /bin/bash -o pipefail -c make', 'RUN', 'RUN make'],
  ['|1 A=b /bin/mkdir /x', 'RUN', 'RUN /bin/mkdir /x'],
  ['/bin/mkdir /x', undefined, '/bin/mkdir /x'],
  ['/bin/sh -c --mount=type=tmpfs,target=/t make', 'RUN', 'RUN --mount=type=tmpfs,target=/t make'],
  ['cmd /S /C #(nop) WORKDIR C:\\app', 'WORKDIR', 'WORKDIR C:\\app'],
  ['powershell -NoLogo -Command dir', 'RUN', 'RUN dir'],
  // BuildKit
  ['RUN /bin/sh -c make # buildkit', 'RUN', 'RUN make'],
  ['RUN |1 A=b /bin/bash -euxo pipefail -c make # buildkit', 'RUN', 'RUN make'],
  ['RUN /bin/mkdir /x # buildkit', 'RUN', 'RUN /bin/mkdir /x'],
  ['RUN /bin/sh -c sh -c "a" # buildkit', 'RUN', 'RUN sh -c "a"'],
  [`RUN /bin/sh -c make # buildkit:sha256:${hash}`, 'RUN', 'RUN make'],
  ['COPY hello / # buildkit', 'COPY', 'COPY hello /'],
  ['WORKDIR /app', 'WORKDIR', 'WORKDIR /app'],
  ['EXPOSE map[80/tcp:{} 443/tcp:{}]', 'EXPOSE', 'EXPOSE 80/tcp 443/tcp'],
  // kaniko, and our builder
  ['RUN mkdir -p /a', 'RUN', 'RUN mkdir -p /a'],
  ['RUN sh -c "a"', 'RUN', 'RUN sh -c "a"'],
  ['run make', 'RUN', 'RUN make'],
  ['copy a /b', 'COPY', 'COPY a /b'],
  // Others
  ['BusyBox 1.37.0 (glibc), Debian 12', undefined, 'BusyBox 1.37.0 (glibc), Debian 12'],
  ['/bin/sh', undefined, '/bin/sh'],
  ['/bin/sh -c ', undefined, '/bin/sh -c'],
  ['', undefined, ''],
])('%j is shown as a person would write it', (createdBy, keyword, shown) => {
  const parsed = parseHistoryCommand(createdBy);
  expect(parsed.keyword).toBe(keyword);
  expect(showHistoryCommand(parsed)).toBe(shown);
});

test.each([
  ['of slashes', '/'.repeat(1 << 22)],
  ['of shells', 'sh '.repeat(1 << 20)],
  ['of shells with flags', `|9 ${' /bin/sh -a'.repeat(1 << 19)}`],
  ['of flags', `sh${' -a'.repeat(1 << 20)}`],
  ['of blanks', `COPY ${' '.repeat(1 << 22)}x`],
  ['of digests', `file:${'0'.repeat(1 << 22)}`],
  ['of marks', ' # buildkit'.repeat(1 << 18)],
  ['of arguments', `|9999 ${'a=b '.repeat(1 << 20)}`],
])('a command %s is read in no time', (_, createdBy) => {
  const started = performance.now();
  expect(showHistoryCommand(parseHistoryCommand(createdBy)).length).toBeLessThan(1 << 17);
  expect(performance.now() - started).toBeLessThan(1000);
});

test('each layer has the entry at its place', () => {
  const { layers, steps, disagreement } = historyOf(
    history('ADD a /', empty('CMD ["sh"]'), 'RUN b', empty('ENV A=b'), 'RUN c'),
  );
  expect(layers.map((step) => step?.command)).toEqual(['ADD a /', 'RUN b', 'RUN c']);
  expect(steps.map(({ layer }) => layer)).toEqual([0, undefined, 1, undefined, 2]);
  expect(disagreement).toBeUndefined();
});

test.each([
  [3, ['RUN a', 'RUN b', undefined], 'the image has 3 layers, and its history speaks of 2'],
  [1, ['RUN a'], 'the image has 1 layer, and its history speaks of 2'],
  [0, [], 'the image has 0 layers, and its history speaks of 2'],
])('a history of two entries for %i layers is said not to fit', (count, expected, sentence) => {
  const { layers, disagreement } = historyOf(history('RUN a', 'RUN b').of(count));
  expect(layers.map((step) => step?.command)).toEqual(expected);
  expect(disagreement).toBe(sentence);
});

test('an image without a history says so', () => {
  const { layers, steps, disagreement } = historyOf(history().of(2));
  expect(steps).toEqual([]);
  expect(layers).toEqual([undefined, undefined]);
  expect(disagreement).toBe('the image has 2 layers and no history of them');
});
