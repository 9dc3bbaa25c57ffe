import { z } from 'zod';
import { compilePattern } from '../config/pattern.check.js';
import { unaccented } from '../conversations/accents.js';
import { fraction, patternBy, text, texts, textsOf, unknownKeys } from '../config/yaml.parts.js';

/** Fewer English exemplars than this leave a label's meaning to chance. */
const FEWEST_EXEMPLARS = 15;

const flag = z.boolean({ error: 'expected true or false: write one of them' });

/** Cues are compared with texts that have lost their accents, so they lose theirs. */
const pattern = patternBy((source) => compilePattern(unaccented(source)));

const cue = z.strictObject(
  {
    pattern,
    weight: fraction
      .gt(0, 'must be above 0: remove the cue or raise it')
      .max(1, 'must be 1 or less: lower it'),
  },
  { error: unknownKeys('pattern, weight') },
);

/** A list in each language; French may be absent. */
const inBothLanguages = <Item extends z.ZodType>(english: z.ZodArray<Item>, french: z.ZodArray<Item>) =>
  z.strictObject({ en: english, fr: french.default([]) }, { error: unknownKeys('en, fr') });

/** taxonomy.yaml */
export const manifestSchema = z.strictObject(
  {
    version: text.regex(/^\d+\.\d+\.\d+$/, 'is no semantic version: write three numbers such as 1.0.0'),
    name: text,
    note: text,
    order: texts.min(1, 'is empty: list the top-level labels'),
  },
  { error: unknownKeys('version, name, note, order') },
);

const labelId = text.regex(
  /^[a-z]\w*(?:\.[a-z]\w*)*$/,
  'is no label id: write one such as self_harm or suicide.ideation',
);

const labelSchema = z.strictObject(
  {
    id: labelId,
    was: textsOf(labelId).default([]),
    name: text,
    definition: text,
    counts: texts.min(1, 'is empty: say what counts'),
    excludes: texts.min(1, 'is empty: say what does not count'),
    risk: flag,
    threshold: fraction
      .gt(0, 'must be above 0: write one such as 0.5')
      .lt(1, 'must be below 1: write one such as 0.5'),
    exemplars: inBothLanguages(
      texts.min(FEWEST_EXEMPLARS, {
        error: ({ input }) =>
          `has ${Array.isArray(input) ? input.length : 0} exemplars: write at least ${FEWEST_EXEMPLARS}`,
      }),
      texts,
    ),
    cues: inBothLanguages(z.array(cue), z.array(cue)),
  },
  { error: unknownKeys('id, was, name, definition, counts, excludes, risk, threshold, exemplars, cues') },
);

/** labels/<top-level id>.yaml: the top-level label, then those under it. */
export const labelFileSchema = z
  .array(labelSchema, { error: 'expected a list of labels: start each with "- id:"' })
  .min(1, 'holds no label: write the top-level one first');

const phrase = text
  .refine((value) => value === value.toLowerCase(), 'has a capital letter: write it in lower case')
  .refine((value) => value.split(/\s+/).length <= 5, 'has more than 5 words: shorten it');

const patterns = z.array(pattern);

const conceptSchema = z.strictObject(
  {
    id: text.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is no concept id: write one such as fights-with-parents'),
    phrase,
    fr: text,
    labels: texts,
    risk: flag,
    exemplars: inBothLanguages(texts.min(1, 'is empty: write at least one exemplar'), texts),
    cues: inBothLanguages(patterns, patterns).default({ en: [], fr: [] }),
  },
  { error: unknownKeys('id, phrase, fr, labels, risk, exemplars, cues') },
);

/** concepts/<group>.yaml */
export const conceptFileSchema = z.array(conceptSchema, {
  error: 'expected a list of concepts: start each with "- id:"',
});

export type Manifest = z.output<typeof manifestSchema>;
export type LabelEntry = z.output<typeof labelSchema>;
export type ConceptEntry = z.output<typeof conceptSchema>;
