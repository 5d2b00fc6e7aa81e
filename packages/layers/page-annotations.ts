import { posix } from 'node:path';

import { formatBytes } from '#io';
import type { Annotation } from '#report';

import type { LayersDocument } from './document.ts';
import { notableAdvice, sentence } from './page-words.ts';

const mostAnnotations = 10;

/**
 * The advice that saves most, on the lines that it is about. GitHub knows a file by its plain path alone, without `./`.
 * @param onPage how many pieces of advice the page has for each platform
 */
export function layersAnnotations(
  { platforms, dockerfile }: Pick<LayersDocument, 'platforms' | 'dockerfile'>,
  onPage: number,
): readonly Annotation[] {
  if (dockerfile === null) return [];
  const file = posix.normalize(dockerfile);
  const seen = new Set<string>();
  const found = platforms.flatMap((of) =>
    notableAdvice(of).flatMap(({ line, text, bytes, keptBytes }, at): readonly Annotation[] => {
      if (line === null || seen.has(`${line} ${text}`)) return [];
      seen.add(`${line} ${text}`);
      const message = `${sentence(text)} (saves ${formatBytes(bytes + keptBytes)}).`;
      const said = at < onPage ? { isOnPage: true as const } : {};
      return [{ level: 'warning', title: 'Layers', message, file, line, ...said }];
    }),
  );
  return found.slice(0, mostAnnotations);
}
