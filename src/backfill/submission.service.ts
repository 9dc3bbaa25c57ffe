import { Injectable, Logger } from '@nestjs/common';
import { inParallel } from '../classification/parallel.js';
import { ConversationStore } from '../conversations/conversation.store.js';
import type { Transcript } from '../conversations/conversation.types.js';
import { isPassing, LlmError } from '../llm/llm.error.js';
import type { LlmUsage } from '../llm/llm.types.js';
import { NoBatchesError, OpenAiBatches } from '../llm/openai/openai.batches.js';
import { OpenAiClient } from '../llm/openai/openai.client.js';
import { estimatedUsage } from '../llm/ledger/tokens.js';
import { AnalysisService } from '../pipeline/analysis.service.js';
import { EngineService } from '../pipeline/engine.service.js';
import { errorName } from '../pipeline/error.name.js';
import { StoredAnalysisService } from '../pipeline/stored.analysis.service.js';
import { StalenessService, type Verdict } from '../staleness/staleness.service.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { BackfillStore } from './backfill.store.js';
import type { HeldBatch } from './backfill.types.js';
import { BatchContentStore } from './batch.content.store.js';
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
  /** Conversations whose analysis failed before anything was asked; the log names the errors. */
  failed: number;
  /** Whether the budget of the day held no more. */
  overBudget: boolean;
}

/** A batch that is being filled. */
interface Draft {
  batch: HeldBatch;
  lines: Map<string, string>;
  characters: number;
}

/** A conversation with what the model is to be asked about it; null where that could not be found out. */
interface Plan {
  id: string;
  transcript: Transcript | null;
  planned: Planned | null;
}

/** Puts the conversations whose results the model is to make anew into batches, and submits them. */
@Injectable()
export class SubmissionService {
  private readonly logger = new Logger('Backfill');

  constructor(
    private readonly store: BackfillStore,
    private readonly content: BatchContentStore,
    private readonly client: BatchedClient,
    private readonly chat: OpenAiClient,
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
   * @param progress given how many conversations are planned
   * @throws NoBatchesError, LlmError, LostBatchError; what was submitted before stays so
   */
  async submit(
    limit = Infinity,
    progress: (conversations: number) => void = () => {},
    { requests: most = 10_000, characters: longest = 50_000_000 }: BatchLimits = {},
  ): Promise<Submitted> {
    const counts = { batches: 0, conversations: 0, requests: 0, unasked: 0, failed: 0, overBudget: false };
    const plans = this.plans();
    // The one that did not go into a batch of the day before.
    let next: Plan | undefined;
    const fill = async (draft: Draft): Promise<boolean> => {
      while (counts.conversations < limit && !counts.overBudget) {
        const plan = next ?? (await plans.next()).value;
        next = undefined;
        if (!plan) return false;
        const outcome = await this.put(plan, draft);
        if (outcome === 'other_day') {
          next = plan;
          return true;
        }
        if (outcome === 'over_budget') counts.overBudget = true;
        if (outcome === 'unasked' || outcome === 'failed') counts[outcome] += 1;
        if (outcome === 'added') progress((counts.conversations += 1));
        if (draft.lines.size >= most || draft.characters >= longest) return true;
      }
      return false;
    };
    try {
      for (let more = true; more;) {
        const batch = await this.store.begin(this.batches.fingerprint);
        const draft: Draft = { batch, lines: new Map(), characters: 0 };
        await this.store.holding(batch, async () => {
          more = await fill(draft).catch((error: unknown) => this.discarded(batch, error));
          if (draft.lines.size === 0) return this.store.discard(batch);
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
      yield* inParallel(await this.content.free(stale), AT_ONCE, (id) => this.plan(id));
    }
  }

  private async plan(id: string): Promise<Plan> {
    const transcript = await this.conversations.transcript(id);
    if (!transcript) return { id, transcript, planned: null };
    const planned = await this.unlessFailed(() => this.client.plan(() => this.analysis.analyse(transcript)));
    return { id, transcript, planned };
  }

  /** One conversation whose analysis fails keeps no other from its batch. */
  private async unlessFailed<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      this.logger.error(`The analysis of a conversation failed: ${errorName(error)}`);
      return null;
    }
  }

  /** Puts a conversation into a batch, where the budget of the day holds it. */
  private async put(
    { id, transcript, planned }: Plan,
    draft: Draft,
  ): Promise<'added' | 'unasked' | 'failed' | 'passed' | 'over_budget' | 'other_day'> {
    if (!transcript) return 'passed';
    if (!planned) return 'failed';
    if (planned.size === 0) {
      const made = await this.unlessFailed(() => this.analyses.make(id, null, transcript));
      return made === null ? 'failed' : 'unasked';
    }
    const fresh = [...planned].filter(([key]) => !draft.lines.has(key));
    const tokens = sum(fresh.map(([, request]) => estimatedUsage(request)));
    const outcome = await this.store.add(draft.batch, id, fresh.length, tokens);
    if (outcome !== 'added') return outcome;
    for (const [key, request] of fresh) {
      const line = JSON.stringify({
        custom_id: key,
        method: 'POST',
        url: '/v1/chat/completions',
        body: this.chat.bodyOf(request),
      });
      draft.lines.set(key, line);
      draft.characters += line.length;
    }
    return outcome;
  }

  /** A failure that leaves open whether the endpoint has the batch leaves its row, too: the next run looks for it. */
  private async send({ batch, lines }: Draft): Promise<void> {
    const { id } = batch;
    await this.store.sending(batch);
    try {
      const file = await this.batches.upload(id, [...lines.values()]);
      // Whoever has taken the batch over has not found it at the endpoint, and must not find two.
      await this.store.renew(batch).catch((error: unknown) => this.withoutFile(file, error));
      await this.store.submitted(batch, await this.batches.create(id, file));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      try {
        await this.batches.clearUploaded(id);
      } catch {
        // The row stays, so that the next run finds the file and clears it away.
        throw error;
      }
      await this.discarded(batch, error);
    }
  }

  /** @throws error, once a file that is of no use is deleted, where that can be done */
  private async withoutFile(file: string, error: unknown): Promise<never> {
    await this.batches.delete(file).catch(() => undefined);
    throw error;
  }

  /** @throws error, once the batch that did not come about is forgotten and what it set aside is given back */
  private async discarded(batch: HeldBatch, error: unknown): Promise<never> {
    await this.store.discard(batch);
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
