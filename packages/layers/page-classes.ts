import { formatBytes } from '#io';

import { fileClasses } from './classes.ts';
import type { LayersOfPlatform } from './document.ts';

/** `base 5.6 MB, application 0.6 MB (+1.5 MB wasted)`; empty where all is of one class, which the layers tell. */
export function byClass({
  classes,
  wasteClasses,
}: Pick<LayersOfPlatform, 'classes' | 'wasteClasses'>): string {
  const found = fileClasses.filter((name) => classes[name] + wasteClasses[name] > 0);
  if (found.length < 2) return '';
  return found
    .map((name) => {
      const wasted = wasteClasses[name];
      const more = wasted === 0 ? '' : ` (+${formatBytes(wasted)} wasted)`;
      return `${name} ${formatBytes(classes[name])}${more}`;
    })
    .join(', ');
}
