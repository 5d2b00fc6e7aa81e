import type { Random } from '../rounds.ts';

/** A stretch of a length: mostly short, at times anything. */
function stretch(random: Random, length: number): readonly [from: number, to: number] {
  const from = random.below(length + 1);
  const most = random.below(4) === 0 ? length - from : Math.min(length - from, 8);
  return [from, from + random.below(most + 1)];
}

const numbers = [0, 1, 0x20, 0x2f, 0x30, 0x37, 0x7f, 0x80, 0xff] as const;

/** Bytes with a few changes of the kind that breaks readers: bits, borders, lengths, repetitions, ends. */
export function mutatedBytes(random: Random, original: Uint8Array): Uint8Array {
  let bytes: Uint8Array = Uint8Array.from(original);
  for (let change = 1 + random.below(4); change > 0; change -= 1) {
    const [from, to] = stretch(random, bytes.length);
    const put = (...parts: readonly Uint8Array[]): void => {
      bytes = Buffer.concat([bytes.subarray(0, from), ...parts, bytes.subarray(to)]);
    };
    switch (random.below(7)) {
      case 0:
        if (from < bytes.length) bytes[from] = (bytes[from] ?? 0) ^ (1 << random.below(8));
        break;
      case 1:
        bytes.fill(random.pick(numbers), from, to);
        break;
      case 2:
        put();
        break;
      case 3:
        put(bytes.slice(from, to), bytes.slice(from, to));
        break;
      case 4:
        put(bytes.slice(from, to), random.bytes(random.below(9)));
        break;
      case 5:
        bytes = bytes.subarray(0, from);
        break;
      default:
        bytes.copyWithin(random.below(bytes.length + 1), from, to);
    }
  }
  return bytes;
}

/** A text with a few changes: pieces of a vocabulary put in, stretches doubled, swapped and taken out. */
export function mutatedText(
  random: Random,
  original: string,
  vocabulary: readonly [string, ...string[]],
): string {
  let text = original;
  for (let change = 1 + random.below(5); change > 0; change -= 1) {
    const [from, to] = stretch(random, text.length);
    const [before, inner, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
    switch (random.below(6)) {
      case 0:
        text = before + after;
        break;
      case 1:
        text = before + inner.repeat(2 + random.below(3)) + after;
        break;
      case 2:
        text = before + random.pick(vocabulary).repeat(1 + random.below(20)) + after;
        break;
      case 3:
        text = after + inner + before;
        break;
      default:
        text = before + random.pick(vocabulary) + after;
    }
    if (text.length > 100_000) return text.slice(0, 100_000);
  }
  return text;
}

/** Up to `most` of these, again and again the same ones if it comes so. */
export const some = <T>(random: Random, from: readonly [T, ...T[]], most: number): readonly T[] =>
  Array.from({ length: random.below(most + 1) }, () => random.pick(from));
