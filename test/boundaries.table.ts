/** Node's own modules that touch nothing outside: any room may have them. */
export const harmless = [
  'buffer',
  'crypto',
  'events',
  'path',
  'stream',
  'stream/consumers',
  'stream/promises',
  'string_decoder',
  'timers/promises',
  'util',
  'zlib',
].map((name) => `node:${name}`);

/** Rooms from top to bottom. A room imports rooms above it, `harmless`, and what stands beside its name. */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  report: [],
  gate: ['valibot'],
  io: [
    'node:fs',
    'node:fs/promises',
    'node:child_process',
    'node:os',
    'node:http',
    'node:https',
    'node:net',
    'node:tls',
    'node:url',
    'node:v8',
    '@actions/core',
    '@actions/exec',
    'valibot',
  ],
  git: ['node:fs', 'node:fs/promises'],
  oci: ['node:fs', 'node:fs/promises', 'node:os', 'valibot'],
  dockerfile: [],
  inventory: ['valibot'],
  image: ['node:fs', 'node:fs/promises', 'node:os', 'node:worker_threads', 'valibot'],
  layers: ['valibot'],
  version: [],
  metadata: ['node:vm'],
  labels: [],
  config: ['node:fs/promises', '@valibot/to-json-schema', 'valibot', 'yaml'],
  builder: ['node:fs', 'node:fs/promises'],
  lifecycle: ['valibot'],
  trace: ['valibot'],
  pipeline: ['valibot'],
};

/** Everything that files of a room may import, relative paths apart. */
export const allowed = (room: string): readonly string[] => {
  const above = Object.keys(rooms).slice(0, Object.keys(rooms).indexOf(room));
  return [...above.map((name) => `#${name}`), ...harmless, ...(rooms[room] ?? [])];
};
