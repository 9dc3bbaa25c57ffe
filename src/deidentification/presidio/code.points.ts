/** Where each code point of a text starts in UTF-16, and where the last one ends: how Python's offsets are read. */
export function codePointOffsets(text: string): number[] {
  const offsets = [0];
  let offset = 0;
  for (const character of text) offsets.push((offset += character.length));
  return offsets;
}
