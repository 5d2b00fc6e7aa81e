import type { Policy } from '#config';
import type { History } from '#io';
import type { OpenRepository } from '#oci';

/** What a trace needs from outside. */
export interface TraceGround {
  readonly open: OpenRepository;
  /** The same until a signal: for registries that only an image names, which is a stranger's word. */
  readonly openUntil: (signal: AbortSignal) => OpenRepository;
  /** How long those may take together, in milliseconds; a minute without it. */
  readonly untilMs?: number;
  readonly policy: Policy;
  /** Where the policy was read, as a person calls it. */
  readonly policySource: string;
  readonly history: History | undefined;
  readonly signal: AbortSignal;
}
