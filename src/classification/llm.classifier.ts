import { Logger } from '@nestjs/common';
import { z } from 'zod';
import type { Transcript } from '../conversations/conversation.types.js';
import { degraded } from '../llm/degraded.js';
import { LlmError, type LlmErrorCode } from '../llm/llm.error.js';
import type { Asked, LlmService, RenderedPrompt } from '../llm/llm.service.js';
import { omission } from '../llm/pruning/omission.js';
import { Quotes } from '../llm/quotes.js';
import type { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import type { Label } from '../taxonomy/taxonomy.types.js';
import type { Classification, Classifier, LabelScore, ReviewReason } from './classification.types.js';
import { mergeSpans, settle } from './hierarchy.js';

/** How many exemplars show the model how texters put a label. */
const ENGLISH_EXEMPLARS = 3;
const FRENCH_EXEMPLARS = 1;

/** Reasons of the local engine's that hold whoever classifies; the others are about its own scores. */
const LASTING: ReadonlySet<ReviewReason> = new Set(['third_party_risk', 'unsupported_language']);

type Answer = { labels: { id: string; score: number; quotes: string[] }[] };

/** What the model says of one label, over all windows. */
interface Claim extends LabelScore {
  /** Its score as claimed, whatever was then rejected of it; 1 where what it gave is no score. */
  claimed: number;
}

/** Why what a model says of a label is rejected, and how often; the last three are faults of its quotes. */
const NONE_REJECTED = {
  unknown_label: 0,
  bad_score: 0,
  repeated: 0,
  no_quote: 0,
  not_said: 0,
  instruction: 0,
};
type Rejected = typeof NONE_REJECTED;

/**
 * Classifies by a language model, with the local engine as its check: a label of the model's holds only on
 * words that the texter said, a risk label of either engine stays, and where the two disagree on risk a
 * person is asked, also about a claim that was rejected. Without an answer of the model's, or where none of
 * its claims holds, the local result stands, degraded.
 */
export class LlmClassifier implements Classifier {
  private readonly logger = new Logger(LlmClassifier.name);
  private readonly prompt: RenderedPrompt;
  private readonly schema: z.ZodType<Answer>;
  private readonly labels: readonly Label[];

  constructor(
    private readonly local: Classifier,
    private readonly llm: LlmService,
    private readonly taxonomy: TaxonomyService,
  ) {
    this.labels = taxonomy.labels;
    this.prompt = llm.prompt('classify', { labels: this.labels.map(asView) });
    // Ids and scores are told to the server, and checked label by label here: one slip does not spoil the rest.
    this.schema = z.object({
      labels: z.array(
        z.object({
          id: z.string().meta({ enum: this.labels.map(({ id }) => id) }),
          score: z.number().meta({ minimum: 0, maximum: 1 }),
          quotes: z.array(z.string()),
        }),
      ),
    });
  }

  async classify(transcript: Transcript, signal?: AbortSignal): Promise<Classification> {
    if (!this.llm.isWorthAsking(transcript)) return this.local.classify(transcript, signal);
    const [local, asked] = await Promise.all([
      this.local.classify(transcript, signal),
      this.ask(transcript, signal),
    ]);
    return typeof asked === 'string' ? degraded(local, asked) : this.combined(local, asked);
  }

  /** What the model answers, or why it does not. */
  private async ask(transcript: Transcript, signal?: AbortSignal): Promise<Asked<Answer> | LlmErrorCode> {
    try {
      return await this.llm.askAbout(this.prompt, this.schema, transcript, signal);
    } catch (error) {
      if (!(error instanceof LlmError)) throw error;
      this.logger.warn(`The local engine classified instead of the model: ${error.message}`);
      return error.code;
    }
  }

  private combined(local: Classification, { answers, model, leftOut }: Asked<Answer>): Classification {
    const { claims, rejected } = this.claimsOf(answers);
    const localRisk = local.labels.filter(({ id }) => this.taxonomy.byId(id)?.risk);
    const doubts: ReviewReason[] = this.disagree(claims, localRisk) ? ['risk_disagreement'] : [];
    const failed = this.showsNothing(claims, rejected);
    this.tell(rejected, failed);
    if (failed)
      return {
        ...degraded(local, 'nothing_shown'),
        needsReview: [...doubts, ...local.needsReview],
        rejected,
      };
    const named = new Map(claims.map((claim) => [claim.id, claim]));
    const unnamed = this.unnamed(local, named);
    const merged = [...unnamed, ...claims].map(({ id, score, evidence }) => {
      // What the model claims and fails to show may still be what the local engine can show.
      const kept = named.has(id) && evidence.length === 0 ? local.labels : localRisk;
      const found = kept.find((other) => other.id === id);
      if (!found) return { id, score, evidence };
      // What holds by a trained head's lower threshold holds here, too.
      const least = this.taxonomy.byId(id)?.threshold ?? 0;
      const evidences = mergeSpans([...evidence, ...found.evidence]);
      return { id, score: Math.max(score, found.score, least), evidence: evidences };
    });
    const { scores, labels } = settle(merged, this.labels);
    const needsReview = [...doubts, ...local.needsReview.filter((reason) => LASTING.has(reason))];
    const { version: taxonomy } = this.taxonomy;
    const provenance = {
      engine: 'llm',
      model,
      taxonomy,
      prompt: this.prompt.reference,
      degraded: false,
      ...omission(leftOut),
    } as const;
    return { scores, labels, needsReview, rejected, provenance };
  }

  /**
   * The model's labels with their quotes looked up, one claim a label. What is no label, no score or not said
   * is counted; where it names a label, that remains a claim, without evidence.
   */
  private claimsOf(answers: Asked<Answer>['answers']) {
    const rejected = { ...NONE_REJECTED };
    const claims = new Map<string, Claim>();
    for (const { value, window } of answers) {
      const quotes = new Quotes(window, rejected);
      const seen = new Set<string>();
      for (const { id, score, quotes: quoted } of value.labels) {
        const label = this.taxonomy.byId(id);
        if (!label) {
          rejected.unknown_label++;
          continue;
        }
        const isScore = score >= 0 && score <= 1;
        const claimed = isScore ? score : 1;
        const evidence = isScore && !seen.has(id) ? quotes.find(quoted) : [];
        if (!isScore) rejected.bad_score++;
        else if (seen.has(id)) rejected.repeated++;
        else if (quoted.length === 0 && score >= label.threshold) rejected.no_quote++;
        if (isScore) seen.add(id);
        claims.set(id, joined(claims.get(id), { id, score, claimed, evidence }));
      }
    }
    return { claims: [...claims.values()], rejected };
  }

  /** Says how much was rejected and why, in numbers alone: ids and quotes are the model's words. */
  private tell(rejected: Rejected, failed: boolean): void {
    const counts = Object.entries(rejected).filter(([, count]) => count > 0);
    if (counts.length === 0) return;
    const list = counts.map(([reason, count]) => `${reason} ${count}`).join(', ');
    const outcome = failed ? '; nothing is left of it, and the local engine classified instead' : '';
    this.logger.warn(`Rejected of the model’s classification: ${list}${outcome}`);
  }

  /** What the model did not name keeps the order that the local engine gives it, below every threshold. */
  private unnamed({ scores }: Classification, named: ReadonlyMap<string, Claim>): LabelScore[] {
    const ceiling = 0.9 * Math.min(...this.labels.map(({ threshold }) => threshold));
    return scores
      .filter(({ id }) => !named.has(id))
      .map(({ id, score }) => ({ id, score: score * ceiling, evidence: [] }));
  }

  /** Whether the model claims labels and shows none: it has not found the conversation empty, it has failed. */
  private showsNothing(claims: readonly Claim[], rejected: Rejected): boolean {
    const claimed = rejected.unknown_label > 0 || claims.some(({ id, claimed }) => this.reaches(id, claimed));
    return claimed && !claims.some(({ id, score }) => this.reaches(id, score));
  }

  private reaches(id: string, score: number): boolean {
    return score >= (this.taxonomy.byId(id)?.threshold ?? Infinity);
  }

  /** Whether one engine finds a risk label that the other does not; a claim counts even where it was rejected. */
  private disagree(claims: readonly Claim[], localRisk: readonly LabelScore[]): boolean {
    const claimed = claims.filter(
      ({ id, claimed }) => this.taxonomy.byId(id)?.risk && this.reaches(id, claimed),
    );
    const byModel = new Set(
      claimed.flatMap(({ id }) => [id, ...this.taxonomy.ancestorsOf(id).map((each) => each.id)]),
    );
    return byModel.size !== localRisk.length || localRisk.some(({ id }) => !byModel.has(id));
  }
}

/** What is said of a label in two places, or in one alone: a score counts only with evidence. */
function joined(before: Claim | undefined, { id, score, claimed, evidence }: Claim): Claim {
  return {
    id,
    score: Math.max(before?.score ?? 0, evidence.length > 0 ? score : 0),
    claimed: Math.max(before?.claimed ?? 0, claimed),
    evidence: mergeSpans([...(before?.evidence ?? []), ...evidence]),
  };
}

/** A label as the prompt shows it. */
function asView({ id, name, definition, excludes, risk, exemplars: { en, fr } }: Label) {
  const exemplars = [...en.slice(0, ENGLISH_EXEMPLARS), ...fr.slice(0, FRENCH_EXEMPLARS)];
  return { id, name, risk, definition, excludes: excludes.join('; '), exemplars };
}
