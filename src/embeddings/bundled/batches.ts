/**
 * Splits texts, in order, into batches that are full with `size` UTF-16 code units or with the text that passes it.
 * @returns positions in `texts`, each exactly once
 */
export function batchesBySize(texts: readonly string[], size: number): number[][] {
  const batches: number[][] = [];
  let held = size;
  texts.forEach(({ length }, position) => {
    if (held >= size) {
      batches.push([]);
      held = 0;
    }
    batches.at(-1)!.push(position);
    held += length;
  });
  return batches;
}

/** Cuts a text to at most `limit` UTF-16 code units, at a space where there is one in its last third. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const space = text.lastIndexOf(' ', limit);
  return text.slice(0, space > (limit * 2) / 3 ? space : limit).replace(/[\uD800-\uDBFF]$/, '');
}
