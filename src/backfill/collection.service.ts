import { Injectable, Logger } from '@nestjs/common';
import { inParallel } from '../classification/parallel.js';
import { ConversationStore } from '../conversations/conversation.store.js';
import type { Call } from '../llm/ledger/ledger.types.js';
import { readUsage } from '../llm/openai/answer.reading.js';
import { OpenAiBatches, type RemoteBatch } from '../llm/openai/openai.batches.js';
import { errorName } from '../pipeline/error.name.js';
import { StoredAnalysisService } from '../pipeline/stored.analysis.service.js';
import { BackfillStore, type Batch } from './backfill.store.js';
import { BatchedClient, NotInBatchError, promptOf, type Results } from './batched.client.js';

const AT_ONCE = 8;
const PAGE = 500;

/** Why a conversation of a batch has no new result; it keeps the one it has, and the next run takes it up. */
export type Left =
  /** The batch failed, or was cancelled or lost, as a whole. */
  | 'batch_failed'
  /** Its requests expired in the batch, or it was asked about in other words than it would be now. */
  | 'unanswered'
  /** A worker is analysing it. */
  | 'at_work'
  | 'analysis_failed';

/** Where a batch stands after a look at it. */
export type Advance =
  | { state: 'waiting'; id: string; requests: number; done: number }
  /** Another process is at work on it. */
  | { state: 'held'; id: string; requests: number }
  /** It never reached the endpoint; its conversations are free again. */
  | { state: 'discarded'; id: string }
  | {
      state: 'collected';
      id: string;
      ended: NonNullable<RemoteBatch['ended']>;
      codes: string[];
      stored: number;
      left: Partial<Record<Left, number>>;
    };

/** Looks after submitted batches, and stores what they answered by the same way as any analysis. */
@Injectable()
export class CollectionService {
  private readonly logger = new Logger('Backfill');

  constructor(
    private readonly store: BackfillStore,
    private readonly client: BatchedClient,
    private readonly batches: OpenAiBatches,
    private readonly conversations: ConversationStore,
    private readonly analyses: StoredAnalysisService,
  ) {}

  /**
   * Takes a batch as far as it goes now. Each step is noted in its row before the next, so that it is safe to break off
   * anywhere: what was answered is downloaded again, never asked again.
   * @param told of how many conversations of it have their results
   * @throws LlmError where the endpoint does not say how the batch is
   */
  async advance({ id, requests }: Batch, told: (stored: number) => void = () => {}): Promise<Advance> {
    const batch = await this.store.take(id);
    if (!batch) return { state: 'held', id, requests };
    return this.store.holding(id, async () => {
      const remoteId = batch.remoteId ?? (await this.found(batch));
      if (!remoteId) return { state: 'discarded', id };
      const remote = await this.batches.look(remoteId);
      const { ended, codes, done } = remote;
      if (!ended) return { state: 'waiting', id, requests: batch.requests, done };
      const results = await this.batches.results(remote);
      await this.settle(batch, remote, results);
      const counts = await this.collect(batch, results, told);
      await this.batches.clear(remote);
      await this.store.remove(id);
      return { state: 'collected', id, ended, codes, ...counts };
    });
  }

  /** A process died between preparing a batch and noting that the endpoint has it: whether it has, it alone knows. */
  private async found({ id, createdAt }: Batch): Promise<string | null> {
    const remoteId = await this.batches.find(id, createdAt);
    if (remoteId) {
      await this.store.submitted(id, remoteId);
      return remoteId;
    }
    await this.batches.clearUploaded(id);
    await this.store.discard(id);
    return null;
  }

  private async settle({ id, requests }: Batch, { took }: RemoteBatch, results: Results): Promise<void> {
    await this.store.settle(id, ({ prompt, completion }) => {
      const mean = {
        prompt: Math.round(prompt / Math.max(1, requests)),
        completion: Math.round(completion / Math.max(1, requests)),
      };
      return [...results].map(([key, result]): Call => {
        const usage = 'error' in result ? { prompt: 0, completion: 0 } : readUsage(result.body);
        return {
          prompt: promptOf(key),
          model: `${this.client.model} (batch)`,
          outcome: 'error' in result ? result.error.code : 'answered',
          usage: usage ?? mean,
          estimated: usage === null,
          latency: took,
        };
      });
    });
  }

  private async collect({ id }: Batch, results: Results, told: (stored: number) => void) {
    const counts = { stored: 0, left: {} as Partial<Record<Left, number>> };
    const leave = (reason: Left, conversations = 1) => {
      if (conversations > 0) counts.left[reason] = (counts.left[reason] ?? 0) + conversations;
    };
    if (results.size === 0) {
      leave('batch_failed', await this.store.left(id));
      return counts;
    }
    for (let after = ''; ;) {
      const page = await this.store.conversations(id, after, PAGE);
      if (page.length === 0) return counts;
      after = page.at(-1)!;
      for await (const outcome of inParallel(page, AT_ONCE, (each) => this.make(each, results))) {
        if (outcome === 'stored') told((counts.stored += 1));
        else if (outcome !== 'gone') leave(outcome);
      }
    }
  }

  /** Makes the result of one conversation, and takes it out of its batch. */
  private async make(id: string, results: Results): Promise<Left | 'stored' | 'gone'> {
    const outcome = await this.outcomeOf(id, results);
    await this.store.drop(id);
    return outcome;
  }

  private async outcomeOf(id: string, results: Results): Promise<Left | 'stored' | 'gone'> {
    try {
      const transcript = await this.conversations.transcript(id);
      if (!transcript) return 'gone';
      const written = await this.client.answering(results, () => this.analyses.make(id, null, transcript));
      return written ? 'stored' : 'at_work';
    } catch (error) {
      if (error instanceof NotInBatchError) return 'unanswered';
      this.logger.error(`The analysis of a conversation failed: ${errorName(error)}`);
      return 'analysis_failed';
    }
  }
}
