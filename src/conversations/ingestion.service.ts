import { setImmediate as othersTurn } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { DeidentificationService } from '../deidentification/deidentification.service.js';
import { errorName } from '../pipeline/error.name.js';
import { JOB_QUEUE, type JobQueue } from '../pipeline/job.queue.types.js';
import { parseConversation, type IncomingConversation, type Refusal } from './conversation.schema.js';
import { ConversationStore, type NewConversation } from './conversation.store.js';
import { deidentify } from './deidentified.conversation.js';
import { KeyedHash } from './keyed.hash.js';

/** What became of an incoming conversation. `unchanged`: the same content was stored before. */
export type Outcome = { status: 'accepted'; id: string } | { status: 'unchanged'; id: string } | Refusal;

/**
 * Takes conversations in: validates, de-identifies in memory, stores, and hands them to the queue. Once it has
 * answered, every accepted conversation is in the database; raw text is gone with the call.
 */
@Injectable()
export class IngestionService {
  private readonly logger = new Logger(IngestionService.name);

  constructor(
    private readonly deidentification: DeidentificationService,
    private readonly hash: KeyedHash,
    private readonly store: ConversationStore,
    @Inject(JOB_QUEUE) private readonly queue: JobQueue,
  ) {}

  /**
   * @param inputs conversations as parsed from JSON, in any shape
   * @returns one outcome each, in order
   * @throws PresidioError where an analyzer is set and does not answer: then nothing of the call is stored
   */
  async ingest(inputs: readonly unknown[]): Promise<Outcome[]> {
    const parsed = inputs.map((input) => parseConversation(input));
    const arrivals: NewConversation[] = [];
    for (const result of parsed) {
      if (result.status === 'refused') continue;
      arrivals.push(await this.prepare(result.conversation));
      await othersTurn();
    }
    const stored = await this.store.insert(arrivals);
    await this.announce(
      arrivals.flatMap(({ conversation }, index) => (stored[index] === 'accepted' ? [conversation.id] : [])),
    );
    let next = 0;
    return parsed.map((result): Outcome => {
      if (result.status === 'refused') return result;
      const id = result.conversation.id;
      const status = stored[next++];
      if (status === 'accepted' || status === 'unchanged') return { status, id };
      return {
        status: 'refused',
        id,
        code: 'conflict',
        field: 'id',
        reason: 'a conversation of this id is stored with other content; give changed ones a new id',
      };
    });
  }

  /** The rows are stored and the sweep finds them, so that a queue out of reach is no reason to fail. */
  private async announce(ids: readonly string[]): Promise<void> {
    try {
      await this.queue.dispatch(ids);
    } catch (error) {
      this.logger.warn(`Conversations wait for the next sweep: ${errorName(error)}`);
    }
  }

  private async prepare(incoming: IncomingConversation): Promise<NewConversation> {
    return {
      conversation: await deidentify(incoming, this.deidentification),
      texterHash: incoming.texterId ? this.hash.of('texter', incoming.texterId) : null,
      contentHash: this.hash.of('content', JSON.stringify(incoming)),
    };
  }
}
