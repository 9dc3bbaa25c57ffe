import { setTimeout as sleep } from 'node:timers/promises';
import { BackfillModule } from '../backfill/backfill.module.js';
import { BackfillStore } from '../backfill/backfill.store.js';
import { type Advance, CollectionService, type Left } from '../backfill/collection.service.js';
import { SubmissionService } from '../backfill/submission.service.js';
import { DatabaseModule } from '../database/database.module.js';
import { LlmError } from '../llm/llm.error.js';
import { AnalysisStore } from '../pipeline/analysis.store.js';
import { withModules } from './application.js';
import { ExitStatus } from './exit.status.js';
import { processSettings } from './process.settings.js';
import { counter, note, print, progressBar } from './terminal.js';

/** Milliseconds between looks at the batches: longer each time that nothing has moved. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 300_000;
/** Looks in a row that the endpoint may fail to answer. */
const PATIENCE = 20;

const SAID: Record<Left, string> = {
  batch_failed: 'their batch failed, was cancelled or is gone at the endpoint',
  unanswered: 'their requests expired, or they, the prompts or the taxonomy have changed since',
  at_work: 'a worker was analysing them',
  analysis_failed: 'their analysis failed',
};

export interface BackfillOptions {
  wait: boolean;
  limit?: number;
}

/**
 * `keyline backfill`: has the model's results for stored conversations made by the Batch API. The same command goes on
 * after a stop, wherever that was: it collects what earlier runs submitted, submits what is stale, and waits.
 */
export async function backfill({ wait, limit }: BackfillOptions): Promise<ExitStatus> {
  // The engines say of each conversation that is planned that the model wrote nothing: that is no news here.
  const settings = processSettings({ ENGINE: 'llm', LOG_LEVEL: 'error' });
  return withModules(settings, [DatabaseModule, BackfillModule], async (application) => {
    const [store, collection] = [application.get(BackfillStore), application.get(CollectionService)];
    const collected = new Collected();
    await application.get(AnalysisStore).recordTaxonomy();
    let waiting = await advanceAll(store, collection, collected);
    const planned = counter('Planning');
    const submitted = await application
      .get(SubmissionService)
      .submit(limit, (conversations) => planned.update(conversations))
      .finally(() => planned.stop());
    if (submitted.overBudget)
      note('The budget of the day holds no more: run it again tomorrow for the rest.');
    if (wait) waiting = await untilCollected(store, collection, collected);
    else if (submitted.batches > 0) waiting = await advanceAll(store, collection, collected);
    await print(JSON.stringify({ submitted, ...collected.counts, waiting }));
    for (const [reason, count] of Object.entries(collected.counts.left) as [Left, number][])
      note(`${count} are left for the next run: ${SAID[reason]}`);
    return collected.failed ? ExitStatus.failed : ExitStatus.ok;
  });
}

/** What this run has collected. */
class Collected {
  readonly counts = { stored: 0, left: {} as Partial<Record<Left, number>> };
  failed = false;

  add(advance: Advance): void {
    if (advance.state === 'discarded')
      note(`Batch ${advance.id} never reached the endpoint: its conversations are planned anew`);
    if (advance.state !== 'collected') return;
    const { id, ended, codes, stored, left } = advance;
    if (ended !== 'completed') note(`Batch ${id} is ${[ended, ...codes].join(': ')}`);
    this.counts.stored += stored;
    for (const [reason, count] of Object.entries(left) as [Left, number][]) {
      this.counts.left[reason] = (this.counts.left[reason] ?? 0) + count;
      this.failed ||= reason !== 'at_work';
    }
  }
}

/** Looks at every batch once. Returns those that are still under way. */
async function advanceAll(store: BackfillStore, collection: CollectionService, collected: Collected) {
  const waiting: Exclude<Advance, { state: 'collected' | 'discarded' }>[] = [];
  for (const batch of await store.batches()) {
    const storing = counter('Stored');
    const advance = await collection
      .advance(batch, (stored) => storing.update(stored))
      .finally(() => storing.stop());
    collected.add(advance);
    if (advance.state === 'waiting' || advance.state === 'held') waiting.push(advance);
  }
  return waiting;
}

/** Waits until no batch is under way. An endpoint that does not answer for a while is asked again. */
async function untilCollected(store: BackfillStore, collection: CollectionService, collected: Collected) {
  const bar = progressBar('Answered');
  let [pause, before, failures] = [FIRST_WAIT_MS, '', 0];
  bar.start(0, 0);
  try {
    for (;;) {
      try {
        const waiting = await advanceAll(store, collection, collected);
        if (waiting.length === 0) return waiting;
        bar.setTotal(waiting.reduce((all, { requests }) => all + requests, 0));
        bar.update(waiting.reduce((all, advance) => all + ('done' in advance ? advance.done : 0), 0));
        const now = JSON.stringify(waiting);
        pause = now === before ? Math.min(2 * pause, LONGEST_WAIT_MS) : FIRST_WAIT_MS;
        [before, failures] = [now, 0];
      } catch (error) {
        if (!(error instanceof LlmError) || !error.endpointIll || (failures += 1) > PATIENCE) throw error;
        pause = Math.min(2 * pause, LONGEST_WAIT_MS);
      }
      await sleep(pause);
    }
  } finally {
    bar.stop();
  }
}
