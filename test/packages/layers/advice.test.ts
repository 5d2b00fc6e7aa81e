import { describe, expect, test } from '@jest/globals';

import { listingOf, type Listed } from '#image';
import { adviceOn, remedyOf, wasteOf, type Advice, type BuiltLayer } from '#layers';

import { entryOf, random, randomLayers } from '../image/random-layers.ts';

const file = (path: string, sizeBytes = 0, over: Partial<Listed> = {}) =>
  entryOf(path, { sizeBytes, ...over });

type Built = readonly [command: string | BuiltLayer, ...entries: readonly Listed[]];

function advised(...built: readonly Built[]): readonly Advice[] {
  const { waste, kept } = wasteOf(built.map(([, ...entries]) => listingOf(entries)));
  const layers = built.map(([layer]) => (typeof layer === 'string' ? { command: layer } : layer));
  return adviceOn({ waste, kept: kept(), layers });
}

const inWords = (advice: readonly Advice[]) =>
  advice.map(
    ({ kind, layer, hiddenIn, bytes, keptBytes, files, path }) =>
      `${kind} ${layer}-${hiddenIn ?? ''} ${bytes}+${keptBytes} in ${files} at ${path}`,
  );

const inText = (advice: readonly Advice[]) => advice.map((one) => remedyOf(one));

describe('advice', () => {
  test('is to remove in the RUN that makes it what a later RUN removes', () => {
    const found = advised(
      ['RUN /bin/sh -c make # buildkit', file('src/a.o', 70), file('src/lib/b.o', 30)],
      ['RUN /bin/sh -c rm -rf /src # buildkit', file('.wh.src')],
    );
    expect(inWords(found)).toEqual(['same-run 0-1 100+0 in 2 at /src']);
    expect(inText(found)).toEqual([
      'remove 2 files in /src in the RUN that makes them, not in that of layer 1',
    ]);
  });

  test('is the same for what a later RUN writes again', () => {
    const found = advised(
      ['apt-get update && apt-get install -y a', file('var/lib/dpkg/status', 900, { sha256: 'a' })],
      ['apt-get install -y b', file('var/lib/dpkg/status', 950, { sha256: 'b' })],
    );
    expect(inWords(found)).toEqual(['same-run 0-1 900+0 in 1 at /var/lib/dpkg/status']);
    expect(inText(found)).toEqual([
      'make one RUN of this and that of layer 1, which writes /var/lib/dpkg/status again',
    ]);
  });

  test('says of several files what becomes of all of them', () => {
    const twice = (...entries: readonly Listed[]) =>
      inText(
        advised(
          ['RUN a', file('x', 9, { sha256: 'a' }), file('y', 5, { sha256: 'b' })],
          ['RUN b', ...entries],
        ),
      );
    const [same, other] = [file('y', 5, { sha256: 'b' }), file('x', 9, { sha256: 'c' })];
    expect(twice(other, same)).toEqual([
      'make one RUN of this and that of layer 1, which writes /x and 1 more again',
    ]);
    expect(twice(other, file('.wh.y'))).toEqual([
      'remove or change /x and 1 more in the RUN that makes them, not in that of layer 1',
    ]);
  });

  test('is to set the mode in the RUN that makes a file whose mode alone a later RUN changes', () => {
    const found = advised(
      ['RUN cp x /x', file('x', 9, { sha256: 'a' })],
      ['RUN chmod 4 /x', file('x', 9, { sha256: 'a', mode: 4 })],
    );
    expect(inText(found)).toEqual([
      'give /x its owner and mode in the RUN that makes it, not in that of layer 1',
    ]);
  });

  test('names the line of the other instruction where it is known', () => {
    const found = advised(['RUN a', file('x', 9)], ['RUN b', file('.wh.x')]);
    expect(found.map((one) => remedyOf(one, (layer) => `line ${layer + 7}`))).toEqual([
      'remove /x in the RUN that makes it, not in that of line 8',
    ]);
  });

  test.each([
    'RUN /bin/sh -c chown -R app /app # buildkit',
    '/bin/sh -c chmod 755 /app/a /app/b',
    'RUN |1 V=1 /bin/sh -c chgrp -R app /app # buildkit',
  ])('is COPY --chown instead of %s', (command) => {
    const before = { sha256: 's', modified: 5 };
    const found = advised(
      ['COPY . /app # buildkit', file('app/a', 60, before), file('app/b', 40, before)],
      [
        command,
        file('app/a', 60, { ...before, uid: 9 }),
        file('app/b', 40, { ...before, mode: 0 }),
      ],
    );
    expect(inWords(found)).toEqual(['copy-chown 0-1 100+0 in 2 at /app']);
    expect(inText(found)).toEqual([
      'give 2 files in /app their owner and mode with COPY --chown and --chmod, not with the RUN of layer 1',
    ]);
  });

  test('is not that for other content, nor without hashes when the time or nothing differs', () => {
    const pair = (before: Partial<Listed>, after: Partial<Listed>) =>
      advised(
        ['COPY a /', file('x', 1)],
        ['COPY a /a', file('a', 5, before)],
        ['chmod 1 /a', file('a', 5, after)],
      );
    expect(pair({ sha256: 'a' }, { sha256: 'b', mode: 1 })).toEqual([]);
    expect(pair({}, {})).toEqual([]);
    expect(pair({}, { mode: 1, modified: 7 })).toEqual([]);
    expect(pair({}, { mode: 1 })).toHaveLength(1);
    expect(pair({ sha256: 'a' }, { sha256: 'a' })).toHaveLength(1);
  });

  test('is to mount the caches of package managers, those that stay too', () => {
    const found = advised(
      ['FROM scratch'],
      [
        'RUN apt-get update && apt-get install -y gcc',
        file('var/lib/apt/lists/deb', 50),
        file('var/lib/apt/lists/kept', 7),
        file('var/cache/apt/archives/gcc.deb', 30),
        file('usr/bin/gcc', 90),
      ],
      ['RUN pip install x', file('root/.cache/pip/http/1', 20), file('root/.cache/models/m', 400)],
      ['RUN rm -rf /var/cache/apt', file('var/cache/.wh.apt')],
      ['RUN rm /var/lib/apt/lists/deb', file('var/lib/apt/lists/.wh.deb')],
    );
    expect(inWords(found)).toEqual([
      'cache-mount 1- 50+7 in 2 at /var/lib/apt/lists',
      'cache-mount 1- 30+0 in 1 at /var/cache/apt',
      'cache-mount 2- 0+20 in 1 at /root/.cache/pip',
    ]);
    expect(inText(found)[1]).toBe(
      'keep /var/cache/apt out of the image with RUN --mount=type=cache,target=/var/cache/apt',
    );
  });

  test.each([
    '/root/.npm',
    '/home/node/.npm',
    '/root/.cache/go-build',
    '/root/.cache/anything',
    '/root/.m2',
    '/usr/local/cargo/registry',
    '/go/pkg/mod',
    '/var/cache/apk',
    '/root/.local/share/pnpm/store',
  ])('knows the cache %s', (cache) => {
    const path = cache.slice(1);
    const found = advised(['RUN get', file(`${path}/a/b`, 5)], ['RUN rm', file(`${path}/.wh.a`)]);
    expect(inWords(found)).toEqual([`cache-mount 0- 5+0 in 1 at ${cache}`]);
  });

  test.each([
    'RUN apt-get purge -y --auto-remove gcc',
    'RUN apt-get -y remove gcc',
    'RUN apk del .build-deps',
    'RUN apk --no-cache del gcc',
    'RUN dnf -y remove gcc',
    '/bin/sh -c microdnf remove gcc',
    'RUN pacman -Rs gcc',
  ])('is a stage of its own for the tools that %s takes away', (command) => {
    const found = advised(
      ['RUN install gcc', file('usr/bin/gcc', 80), file('etc/conf', 3)],
      [command, file('usr/bin/.wh.gcc'), file('etc/conf', 4)],
    );
    expect(inWords(found)).toEqual([
      'multi-stage 0-1 80+0 in 1 at /usr/bin/gcc',
      'same-run 0-1 3+0 in 1 at /etc/conf',
    ]);
  });

  test('is a stage of its own for sources that are copied in and removed', () => {
    const found = advised(
      ['/bin/sh -c #(nop) COPY dir:abc in /src ', file('src/a.c', 5), file('src/b.c', 6)],
      ['/bin/sh -c make && rm -rf /src', file('.wh.src'), file('usr/bin/tool', 9)],
    );
    expect(inWords(found)).toEqual(['multi-stage 0-1 11+0 in 2 at /src']);
    expect(inText(found)).toEqual([
      'move the work that needs 2 files in /src to another stage, and COPY --from it only what the image needs',
    ]);
  });

  test('is to copy once what a later COPY or ADD brings again, changed or not', () => {
    const [x, other] = [file('x', 5), file('x', 6)];
    const once = ['copy-once 0-1 5+0 in 1 at /x'];
    expect(inWords(advised(['COPY x /x', x], ['COPY --chown=1:1 x /x', x]))).toEqual(once);
    expect(inWords(advised(['ADD x /x', x], ['COPY y /x', other]))).toEqual(once);
  });

  test('leaves a file in the first COPY where a RUN before the second may need it', () => {
    const pair = (sha256: string, ...between: readonly Built[]) =>
      inText(
        advised(
          ['COPY package.json /app/', file('app/package.json', 5, { sha256: 'a' })],
          ...between,
          ['COPY . /app', file('app/package.json', 5, { sha256 })],
        ),
      );
    const run: Built = ['RUN npm ci', file('app/node_modules/x', 1)];
    expect([pair('a', run), pair('b', run), pair('a', ['WORKDIR /app']), pair('b')]).toEqual([
      ['leave /app/package.json out of the COPY of layer 2: it is there already'],
      ['copy /app/package.json once: the COPY of layer 2 brings it again'],
      ['leave /app/package.json out of this COPY: that of layer 2 brings it again'],
      ['leave /app/package.json out of this COPY: that of layer 1 brings it again'],
    ]);
  });

  test('is not given where no change of the Dockerfile helps', () => {
    const remove: Built = ['RUN rm /x', file('.wh.x')];
    const x = file('x', 5);
    expect(advised([{ command: 'RUN make', isBase: true }, x], remove)).toEqual([]);
    expect(advised(['/bin/sh -c #(nop) ADD file:abc in / ', x], remove)).toEqual([]);
    expect(advised(['', x], remove)).toEqual([]);
    expect(advised(['RUN make', x], ['', file('.wh.x')])).toEqual([]);
    expect(advised(['WORKDIR /x', x], remove)).toEqual([]);
    expect(advised(['RUN make', x, file('x', 6)])).toEqual([]);
    expect(advised(['COPY x /x', x], ['RUN sed -i /x', file('x', 6)])).toEqual([]);
    expect(
      adviceOn({ waste: wasteOf([listingOf([x]), listingOf([x])]).waste, layers: [] }),
    ).toEqual([]);
  });

  test('names a path that is not plain so that it cannot speak', () => {
    const found = advised(
      ['RUN make', file('a\n::error::b', 5), file('c', 1)],
      ['RUN rm', file('.wh.a\n::error::b')],
      ['RUN rm', file('.wh.c')],
      ['RUN make', file('d', 1), file('e', 1)],
      ['RUN rm', file('.wh.d'), file('.wh.e')],
    );
    expect(inText(found)).toEqual([
      'remove "/a\\n::error::b" in the RUN that makes it, not in that of layer 1',
      'remove /d and 1 more in the RUN that makes them, not in that of layer 4',
      'remove /c in the RUN that makes it, not in that of layer 2',
    ]);
  });

  test('never promises more than the waste that it would take away', () => {
    const commands = [
      'RUN make',
      'COPY . /',
      'RUN chmod 1',
      'RUN apk del x',
      '',
      'RUN rm',
      'USER x',
    ];
    const layers = (seed: number) =>
      Array.from({ length: 5 }, (_, at) => ({
        command: commands[random(seed * 7 + at)(commands.length)] ?? '',
      }));
    let promised = 0;
    for (let seed = 0; seed < 1000; seed++) {
      const { waste, reclaimableBytes, kept } = wasteOf(randomLayers(seed));
      const found = adviceOn({ waste, kept: kept(), layers: layers(seed) });
      const sum = found.reduce((total, { bytes }) => total + bytes, 0);
      expect(sum).toBeLessThanOrEqual(reclaimableBytes);
      for (const { layer, hiddenIn, bytes } of found) {
        const rows = waste.filter((row) => row.addedIn === layer && row.hiddenIn === hiddenIn);
        expect(bytes).toBeLessThanOrEqual(rows.reduce((total, row) => total + row.bytes, 0));
      }
      promised += sum;
    }
    expect(promised).toBeGreaterThan(0);
  });
});
