import { Failed, messageOf, quote, UsageError, type Io } from '#io';
import { parseReference, resolveReference, type OpenRepository, type Resolved } from '#oci';

/** How files are called, and images are not. */
const archive = /\.(?:tar|tgz|tar\.(?:gz|zst))$/i;

interface Ground {
  readonly open: OpenRepository;
  readonly log: Io['log'];
}

/**
 * Finds an image to look into. The repository of a registry alone means `latest`, as engines have it: the log says so.
 * @throws UsageError for a reference that means none or several; NotThere
 */
export async function imageNamed(text: string, { open, log }: Ground): Promise<Resolved> {
  const { transport, name, tag, digest } = parseReference(text);
  if (transport !== 'registry') return resolveReference(open, text);
  const isWhole = tag !== undefined || digest !== undefined;
  if (!isWhole) {
    if (archive.test(text)) throw new UsageError(fileNamed(text));
    log.info(`${name} was named without a tag, which means latest`);
  }
  return resolveReference(open, isWhole ? text : `${name}:latest`).catch((error: unknown) => {
    const isShort = name.startsWith('docker.io/') && !text.startsWith('docker.io/');
    throw isShort ? hinted(error) : error;
  });
}

const fileNamed = (text: string): string =>
  `${quote(text)} is the name of an image in a registry: for a file write docker-archive:${text} or oci-archive:${text}`;

/** A name that was written without its registry may be meant for an engine on this machine. */
function hinted(error: unknown): unknown {
  if (!(error instanceof Failed) || error.exit !== 3) return error;
  const hint =
    'an image of an engine is looked into with docker save NAME | ecluse layers docker-archive:-';
  return new Failed(3, error.code, `${messageOf(error)}; ${hint}`);
}
