import { setTimeout as sleep } from 'node:timers/promises';
import { BackfillModule } from '../backfill/backfill.module.js';
import { BackfillStore } from '../backfill/backfill.store.js';
import type { Batch } from '../backfill/backfill.types.js';
import { type Advance, CollectionService, type Left } from '../backfill/collection.service.js';
import { SubmissionService } from '../backfill/submission.service.js';
import { DatabaseModule } from '../database/database.module.js';
import { LlmError, type LlmErrorCode } from '../llm/llm.error.js';
import { AnalysisStore } from '../pipeline/analysis.store.js';
import { errorName } from '../pipeline/error.name.js';
import { withModules } from './application.js';
import { ExitStatus } from './exit.status.js';
import { processSettings } from './process.settings.js';
import { counter, note, print, progressBar } from './terminal.js';

/** Milliseconds between looks at the batches: longer each time that nothing has moved. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 300_000;
/** Looks in a row at one batch that the endpoint may fail to answer. */
const PATIENCE = 20;

const SAID: Record<Exclude<Left, LlmErrorCode>, string> = {
  batch_failed: 'their batch failed, was cancelled or is gone at the endpoint',
  unanswered: 'their requests expired, or they, the prompts or the taxonomy have changed since',
  given_up: 'their answers did not come to a result in several runs, and are asked for anew',
  at_work: 'a worker was analysing them',
  analysis_failed: 'their analysis failed; their answers are kept',
};
/** What is left for the next run without anything being amiss. */
const WELL: ReadonlySet<Left> = new Set(['at_work', 'over_budget']);

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
    const run = new Run(store, collection);
    await application.get(AnalysisStore).recordTaxonomy();
    let waiting = await run.advanceAll();
    const planned = counter('Planning');
    const submitted = await application
      .get(SubmissionService)
      .submit(limit, (conversations) => planned.update(conversations))
      .finally(() => planned.stop());
    if (submitted.failed > 0) note(`${submitted.failed} are left for the next run: their analysis failed`);
    if (submitted.overBudget)
      note('The budget of the day holds no more: run it again tomorrow for the rest.');
    if (wait) waiting = await untilCollected(run);
    else if (submitted.batches > 0) waiting = await run.advanceAll();
    run.tell();
    await print(JSON.stringify({ submitted, ...run.counts, failed: run.failing.size, waiting }));
    return run.failed || submitted.failed > 0 ? ExitStatus.failed : ExitStatus.ok;
  });
}

type Waiting = Extract<Advance, { state: 'waiting' | 'held' }>;

/** What one run has come to. Each batch is collected, or found to fail, by itself: none keeps the others waiting. */
class Run {
  readonly counts = { stored: 0, left: {} as Partial<Record<Left, number>> };
  /** Batches whose last look failed, with how many did in a row, and whether to look again. */
  readonly failing = new Map<string, { looks: number; again: boolean }>();
  /** Batches that this run has done with: what is left in them is for the next. */
  private readonly collected = new Set<string>();

  constructor(
    private readonly store: BackfillStore,
    private readonly collection: CollectionService,
  ) {}

  get failed(): boolean {
    const left = Object.keys(this.counts.left) as Left[];
    return this.failing.size > 0 || left.some((reason) => !WELL.has(reason));
  }

  /** Whether a batch whose last look failed is to be looked at again. */
  get isTrying(): boolean {
    return [...this.failing.values()].some(({ again }) => again);
  }

  /** Looks at every batch that may have moved. Returns those that are under way. */
  async advanceAll(): Promise<Waiting[]> {
    const waiting: Waiting[] = [];
    for (const batch of await this.store.batches()) {
      if (this.collected.has(batch.id) || this.failing.get(batch.id)?.again === false) continue;
      const storing = counter('Stored');
      try {
        const advance = await this.collection.advance(batch, (stored) => storing.update(stored));
        this.add(advance);
        if (advance.state === 'waiting' || advance.state === 'held') waiting.push(advance);
      } catch (error) {
        const reason = error instanceof LlmError ? error.message : errorName(error);
        this.fail(batch, reason, error instanceof LlmError && error.endpointIll);
      } finally {
        storing.stop();
      }
    }
    return waiting;
  }

  private add(advance: Advance): void {
    const { id, state } = advance;
    if (state === 'missing') return this.fail(advance, missing(advance), !advance.elsewhere);
    this.failing.delete(id);
    if (state === 'discarded')
      note(`Batch ${id} never reached the endpoint: its conversations are planned anew`);
    if (state !== 'collected') return;
    this.collected.add(id);
    const { ended, codes, stored, left } = advance;
    if (ended !== 'completed' || codes.length > 0) note(`Batch ${id} is ${[ended, ...codes].join(': ')}`);
    this.counts.stored += stored;
    for (const [reason, count] of Object.entries(left) as [Left, number][])
      this.counts.left[reason] = (this.counts.left[reason] ?? 0) + count;
  }

  /** @param passing whether another look in a while may go better */
  private fail({ id }: Pick<Batch, 'id'>, reason: string, passing: boolean): void {
    const looks = (this.failing.get(id)?.looks ?? 0) + 1;
    this.failing.set(id, { looks, again: passing && looks <= PATIENCE });
    if (looks === 1) note(`Batch ${id} is not collected, and kept: ${reason}`);
  }

  /** Says why conversations are left. */
  tell(): void {
    for (const [reason, count] of Object.entries(this.counts.left) as [Left, number][]) {
      const said =
        reason in SAID ? SAID[reason as keyof typeof SAID] : new LlmError(reason as LlmErrorCode).message;
      note(`${count} are left for the next run: ${said}`);
    }
  }
}

function missing({ elsewhere, until }: Extract<Advance, { state: 'missing' }>): string {
  const why = elsewhere
    ? 'it was submitted to another endpoint or model; set LLM_BASE_URL and LLM_MODEL as they were'
    : 'the endpoint does not know it, or its answers; see that LLM_API_KEY is of the same account';
  return `${why} before ${until.toISOString()}, when it is given up`;
}

/** Waits until no batch is under way. An endpoint that does not answer for a while is asked again. */
async function untilCollected(run: Run): Promise<Waiting[]> {
  const bar = progressBar('Answered');
  let [pause, before] = [FIRST_WAIT_MS, ''];
  bar.start(0, 0);
  try {
    for (;;) {
      const waiting = await run.advanceAll();
      if (waiting.length === 0 && !run.isTrying) return waiting;
      bar.setTotal(waiting.reduce((all, { requests }) => all + requests, 0));
      bar.update(waiting.reduce((all, advance) => all + ('done' in advance ? advance.done : 0), 0));
      const now = JSON.stringify(waiting);
      pause = now === before ? Math.min(2 * pause, LONGEST_WAIT_MS) : FIRST_WAIT_MS;
      before = now;
      await sleep(pause);
    }
  } finally {
    bar.stop();
  }
}
