import type { Document } from './io.ts';

/** An output may hold 1 MiB, but it becomes the input of a later step: one environment variable of at most 128 KiB. */
const limitBytes = 64 * 1024;

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify([value]));
const kept = new Set(['kind', 'image', 'digest', 'results']);

/**
 * The result document as the output `metadata`: whole when it is small enough, else without its largest fields, then without
 * the gates' evidence, then with as many gates as fit. `shortened` says what is missing.
 */
export function metadataOf(document: Document): string {
  const whole = JSON.stringify(document);
  if (Buffer.byteLength(whole) <= limitBytes) return whole;
  const fields = Object.entries(document)
    .filter(([name]) => !kept.has(name))
    .sort(([, a], [, b]) => bytesOf(b) - bytesOf(a));
  const left: string[] = [];
  for (const [name] of fields) {
    left.push(name);
    const text = without(document, left, document.results);
    if (Buffer.byteLength(text) <= limitBytes) return text;
  }
  return gates(document, left);
}

function gates(document: Document, left: readonly string[]): string {
  // Failures first: they are what a reader of a summary needs.
  const results = document.results
    .map((result) => ({ ...result, reason: result.reason.slice(0, 400), evidence: [] }))
    .sort((a, b) => Number(a.outcome === 'passed') - Number(b.outcome === 'passed'));
  let count = results.length;
  for (;;) {
    const missing = count === results.length ? 'evidence' : `gates but ${count}`;
    const text = without(document, [...left, missing], results.slice(0, count));
    if (Buffer.byteLength(text) <= limitBytes || count === 0) return text;
    count = Math.floor(count / 2);
  }
}

function without(document: Document, left: readonly string[], results: unknown): string {
  const fields = Object.entries(document).filter(([name]) => !left.includes(name));
  const shortened = `left out: ${left.join(', ').slice(0, 1000)}; the file named by metadata-file holds all`;
  return JSON.stringify({ ...Object.fromEntries(fields), results, shortened });
}
