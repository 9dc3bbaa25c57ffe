import { Inject, Injectable } from '@nestjs/common';
import { inParallel } from '../classification/parallel.js';
import { ConversationStore } from '../conversations/conversation.store.js';
import type { Transcript } from '../conversations/conversation.types.js';
import { LEDGER, type Ledger, type Reservation } from '../llm/ledger/ledger.types.js';
import { isPassing, LlmError } from '../llm/llm.error.js';
import type { LlmUsage } from '../llm/llm.types.js';
import { NoBatchesError, OpenAiBatches } from '../llm/openai/openai.batches.js';
import { OpenAiClient } from '../llm/openai/openai.client.js';
import { estimatedUsage } from '../llm/ledger/tokens.js';
import { AnalysisService } from '../pipeline/analysis.service.js';
import { EngineService } from '../pipeline/engine.service.js';
import { StoredAnalysisService } from '../pipeline/stored.analysis.service.js';
import { StalenessService, type Verdict } from '../staleness/staleness.service.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { BackfillStore } from './backfill.store.js';
import { BatchedClient, type Planned } from './batched.client.js';

/** Conversations in work at once: enough to keep both embedding threads busy. */
const AT_ONCE = 8;

export interface BatchLimits {
  /** Requests in a batch; OpenAI takes 50,000. */
  requests?: number;
  /** Characters in its file, which is made in memory; OpenAI takes 200 MB. */
  characters?: number;
}

/** What a run has submitted. */
export interface Submitted {
  batches: number;
  conversations: number;
  requests: number;
  /** Conversations that ask a model nothing, such as greetings: their results are made at once. */
  unasked: number;
  /** Whether the budget of the day held no more. */
  overBudget: boolean;
}

/** A batch that is being filled. */
interface Draft {
  id: string;
  lines: Map<string, string>;
  characters: number;
  reservation: Reservation | null;
}

interface Plan {
  id: string;
  transcript: Transcript | null;
  planned: Planned;
}

/** Puts the conversations whose results the model is to make anew into batches, and submits them. */
@Injectable()
export class SubmissionService {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly store: BackfillStore,
    private readonly client: BatchedClient,
    private readonly endpoint: OpenAiClient,
    private readonly batches: OpenAiBatches,
    private readonly conversations: ConversationStore,
    private readonly analysis: AnalysisService,
    private readonly engine: EngineService,
    private readonly analyses: StoredAnalysisService,
    private readonly staleness: StalenessService,
    private readonly taxonomy: TaxonomyService,
  ) {}

  /**
   * @param limit conversations at most
   * @param told of how many conversations are planned
   * @throws NoBatchesError, LlmError; what was submitted before stays so
   */
  async submit(
    limit = Infinity,
    told: (conversations: number) => void = () => {},
    { requests: most = 10_000, characters: longest = 50_000_000 }: BatchLimits = {},
  ): Promise<Submitted> {
    const counts: Submitted = { batches: 0, conversations: 0, requests: 0, unasked: 0, overBudget: false };
    const plans = this.plans();
    const fill = async (draft: Draft): Promise<boolean> => {
      while (counts.conversations < limit && !counts.overBudget) {
        const next = await plans.next();
        if (next.done) return false;
        const outcome = await this.put(next.value, draft);
        if (outcome === 'over_budget') counts.overBudget = true;
        if (outcome === 'unasked') counts.unasked += 1;
        if (outcome === 'added') told((counts.conversations += 1));
        if (draft.lines.size >= most || draft.characters >= longest) return true;
      }
      return false;
    };
    try {
      for (let more = true; more;) {
        const draft = { id: await this.store.begin(), lines: new Map(), characters: 0, reservation: null };
        await this.store.holding(draft.id, async () => {
          more = await fill(draft).catch((error: unknown) => this.discarded(draft, error));
          if (draft.lines.size === 0) return this.store.discard(draft.id);
          await this.send(draft);
          counts.batches += 1;
          counts.requests += draft.lines.size;
        });
      }
    } finally {
      await plans.return(undefined);
    }
    return counts;
  }

  /** Stale conversations that are in no batch, with what the model is to be asked about them. */
  private async *plans(): AsyncGenerator<Plan, undefined> {
    const engine = await this.engine.name();
    for await (const verdicts of this.staleness.examine(this.taxonomy, engine)) {
      const stale = verdicts.filter(isWorthAsking).map(({ result }) => result.id);
      yield* inParallel(await this.store.free(stale), AT_ONCE, (id) => this.plan(id));
    }
  }

  private async plan(id: string): Promise<Plan> {
    const transcript = await this.conversations.transcript(id);
    const planned: Planned = transcript
      ? await this.client.plan(() => this.analysis.analyse(transcript))
      : new Map();
    return { id, transcript, planned };
  }

  /** Puts a conversation into a batch, where the budget of the day holds it. */
  private async put(
    { id, transcript, planned }: Plan,
    draft: Draft,
  ): Promise<'added' | 'unasked' | 'passed' | 'over_budget'> {
    if (!transcript) return 'passed';
    if (planned.size === 0) {
      await this.analyses.make(id, null, transcript);
      return 'unasked';
    }
    if (!(await this.store.add(draft.id, id))) return 'passed';
    const fresh = [...planned].filter(([key]) => !draft.lines.has(key));
    const reservation = await this.ledger.reserve(sum(fresh.map(([, request]) => estimatedUsage(request))));
    if (!reservation) {
      await this.store.drop(id);
      return 'over_budget';
    }
    // A batch that is filled over midnight counts for the day that it was begun on.
    const { day, tokens } = draft.reservation ?? { ...reservation, tokens: sum([]) };
    draft.reservation = { day, tokens: sum([tokens, reservation.tokens]) };
    for (const [key, request] of fresh) {
      const line = JSON.stringify({
        custom_id: key,
        method: 'POST',
        url: '/v1/chat/completions',
        body: this.endpoint.bodyOf(request),
      });
      draft.lines.set(key, line);
      draft.characters += line.length;
    }
    return 'added';
  }

  /** A failure that leaves open whether the endpoint has the batch leaves its row, too: the next run looks for it. */
  private async send(draft: Draft): Promise<void> {
    const { id, lines, reservation } = draft;
    if (reservation) await this.store.seal(id, lines.size, reservation);
    try {
      await this.store.submitted(id, await this.batches.submit(id, [...lines.values()]));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      try {
        await this.batches.clearUploaded(id);
      } catch {
        // The row stays, so that the next run finds the file and clears it away.
        throw error;
      }
      await this.discarded(draft, error);
    }
  }

  /** @throws error, once the batch that did not come about is forgotten and what it set aside is given back */
  private async discarded({ id, lines, reservation }: Draft, error: unknown): Promise<never> {
    if (reservation) await this.store.seal(id, lines.size, reservation);
    await this.store.discard(id);
    throw error;
  }
}

/** Whether an endpoint surely made no batch: after a 408 it may have. */
function isRefusal(error: unknown): boolean {
  if (error instanceof NoBatchesError) return true;
  return error instanceof LlmError && (error.status ?? 500) < 500 && error.status !== 408;
}

/** Whether a result is stale, and the model may say otherwise than it did. */
function isWorthAsking({ result, reasons }: Verdict): boolean {
  const onlyDegraded = reasons.every((reason) => reason === 'degraded');
  return reasons.length > 0 && (!onlyDegraded || isPassing(result.reason));
}

function sum(parts: readonly LlmUsage[]): LlmUsage {
  const of = (part: keyof LlmUsage) => parts.reduce((all, each) => all + each[part], 0);
  return { prompt: of('prompt'), completion: of('completion') };
}
