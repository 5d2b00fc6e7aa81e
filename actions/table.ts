import type { ActionModule, Document } from '#io';

export interface Entry {
  /** Loaded only when it runs, so that a light action does not pay for the heavy rooms. */
  readonly load: () => Promise<ActionModule<Document>>;
  /** Has an action.yml and a stub; else it is a command of the command line alone. */
  readonly action: boolean;
}

const entries = {
  run: { load: async () => (await import('./run/module.ts')).run, action: true },
  build: { load: async () => (await import('./build/module.ts')).build, action: true },
  tags: { load: async () => (await import('./tags/module.ts')).tags, action: true },
  layers: { load: async () => (await import('./layers/module.ts')).layers, action: true },
  promote: { load: async () => (await import('./promote/module.ts')).promote, action: true },
  trace: { load: async () => (await import('./trace/module.ts')).trace, action: true },
  copy: { load: async () => (await import('../cli/copy/module.ts')).copy, action: false },
  serve: { load: async () => (await import('../cli/serve/module.ts')).serve, action: false },
  status: { load: async () => (await import('../cli/status/module.ts')).status, action: false },
} as const satisfies Readonly<Record<string, Entry>>;

export type Name = keyof typeof entries;

/** All that the suite can do, by name. */
export const table: Readonly<Record<Name, Entry>> = entries;
