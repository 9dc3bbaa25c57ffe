/**
 * `npm run bench:evaluation`: seconds and memory of the figures of `keyline evaluate labels`, with all intervals and
 * by age group, over invented scores and labels of 700,000 conversations. The classifier does not run: see
 * `bench:pipeline` for what it takes.
 */
import { cpus } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_BOOTSTRAP } from '../src/classification/evaluation/bootstrap.js';
import { evaluateRecords } from '../src/classification/evaluation/evaluate.records.js';
import { LabelRecords } from '../src/classification/evaluation/records.js';
import { seededRandom } from '../src/classification/training/random.js';
import { packageRoot } from '../src/config/paths.js';
import { loadTaxonomy } from '../src/taxonomy/taxonomy.loader.js';

const SIZE = Number(process.argv[2] ?? 700_000);
const AGES = ['10-13', '14-17', '18-24', '25+'];

const { labels } = await loadTaxonomy(join(packageRoot, 'taxonomy'));
const random = seededRandom(1);
const records = new LabelRecords(labels, ['ageGroup']);
const began = performance.now();
for (let i = 0; i < SIZE; i++) {
  const gold = labels.filter(() => random() < 2 / labels.length).map(({ id }) => id);
  const scores = labels
    .map(({ id }) => ({ id, score: random() ** (gold.includes(id) ? 1 : 6), evidence: [] }))
    .sort((a, b) => b.score - a.score);
  const found = scores.filter(({ score }) => score > 0.5);
  const ageGroup = AGES[Math.floor(random() * AGES.length)]!;
  records.add({ scores, labels: found }, gold, String(Math.floor(random() * SIZE * 0.8)), { ageGroup });
}
const kept = performance.now();
const keptMegabytes = megabytes();
const { micro } = evaluateRecords(records, DEFAULT_BOOTSTRAP, 5);
const done = performance.now();
process.stdout.write(
  [
    `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}; Node ${process.version}`,
    `${records.size} conversations of ${records.texters} texters, ${labels.length} labels, ${DEFAULT_BOOTSTRAP.resamples} resamples`,
    `inventing and keeping them: ${((kept - began) / 1000).toFixed(1)} s; resident then ${keptMegabytes} MB`,
    `all figures, by ${AGES.length} age groups too: ${((done - kept) / 1000).toFixed(1)} s; most resident ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
    `micro F1 ${micro.f1?.toFixed(3)}`,
    '',
  ].join('\n'),
);

function megabytes(): number {
  return Math.round(process.memoryUsage().rss / 2 ** 20);
}
