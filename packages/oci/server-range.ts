/** A part of `size` bytes, `to` not included. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/**
 * What a `Range` asks for: undefined for the whole, `none` for what cannot be had. One range is given; several,
 * and what is no range of bytes, are passed over, as is allowed.
 * https://www.rfc-editor.org/rfc/rfc9110#section-14.2
 */
export function rangeOf(header: string | undefined, size: number): Part | 'none' | undefined {
  const [, start = '', end = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (start === '' && end === '') return undefined;
  const from = start === '' ? Math.max(0, size - Number(end)) : Number(start);
  const to = start === '' || end === '' ? size : Math.min(Number(end) + 1, size);
  return from < to ? { from, to } : 'none';
}
