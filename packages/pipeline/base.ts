import type { Result } from '#gate';
import { baseGate, baseOf, type Ground } from '#lifecycle';
import type { Digest, Readable } from '#oci';

/** Whether an image that is stored nowhere yet stands on an allowed base; nothing when the policy names none. */
export async function judgeBase(
  own: Readable,
  digest: Digest,
  { policy, open }: Ground,
): Promise<readonly Result[]> {
  if (policy.base === undefined) return [];
  const facts = await baseOf(own, digest, open);
  return [baseGate.judge(policy.base.allowed, facts, undefined)];
}
