import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/**
 * What differs from PostgreSQL's defaults: sizes for a machine of 8 GB, and what a page costs on an SSD, as any
 * deployment sets them. Commits are as safe as by default (`fsync`, `synchronous_commit`, `full_page_writes` are on).
 */
export const SERVER_SETTINGS: Readonly<Record<string, string>> = {
  shared_buffers: '2GB',
  effective_cache_size: '6GB',
  work_mem: '64MB',
  maintenance_work_mem: '512MB',
  max_wal_size: '4GB',
  random_page_cost: '1.1',
};

const HELP = `bench:archive needs PostgreSQL 15 or newer with pgvector on this machine. Either
  apt-get install postgresql-15-pgvector        (or the package for your version), or
  python3 -m venv pg && pg/bin/pip install pgserver
  export POSTGRES_BIN=$(echo $PWD/pg/lib/python3*/site-packages/pgserver/pginstall/bin)
POSTGRES_BIN is the folder of initdb and postgres; without it, the one that pg_config names is taken.`;
/** PostgreSQL refuses to run as root, so root hands it to this user: nobody. */
const NOBODY = 65_534;
const TICK_MS = 10;
const PATIENCE_MS = 30_000;

/** A PostgreSQL server of the bench's own, on files that go with it. */
export class Cluster {
  private constructor(
    private readonly folder: string,
    private readonly process: ChildProcess,
    private readonly port: number,
  ) {}

  /** Makes a cluster in the temporary folder and starts it. @throws Error that says what to install */
  static async start(): Promise<Cluster> {
    const bin = binaries();
    const folder = mkdtempSync(join(tmpdir(), 'keyline-archive-'));
    const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
    if ('uid' in asNobody) chownSync(folder, NOBODY, NOBODY);
    chmodSync(folder, 0o700);
    const files = join(folder, 'pg');
    const user = ['-U', 'keyline', '-A', 'trust', '-E', 'UTF8', '--locale=C'];
    execFileSync(join(bin, 'initdb'), ['-D', files, ...user], { ...asNobody, stdio: 'pipe', cwd: '/' });
    const port = await freePort();
    const settings = Object.entries(SERVER_SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const server = spawn(
      join(bin, 'postgres'),
      ['-D', files, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-k', '', ...settings],
      { ...asNobody, stdio: 'ignore', cwd: '/' },
    );
    const cluster = new Cluster(folder, server, port);
    await cluster.ready();
    return cluster;
  }

  url(database: string): string {
    return `postgres://keyline@127.0.0.1:${this.port}/${database}`;
  }

  async query<Row>(database: string, statement: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.url(database) });
    await client.connect();
    try {
      return (await client.query(statement)).rows;
    } finally {
      await client.end();
    }
  }

  /**
   * Processor time that the server has used, in milliseconds: of its main process and those that ended, and of those
   * that serve. Steps of 10 ms, as Linux counts; 0 elsewhere.
   */
  processorMs(): number {
    const { pid } = this.process;
    if (pid === undefined || !existsSync(`/proc/${pid}/task`)) return 0;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    return TICK_MS * [String(pid), ...children].reduce((sum, each) => sum + ticksOf(each), 0);
  }

  /** Stops the server and deletes its files. */
  async stop(): Promise<void> {
    if (this.process.exitCode === null) {
      const ended = once(this.process, 'exit');
      this.process.kill('SIGINT');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async ready(): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        await this.query('postgres', 'SELECT 1');
        return;
      } catch (error) {
        if (Date.now() > until || this.process.exitCode !== null) {
          await this.stop();
          throw new Error('PostgreSQL did not start', { cause: error });
        }
        await wait(100);
      }
    }
  }
}

/** User and system time of a process and of its children that have ended, in ticks (proc(5), `stat`). */
function ticksOf(pid: string): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  } catch {
    return 0; // It has ended since, and its parent counts it.
  }
}

function binaries(): string {
  const named = process.env['POSTGRES_BIN'];
  if (named && existsSync(join(named, 'initdb'))) return named;
  try {
    const config = (what: string) => execFileSync('pg_config', [what], { encoding: 'utf8' }).trim();
    if (existsSync(join(config('--sharedir'), 'extension', 'vector.control'))) return config('--bindir');
  } catch {
    // No pg_config: the help says what to do.
  }
  throw new Error(HELP);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}
