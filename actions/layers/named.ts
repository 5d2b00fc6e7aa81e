import type { Io } from '#io';
import { parseReference, resolveReference, type OpenRepository, type Resolved } from '#oci';

/**
 * Finds an image to look into. The repository of a registry alone means `latest`, as engines have it: the log says so.
 * @throws UsageError for a reference that means none or several; NotThere
 */
export async function imageNamed(
  text: string,
  { open, log }: { readonly open: OpenRepository; readonly log: Io['log'] },
): Promise<Resolved> {
  const { transport, name, tag, digest } = parseReference(text);
  if (transport !== 'registry' || tag !== undefined || digest !== undefined) {
    return resolveReference(open, text);
  }
  log.info(`${name} was named without a tag, which means latest`);
  return resolveReference(open, `${name}:latest`);
}
