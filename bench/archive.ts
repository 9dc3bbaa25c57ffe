/**
 * `npm run bench:archive [-- SIZE…]`: how Keyline fares as its archive grows. For each size (10,000, 100,000 and
 * 703,975 unless named) made-up conversations are written into a PostgreSQL server of the bench's own, in bulk and
 * without the analysis; then the services that answer GraphQL are asked, one question at a time. What it needs
 * installed it says where it is missing (`archive/cluster.ts`). 703,975 take some 15 GB in the temporary folder.
 * With `DATA_DIR` the vectors of the phrases are kept there for the next run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { withModules } from '../src/commands/application.js';
import { processSettings } from '../src/commands/process.settings.js';
import { Database } from '../src/database/database.service.js';
import { TaxonomyService } from '../src/taxonomy/taxonomy.service.js';
import { AnsweringModule, measured, questions } from './archive/asking.js';
import { Cluster, SERVER_SETTINGS } from './archive/cluster.js';
import { fill } from './archive/filling.js';
import { type Figures, type Quantiles, table } from './archive/table.js';
import { archiveVocabulary, vocabularySize } from './archive/vocabulary.js';

const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000, 703_975];

if (SIZES.some((size) => !Number.isInteger(size) || size < 1000))
  throw new Error('expected numbers of conversations, from 1000');
const kept = process.env['DATA_DIR'];
const data = kept ?? mkdtempSync(join(tmpdir(), 'keyline-bench-'));
const cluster = await Cluster.start();
const interrupted = () => void cluster.stop().then(() => process.exit(130));
process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
try {
  const [server] = await cluster.query<{ version: string }>('postgres', 'SELECT version()');
  note(
    `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, load ${loadavg()[0]!.toFixed(1)}; Node ${process.version}`,
  );
  note(
    server!.version.replace(/ on .*/, '') +
      Object.entries(SERVER_SETTINGS)
        .map((pair) => `, ${pair.join(' ')}`)
        .join(''),
  );
  const columns: Figures[] = [];
  for (const size of SIZES) columns.push(await measure(size));
  process.stdout.write(table(columns));
} finally {
  await cluster.stop();
  if (kept === undefined) rmSync(data, { recursive: true, force: true });
}

async function measure(size: number): Promise<Figures> {
  const name = `archive_${size}`;
  await cluster.query('postgres', `CREATE DATABASE ${name}`);
  const settings = processSettings({
    DATA_DIR: data,
    DATABASE_URL: cluster.url(name),
    HASH_KEY: 'of the bench alone, for made-up texters',
    REDIS_URL: '',
    LOG_LEVEL: 'error',
  });
  await (await Database.open(settings, { migrate: true })).onApplicationShutdown();
  const figures = await withModules(settings, [AnsweringModule], async (app): Promise<Figures> => {
    const vocabulary = archiveVocabulary(app.get(TaxonomyService, { strict: false }), vocabularySize(size));
    const loaded = await fill(app, cluster.url(name), size, vocabulary);
    const { messages, characters, seconds } = loaded;
    note(
      `${size}: ${vocabulary.length} wordings, ${messages} messages of ${Math.round(characters / messages)} characters, loaded in ${seconds.toFixed(0)} s`,
    );
    await cluster.query(name, 'VACUUM (ANALYZE)');
    await cluster.query(name, 'CHECKPOINT');
    const sizes = await cluster.query<{ part: string; bytes: string }>(
      name,
      `SELECT 'database' AS part, pg_database_size(current_database()) AS bytes UNION ALL
       SELECT relname, pg_total_relation_size(oid) FROM pg_class
       WHERE relname IN ('message', 'conversation', 'conversation_label', 'keyphrase', 'vocabulary') AND relkind = 'r'`,
    );
    const asked = new Map<string, Quantiles>();
    for (const question of questions(app, vocabulary)) {
      const taken = await measured(question, () => cluster.processorMs());
      asked.set(question.kind, taken);
      const figures = Object.entries(taken).map(([at, ms]) => `${at} ${ms.toFixed(1)}`);
      note(`${size} ${question.kind}: ${figures.join('  ')} ms`);
    }
    return { ...loaded, bytes: new Map(sizes.map(({ part, bytes }) => [part, Number(bytes)])), asked };
  });
  await cluster.query('postgres', `DROP DATABASE ${name} WITH (FORCE)`);
  return figures;
}

function note(line: string): void {
  process.stdout.write(`${line}\n`);
}
