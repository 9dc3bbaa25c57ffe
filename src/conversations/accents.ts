/**
 * A text or a pattern without its Latin accents, letter for letter, so that offsets stay: texters write `a cote`
 * and `touche` as often as `à côté` and `touché`, and a cue has to find both.
 */
export function unaccented(text: string): string {
  return text.replace(/[\u00c0-\u024f]/g, (letter) => letter.normalize('NFD').charAt(0));
}
