import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { z } from 'zod';
import { ClassificationModule } from '../classification/classification.module.js';
import { TagMapping } from '../classification/training/tag.mapping.js';
import { SEED, TrainingService, type TrainingOptions } from '../classification/training/training.service.js';
import { TrainingStopped } from '../classification/training/training.error.js';
import { readingNotes, trainingReport } from '../classification/training/training.report.js';
import { DeidentificationModule } from '../deidentification/deidentification.module.js';
import { DeidentificationService } from '../deidentification/deidentification.service.js';
import { TaxonomyModule } from '../taxonomy/taxonomy.module.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { withModules } from './application.js';
import { ExitStatus, UsageError } from './exit.status.js';
import { LabelledLines } from './labelled.lines.js';
import { processSettings } from './process.settings.js';
import { note, print, progressBar } from './terminal.js';

/** As commander gives them. */
export interface TrainOptions {
  map?: string;
  riskRecall: string;
  fairBy?: string;
  alpha?: string;
  beta?: string;
  seed?: string;
  fresh?: boolean;
  json?: boolean;
}

const FRACTION = 'expected a number from 0 to 1';
const fraction = z.coerce.number(FRACTION).min(0, FRACTION).max(1, FRACTION);
const optionsSchema = z.object({
  riskRecall: fraction,
  alpha: fraction.default(0.5),
  beta: z.coerce.number('expected a number, 0 or more').min(0, 'expected a number, 0 or more').default(1),
  seed: z.coerce.number('expected a whole number').int('expected a whole number').default(SEED),
});

/**
 * `keyline train FILE`: learns from conversation lines with `gold` or `labels`, a list of label ids, or with `tags`
 * and a mapping. An interrupt stops it in good order, and the same command goes on.
 */
export async function train(file: string, given: TrainOptions): Promise<ExitStatus> {
  const options = checked(given);
  const stop = new AbortController();
  const onSignal = () => {
    note('Stopping in good order; once more stops at once.');
    stop.abort();
  };
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const lines = new LabelledLines(file);
  return withModules(
    processSettings(),
    [DeidentificationModule, TaxonomyModule, ClassificationModule],
    async (application) => {
      const taxonomy = application.get(TaxonomyService);
      const mapping = given.map
        ? await TagMapping.read(given.map, (id) => taxonomy.byId(id) !== undefined)
        : null;
      const deidentification = application.get(DeidentificationService);
      const progress = new TrainingProgress(file, lines);
      try {
        const { head, reading } = await application
          .get(TrainingService)
          .train((after, refused) => lines.read(deidentification, { after, refused, mapping }), {
            ...options,
            source: sourceOf(file, given.map),
            fresh: given.fresh ?? false,
            signal: stop.signal,
            onResume: ({ line, complete }) =>
              note(
                complete
                  ? 'The file has been read before, and is fitted anew; --fresh would read it again.'
                  : `Going on after line ${line}; --fresh would begin anew.`,
              ),
            onProgress: (stage, done) => progress.show(stage, done),
          });
        progress.end();
        for (const line of readingNotes(reading, given.map)) note(line);
        const { labels, ...rest } = head;
        const thresholds = Object.entries(labels).map(([id, { weights: _, ...label }]) => [id, label]);
        await print(
          given.json
            ? JSON.stringify({ ...rest, labels: Object.fromEntries(thresholds) }, null, 2)
            : trainingReport(head),
        );
        note(
          'The head is stored in the data directory and used from the next start on; what was read is deleted.',
        );
        return Math.max(reading.refused, lines.refused) > 0 ? ExitStatus.someRefused : ExitStatus.ok;
      } catch (error) {
        progress.end();
        if (!(error instanceof TrainingStopped) || file === '-') throw error;
        throw new TrainingStopped('stopped: run the same command again to go on from here', { cause: error });
      } finally {
        process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
      }
    },
  );
}

/** @throws UsageError an option that is not understood, or fairness for no group */
function checked(
  given: TrainOptions,
): Pick<TrainingOptions, 'seed' | 'riskRecall' | 'fairBy' | 'alpha' | 'beta'> {
  const result = optionsSchema.safeParse(given);
  if (!result.success) {
    const [issue] = result.error.issues;
    const name = String(issue?.path[0]).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    throw new UsageError(`--${name}: ${issue?.message}`);
  }
  if (given.fairBy) return { ...result.data, fairBy: given.fairBy };
  if (given.alpha !== undefined || given.beta !== undefined)
    throw new UsageError(
      '--alpha and --beta weigh the groups of --fair-by: name them, such as --fair-by ageGroup',
    );
  return { ...result.data, fairBy: null, alpha: 0, beta: 0 };
}

/** What tells a file and its mapping from others; null for what can be read but once. */
function sourceOf(file: string, map: string | undefined): string | null {
  const found = file === '-' ? undefined : statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) return null;
  const mapping = map ? createHash('sha256').update(readFileSync(map)).digest('hex') : null;
  return JSON.stringify([realpathSync(file), found.size, found.mtimeMs, mapping]);
}

/** A bar for each stage, where there is a terminal. */
class TrainingProgress {
  private stage: 'reading' | 'fitting' | undefined;
  private bar: ReturnType<typeof progressBar> | undefined;

  constructor(
    private readonly file: string,
    private readonly lines: LabelledLines,
  ) {}

  show(stage: 'reading' | 'fitting', done: number): void {
    if (stage !== this.stage) {
      this.end();
      this.stage = stage;
      const size = this.file === '-' ? 0 : (statSync(this.file, { throwIfNoEntry: false })?.size ?? 0);
      this.bar =
        stage === 'reading'
          ? progressBar('Reading', '{percentage} %, {done} conversations')
          : progressBar('Fitting', '{done} passes, ends by itself');
      this.bar.start(stage === 'reading' ? size : 0, 0, { done });
    }
    this.bar?.update(this.lines.bytes, { done });
  }

  end(): void {
    this.bar?.stop();
    this.bar = undefined;
  }
}
