/** What stands in for a placeholder of de-identification when a text is matched or embedded. */
const STAND_INS: Readonly<Record<string, string>> = {
  NAME: 'someone',
  SCHOOL: 'school',
  PLACE: 'town',
};

/**
 * A text without the brackets of its placeholders, so that patterns and models see a sentence:
 * `[NAME_1] hit me` reads `someone hit me`. Identifiers that are no words of a sentence vanish.
 */
export function withoutPlaceholders(text: string): string {
  return text.replace(/\[([A-Z_]+)_\d+\]/g, (_, entity: string) => STAND_INS[entity] ?? '');
}

/**
 * The form that cues are written for: lower case, straight apostrophes, NFC, single spaces, no placeholders.
 * Offsets into it are not offsets into the text.
 */
export function normalised(text: string): string {
  return withoutPlaceholders(text)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘ʼ´`]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}
