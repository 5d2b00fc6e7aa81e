import { quote, UsageError } from '#io';
import { isDigest, parseDigest, parseReference, type Digest } from '#oci';

/** What somebody wants to have traced: a place with a name, or a digest of which it is not said where it is. */
export type Asked = { readonly reference: string } | { readonly digest: Digest };

const hex = /^[0-9a-f]{64}$/;
/** What a kubelet writes before the IDs that its runtime gives. */
const runtimes: readonly string[] = ['docker', 'containerd', 'cri-o'];

/**
 * Reads a reference, or an image ID as nodes and engines report it: `docker-pullable://name@sha256:…` and
 * `docker://sha256:…` (kubelet with Docker), `name@sha256:…` (containerd, CRI-O), the same behind `containerd://` or `cri-o://`, `sha256:…` (docker inspect, a node
 * that never pulled the image) and its 64 digits alone (podman).
 * @throws UsageError that names the text
 */
export function parseAsked(given: string): Asked {
  const text = given.trim();
  const [, scheme, rest = text] = /^([a-z-]+):\/\/(.*)$/s.exec(text) ?? [];
  if (scheme !== undefined && runtimes.includes(scheme) && hex.test(rest)) {
    throw new UsageError(
      `${quote(text)} is the ID of a container: take the imageID beside it, as in kubectl get pod NAME -o jsonpath='{.status.containerStatuses[0].imageID}'`,
      { input: 'image' },
    );
  }
  if (scheme !== undefined && scheme !== 'docker-pullable' && !runtimes.includes(scheme)) {
    throw new UsageError(
      `${quote(text)} is not an image: write NAME:TAG, NAME@sha256:… or an image ID as a node reports it`,
      { input: 'image' },
    );
  }
  if (hex.test(rest)) return { digest: parseDigest(`sha256:${rest}`) };
  if (isDigest(rest)) return { digest: rest };
  if (/^sha(?:256|512):/.test(rest)) return { digest: parseDigest(rest) };
  parseReference(rest);
  return { reference: rest };
}
