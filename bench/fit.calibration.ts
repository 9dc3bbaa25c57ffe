/**
 * `npm run fit:calibration`: fits the curve that turns what the untrained engine's signals come to into
 * probabilities, on labelled conversations that were read while it was made; measures it on those that were not.
 * Prints the curve, for `scoring.ts`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClassificationModule } from '../src/classification/classification.module.js';
import { binned, calibrationError } from '../src/classification/evaluation/calibration.js';
import { LocalClassifier } from '../src/classification/local.classifier.js';
import type { LabelScore } from '../src/classification/classification.types.js';
import { settle } from '../src/classification/hierarchy.js';
import { type LabelSignals, oddsOf } from '../src/classification/scoring.js';
import { type Calibration, fitPlatt, probabilityOf } from '../src/classification/training/calibration.js';
import { logOdds, sigmoid } from '../src/classification/training/logistic.js';
import { OddsHistogram } from '../src/classification/training/odds.histogram.js';
import { withModules } from '../src/commands/application.js';
import { LabelledLines } from '../src/commands/labelled.lines.js';
import { packageRoot } from '../src/config/paths.js';
import { readSettings } from '../src/config/settings.js';
import { DeidentificationModule } from '../src/deidentification/deidentification.module.js';
import { DeidentificationService } from '../src/deidentification/deidentification.service.js';
import { TaxonomyModule } from '../src/taxonomy/taxonomy.module.js';
import { TaxonomyService } from '../src/taxonomy/taxonomy.service.js';

const READ = ['en.jsonl', 'fr-and-edge.jsonl', 'labelled/read.jsonl'];
const UNREAD = ['labelled/unread.jsonl'];

interface Judged {
  odds: number;
  given: boolean;
}

/** What the signals come to without a curve; the rules of the hierarchy are applied to it before it is judged. */
const uncalibrated = (signals: readonly LabelSignals[]): LabelScore[] =>
  signals.map((signal) => ({ id: signal.id, score: sigmoid(oddsOf(signal)), evidence: signal.evidence }));

const folder = mkdtempSync(join(tmpdir(), 'keyline-calibration-'));
const settings = readSettings({ DATA_DIR: folder, LOG_LEVEL: 'error' });
try {
  await withModules(
    settings,
    [DeidentificationModule, TaxonomyModule, ClassificationModule],
    async (application) => {
      const classifier = application.get(LocalClassifier);
      const { labels } = application.get(TaxonomyService);
      const judge = async (files: readonly string[]): Promise<Judged[]> => {
        const judged: Judged[] = [];
        for (const file of files) {
          const lines = new LabelledLines(join(packageRoot, 'samples', file));
          for await (const { transcript, gold } of lines.read(application.get(DeidentificationService)))
            if (gold)
              for (const { id, score } of settle(
                uncalibrated((await classifier.examine(transcript)).signals),
                labels,
              ).scores)
                judged.push({ odds: logOdds(score), given: gold.includes(id) });
        }
        return judged;
      };
      const read = await judge(READ);
      const points = new OddsHistogram();
      for (const { odds, given } of read) points.add(odds, given);
      const curve: Calibration = { method: 'platt', ...fitPlatt(points.points()) };
      const told = (judged: readonly Judged[], of: (odds: number) => number) => {
        const scores = judged.map(({ odds }) => of(odds));
        const right = judged.map(({ given }) => given);
        return calibrationError(binned(scores, right))?.toFixed(4);
      };
      const unread = await judge(UNREAD);
      const line = (name: string, judged: readonly Judged[]) =>
        `${name}: ${judged.length} pairs, calibration error ${told(judged, sigmoid)} before, ${told(judged, (odds) => probabilityOf(curve, odds))} after\n`;
      process.stdout.write(`slope ${curve.slope.toFixed(3)}, intercept ${curve.intercept.toFixed(3)}\n`);
      process.stdout.write(line('read', read) + line('unread', unread));
    },
  );
} finally {
  rmSync(folder, { recursive: true });
}
