import type { Result } from '#gate';
import { baseGate, baseOf, type Ground } from '#lifecycle';
import { isDigest, type Descriptor, type Digest, type Repository } from '#oci';

/** Whether an image that is stored nowhere yet stands on an allowed base; nothing when the policy names none. */
export async function judgeBase(
  layout: Repository,
  built: {
    readonly root: Descriptor;
    readonly elsewhere: ReadonlyMap<Digest, Repository>;
  },
  { policy, open }: Ground,
): Promise<readonly Result[]> {
  if (policy.base === undefined) return [];
  const { root, elsewhere } = built;
  const whole: Pick<Repository, 'name' | 'manifest' | 'blob'> = {
    name: layout.name,
    manifest: (at) => ((isDigest(at) ? elsewhere.get(at) : undefined) ?? layout).manifest(at),
    blob: (descriptor) => (elsewhere.get(descriptor.digest) ?? layout).blob(descriptor),
  };
  const facts = await baseOf(whole, root.digest, open);
  return [baseGate.judge(policy.base.allowed, facts, undefined)];
}
