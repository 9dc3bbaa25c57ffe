/**
 * Splits texts into batches of texts of like length, longest first so that no thread ends on a long one.
 * A batch is padded to its longest text, so mixing lengths costs time.
 * @returns positions in `texts`, each exactly once
 */
export function batchesByLength(texts: readonly string[], size: number): number[][] {
  const order = texts.map((_, position) => position);
  order.sort((a, b) => texts[b]!.length - texts[a]!.length || a - b);
  const batches: number[][] = [];
  for (let start = 0; start < order.length; start += size) batches.push(order.slice(start, start + size));
  return batches;
}

/** Cuts a text to at most `limit` UTF-16 code units, at a space where there is one in its last third. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const space = text.lastIndexOf(' ', limit);
  return text.slice(0, space > (limit * 2) / 3 ? space : limit).replace(/[\uD800-\uDBFF]$/, '');
}
