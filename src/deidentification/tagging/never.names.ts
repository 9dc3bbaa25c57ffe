import { FUNCTION_WORDS } from '../../conversations/language.words.js';
import { KIN, SLANG } from '../recognizers/ordinary.js';

/** Function words, kin and slang, which name nobody by themselves where no list knows them as a name. */
export const NEVER_NAMES: ReadonlySet<string> = new Set([
  ...FUNCTION_WORDS.en,
  ...FUNCTION_WORDS.fr,
  ...KIN,
  ...SLANG,
]);
