import type { INestApplicationContext } from '@nestjs/common';
import { DatabaseModule } from '../database/database.module.js';
import { VocabularyModule } from '../keyphrases/vocabulary.module.js';
import { VocabularyService } from '../keyphrases/vocabulary.service.js';
import { AnalysisStore } from '../pipeline/analysis.store.js';
import { EngineService } from '../pipeline/engine.service.js';
import { PipelineModule } from '../pipeline/pipeline.module.js';
import { WorkerService } from '../pipeline/worker.service.js';
import { WorkStore } from '../pipeline/work.store.js';
import { StalenessModule } from '../staleness/staleness.module.js';
import { StalenessService } from '../staleness/staleness.service.js';
import { StalenessStore } from '../staleness/staleness.store.js';
import type { Reason } from '../staleness/staleness.types.js';
import { TaxonomyModule } from '../taxonomy/taxonomy.module.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { withModules } from './application.js';
import { ExitStatus } from './exit.status.js';
import { untilDone } from './import.command.js';
import { processSettings } from './process.settings.js';
import { note, print, progressBar } from './terminal.js';

/**
 * `keyline reindex`: analyses every stored conversation anew, or with `--stale` only those whose result the present
 * taxonomy or engine touches. What a run that was broken off has left is taken up by the next.
 */
export async function reindex({ stale = false }: { stale?: boolean }): Promise<ExitStatus> {
  return withModules(
    processSettings(),
    [DatabaseModule, PipelineModule, VocabularyModule, StalenessModule, TaxonomyModule],
    async (application) => {
      const work = application.get(WorkStore);
      const phrases = await application.get(VocabularyService).reembed();
      const reopened = stale ? await reopenStale(application) : { conversations: await work.reopen() };
      const { pending } = await work.progress();
      await application.get(WorkerService).start();
      const { failed } = await untilDone(work, pending);
      const left = stale ? await leftStale(application) : {};
      await print(JSON.stringify({ ...reopened, phrases, failed, ...left }));
      return failed > 0 ? ExitStatus.failed : ExitStatus.ok;
    },
  );
}

/** Marks each result in its row: to be made anew, or found to hold. A run that is broken off loses nothing. */
async function reopenStale(application: INestApplicationContext) {
  const [taxonomy, work] = [application.get(TaxonomyService), application.get(WorkStore)];
  const [staleness, store] = [application.get(StalenessService), application.get(StalenessStore)];
  const engine = await application.get(EngineService).name();
  await application.get(AnalysisStore).recordTaxonomy();
  const { suspect } = await staleness.counts(taxonomy, engine);
  const reasons: Partial<Record<Reason, number>> = {};
  const found = { examined: 0, conversations: 0, reasons };
  const bar = progressBar('Comparing');
  bar.start(suspect, 0);
  for await (const verdicts of staleness.examine(taxonomy, engine)) {
    const touched = verdicts.filter((verdict) => verdict.reasons.length > 0);
    for (const reason of touched.flatMap((verdict) => verdict.reasons))
      reasons[reason] = (reasons[reason] ?? 0) + 1;
    found.conversations += await work.reopen(touched.map(({ result }) => result.id));
    const holding = verdicts.filter((verdict) => verdict.reasons.length === 0);
    await store.confirm(
      holding.map(({ result }) => result),
      taxonomy.hash(),
    );
    found.examined += verdicts.length;
    bar.update(found.examined);
  }
  bar.stop();
  return found;
}

/** Another process with other settings may have taken some of the work. */
async function leftStale(application: INestApplicationContext): Promise<{ stale: number }> {
  const engine = await application.get(EngineService).name();
  const { suspect: stale } = await application
    .get(StalenessService)
    .counts(application.get(TaxonomyService), engine);
  if (stale > 0)
    note(
      `${stale} are stale still: they failed or are degraded, or a server or worker with another taxonomy or engine made them; restart that, and run it again`,
    );
  return { stale };
}
