import { createHash } from 'node:crypto';
import { LocalClassifier } from '../src/classification/local.classifier.js';
import { ClassificationModule } from '../src/classification/classification.module.js';
import { Census } from '../src/classification/training/census.js';
import { featureCount } from '../src/classification/training/features.js';
import { fitHead } from '../src/classification/training/head.fitting.js';
import { measureHead } from '../src/classification/training/head.measuring.js';
import { type Lessons, RowLayout } from '../src/classification/training/lesson.js';
import { LessonReader } from '../src/classification/training/lesson.reader.js';
import { Spool } from '../src/classification/training/spool.js';
import { withModules } from '../src/commands/application.js';
import { LabelledLines } from '../src/commands/labelled.lines.js';
import { readSettings } from '../src/config/settings.js';
import { KeyedHash } from '../src/conversations/keyed.hash.js';
import { DeidentificationModule } from '../src/deidentification/deidentification.module.js';
import { DeidentificationService } from '../src/deidentification/deidentification.service.js';
import { EMBEDDER, type Embedder } from '../src/embeddings/embedder.types.js';
import { TaxonomyModule } from '../src/taxonomy/taxonomy.module.js';
import { TaxonomyService } from '../src/taxonomy/taxonomy.service.js';

const FIGURES = ['top1', 'top3', 'microF1', 'macroF1', 'riskRecall', 'calibrationError'] as const;

/** Prints what training on one half of a file gains on the other, both ways, for each seed and over all. */
export async function measureHalves(file: string, seeds: number, folder: string): Promise<void> {
  // The splits of a run are those of the next: the key that hashes texters is always the same.
  const settings = readSettings({ DATA_DIR: folder, HASH_KEY: 'of this benchmark', LOG_LEVEL: 'error' });
  await withModules(
    settings,
    [DeidentificationModule, TaxonomyModule, ClassificationModule],
    async (application) => {
      const { labels } = application.get(TaxonomyService);
      const { dimensions } = application.get<Embedder>(EMBEDDER, { strict: false });
      const size = { labels: labels.length, features: featureCount(labels.length, dimensions) };
      const spool = await Spool.open(folder, 'halves', new RowLayout(size.labels, size.features));
      const reader = new LessonReader(labels, application.get(LocalClassifier), new KeyedHash(settings));
      const lines = new LabelledLines(file).read(application.get(DeidentificationService));
      await reader.read(lines, spool, { fairBy: null });
      const gains: { untrained: (number | null)[]; trained: (number | null)[] }[] = [];
      print('seed half', 'learnt', 'held out', ...FIGURES.map((name) => `${name}`));
      for (let seed = 1; seed <= seeds; seed++)
        for (const half of [0, 1]) {
          const inHalf = (texter: number) => halfOf(texter, seed) === half;
          const mine = only(spool, inHalf);
          const census = await Census.of(mine, size, seed, settings.MIN_GROUP_SIZE);
          const options = { seed, riskRecall: 0.95, fairness: { alpha: 0, beta: 0 } };
          const trained = await fitHead(mine, census, labels, options);
          const heads = { trained, unweighted: null };
          const figures = await measureHead(spool, census, labels, (texter) => !inHalf(texter), heads, []);
          const sizes = census.sizes().folds.reduce((sum, rows) => sum + rows, 0);
          const [before, after] = [figures.untrained, figures.trained];
          gains.push({
            untrained: FIGURES.map((name) => before[name]),
            trained: FIGURES.map((name) => after[name]),
          });
          const cells = FIGURES.map((name) => `${told(before[name])} → ${told(after[name])}`);
          print(`${seed} ${half}`, String(sizes), String(before.conversations), ...cells);
        }
      FIGURES.forEach((name, index) => {
        const differences = gains.map(
          ({ untrained, trained }) => (trained[index] ?? 0) - (untrained[index] ?? 0),
        );
        const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
        const spread = Math.sqrt(mean(differences.map((value) => (value - mean(differences)) ** 2)));
        const [from, to] = (['untrained', 'trained'] as const).map((engine) =>
          mean(gains.map((gain) => gain[engine][index] ?? 0)),
        );
        print(name, `${told(from!)} → ${told(to!)}`, `${told(mean(differences))} ± ${told(spread)}`);
      });
      await spool.remove();
    },
  );
}

/** Lessons of some texters. */
function only(lessons: Lessons, mine: (texter: number) => boolean): Lessons {
  return {
    pass: (wanted, random) => lessons.pass((texter) => mine(texter) && (wanted?.(texter) ?? true), random),
  };
}

function halfOf(texter: number, seed: number): number {
  return createHash('sha256').update(`${seed} ${texter}`).digest()[0]! % 2;
}

const told = (value: number | null) => value?.toFixed(3) ?? '–';

function print(...cells: string[]): void {
  process.stdout.write(`${cells.map((cell) => cell.padEnd(18)).join('')}\n`);
}
