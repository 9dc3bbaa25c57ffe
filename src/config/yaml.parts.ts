import { z } from 'zod';
import { PatternError } from './pattern.check.js';

/*
 * What the schemas of YAML files share: each message says what is wrong and what to write, for `YamlFile` to put
 * the line before it, and quotes no value.
 */

export const text = z
  .string({ error: 'expected a text: write one, in quotes where YAML takes it for something else' })
  .trim()
  .min(1, 'is empty: write a text');
export const textsOf = (item: typeof text) =>
  z.array(item, { error: 'expected a list of texts: write one a line, each after "- "' });
export const texts = textsOf(text);

export const fraction = z.number({ error: 'expected a number between 0 and 1: write one such as 0.5' });

/** A pattern in the form that a compiler of `pattern.check.ts` takes. */
export const patternBy = (compile: (source: string) => RegExp) =>
  text.transform((source, context) => {
    try {
      return compile(source);
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
      return z.NEVER;
    }
  });

/** Says of a misspelt key which keys there are; of anything else, that a map was expected. */
export function unknownKeys(known: string) {
  return (issue: z.core.$ZodRawIssue): string =>
    issue.code === 'unrecognized_keys'
      ? `has an unknown key ${issue.keys.join(', ')}: use only ${known}`
      : `expected a map with the keys ${known}: write them`;
}
