import { Logger } from '@nestjs/common';
import { z } from 'zod';
import type { Transcript } from '../conversations/conversation.types.js';
import { degraded } from '../llm/degraded.js';
import { LlmError } from '../llm/llm.error.js';
import type { Asked, LlmService, RenderedPrompt } from '../llm/llm.service.js';
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
  /** Its score before its quotes were looked up. */
  claimed: number;
}

/**
 * Classifies by a language model, with the local engine as its check: a label of the model's holds only on
 * words that the texter said, a risk label of either engine stays, and where the two disagree on risk a
 * person is asked. Without an answer of the model's the local result stands, degraded.
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
    return asked ? this.combined(local, asked) : degraded(local);
  }

  private async ask(transcript: Transcript, signal?: AbortSignal): Promise<Asked<Answer> | null> {
    try {
      return await this.llm.askAbout(this.prompt, this.schema, transcript, signal);
    } catch (error) {
      if (!(error instanceof LlmError)) throw error;
      this.logger.warn(`The local engine classified instead of the model: ${error.message}`);
      return null;
    }
  }

  private combined(local: Classification, { answers, model }: Asked<Answer>) {
    const { claims, rejected } = this.claimsOf(answers);
    const localRisk = local.labels.filter(({ id }) => this.taxonomy.byId(id)?.risk);
    const named = new Map(claims.map((claim) => [claim.id, claim]));
    const unnamed = this.unnamed(local, named);
    const merged = [...unnamed, ...claims].map(({ id, score, evidence }) => {
      const risk = localRisk.find((other) => other.id === id);
      return risk
        ? { id, score: Math.max(score, risk.score), evidence: mergeSpans([...evidence, ...risk.evidence]) }
        : { id, score, evidence };
    });
    const { scores, labels } = settle(merged, this.labels);
    const needsReview = local.needsReview.filter((reason) => LASTING.has(reason));
    if (this.disagree(claims, localRisk)) needsReview.unshift('risk_disagreement');
    const { version: taxonomy } = this.taxonomy;
    const provenance = {
      engine: 'llm',
      model,
      taxonomy,
      prompt: this.prompt.reference,
      degraded: false,
    } as const;
    return { scores, labels, needsReview, rejected, provenance };
  }

  /** The model's labels with their quotes looked up, one claim a label; what is no label, no score or not said is counted. */
  private claimsOf(answers: Asked<Answer>['answers']) {
    const rejected = { unknown_label: 0, bad_score: 0, repeated: 0, not_said: 0, instruction: 0 };
    const claims = new Map<string, Claim>();
    for (const { value, window } of answers) {
      const quotes = new Quotes(window, rejected);
      const seen = new Set<string>();
      for (const { id, score, quotes: quoted } of value.labels) {
        if (!this.taxonomy.byId(id)) rejected.unknown_label++;
        else if (score < 0 || score > 1) rejected.bad_score++;
        else if (seen.has(id)) rejected.repeated++;
        else {
          seen.add(id);
          claims.set(id, joined(claims.get(id), { id, score, evidence: quotes.find(quoted) }));
        }
      }
    }
    return { claims: [...claims.values()], rejected };
  }

  /** What the model did not name keeps the order that the local engine gives it, below every threshold. */
  private unnamed({ scores }: Classification, named: ReadonlyMap<string, Claim>): LabelScore[] {
    const ceiling = 0.9 * Math.min(...this.labels.map(({ threshold }) => threshold));
    return scores
      .filter(({ id }) => !named.has(id))
      .map(({ id, score }) => ({ id, score: score * ceiling, evidence: [] }));
  }

  /** Whether one engine finds a risk label that the other does not; a claim counts even where its quotes are not found. */
  private disagree(claims: readonly Claim[], localRisk: readonly LabelScore[]): boolean {
    const claimed = claims.filter(({ id, claimed: score }) => {
      const label = this.taxonomy.byId(id);
      return label?.risk && score >= label.threshold;
    });
    const byModel = new Set(
      claimed.flatMap(({ id }) => [id, ...this.taxonomy.ancestorsOf(id).map((each) => each.id)]),
    );
    return byModel.size !== localRisk.length || localRisk.some(({ id }) => !byModel.has(id));
  }
}

/** What two windows say of a label, or one alone: a score counts only with evidence. */
function joined(before: Claim | undefined, { id, score, evidence }: LabelScore): Claim {
  return {
    id,
    score: Math.max(before?.score ?? 0, evidence.length > 0 ? score : 0),
    claimed: Math.max(before?.claimed ?? 0, score),
    evidence: mergeSpans([...(before?.evidence ?? []), ...evidence]),
  };
}

/** A label as the prompt shows it. */
function asView({ id, name, definition, excludes, risk, exemplars: { en, fr } }: Label) {
  const exemplars = [...en.slice(0, ENGLISH_EXEMPLARS), ...fr.slice(0, FRENCH_EXEMPLARS)];
  return { id, name, risk, definition, excludes: excludes.join('; '), exemplars };
}
