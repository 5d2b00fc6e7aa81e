export interface Product {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly cents: number;
}

export const products: readonly Product[] = [
  {
    id: 'gate',
    name: 'Lock gate',
    text: 'Keeps the river where it belongs.',
    cents: 185000,
  },
  {
    id: 'rope-20',
    name: 'Mooring rope, 20 m',
    text: 'Eight strands, floats, does not kink.',
    cents: 4990,
  },
  {
    id: 'fender-m',
    name: 'Fender, medium',
    text: 'For walls that are closer than they look.',
    cents: 2350,
  },
  {
    id: 'lock-key',
    name: 'Lock key',
    text: 'Opens every paddle between here and the sea.',
    cents: 1200,
  },
  { id: 'lamp', name: 'Deck lamp', text: 'Nine hours on one charge.', cents: 3425 },
];

export const find = (id: string): Product | undefined =>
  products.find((product) => product.id === id);

/** `4990` is `€49.90`. */
export const price = (cents: number): string => `€${(cents / 100).toFixed(2)}`;
