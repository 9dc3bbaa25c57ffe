import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Where the services are that some tests need; absent, those tests are skipped. */
export const services = {
  databaseUrl: process.env['DATABASE_URL'],
  redisUrl: process.env['REDIS_URL'],
};

/** A database of a test's own on the PostgreSQL server at `DATABASE_URL`. */
export interface PostgresDatabase {
  url: string;
  drop(): Promise<void>;
}

export async function postgresDatabase(serverUrl: string): Promise<PostgresDatabase> {
  const name = `keyline_test_${randomBytes(6).toString('hex')}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await query(serverUrl, `CREATE DATABASE ${name}`);
  return { url: url.href, drop: () => query(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function query(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
