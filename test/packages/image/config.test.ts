import { expect, test } from '@jest/globals';

import { parseConfig } from '#image';
import { Corrupt, type Digest } from '#oci';

const digest = `sha256:${'a'.repeat(64)}` as Digest;
const parse = (value: unknown) => parseConfig(Buffer.from(JSON.stringify(value)));
const small = {
  architecture: 'amd64',
  os: 'linux',
  rootfs: { type: 'layers', diff_ids: [digest] },
};

test('a config is read, and what we do not know stays in it', () => {
  const config = {
    ...small,
    variant: 'v8',
    'os.version': '10.0',
    config: { Env: ['A=b'], Cmd: ['x'], Healthcheck: { Test: ['NONE'] }, ArgsEscaped: true },
    history: [{ created_by: 'x', empty_layer: true }],
  };
  expect(parse(config)).toEqual(config);
});

test('the nulls that Go writes for empty lists are absent', () => {
  const { config, history, rootfs } = parse({
    ...small,
    config: { Env: null, Cmd: null, Labels: null, ExposedPorts: null, OnBuild: null },
    history: null,
    rootfs: { type: 'layers', diff_ids: null },
  });
  expect(config?.Env).toBeUndefined();
  expect(config?.Labels).toBeUndefined();
  expect(history).toBeUndefined();
  expect(rootfs.diff_ids).toEqual([]);
});

test.each([
  ['no JSON', Buffer.from('{'), 'it is not JSON in UTF-8'],
  ['no UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'it is not JSON in UTF-8'],
  ['a word', Buffer.from('"x"'), 'it is not right: '],
  [
    'without an architecture',
    Buffer.from('{"os":"linux","rootfs":{"type":"layers","diff_ids":[]}}'),
    '"architecture" is not right: ',
  ],
  [
    'with a diff id that is none',
    Buffer.from('{"architecture":"a","os":"l","rootfs":{"type":"layers","diff_ids":["x"]}}'),
    '"rootfs.diff_ids.0" is not right: ',
  ],
  [
    'with numbers for words',
    Buffer.from(JSON.stringify({ ...small, config: { Cmd: [1] } })),
    '"config.Cmd.0" is not right: ',
  ],
  ['too long', Buffer.alloc((8 << 20) + 1, 0x20), 'it has 8388609 bytes, and 8388608 are the most'],
])('a config that is %s is corrupt', (_, bytes, why) => {
  expect(() => parseConfig(bytes, 'config 7')).toThrow(Corrupt);
  expect(() => parseConfig(bytes, 'config 7')).toThrow(`config 7 is corrupt: ${why}`);
});
