/** Phrases of a list written as `one|two words|three`, over several lines. */
export const phrases = (text: string): string[] =>
  text
    .trim()
    .replace(/\s*\n\s*/g, '')
    .split('|');
