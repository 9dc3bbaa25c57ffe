import { FUNCTION_WORDS } from '../../conversations/language.words.js';
import type { Token } from '../passage.js';
import { KIN, SLANG } from '../recognizers/ordinary.js';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Words after which even an everyday word may be what a place, a school or a person is called: `at compass`. */
const OPENERS = words(`
  at from near outside attend attended attending named called joined left
  friend bff bestie bsf sister brother cousin dog cat coach mr mrs ms
  a au chez ami amie soeur frere chum blonde cousine college cegep ecole polyvalente poly`);
/** Words of going, whose `to` leads to a place; before other verbs it leads to a verb. */
const GOING = words('go goes going went gone back moved moving move transferred switched been came come');
/** `the banks family`, `the young twins`. */
const FAMILIES = words('family kids twins brothers boys sisters girls');
const NEVER = new Set([...FUNCTION_WORDS.en, ...FUNCTION_WORDS.fr, ...KIN, ...SLANG]);

/** Whether an everyday word stands where a name may stand, so that the model must look at it. */
export function isOpened(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.key;
  if (before === undefined || NEVER.has(tokens[at]!.key)) return false;
  if (OPENERS.has(before)) return true;
  const earlier = tokens[at - 2]?.key ?? '';
  if (before === 'to') return GOING.has(earlier);
  return (
    before === 'the' && (earlier === 'at' || earlier === 'from' || FAMILIES.has(tokens[at + 1]?.key ?? ''))
  );
}
