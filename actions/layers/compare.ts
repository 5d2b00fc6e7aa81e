import { findConfig, parseConfig, readPolicy } from '#config';
import { quote, UsageError, type Io } from '#io';
import { isTag, resolveReference, type OpenRepository, type Resolved } from '#oci';

/**
 * The image to compare with: what a reference means, or what stands in an environment of `ecluse.yml`, or under a tag
 * of the same repository.
 * @throws UsageError for a word that is neither; NotThere
 */
export async function comparedWith(
  io: Io,
  text: string,
  { own, open }: { readonly own: Pick<Resolved, 'reference'>; readonly open: OpenRepository },
): Promise<Resolved | 'nothing'> {
  if (/[/:@]/.test(text)) return resolveReference(open, text);
  const environment = await environmentIn(io, text);
  const name = environment?.repository ?? own.reference.name;
  const tag = environment?.tag ?? text;
  if (!isTag(tag)) {
    throw new UsageError(
      `compare ${quote(text)} is neither an environment nor a tag: write one of them, or an image`,
      { input: 'compare' },
    );
  }
  if (environment === undefined) return resolveReference(open, `${name}:${tag}`);
  const descriptor = await open(name, 'read').resolve(tag);
  return descriptor === undefined
    ? 'nothing'
    : resolveReference(open, `${name}@${descriptor.digest}`);
}

async function environmentIn(io: Io, name: string) {
  const history = await io.history();
  const { cwd } = io;
  const tree = await findConfig(cwd, history?.root ?? cwd);
  const { policy } = await readPolicy({ history, event: undefined, tree, cwd });
  const halves = [policy, ...(tree === undefined ? [] : [parseConfig(tree.bytes, tree.path)])];
  return halves
    .flatMap(({ environments }) => environments)
    .find((environment) => environment.name === name);
}
