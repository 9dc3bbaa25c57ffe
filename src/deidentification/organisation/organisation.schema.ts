import { z } from 'zod';
import { compileRawPattern } from '../../config/pattern.check.js';
import { fraction, patternBy, text, textsOf, unknownKeys } from '../../config/yaml.parts.js';
import { ENTITIES, THRESHOLD } from '../deidentification.types.js';
import { fold } from '../lexicon.js';

/** Added to a pattern's score where one of its context words is near. */
export const CONTEXT_BOOST = 0.4;

const KEYS = 'names, places, schools, patterns, allow';
const PATTERN_KEYS = 'name, entity, pattern, reason, score, context';
const WORD = /[\p{L}\p{N}]/u;

const listed = textsOf(
  text.refine((entry) => WORD.test(entry), 'has neither letter nor digit: remove it'),
).default([]);

const contextWord = text.refine((word) => /^[a-z0-9]+$/.test(fold(word)), 'is no single word: write one');

const pattern = z
  .strictObject(
    {
      name: text.regex(
        /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
        'is no name of a recognizer: write one such as case-number',
      ),
      entity: z.enum(ENTITIES, { error: `is none of the kinds: write one of ${ENTITIES.join(', ')}` }),
      pattern: patternBy(compileRawPattern),
      reason: text.default('a pattern of the organisation'),
      score: fraction
        .min(0.1, 'must be 0.1 or more: raise it')
        .max(1, 'must be 1 or less: lower it')
        .default(0.9),
      context: textsOf(contextWord).default([]),
    },
    { error: unknownKeys(PATTERN_KEYS) },
  )
  .refine(({ score, context }) => score + (context.length > 0 ? CONTEXT_BOOST : 0) >= THRESHOLD, {
    error: `never reaches ${THRESHOLD}, from where findings are removed: raise the score, or give context words, which add ${CONTEXT_BOOST}`,
    path: ['score'],
  });

const comparable = (entry: string): string => fold(entry).replace(/\s+/g, ' ');

/** What an organisation writes into its file. */
export const organisationSchema = z
  .strictObject(
    {
      names: listed,
      places: listed,
      schools: listed,
      patterns: z
        .array(pattern, { error: 'expected a list of patterns: start each with "- name:"' })
        .default([]),
      allow: listed,
    },
    { error: unknownKeys(KEYS) },
  )
  .superRefine(({ names, places, schools, allow }, context) => {
    const removed = new Set([...names, ...places, ...schools].map(comparable));
    allow.forEach((entry, index) => {
      if (!removed.has(comparable(entry))) return;
      const message = 'stands among names, places or schools, too: keep it in one of the lists';
      context.addIssue({ code: 'custom', path: ['allow', index], message });
    });
  });

export type OrganisationContent = z.output<typeof organisationSchema>;
