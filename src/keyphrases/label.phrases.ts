import type { CueHit } from '../classification/cues.js';
import type { Classification } from '../classification/classification.types.js';
import type { Span } from '../conversations/conversation.types.js';
import type { Sentence } from '../conversations/utterances.js';
import type { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { namesParticulars } from './concepts/particulars.js';
import { breathOf, type Said } from './concepts/said.js';
import { isAsked, isOwnUse, isDoneToOthers } from './concepts/whose.js';
import type { Candidate } from './constraints/candidate.js';
import { generalPhrase } from './general.phrases.js';
import { spanOf } from './phrases/phrase.finder.js';

/** A weaker cue is a hint that no phrase can rest on. */
const TELLING = 0.55;

const MOST_SPANS = 2;

/** Labels of substance use, which their phrases say to be the texter's own. */
const USE = 'substance_abuse.';

/** Labels of what others do, which their phrases say to be done to the texter. */
const DONE = /^abuse_/;

/** Above what is no danger, which stays below 1, and below what says more of the danger. */
const DANGER = 1;

/** A candidate below this score is for a conversation of which nothing else can be said. */
export const LAST_RESORT = 0.2;

/**
 * General phrases of the labels that hold and that no other phrase speaks for: of a risk label always, so that no
 * danger is left out because the bank lacks the texter's words for it; of others as a last resort, for they were judged
 * right half of the time (docs/evaluation.md). Both only where the texter's words hold a cue of the label.
 */
export class LabelPhrases {
  /** Some are phrases of the bank, too. */
  private readonly conceptOf: ReadonlyMap<string, string>;

  constructor(private readonly taxonomy: TaxonomyService) {
    this.conceptOf = new Map(taxonomy.concepts.map(({ id, phrase }) => [phrase, id]));
  }

  /**
   * @param hits cues of the taxonomy's labels
   * @param covered labels that a phrase speaks for already
   */
  candidates(
    { labels }: Classification,
    hits: readonly CueHit[],
    covered: ReadonlySet<string>,
    told: Said,
    language: string,
  ): Candidate[] {
    return labels.flatMap(({ id, score, evidence }) => {
      const said = saying(id, hits);
      if (covered.has(id) || labels.some((other) => other.id.startsWith(`${id}.`))) return [];
      if (!isStated(id, said, hits) || (id.startsWith(USE) && !isOwnUse(said))) return [];
      const danger = this.taxonomy.byId(id)?.risk === true ? DANGER : 0;
      if (danger === 0 && said.every(isAsked)) return [];
      const beside = breathOf(said, told);
      const phrase = generalPhrase(id, beside);
      if (!phrase) return [];
      // A danger may rest on a yes, whose question holds the words.
      if (danger === 0 && !namesParticulars(phrase.en, beside, told.whole)) return [];
      // What says more than yes shows more; beside a yes alone stands what the texter went on to say.
      const telling = said.filter(({ filler }) => !filler).map(spanOf);
      const shown =
        telling.length > 0 ? { evidence: telling.slice(0, MOST_SPANS) } : besideYes(said, evidence);
      return [
        {
          text: language === 'fr' ? phrase.fr : phrase.en,
          canonical: phrase.en,
          concept: this.conceptOf.get(phrase.en) ?? null,
          ...shown,
          score: danger + (score * LAST_RESORT) / 2,
        },
      ];
    });
  }
}

/** The sentences with a cue of the label that the texter says of themselves: whole statements, then answers; the surest first. */
function saying(id: string, hits: readonly CueHit[]): Sentence[] {
  return hits
    .filter(({ label, weight, denied, voice, sentence }) => {
      if (label !== id || weight < TELLING || denied || voice !== 'self') return false;
      return !(DONE.test(id) && isDoneToOthers(sentence));
    })
    .toSorted((a, b) => Number(a.more !== undefined) - Number(b.more !== undefined) || b.weight - a.weight)
    .map(({ sentence }) => sentence);
}

/** Whether the texter says it; after a denial a bare yes to a question does not. */
function isStated(id: string, said: readonly Sentence[], hits: readonly CueHit[]): boolean {
  const denied = hits.some((hit) => hit.label === id && hit.denied);
  return said.some(({ filler }) => !filler || !denied);
}

/** A yes itself, and the most that the label rests on beside it: of short answers the longest says most. */
function besideYes(
  yeses: readonly Sentence[],
  spans: readonly Span[],
): Pick<Candidate, 'evidence' | 'affirmed'> {
  const fullest = spans.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  return { evidence: fullest.slice(0, MOST_SPANS - 1), affirmed: yeses.slice(0, 1).map(spanOf) };
}
