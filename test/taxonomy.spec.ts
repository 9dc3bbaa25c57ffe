import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parse, stringify } from 'yaml';
import { packageRoot } from '../src/config/paths.js';
import { Database } from '../src/database/database.service.js';
import { runCli, startCli } from './support/cli.js';
import { incoming } from './support/conversations.js';
import { databaseKinds, folderWithDatabase } from './support/database.js';
import { postgresDatabase, services } from './support/postgres.js';
import { testSettings, type TestFolder } from './support/settings.js';

interface LabelYaml {
  id: string;
  exemplars: { en: string[] };
  cues: { en: { pattern: string; weight: number }[] };
}

const conversations = [
  incoming('lantern', ['t: the paper lantern from when my nan was here is all i have left of her']),
  incoming('fights', ['t: my dad yells at me every night and we fight about everything']),
  incoming('french', ['t: ma mère crie après moi tout le temps et je dors pas la nuit']),
];
const lines = (all: readonly unknown[]) => all.map((each) => JSON.stringify(each)).join('\n');

/** Of each label so many exemplars stay, for a taxonomy that changes one embeds them all anew. */
const EXEMPLARS = 24;

/** The taxonomy in force with few exemplars, as a folder of the test's own with some change and a version. */
function taxonomyIn(folder: TestFolder, name: string, version: string, change: (label: LabelYaml) => void) {
  const path = join(folder.path, name);
  cpSync(join(packageRoot, 'taxonomy'), path, { recursive: true });
  for (const file of readdirSync(join(path, 'labels'))) {
    const labels: LabelYaml[] = parse(readFileSync(join(path, 'labels', file), 'utf8'));
    for (const { exemplars } of labels) exemplars.en.splice(EXEMPLARS);
    if (file === 'grief.yaml') change(labels[0]!);
    writeFileSync(join(path, 'labels', file), stringify(labels));
  }
  const manifest = join(path, 'taxonomy.yaml');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/^version: .*$/m, `version: ${version}`));
  return path;
}

/** What this test's taxonomies compute must not push the shipped one's out of the cache that tests share. */
function keepsOwnCache({ path }: TestFolder) {
  const cache = join(path, 'cache');
  const shared = realpathSync(cache);
  rmSync(cache);
  cpSync(shared, cache, { recursive: true });
}

// Minutes long, most of them embedding: on the database that a larger installation has, where there is one.
describe.each(databaseKinds.slice(-1))('the life of a taxonomy on %s', (kind) => {
  let folder: TestFolder;
  let environment: Record<string, string>;
  let drop: () => Promise<void>;
  let old: string;
  let withCue: string;
  let withExemplar: string;

  const keyline = (args: readonly string[], more: Record<string, string> = {}, input = '') =>
    runCli(args, { ...environment, TAXONOMY: old, ...more }, input);
  const query = async (sql: string, values: unknown[] = []) => {
    const database = await Database.open(testSettings(folder, environment));
    const rows: Record<string, unknown>[] = await database.source.query(sql, values);
    await database.onApplicationShutdown();
    return rows;
  };
  const states = async () => {
    const rows = await query(
      `SELECT c.id, c.analysed_at::text AS at, c.provenance ->> 'taxonomy' AS made, t.version AS holds
       FROM conversation c JOIN taxonomy t ON t.hash = c.holds_for ORDER BY c.id`,
    );
    return Object.fromEntries(rows.map(({ id, ...rest }) => [id, rest]));
  };

  beforeAll(async () => {
    folder = await folderWithDatabase();
    keepsOwnCache(folder);
    environment = { DATA_DIR: folder.path, LOG_LEVEL: 'error' };
    drop = () => Promise.resolve();
    if (kind === 'PostgreSQL') {
      const postgres = await postgresDatabase(services.databaseUrl ?? '');
      drop = postgres.drop;
      environment = { ...environment, DATABASE_URL: postgres.url, HASH_KEY: 'a key for this test only' };
      await runCli(['migrate'], environment);
    }
    old = taxonomyIn(folder, 'old', '5.0.0', () => undefined);
    withCue = taxonomyIn(folder, 'cue', '5.0.1', ({ cues }) =>
      cues.en.push({ pattern: '\\bpaper lantern\\b', weight: 0.9 }),
    );
    withExemplar = taxonomyIn(folder, 'exemplar', '5.0.0', ({ exemplars }) => {
      exemplars.en.push('the house is so quiet since we buried her');
    });
    const { status } = await keyline(['import', '-'], {}, lines(conversations));
    expect(status).toBe(0);
  });
  afterAll(async () => {
    await drop();
    folder.remove();
  });

  it('says what a new version changes, and which stored conversations it touches', async () => {
    const { status, stdout } = await keyline(['taxonomy', 'diff', old, withCue, '--json', '--ids']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      labels: [{ kind: 'changed', id: 'grief', fields: [{ field: 'cues', removed: [] }] }],
      concepts: [],
      version: { demanded: 'patch', raised: 'patch', enough: true },
      // One texter is too few to be told of, by label or in all.
      conversations: { analysed: 3, touched: 1, reasons: { cues: 1 }, texters: null, labels: [] },
      ids: ['lantern'],
    });
    const { stdout: ids } = await keyline(['taxonomy', 'diff', old, withExemplar, '--ids']);
    expect(ids).toBe('fights\nlantern\n');
    const untold = await keyline(['taxonomy', 'diff', old, withCue], { MIN_GROUP_SIZE: '1' });
    expect(untold.stdout).toContain('1 of 3 analysed conversations are touched');
  });

  it('fails where the version is not raised as the changes demand, and opens no database for the files alone', async () => {
    const { status, stdout, stderr } = await runCli(
      ['taxonomy', 'diff', old, withExemplar, '--no-conversations'],
      { DATA_DIR: join(folder.path, 'nowhere') },
    );
    expect(status).toBe(1);
    expect(stdout).toContain('~ grief: exemplars +1');
    expect(stderr).toContain('version 5.0.0 is too low for a patch change: raise it to 5.0.1 or higher');
    expect(existsSync(join(folder.path, 'nowhere'))).toBe(false);
  });

  it('analyses anew what a new version touches and nothing else, and keeps what responders corrected', async () => {
    await query(
      `INSERT INTO correction (conversation_id, kind, after, evidence, made_by)
       VALUES ('lantern', 'label_added', 'isolated', '[{"message":0,"start":0,"end":9}]', 'test')`,
    );
    const before = await states();
    const { status, stdout } = await keyline(['reindex', '--stale'], { TAXONOMY: withCue });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      examined: 3,
      conversations: 1,
      reasons: { cues: 1 },
      failed: 0,
      stale: 0,
    });
    const after = await states();
    expect(after['fights']).toEqual({ ...before['fights'], holds: '5.0.1' });
    expect(after['french']).toEqual({ ...before['french'], holds: '5.0.1' });
    expect(after['lantern']).toMatchObject({ made: '5.0.1', holds: '5.0.1' });
    expect(after['lantern']?.at).not.toBe(before['lantern']?.at);
    expect(
      await query(
        `SELECT label_id AS label, source FROM conversation_label
         WHERE conversation_id = 'lantern' AND label_id IN ('grief', 'isolated') ORDER BY 1`,
      ),
    ).toEqual([
      { label: 'grief', source: 'engine' },
      { label: 'isolated', source: 'responder' },
    ]);
    const again = await keyline(['reindex', '--stale'], { TAXONOMY: withCue });
    expect(JSON.parse(again.stdout)).toMatchObject({ examined: 0, conversations: 0, stale: 0 });
  });

  it('goes on where a run was killed', async () => {
    const samples = readFileSync(join(packageRoot, 'samples/en.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .slice(0, 12);
    await keyline(['import', '-'], { TAXONOMY: withCue }, samples.join('\n'));
    const environmentOfRun = { ...environment, TAXONOMY: withExemplar };
    const killed = startCli(['reindex', '--stale'], environmentOfRun);
    if (kind === 'PGlite') while (!existsSync(join(folder.path, 'lock.json'))) await wait(20);
    const watch = await Database.open(testSettings(folder, environment));
    const reopened = async () => {
      const [{ n }] = await watch.source.query(
        `SELECT count(*)::int AS n FROM conversation WHERE status <> 'ready'`,
      );
      return n > 0;
    };
    while (!(await reopened())) await wait(20);
    killed.kill('SIGKILL');
    await once(killed, 'close');
    await watch.onApplicationShutdown();

    const { status, stdout } = await runCli(['reindex', '--stale'], environmentOfRun);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ failed: 0, stale: 0 });
    const [left] = await query(
      `SELECT count(*)::int AS n, count(DISTINCT holds_for)::int AS taxonomies,
              count(*) FILTER (WHERE made_with <> holds_for)::int AS untouched FROM conversation`,
    );
    expect(left).toEqual({ n: 15, taxonomies: 1, untouched: 1 });
  });
});
