import { openTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { testSettings } from '../../test/support/settings.js';
import { RetentionService } from './retention.service.js';

describe('retention', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openTestDatabase();
    for (const [id, days] of [
      ['old', 31],
      ['young', 29],
    ])
      await database.source.query(
        `INSERT INTO conversation (id, content_hash, started_at, language, received_at)
         VALUES ($1, 'h', now() - interval '5 years', 'en', now() - make_interval(days => $2))`,
        [id, days],
      );
    await database.source.query(
      `INSERT INTO message (conversation_id, position, sender, text) VALUES ('old', 0, 'texter', 'hi')`,
    );
  });
  afterAll(() => database.close());

  const service = (days?: string) =>
    new RetentionService(
      testSettings(database.folder, days ? { RETENTION_DAYS: days } : {}),
      database.source,
    );

  it('keeps everything where no limit is set', async () => {
    expect(await service().deleteExpired()).toBe(0);
  });

  it('deletes what was received before the limit, with all that belongs to it, and nothing younger', async () => {
    expect(await service('30').deleteExpired()).toBe(1);
    expect(await database.source.query('SELECT id FROM conversation')).toEqual([{ id: 'young' }]);
    expect(await database.source.query('SELECT * FROM message')).toEqual([]);
  });
});
