import type { Candidate } from '../detection/candidate.js';
import { PatternDetector } from '../detection/pattern.detector.js';
import { Stretches } from '../detection/stretches.js';
import type { Entity, PatternRecognizer } from '../deidentification.types.js';
import { fold } from '../lexicon.js';
import type { Passage } from '../passage.js';
import { ListedPhrases, looseGap, POSSESSIVE, strictGap } from './listed.phrases.js';
import { CONTEXT_BOOST, type OrganisationContent } from './organisation.schema.js';

const REASON = "in the organisation's own list";

/** What an organisation adds to the recognizers, and what it lets stand. */
export class Organisation {
  private readonly removed: ListedPhrases<Pick<Candidate, 'entity' | 'recognizer'>>;
  private readonly allow: ListedPhrases<true>;
  private readonly patterns: PatternDetector;

  constructor({
    names = [],
    places = [],
    schools = [],
    patterns = [],
    allow = [],
  }: Partial<OrganisationContent> = {}) {
    const lists: [readonly string[], Entity, string][] = [
      [names, 'NAME', 'organisation-name'],
      [places, 'PLACE', 'organisation-place'],
      [schools, 'SCHOOL', 'organisation-school'],
    ];
    this.removed = new ListedPhrases(
      lists.flatMap(([phrases, entity, recognizer]) =>
        phrases.map((phrase) => [phrase, { entity, recognizer }] as const),
      ),
      looseGap,
    );
    this.allow = new ListedPhrases(
      allow.map((phrase) => [phrase, true] as const),
      strictGap,
    );
    const recognizers = patterns.map(({ pattern, context, ...described }): PatternRecognizer => ({
      ...described,
      patterns: [pattern],
      ...(context.length > 0 && { context: { words: new Set(context.map(fold)), boost: CONTEXT_BOOST } }),
    }));
    this.patterns = new PatternDetector(recognizers);
  }

  /** What its lists and patterns find in a passage. What it lists, it is sure of. */
  find(passage: Passage): Candidate[] {
    const listed = this.removed
      .find(passage)
      .map(({ start, end, value }): Candidate => ({ start, end, ...value, score: 1, reason: REASON }));
    return [...listed, ...this.patterns.find(passage)];
  }

  /** The stretches of a passage that it allows: a finding that lies wholly within one stays. */
  allowed(passage: Passage): Stretches {
    return new Stretches(
      this.allow.find(passage).map(({ start, end }) => {
        const possessive = POSSESSIVE.exec(passage.text.slice(end, end + 3))?.[0].length ?? 0;
        return { start, end: end + possessive };
      }),
    );
  }
}
