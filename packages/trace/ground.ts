import type { Policy } from '#config';
import type { History } from '#io';
import type { OpenRepository } from '#oci';

/** What a trace needs from outside. */
export interface TraceGround {
  readonly open: OpenRepository;
  readonly policy: Policy;
  /** Where the policy was read, as a person calls it. */
  readonly policySource: string;
  readonly history: History | undefined;
  readonly signal: AbortSignal;
}
