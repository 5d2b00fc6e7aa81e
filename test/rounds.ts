/** Numbers that look random and are the same for the same seed: `below(n)` is a whole number from 0 to n - 1. */
export interface Random {
  below(limit: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
  bytes(length: number): Uint8Array;
}

/** A generator of the xorshift family with 32 bits of state, which is plenty to vary tests. */
export function randomFrom(seed: number): Random {
  // Neighbouring seeds have to lead to unlike states, and 0 is the one state it never leaves.
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
  for (let warm = 0; warm < 8; warm += 1) next();
  const below = (limit: number): number => next() % limit;
  return {
    below,
    pick: (from) => from[below(from.length)] ?? from[0],
    bytes: (length) => Uint8Array.from({ length }, () => below(256)),
  };
}

const setting = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);

/**
 * Runs a body again and again, each time with the next seed, until its part of the file's share of time is used up;
 * at least once. `parts` is how many tests of the file share that time. The error of a round names its seed.
 */
export async function rounds(
  body: (random: Random, seed: number) => unknown,
  { parts = 1 }: { readonly parts?: number } = {},
): Promise<number> {
  const first = setting('ECLUSE_SEED', 1);
  const end = performance.now() + setting('ECLUSE_ROUNDS_MS', 0) / parts;
  let round = 0;
  do {
    const seed = first + round;
    try {
      await body(randomFrom(seed), seed);
    } catch (cause) {
      throw new Error(`failed with npm run test:deep -- --minutes 0 --seed ${seed}`, { cause });
    }
    round += 1;
  } while (performance.now() < end);
  return round;
}
