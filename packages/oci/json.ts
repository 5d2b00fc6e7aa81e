import { Corrupt } from './errors.ts';

export interface JsonLimits {
  readonly maxBytes?: number;
  readonly maxDepth?: number;
}

/** A manifest of this size is as large as registries must take. https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-manifests */
export const maxManifestBytes = 4 * 1024 * 1024;

const quote = 0x22;
const backslash = 0x5c;
const opening = new Set([0x5b, 0x7b]);
const closing = new Set([0x5d, 0x7d]);

/**
 * Reads JSON that somebody else wrote. `what` names it in the sentence of the error.
 * @throws Corrupt when it is too large, too deep, no UTF-8 or no JSON
 */
export function parseJson(
  bytes: Uint8Array,
  what: string,
  { maxBytes = maxManifestBytes, maxDepth = 64 }: JsonLimits = {},
): unknown {
  if (bytes.length > maxBytes) {
    throw new Corrupt(what, `it has ${bytes.length} bytes, and ${maxBytes} are the most`);
  }
  // Before JSON.parse, which recurses: depth costs an attacker one byte a level.
  if (deeperThan(maxDepth, bytes)) {
    throw new Corrupt(what, `its JSON is nested more than ${maxDepth} levels deep`);
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw new Corrupt(what, 'it is not JSON in UTF-8');
  }
}

function deeperThan(maxDepth: number, bytes: Uint8Array): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (inText) {
      if (byte === backslash) at++;
      else if (byte === quote) inText = false;
    } else if (byte === quote) inText = true;
    else if (opening.has(byte)) {
      depth++;
      if (depth > maxDepth) return true;
    } else if (closing.has(byte)) depth--;
  }
  return false;
}
