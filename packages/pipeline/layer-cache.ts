import path from 'node:path';

import { LayerCache } from '#image';
import type { Io } from '#io';

/** Inputs of actions that look into layers. */
export interface LayerCacheInput {
  readonly 'layer-cache'?: string | undefined;
  /** Bytes. */
  readonly 'layer-cache-size'?: number;
}

/** What is known of layers on this machine; undefined where there is no home to keep anything in. */
export function layerCacheOf(
  { env, cwd }: Pick<Io, 'env' | 'cwd'>,
  input: LayerCacheInput,
): LayerCache | undefined {
  const { 'layer-cache-size': maxBytes } = input;
  const home = env.get('HOME');
  const caches = env.get('XDG_CACHE_HOME') ?? (home && path.join(home, '.cache'));
  const folder = input['layer-cache'] ?? (caches && path.join(caches, 'ecluse', 'layers'));
  if (folder === undefined || folder === '') return undefined;
  return new LayerCache(path.resolve(cwd, folder), maxBytes === undefined ? {} : { maxBytes });
}
