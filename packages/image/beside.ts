/** The URL of a script that stands beside its caller: TypeScript from source, JavaScript in a bundle. */
export function beside(name: string, url: string): URL {
  // Put together at run time: a bundler copies a file whose name it can read.
  return new URL(`./${name}${url.endsWith('.ts') ? '.ts' : '.js'}`, url);
}
