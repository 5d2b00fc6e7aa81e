import { rawOf, type RawPath } from '#image';

/** Where a COPY or ADD goes, before links in the image are followed. */
export interface Destination {
  readonly path: RawPath;
  /** It ends with `/`, `.` or `..`, so that a file goes into it under its own name. */
  readonly isFolder: boolean;
}

/** An absolute path as WORKDIR and destinations are joined: `..` does not leave the root. */
export function absolute(workdir: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${path.startsWith('/') ? '' : workdir}/${path}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** Reads the destination of a COPY or ADD. */
export const destinationOf = (destination: string, workdir: string): Destination => ({
  path: rawOf(absolute(workdir, destination).slice(1)),
  isFolder: /(?:^|\/)\.{0,2}$/.test(destination),
});
