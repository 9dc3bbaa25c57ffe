import { Inject, Injectable } from '@nestjs/common';
import type { Transcript } from '../conversations/conversation.types.js';
import { normalised } from '../conversations/normalised.js';
import { DeidentificationService } from '../deidentification/deidentification.service.js';
import { EMBEDDER, type Embedder } from '../embeddings/embedder.types.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import {
  type Candidate,
  CONSTRAINTS,
  type ConstraintName,
  type GroundedPhrase,
  type Refusal,
} from './constraints/candidate.js';
import { type Meaning, meaningFor, meanTheSame } from './constraints/distinctness.js';
import { hasForm, hasLength } from './constraints/form.js';
import { evidenceOf } from './constraints/grounding.js';
import { hasNoPlaceholder } from './constraints/identifiers.js';
import { isUnjudging } from './constraints/judgement.js';
import { PhraseLanguage } from './constraints/language.js';
import { Specificity } from './constraints/specificity.js';

/** A conversation has at most this many keyphrases. */
export const MOST_KEYPHRASES = 7;

/** How many phrases' vectors and scans are worth comparing: a model may answer with thousands. */
const MOST_COMPARED = 40;

export interface Checked {
  /** At most 7, highest score first. */
  kept: GroundedPhrase[];
  /** What was turned away, and by which constraint: the first that did not hold. */
  refused: Refusal[];
}

/** What a candidate comes to by itself. */
interface Verdict {
  evidence: GroundedPhrase['evidence'];
  /** The first constraint that it does not satisfy. */
  fault: ConstraintName | undefined;
}

/** What is known of one conversation's candidates. */
interface Known {
  /** All that the texter wrote. */
  said: string;
  verdicts: WeakMap<Candidate, Verdict>;
}

/** The number of refusals by each constraint; constraints that refused none are left out. */
export function countRefusals(refused: readonly Refusal[]): Partial<Record<ConstraintName, number>> {
  const counts: Partial<Record<ConstraintName, number>> = {};
  for (const { constraint } of refused) counts[constraint] = (counts[constraint] ?? 0) + 1;
  return counts;
}

/**
 * The one place that decides whether a phrase may stand, for every engine. A candidate is data: whatever it
 * says, it is only measured. `length`, `form`, `language`, `placeholder`, `specificity`, `judgement` and
 * `identifier` look at both the phrase and its English form; `grounding` at its evidence; `distinctness` and
 * `count` at those kept before it, so candidates are taken highest score first.
 */
@Injectable()
export class KeyphraseConstraints {
  private readonly specificity: Specificity;
  private readonly language: PhraseLanguage;
  /** Verdicts on phrases of the concept bank, which recur in every other conversation. */
  private readonly scanned = new Map<string, boolean>();
  private readonly bank: ReadonlySet<string>;
  /** Engines come back with more candidates of a conversation beside those that were looked at before. */
  private readonly known = new WeakMap<Transcript, Known>();

  constructor(
    taxonomy: TaxonomyService,
    @Inject(EMBEDDER) private readonly embedder: Embedder,
    private readonly deidentification: DeidentificationService,
  ) {
    this.specificity = new Specificity(taxonomy.labels);
    this.language = new PhraseLanguage(taxonomy.concepts);
    this.bank = new Set(taxonomy.concepts.flatMap(({ phrase, fr }) => [phrase, fr]));
  }

  /** Keeps the candidates that satisfy every constraint, at most 7. */
  async check(candidates: readonly Candidate[], transcript: Transcript): Promise<Checked> {
    const refused: Refusal[] = [];
    const refuse = (candidate: Candidate, constraint: ConstraintName) =>
      refused.push({ candidate, constraint });
    const known = this.knownOf(transcript);
    const sound: GroundedPhrase[] = [];
    for (const candidate of candidates.toSorted((a, b) => b.score - a.score)) {
      const { evidence, fault } = this.verdictOn(candidate, transcript, known);
      if (fault) refuse(candidate, fault);
      else if (sound.length === MOST_COMPARED) refuse(candidate, 'count');
      else sound.push(grounded(candidate, evidence));
    }
    const kept = await this.distinct(sound, refuse);
    return { kept, refused };
  }

  private knownOf(transcript: Transcript): Known {
    const known = this.known.get(transcript) ?? { said: saidByTexter(transcript), verdicts: new WeakMap() };
    this.known.set(transcript, known);
    return known;
  }

  private verdictOn(candidate: Candidate, transcript: Transcript, { said, verdicts }: Known): Verdict {
    const known = verdicts.get(candidate);
    if (known) return known;
    const evidence = evidenceOf(candidate, transcript);
    const fault = this.faultOf(candidate, evidence.length > 0, transcript.language, said);
    const verdict = { evidence, fault };
    verdicts.set(candidate, verdict);
    return verdict;
  }

  /** The first constraint that a candidate alone does not satisfy. */
  private faultOf(
    { text, canonical }: Candidate,
    isGrounded: boolean,
    language: string,
    said: string,
  ): ConstraintName | undefined {
    const forms = canonical === undefined || canonical === text ? [text] : [text, canonical];
    const checks: Partial<Record<ConstraintName, () => boolean>> = {
      length: () => forms.every(hasLength),
      form: () => forms.every(hasForm),
      language: () => this.language.holds({ text, canonical }, language, said),
      placeholder: () => forms.every(hasNoPlaceholder),
      specificity: () => forms.every((form) => this.specificity.holds(form)),
      grounding: () => isGrounded,
      judgement: () => forms.every((form) => isUnjudging(form, said)),
      identifier: () => !forms.some((form) => this.identifies(form)),
    };
    return CONSTRAINTS.find((name) => checks[name]?.() === false);
  }

  /** Whether a scan of a form finds what may identify somebody. */
  identifies(form: string): boolean {
    const known = this.scanned.get(form);
    if (known !== undefined) return known;
    const verdict = this.deidentification.findsIdentifier(form);
    if (this.bank.has(form)) this.scanned.set(form, verdict);
    return verdict;
  }

  private async distinct(
    sound: readonly GroundedPhrase[],
    refuse: (candidate: Candidate, constraint: ConstraintName) => void,
  ): Promise<GroundedPhrase[]> {
    // Two concepts of the bank are never compared by their vectors.
    const comparable = sound.length > 1 && sound.some(({ concept }) => concept === null);
    const vectors = comparable ? await this.embedder.embed(sound.map(({ canonical }) => canonical)) : [];
    const kept: { phrase: GroundedPhrase; meaning: Meaning }[] = [];
    sound.forEach((phrase, index) => {
      const meaning = meaningFor(phrase, vectors[index]);
      if (kept.some((other) => meanTheSame(other.meaning, meaning))) refuse(phrase, 'distinctness');
      else if (kept.length === MOST_KEYPHRASES) refuse(phrase, 'count');
      else kept.push({ phrase, meaning });
    });
    return kept.map(({ phrase }) => phrase);
  }
}

function grounded({ text, canonical, concept, score }: Candidate, evidence: GroundedPhrase['evidence']) {
  return { text, canonical: canonical ?? text, evidence, concept: concept ?? null, score };
}

/** All that the texter wrote, in the form that cues are written for. */
function saidByTexter({ messages }: Transcript): string {
  return messages
    .filter(({ from }) => from === 'texter')
    .map(({ text }) => normalised(text))
    .join('\n');
}
