import type { Complaint } from './registry-answer.ts';

/**
 * What a registry minds when it does not write a manifest under a tag. `immutable`: it said so. `conflict`: the
 * tag, for a reason that may be that it is written once, or that it stands elsewhere by now. `denial`: a login
 * that may not write, or a tag that nobody may move; what may be written tells. `other`: not the tag.
 */
export type Objection = 'immutable' | 'conflict' | 'denial' | 'other';

/**
 * Reads a refusal. Each registry has its own way to say that a tag is written once: ECR 400 TAG_INVALID, Harbor
 * 412 PRECONDITION, Quay 400 or 409 UNKNOWN, Docker Hub and Artifact Registry by their text, Azure 405 with
 * "disallowed" for what is locked, Nexus 400 "does not allow updating", zot 403 DENIED as for a login.
 */
export function objectionOf(status: number, { codes, says }: Complaint): Objection {
  if (status < 400 || status === 401) return 'other';
  if (/immutab|cannot be overwritten|does not allow updating/i.test(says)) return 'immutable';
  if (status === 409 || status === 412) return 'conflict';
  if (status === 400 && codes.includes('TAG_INVALID')) return 'conflict';
  if (/operation is disallowed/i.test(says)) return 'denial';
  return status === 403 ? 'denial' : 'other';
}
