import type { History, ImageConfig } from '#image';
import { digestOf, type Digest } from '#oci';

type Part = Pick<ImageConfig, 'history' | 'rootfs'>;

/** A digest that a name stands for. */
export const digest = (name: string): Digest => digestOf(Buffer.from(name));

/** An entry that made no layer. */
export const empty = (created_by: string): History => ({ created_by, empty_layer: true });

/** A config with these entries; a text is one that made a layer. */
export function history(...given: readonly (string | History)[]): Part & {
  /** The same with another number of layers. */
  of(count: number): Part;
} {
  const entries = given.map((one) => (typeof one === 'string' ? { created_by: one } : one));
  const of = (count: number): Part => ({
    history: entries,
    rootfs: {
      type: 'layers',
      diff_ids: Array.from({ length: count }, (_, at) => digest(`layer ${at}`)),
    },
  });
  return { ...of(entries.filter(({ empty_layer }) => empty_layer !== true).length), of };
}
