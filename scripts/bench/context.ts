import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const words =
  'the of lock gate water level vessel up down open close when only then and it is'.split(' ');

/** Whole numbers below 2^32 that are the same in every run. */
function* numbers(): Generator<number, never> {
  let state = 1;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    // The low bits of this kind of generator repeat quickly.
    yield (state >>> 8) ^ (state << 24);
  }
}

/**
 * A context of 2,000 files and 100 MB: 1,000 texts of 60 kB, which compress well, and 1,000 files of 40 kB
 * of noise, as images and archives are.
 */
export function writeContext(folder: string): void {
  const random = numbers();
  const vocabulary = words.concat(words.map((word) => `${word}s`));
  for (let index = 0; index < 1000; index += 1) {
    let text = '';
    while (text.length < 60_000) {
      text += `${vocabulary[(random.next().value >>> 1) % vocabulary.length] ?? ''}${text.length % 97 === 0 ? '\n' : ' '}`;
    }
    write(join(folder, `text/${index % 40}/${index}.txt`), text);
    const noise = Uint32Array.from({ length: 10_000 }, () => random.next().value);
    write(join(folder, `noise/${index % 40}/${index}.bin`), new Uint8Array(noise.buffer));
  }
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
