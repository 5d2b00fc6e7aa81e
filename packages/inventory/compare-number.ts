/** So many digits are exact in a number. */
const exact = 15;

/** Of numbers of any length, with or without zeros before them; an empty one is 0. */
export function compareNumbers(one: string, other: string): number {
  if (one.length <= exact && other.length <= exact) return Number(one) - Number(other);
  const [a, b] = [BigInt(one), BigInt(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}
