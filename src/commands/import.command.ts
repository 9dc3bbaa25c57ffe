import { setTimeout as wait } from 'node:timers/promises';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { ingestLines } from '../conversations/ingest.lines.js';
import { IngestionService } from '../conversations/ingestion.service.js';
import { DatabaseModule } from '../database/database.module.js';
import { PipelineModule } from '../pipeline/pipeline.module.js';
import { WorkerService } from '../pipeline/worker.service.js';
import { WorkStore } from '../pipeline/work.store.js';
import { processSettings, withModules } from './application.js';
import { ExitStatus } from './exit.status.js';
import { note, noteRefusal, openFile, print, progressBar } from './terminal.js';

const POLL_MS = 250;

/** `keyline import FILE`: ingests, then works until all is analysed, unless told not to wait. */
export async function importFile(file: string, { wait: waits }: { wait: boolean }): Promise<ExitStatus> {
  const bytes = openFile(file);
  return withModules(
    processSettings(),
    [DatabaseModule, ConversationsModule, PipelineModule],
    async (application) => {
      const ingestion = application.get(IngestionService);
      const counts = { accepted: 0, unchanged: 0, refused: 0 };
      for await (const outcome of ingestLines(bytes, ingestion)) {
        counts[outcome.status] += 1;
        if (outcome.status === 'refused') noteRefusal(outcome.line, outcome);
      }
      if (counts.accepted + counts.unchanged + counts.refused === 0) note(`${file}: no conversations in it`);
      if (!waits) {
        await print(JSON.stringify(counts));
        return counts.refused > 0 ? ExitStatus.someRefused : ExitStatus.ok;
      }
      const before = await application.get(WorkStore).progress();
      await application.get(WorkerService).start();
      const after = await untilDone(application.get(WorkStore), before.pending);
      const failed = after.failed - before.failed;
      await print(JSON.stringify({ ...counts, ready: after.ready - before.ready, failed }));
      if (failed > 0) note(`${failed} failed: the reasons are in the field \`failure\` of each conversation`);
      return failed > 0 ? ExitStatus.failed : counts.refused > 0 ? ExitStatus.someRefused : ExitStatus.ok;
    },
  );
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
