import { setTimeout as wait } from 'node:timers/promises';
import type { ConversationStatus } from '../conversations/conversation.entity.js';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { ingestLines } from '../conversations/ingest.lines.js';
import { IngestionService } from '../conversations/ingestion.service.js';
import { DatabaseModule } from '../database/database.module.js';
import { PresidioError } from '../deidentification/presidio/presidio.error.js';
import { PipelineModule } from '../pipeline/pipeline.module.js';
import { WorkerService } from '../pipeline/worker.service.js';
import { WorkStore } from '../pipeline/work.store.js';
import { withModules } from './application.js';
import { processSettings } from './process.settings.js';
import { ExitStatus } from './exit.status.js';
import { note, noteRefusal, openFile, print, progressBar } from './terminal.js';

const POLL_MS = 250;
/** Ids looked at together: work goes oldest first, so the first ones tell enough. */
const LOOK = 1_000;

/**
 * `keyline import FILE`: ingests, then works until all of the file is analysed, unless told not to wait. What an
 * earlier import of it has left undone counts as its own.
 */
export async function importFile(file: string, { wait: waits }: { wait: boolean }): Promise<ExitStatus> {
  const bytes = openFile(file);
  return withModules(
    processSettings(),
    [DatabaseModule, ConversationsModule, PipelineModule],
    async (application) => {
      const ingestion = application.get(IngestionService);
      const ids: Record<'accepted' | 'unchanged', string[]> = { accepted: [], unchanged: [] };
      const counts = { accepted: 0, unchanged: 0, refused: 0 };
      let last = 0;
      try {
        for await (const outcome of ingestLines(bytes, ingestion)) {
          last = outcome.line;
          counts[outcome.status] += 1;
          if (outcome.status === 'refused') noteRefusal(outcome.line, outcome);
          else ids[outcome.status].push(outcome.id);
        }
      } catch (error) {
        throw error instanceof PresidioError ? new ImportStopped(last, error) : error;
      }
      if (counts.accepted + counts.unchanged + counts.refused === 0) note(`${file}: no conversations in it`);
      if (!waits) {
        await print(JSON.stringify(counts));
        return counts.refused > 0 ? ExitStatus.someRefused : ExitStatus.ok;
      }
      const work = application.get(WorkStore);
      const earlier = await work.statuses(ids.unchanged);
      const undone = ids.unchanged.filter((id) => isPending(earlier.get(id)));
      await application.get(WorkerService).start();
      const { ready, failed } = await untilAnalysed(work, [...ids.accepted, ...undone]);
      await print(JSON.stringify({ ...counts, ready, failed }));
      if (failed > 0) note(`${failed} failed: the reasons are in the field \`failure\` of each conversation`);
      return failed > 0 ? ExitStatus.failed : counts.refused > 0 ? ExitStatus.someRefused : ExitStatus.ok;
    },
  );
}

/** The import ended before the file did. What was stored stays, and counts as unchanged the next time. */
class ImportStopped extends Error {
  override readonly name = 'ImportStopped';

  constructor(last: number, { message }: PresidioError) {
    const rest = last === 0 ? 'no line' : `no line after ${last}`;
    super(`${message}; ${rest} was stored: import the file again`);
  }
}

const isPending = (status: ConversationStatus | undefined) =>
  status === 'received' || status === 'processing';

/** Waits until none of these conversations is pending, with a progress bar, and counts what became of them. */
async function untilAnalysed(
  work: Pick<WorkStore, 'statuses'>,
  ids: readonly string[],
): Promise<{ ready: number; failed: number }> {
  const counts = { ready: 0, failed: 0 };
  const bar = progressBar('Analysing');
  bar.start(ids.length, 0);
  for (let waiting = ids; waiting.length > 0;) {
    const looked = waiting.slice(0, LOOK);
    const statuses = await work.statuses(looked);
    const pending = looked.filter((id) => isPending(statuses.get(id)));
    for (const status of statuses.values())
      if (status === 'ready' || status === 'failed') counts[status] += 1;
    waiting = [...pending, ...waiting.slice(LOOK)];
    bar.update(ids.length - waiting.length);
    if (pending.length > 0) await wait(POLL_MS);
  }
  bar.stop();
  return counts;
}

/** Waits until nothing is pending, with a progress bar of what was. */
export async function untilDone(work: WorkStore, total: number): ReturnType<WorkStore['progress']> {
  const bar = progressBar('Analysing');
  bar.start(total, 0);
  for (;;) {
    const progress = await work.progress();
    bar.update(Math.max(0, total - progress.pending));
    if (progress.pending === 0) {
      bar.stop();
      return progress;
    }
    await wait(POLL_MS);
  }
}
