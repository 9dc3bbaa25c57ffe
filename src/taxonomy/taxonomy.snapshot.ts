import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CueLanguage, Taxonomy } from './taxonomy.types.js';

const byLanguage = <Item extends z.ZodType>(item: Item) => z.object({ en: z.array(item), fr: z.array(item) });
const pattern = z
  .object({ source: z.string(), flags: z.string() })
  .transform(({ source, flags }) => new RegExp(source, flags));

const snapshotSchema = z.object({
  version: z.string(),
  labels: z.array(
    z.object({
      id: z.string(),
      was: z.array(z.string()),
      name: z.string(),
      parent: z.string().nullable(),
      definition: z.string(),
      counts: z.array(z.string()),
      excludes: z.array(z.string()),
      risk: z.boolean(),
      threshold: z.number(),
      exemplars: byLanguage(z.string()),
      cues: byLanguage(z.object({ pattern, weight: z.number() })),
    }),
  ),
  concepts: z.array(
    z.object({
      id: z.string(),
      phrase: z.string(),
      fr: z.string(),
      labels: z.array(z.string()),
      risk: z.boolean(),
      exemplars: byLanguage(z.string()),
      cues: byLanguage(pattern),
    }),
  ),
});

/** A whole taxonomy as plain data, for it to be stored beside the results that were made with it. */
export type TaxonomySnapshot = z.input<typeof snapshotSchema>;

/** Always the same keys in the same order, so that equal taxonomies give equal JSON. */
export function snapshotOf({ version, labels, concepts }: Taxonomy): TaxonomySnapshot {
  return {
    version,
    labels: labels.map(
      ({ id, was, name, parent, definition, counts, excludes, risk, threshold, exemplars, cues }) => ({
        id,
        was: [...was],
        name,
        parent,
        definition,
        counts: [...counts],
        excludes: [...excludes],
        risk,
        threshold,
        exemplars: inBoth(exemplars, (text) => text),
        cues: inBoth(cues, (cue) => ({ pattern: plain(cue.pattern), weight: cue.weight })),
      }),
    ),
    concepts: concepts.map(({ id, phrase, fr, labels: about, risk, exemplars, cues }) => ({
      id,
      phrase,
      fr,
      labels: [...about],
      risk,
      exemplars: inBoth(exemplars, (text) => text),
      cues: inBoth(cues, plain),
    })),
  };
}

/** @throws ZodError for what is no snapshot */
export function taxonomyOf(snapshot: unknown): Taxonomy {
  return snapshotSchema.parse(snapshot);
}

/**
 * Names a taxonomy by its content: SHA-256 in hex, over everything but the version, so that a version that is not
 * raised hides no change, and one that is raised for nothing makes none.
 */
export function hashOf(taxonomy: Taxonomy): string {
  const { labels, concepts } = snapshotOf(taxonomy);
  return createHash('sha256').update(JSON.stringify({ labels, concepts })).digest('hex');
}

function inBoth<From, To>(
  lists: Readonly<Record<CueLanguage, readonly From[]>>,
  plainOf: (item: From) => To,
) {
  return { en: lists.en.map(plainOf), fr: lists.fr.map(plainOf) };
}

function plain({ source, flags }: RegExp) {
  return { source, flags };
}
