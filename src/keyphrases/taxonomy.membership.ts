import type { Classification } from '../classification/classification.types.js';
import type { Span } from '../conversations/conversation.types.js';
import type { TaxonomyService } from '../taxonomy/taxonomy.service.js';

/** Labels that name no concern, or no certain one. */
const NAMELESS: ReadonlySet<string> = new Set(['other', 'prank', 'testing']);

/** Tells whether the taxonomy has a label for what a keyphrase says. Themes that it lacks are KGR's to find. */
export class TaxonomyMembership {
  private readonly labelsOfConcept: ReadonlyMap<string, readonly string[]>;
  private readonly labelsOfPhrase: ReadonlyMap<string, readonly string[]>;

  constructor({ concepts }: TaxonomyService) {
    this.labelsOfConcept = new Map(concepts.map(({ id, labels }) => [id, labels]));
    this.labelsOfPhrase = new Map(concepts.map(({ phrase, labels }) => [phrase, labels]));
  }

  /**
   * A concept of the bank knows its labels; any other phrase is covered by the taxonomy when a label that
   * holds rests on the same words of the texter.
   */
  holds(
    phrase: { canonical: string; evidence: readonly Span[]; concept: string | null },
    { labels }: Pick<Classification, 'labels'>,
  ): boolean {
    const known = this.labelsOfConcept.get(phrase.concept ?? '') ?? this.labelsOfPhrase.get(phrase.canonical);
    if (known) return known.some((id) => !NAMELESS.has(id));
    return labels
      .filter(({ id }) => !NAMELESS.has(id))
      .some(({ evidence }) => evidence.some((span) => phrase.evidence.some((own) => overlap(span, own))));
  }
}

function overlap(a: Span, b: Span): boolean {
  return a.message === b.message && a.start < b.end && b.start < a.end;
}
