import type { BatchState } from './llm.batch.entity.js';

/** A batch in its row. */
export interface Batch {
  id: string;
  state: BatchState;
  remoteId: string | null;
  /** As `OpenAiBatches.fingerprint`; null where nobody noted it. */
  endpoint: string | null;
  requests: number;
  createdAt: Date;
}

/** A batch in this process's hands, until that lets go of it or another has taken it over. */
export interface HeldBatch extends Batch {
  /** Another one each time that anybody takes the batch. */
  holder: string;
}

/** Another process has taken a batch over, or it is gone: whoever had it must leave it alone. */
export class LostBatchError extends Error {
  override readonly name = 'LostBatchError';

  constructor() {
    super('Another process has taken the batch over, as this one stood still for a minute; run it again');
  }
}
