import { posix } from 'node:path';

import { formatBytes } from '#io';
import type { Annotation } from '#report';

import type { LayersDocument } from './document.ts';
import { notableAdvice, sentence } from './page-words.ts';

const mostAnnotations = 10;

/** The advice that saves most, on the lines that it is about. GitHub knows a file by its plain path alone, without `./`. */
export function layersAnnotations({
  platforms,
  dockerfile: file,
}: Pick<LayersDocument, 'platforms' | 'dockerfile'>): readonly Annotation[] {
  if (file === null) return [];
  const seen = new Set<string>();
  return platforms
    .flatMap(notableAdvice)
    .flatMap(({ line, text, bytes, keptBytes }): readonly Annotation[] => {
      if (line === null || seen.has(`${line} ${text}`)) return [];
      seen.add(`${line} ${text}`);
      const message = `${sentence(text)}: saves ${formatBytes(bytes + keptBytes)}.`;
      return [{ level: 'warning', title: 'Layers', message, file: posix.normalize(file), line }];
    })
    .slice(0, mostAnnotations);
}
