import { Injectable, Logger } from '@nestjs/common';
import { inParallel } from '../classification/parallel.js';
import { ConversationStore } from '../conversations/conversation.store.js';
import type { Call } from '../llm/ledger/ledger.types.js';
import type { LlmError, LlmErrorCode } from '../llm/llm.error.js';
import { readUsage } from '../llm/openai/answer.reading.js';
import { isUnknown, OpenAiBatches, type RemoteBatch } from '../llm/openai/openai.batches.js';
import { EngineService } from '../pipeline/engine.service.js';
import { errorName } from '../pipeline/error.name.js';
import { StoredAnalysisService } from '../pipeline/stored.analysis.service.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { BackfillStore } from './backfill.store.js';
import { type Batch, type HeldBatch, LostBatchError } from './backfill.types.js';
import { BatchContentStore } from './batch.content.store.js';
import {
  AskedInVainError,
  BatchedClient,
  NotInBatchError,
  promptOf,
  type Results,
} from './batched.client.js';

const AT_ONCE = 8;
const PAGE = 500;

/** Why a conversation of a batch has no new result. It keeps the one it has. */
export type Left =
  /** The batch failed, was cancelled or lost as a whole: the next run asks about it anew. */
  | 'batch_failed'
  /** Its requests expired in the batch, or it was asked about in other words than it would be now: as above. */
  | 'unanswered'
  /** It came to no result by the last try: as above. */
  | 'given_up'
  /** A worker is analysing it: its answers are kept, and the next run tries again. */
  | 'at_work'
  /** Its answers are kept, and the next run tries again. */
  | 'analysis_failed'
  /** What rests on its answers could not be asked, by the endpoint's or the budget's fault: as above. */
  | LlmErrorCode;

type Outcome = 'stored' | 'gone' | Left;
type Ended = RemoteBatch & { ended: NonNullable<RemoteBatch['ended']> };

/** What another try with the same answers does not change. */
const OUT: ReadonlySet<Outcome> = new Set(['stored', 'gone', 'unanswered']);
/** What is tried so many times and no more; other faults of the endpoint or the budget say nothing of a conversation. */
const COUNTED: ReadonlySet<Outcome> = new Set(['at_work', 'analysis_failed', 'timeout']);

/** Where a batch stands after a look at it. */
export type Advance =
  | { state: 'waiting'; id: string; requests: number; done: number }
  /** Another process is at work on it. */
  | { state: 'held'; id: string; requests: number }
  /** It never reached the endpoint; its conversations are free again. */
  | { state: 'discarded'; id: string }
  /**
   * The endpoint does not know it, or the file of its answers; or, `elsewhere`, it was submitted to another endpoint or
   * model than the present. It is kept until `until`.
   */
  | { state: 'missing'; id: string; requests: number; elsewhere: boolean; until: Date }
  | {
      state: 'collected';
      id: string;
      ended: Ended['ended'] | 'gone';
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
    private readonly content: BatchContentStore,
    private readonly client: BatchedClient,
    private readonly batches: OpenAiBatches,
    private readonly conversations: ConversationStore,
    private readonly analyses: StoredAnalysisService,
    private readonly engine: EngineService,
    private readonly taxonomy: TaxonomyService,
  ) {}

  /**
   * Takes a batch as far as it goes now. Each step is noted in its row before the next, so that it is safe to break off
   * anywhere: what was answered is downloaded again, never asked again. A conversation leaves the batch with its result,
   * or where another try is of no use; the batch is forgotten, here and at the endpoint, once none is left in it.
   * @param progress given how many conversations of it have their results
   * @throws LlmError where the endpoint does not say how the batch is
   */
  async advance({ id, requests }: Batch, progress: (stored: number) => void = () => {}): Promise<Advance> {
    const batch = await this.store.take(id);
    if (!batch) return { state: 'held', id, requests };
    try {
      return await this.store.holding(batch, () => this.inHand(batch, progress));
    } catch (error) {
      if (error instanceof LostBatchError) return { state: 'held', id, requests };
      throw error;
    }
  }

  private async inHand(batch: HeldBatch, progress: (stored: number) => void): Promise<Advance> {
    const { id, state, requests, endpoint } = batch;
    if (state === 'preparing') return this.discard(batch);
    // Another endpoint would not know it, and to another model its answers say nothing.
    if (endpoint !== null && endpoint !== this.batches.fingerprint) return this.missing(batch, true);
    try {
      const remoteId = batch.remoteId ?? (await this.found(batch));
      if (!remoteId) return await this.discard(batch);
      const remote = await this.batches.look(remoteId);
      const { ended, done } = remote;
      // A process may have died while it cleared away the files of a batch that is done.
      const isDone = state === 'answered' && (await this.content.count(id)) === 0;
      const results: Results = ended && !isDone ? await this.batches.results(remote) : new Map();
      await this.store.seen(batch);
      if (!ended) return { state: 'waiting', id, requests, done };
      return await this.collected(batch, { ...remote, ended }, results, progress);
    } catch (error) {
      if (isUnknown(error)) return this.missing(batch, false);
      throw error;
    }
  }

  /** A process died between preparing a batch and noting that the endpoint has it: whether it has, it alone knows. */
  private async found(batch: HeldBatch): Promise<string | null> {
    const remoteId = await this.batches.find(batch.id, batch.createdAt);
    if (remoteId) await this.store.submitted(batch, remoteId);
    else await this.batches.clearUploaded(batch.id);
    return remoteId;
  }

  private async discard(batch: HeldBatch): Promise<Advance> {
    await this.store.discard(batch);
    return { state: 'discarded', id: batch.id };
  }

  /**
   * A key of another account, another address, or a list that is not up to date: nothing of it tells that what was paid for
   * is lost. What the batch has set aside stays so when it is given up, for it may have been used.
   */
  private async missing(batch: HeldBatch, elsewhere: boolean): Promise<Advance> {
    const { id, requests } = batch;
    const { until, over } = await this.store.missed(batch);
    if (!over) return { state: 'missing', id, requests, elsewhere, until };
    const left = await this.leftBehind(batch);
    await this.store.remove(batch);
    return { state: 'collected', id, ended: 'gone', codes: [], stored: 0, left };
  }

  private async collected(
    batch: HeldBatch,
    remote: Ended,
    results: Results,
    progress: (stored: number) => void,
  ): Promise<Advance> {
    const { id } = batch;
    const { ended } = remote;
    await this.settle(batch, remote, results);
    const errors = [...results.values()].flatMap((result) => ('error' in result ? [result.error] : []));
    // Without one answer to any of its requests it is the endpoint that is at fault, or the way that it is asked.
    if (errors.length === results.size && errors.every(isOfEndpoint)) {
      const left = await this.leftBehind(batch);
      await this.forget(batch, remote);
      const codes = new Set([...remote.codes, ...errors.map(({ code }) => code)]);
      return { state: 'collected', id, ended, codes: [...codes], stored: 0, left };
    }
    const counts = await this.collect(batch, results, progress);
    if ((await this.content.count(id)) === 0) await this.forget(batch, remote);
    return { state: 'collected', id, ended, codes: remote.codes, ...counts };
  }

  /** What is left in a batch that comes to nothing more. */
  private async leftBehind({ id }: HeldBatch): Promise<Partial<Record<Left, number>>> {
    const count = await this.content.count(id);
    return count > 0 ? { batch_failed: count } : {};
  }

  private async forget(batch: HeldBatch, remote: RemoteBatch): Promise<void> {
    await this.store.renew(batch);
    await this.batches.clear(remote);
    await this.store.remove(batch);
  }

  private async settle(batch: HeldBatch, { took }: RemoteBatch, results: Results): Promise<void> {
    const { requests } = batch;
    await this.store.settle(batch, ({ prompt, completion }) => {
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

  /** Makes the result of each conversation that is in a batch still. */
  private async collect(batch: HeldBatch, results: Results, progress: (stored: number) => void) {
    const counts = { stored: 0, left: {} as Partial<Record<Left, number>> };
    for (let after = ''; ;) {
      const page = await this.content.next(batch.id, after, PAGE);
      if (page.length === 0) return counts;
      after = page.at(-1)!;
      for await (const outcome of inParallel(page, AT_ONCE, (id) => this.make(batch, id, results))) {
        if (outcome === 'stored') progress((counts.stored += 1));
        else if (outcome !== 'gone') counts.left[outcome] = (counts.left[outcome] ?? 0) + 1;
      }
    }
  }

  /** Makes the result of one conversation, and takes it out of its batch where another try is of no use. */
  private async make(batch: HeldBatch, id: string, results: Results): Promise<Outcome> {
    const outcome = await this.outcomeOf(batch, id, results);
    if (OUT.has(outcome)) await this.store.drop(batch, id);
    else if (COUNTED.has(outcome) && (await this.store.fail(batch, id))) return 'given_up';
    return outcome;
  }

  private async outcomeOf({ createdAt }: HeldBatch, id: string, results: Results): Promise<Outcome> {
    try {
      const transcript = await this.conversations.transcript(id);
      if (!transcript) return 'gone';
      const by = { engine: await this.engine.name(), taxonomy: this.taxonomy.hash() };
      if (await this.content.isMade(id, createdAt, by)) return 'stored';
      const written = await this.client.answering(results, () => this.analyses.make(id, null, transcript));
      return written ? 'stored' : 'at_work';
    } catch (error) {
      if (error instanceof NotInBatchError) return 'unanswered';
      if (error instanceof AskedInVainError) return error.code;
      this.logger.error(`The analysis of a conversation failed: ${errorName(error)}`);
      return 'analysis_failed';
    }
  }
}

/** Whether a request failed for no reason that lies in its conversation, as far as one alone can tell. */
function isOfEndpoint({ endpointIll, code }: LlmError): boolean {
  return endpointIll || code === 'bad_request';
}
