import { expect, test } from '@jest/globals';

import { distinctFiles, finalFiles } from '#image';
import { bytesByClass, classifier, classOfLayer } from '#layers';

import { hardlink, listing, type Given } from '../image/listings.ts';

const dpkg = new Set(['usr/lib/python3/dist-packages/yaml/loader.py', 'srv/owned']);
/** Layers: two of the base, then a RUN, a COPY, an ADD, a WORKDIR, and one that nobody knows. */
const classify = classifier({
  baseLayers: 2,
  keywords: ['RUN', 'COPY', 'RUN', 'COPY', 'ADD', 'WORKDIR', undefined],
  isPackaged: (path) => dpkg.has(path),
});
const [run, copy, add, workdir, unknown] = [2, 3, 4, 5, 6];

test.each([
  ['app/server.js', 0, 'base'],
  ['app/node_modules/x/i.js', 1, 'base'],
  ['srv/owned', copy, 'tooling'],
  ['usr/lib/python3/dist-packages/yaml/loader.py', run, 'tooling'],
  ['usr/local/lib/python3.12/site-packages/x/y.py', run, 'library'],
  ['app/node_modules/x/i.js', run, 'library'],
  ['app/node_modules/x/i.js', copy, 'library'],
  ['node_modules/x', copy, 'library'],
  ['root/.m2/repository/a/b.jar', run, 'library'],
  ['go/pkg/mod/x/y.go', run, 'library'],
  ['var/www/vendor/autoload.php', copy, 'library'],
  ['usr/local/bundle/gems/rails/x.rb', run, 'library'],
  ['app/libs/guava.jar', copy, 'library'],
  ['app/shop.jar', copy, 'application'],
  ['app/server.js', copy, 'application'],
  ['usr/bin/shop', copy, 'application'],
  ['usr/local/bin/shop', add, 'application'],
  ['usr/bin/gcc', run, 'tooling'],
  ['usr/lib/gcc/x86_64/12/cc1', run, 'tooling'],
  ['usr/local/bin/tool', run, 'tooling'],
  ['lib64/ld.so', run, 'tooling'],
  ['etc/ssl/certs/ca.pem', run, 'tooling'],
  ['var/lib/apt/lists/x', run, 'tooling'],
  ['var/cache/apk/x', unknown, 'tooling'],
  ['root/.cache/pip/x', run, 'tooling'],
  ['home/node/.npm/_cacache/x', run, 'tooling'],
  ['tmp/x', run, 'tooling'],
  ['bin', run, 'tooling'],
  ['usr/src/app/dist/main.js', run, 'application'],
  ['usr/src/app/node_modules/x/i.js', run, 'library'],
  ['var/www/index.php', run, 'application'],
  ['app/dist/main.js', run, 'application'],
  ['binary', run, 'application'],
  ['work', workdir, 'application'],
  ['srv/x', unknown, 'application'],
  ['app/my_node_modules/x', run, 'application'],
  ['', run, 'application'],
])('%s of layer %i is %s', (path, layer, expected) => {
  expect(classify(path, layer)).toBe(expected);
});

test('what a COPY brought as a whole system is that of the system, and its other files of the application', () => {
  const keywords = ['ADD', 'COPY'] as const;
  const whole = classifier({ baseLayers: 0, keywords, systems: [true, false] });
  expect(['usr/bin/apt', 'etc/passwd', 'app/server.js'].map((path) => whole(path, 0))).toEqual([
    'tooling',
    'tooling',
    'application',
  ]);
  expect(whole('usr/bin/shop', 1)).toBe('application');
  expect([whole.folder('usr/bin', 0), whole.folder('usr/bin', 1)]).toEqual([
    'tooling',
    'application',
  ]);
});

test('a folder has the class of each file in it, or leaves it to their names', () => {
  const bare = classifier({ baseLayers: 1, keywords: ['RUN', 'COPY', 'RUN'] });
  const names = [
    'usr',
    'src',
    'lib',
    'home',
    'ada',
    '.npm',
    'node_modules',
    'vendor',
    'var',
    'app',
  ];
  const folders = ['', ...names].flatMap((a) =>
    ['', ...names].flatMap((b) => ['', ...names].map((c) => [a, b, c].filter(Boolean).join('/'))),
  );
  let known = 0;
  for (const folder of folders) {
    for (const layer of [0, 1, 2]) {
      const found = bare.folder(folder, layer);
      if (found === undefined) continue;
      known += 1;
      for (const name of ['x', 'x.jar', 'lib', 'bin', 'src', 'node_modules', '.npm']) {
        const path = folder === '' ? name : `${folder}/${name}`;
        expect([path, layer, bare(path, layer)]).toEqual([path, layer, found]);
      }
    }
  }
  expect(known).toBeGreaterThan(folders.length);
  expect(classify.folder('usr/lib', run)).toBeUndefined();
});

test('bytes are added up by class, a file with several names once', () => {
  const layers = [
    listing({ path: 'usr/bin/sh', sizeBytes: 100 }),
    listing(),
    listing({ path: 'usr/bin/cc', sizeBytes: 20 }, hardlink('usr/bin/gcc', 'usr/bin/cc')),
    listing({ path: 'app/a', sizeBytes: 3 }, { path: 'app/node_modules/b', sizeBytes: 4 }),
  ];
  expect(bytesByClass(distinctFiles(finalFiles(layers).values()), classify)).toEqual({
    base: 100,
    tooling: 20,
    library: 4,
    application: 3,
  });
  const waste = [{ path: 'usr/bin/cc', layer: run, sizeBytes: 7 }];
  expect(bytesByClass(waste, classify)).toEqual({
    base: 0,
    tooling: 7,
    library: 0,
    application: 0,
  });
});

test.each<[string, readonly (string | Given)[], number, string]>([
  [
    'most bytes',
    [
      { path: 'app/a', sizeBytes: 3 },
      { path: './app/node_modules/b', sizeBytes: 4 },
    ],
    copy,
    'library',
  ],
  [
    'most entries where there are no bytes',
    ['/var/lib/apt/.wh.lists', 'app/', 'etc/x'],
    run,
    'tooling',
  ],
  ['nothing, for a layer of the base', [], 0, 'base'],
  ['nothing', [], run, 'application'],
])('a layer is of the class that has %s', (_, entries, layer, expected) => {
  expect(classOfLayer(listing(...entries), layer, classify)).toBe(expected);
});

test('long and hostile paths are classed in no time', () => {
  const started = performance.now();
  for (const part of ['/', 'a/', 'lib/', 'node_modules', '.', 'go/pkg/', 'usr/']) {
    const path = part.repeat(4096 / part.length);
    for (let at = 0; at < 1000; at++) classify(path, run);
    classOfLayer(listing(path), run, classify);
  }
  expect(performance.now() - started).toBeLessThan(2000);
});
