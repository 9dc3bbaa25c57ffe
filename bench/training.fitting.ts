/**
 * Fits on a spool of rows made up by chance, as many as the first argument says, and prints the spool's size in MB.
 * A part of `bench:training`, in a process of its own so that its peak of memory is its own. One pass a round:
 * more would take longer, not more memory.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Census } from '../src/classification/training/census.js';
import { fitHead } from '../src/classification/training/head.fitting.js';
import { measureHead } from '../src/classification/training/head.measuring.js';
import { type Lesson, RowLayout } from '../src/classification/training/lesson.js';
import { seededRandom } from '../src/classification/training/random.js';
import { partOf } from '../src/classification/training/split.js';
import { Spool } from '../src/classification/training/spool.js';
import { readSettings } from '../src/config/settings.js';
import { loadTaxonomy } from '../src/taxonomy/taxonomy.loader.js';

const SEED = 1;
const PASSES = 1;
const FEATURES = 590;
/** How often a label goes with a score of 1. */
const GIVEN = 0.1;

const [count, folder] = [Number(process.argv[2]), process.argv[3]!];
const { labels } = await loadTaxonomy(readSettings({}).TAXONOMY);
const size = { labels: labels.length, features: FEATURES };
const spool = await Spool.open(folder, `made up ${count}`, new RowLayout(size.labels, size.features), {
  fresh: true,
});
for (const lesson of madeUp(count)) await spool.append(lesson);
await spool.checkpoint();
process.stdout.write(String(Math.round(statSync(join(folder, 'training/rows.bin')).size / 1e6)));
const census = await Census.of(spool, size, SEED, 5);
const options = { seed: SEED, riskRecall: 0.95, fairness: { alpha: 0.5, beta: 1 }, passes: PASSES };
const trained = await fitHead(spool, census, labels, options);
const heldOut = (texter: number) => partOf(texter, SEED) === 'test';
await measureHead(spool, census, labels, heldOut, { trained, unweighted: null }, []);
await spool.remove();

/** Scores by chance, labels that go with them, and features of which some go with the labels. */
function* madeUp(rows: number): Generator<Lesson> {
  const random = seededRandom(SEED);
  for (let texter = 0; texter < rows; texter++) {
    const scores = Float32Array.from(labels, () => random() ** 4);
    const gold = Uint8Array.from(scores, (score) => Number(random() < GIVEN * score));
    const features = Float32Array.from({ length: FEATURES }, (_, i) =>
      i < labels.length ? scores[i]! : (random() - 0.5) / 10 + 0.05 * (gold[i % labels.length] ?? 0),
    );
    yield { texter, group: 1 + (texter % 3), gold, evidence: gold, scores, features };
  }
}
