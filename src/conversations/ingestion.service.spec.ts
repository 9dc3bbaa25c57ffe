import { Logger } from '@nestjs/common';
import { jest } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { testSettings } from '../../test/support/settings.js';
import { DeidentificationService } from '../deidentification/deidentification.service.js';
import type { JobQueue } from '../pipeline/job.queue.types.js';
import { ConversationStore } from './conversation.store.js';
import { IngestionService } from './ingestion.service.js';
import { KeyedHash } from './keyed.hash.js';

const conversation = (id: string, text: string, more: object = {}) => ({
  id,
  startedAt: '2026-11-02T10:00:00Z',
  messages: [{ from: 'texter', at: '2026-11-02T10:00:00Z', text }],
  ...more,
});

describe('ingestion', () => {
  let database: TestDatabase;
  let ingestion: IngestionService;
  let announced: string[];

  const deidentification = new DeidentificationService();
  const ingestionWith = (queue: JobQueue) =>
    new IngestionService(
      deidentification,
      new KeyedHash(testSettings(database.folder)),
      new ConversationStore(database.source),
      queue,
    );

  beforeAll(async () => {
    database = await openTestDatabase();
    const queue: JobQueue = {
      dispatch: async (ids) => void announced.push(...ids),
      start: async () => {},
      close: async () => {},
    };
    ingestion = ingestionWith(queue);
  });
  beforeEach(() => {
    announced = [];
  });
  afterAll(() => database.close());

  it('stores what it accepts before it answers, and announces it by id alone', async () => {
    expect(await ingestion.ingest([conversation('a-1', 'i feel alone')])).toEqual([
      { status: 'accepted', id: 'a-1' },
    ]);
    expect(await database.source.query(`SELECT text FROM message WHERE conversation_id = 'a-1'`)).toEqual([
      { text: 'i feel alone' },
    ]);
    expect(announced).toEqual(['a-1']);
  });

  it('takes the same content again as nothing new, and refuses other content under the same id', async () => {
    await ingestion.ingest([conversation('b-1', 'first')]);
    announced = [];
    expect(
      await ingestion.ingest([conversation('b-1', 'first'), conversation('b-1', 'second')]),
    ).toMatchObject([
      { status: 'unchanged', id: 'b-1' },
      { status: 'refused', id: 'b-1', code: 'conflict', field: 'id' },
    ]);
    expect(announced).toEqual([]);
    expect(await database.source.query(`SELECT text FROM message WHERE conversation_id = 'b-1'`)).toEqual([
      { text: 'first' },
    ]);
  });

  it('tells repeats and changes apart within one call', async () => {
    const outcomes = await ingestion.ingest([
      conversation('c-1', 'one'),
      conversation('c-1', 'one'),
      conversation('c-1', 'two'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['accepted', 'unchanged', 'refused']);
  });

  it('takes null instead of an absent field as nothing new', async () => {
    await ingestion.ingest([conversation('n-1', 'one')]);
    const nothing = { endedAt: null, texterId: null, tags: null, survey: { ageGroup: null } };
    expect(await ingestion.ingest([conversation('n-1', 'one', nothing)])).toEqual([
      { status: 'unchanged', id: 'n-1' },
    ]);
  });

  it('stores every moment that it accepts', async () => {
    const moments = [
      '2023-02-01T03:04:05+23:59',
      `2023-02-01T03:04:05.${'1'.repeat(500)}Z`,
      '0001-01-02T00:00:00Z',
    ];
    const outcomes = await ingestion.ingest(
      moments.map((at, index) => ({
        ...conversation(`m-${index}`, 'hi', { startedAt: at, endedAt: at }),
        messages: [{ from: 'texter', at, text: 'hi' }],
      })),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(
      await database.source.query(
        `SELECT count(*)::int AS n FROM message JOIN conversation ON id = conversation_id
         WHERE id LIKE 'm-%' AND date_trunc('ms', at) = started_at AND started_at = ended_at`,
      ),
    ).toEqual([{ n: 3 }]);
  });

  it('answers in the order of the call, whatever order it stores in', async () => {
    const ids = ['o-3', 'o-1', 'o-2'];
    await ingestion.ingest([conversation('o-1', 'one')]);
    const outcomes = await ingestion.ingest(ids.map((id) => conversation(id, id === 'o-2' ? 'two' : 'one')));
    expect(outcomes).toEqual([
      { status: 'accepted', id: 'o-3' },
      { status: 'unchanged', id: 'o-1' },
      { status: 'accepted', id: 'o-2' },
    ]);
  });

  it('accepts what it has stored even where nobody can be told of it', async () => {
    Logger.overrideLogger(false);
    const queue: JobQueue = {
      dispatch: () => Promise.reject(new Error('Redis is away')),
      start: async () => {},
      close: async () => {},
    };
    expect(await ingestionWith(queue).ingest([conversation('q-1', 'hi')])).toEqual([
      { status: 'accepted', id: 'q-1' },
    ]);
  });

  it('lets others have a turn after each conversation', async () => {
    let turns = 0;
    let counting = true;
    const count = () => {
      turns += 1;
      if (counting) setImmediate(count);
    };
    const seen: number[] = [];
    const original = deidentification.deidentify.bind(deidentification);
    const spy = jest.spyOn(deidentification, 'deidentify').mockImplementation((messages) => {
      seen.push(turns);
      return original(messages);
    });
    count();
    await ingestion.ingest(['t-1', 't-2', 't-3'].map((id) => conversation(id, 'hi')));
    counting = false;
    spy.mockRestore();
    expect(new Set(seen).size).toBe(3);
  });

  it('refuses a bad conversation alone, in its place', async () => {
    const outcomes = await ingestion.ingest([{ id: 'd-1' }, conversation('d-2', 'fine')]);
    expect(outcomes).toMatchObject([
      { status: 'refused', id: 'd-1' },
      { status: 'accepted', id: 'd-2' },
    ]);
  });

  it('lets no identifier, texter id or raw answer into any table', async () => {
    const secrets = ['Zebulonia', 'zq.secret@example.com', '416-555-0142', 'texter-plain-id'];
    const [name, mail, phone, texterId] = secrets;
    await ingestion.ingest([
      conversation('e-1', `hi my name is ${name}, mail me at ${mail} or text ${phone}`, {
        texterId,
        tags: [`call ${phone}`],
        survey: { ethnicity: `write to ${mail}` },
      }),
    ]);
    const tables: { table_name: string }[] = await database.source.query(
      `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    for (const { table_name } of tables) {
      const rows = JSON.stringify(await database.source.query(`SELECT * FROM ${table_name}`)).toLowerCase();
      for (const secret of secrets) expect(rows).not.toContain(secret.toLowerCase());
    }
  });

  it('gives one texter one hash, and another installation another', async () => {
    await ingestion.ingest([
      conversation('f-1', 'one', { texterId: 'same' }),
      conversation('f-2', 'two', { texterId: 'same' }),
      conversation('f-3', 'three', { texterId: 'other' }),
    ]);
    const rows: { texter_hash: string }[] = await database.source.query(
      `SELECT texter_hash FROM conversation WHERE id LIKE 'f-%' ORDER BY id`,
    );
    expect(rows[0]).toEqual(rows[1]);
    expect(rows[2]).not.toEqual(rows[0]);
    const elsewhere = new KeyedHash(testSettings(database.folder, { HASH_KEY: 'another-key-of-16' }));
    expect(elsewhere.of('texter', 'same')).not.toBe(rows[0]?.texter_hash);
  });

  it('keeps times, language and messages in order', async () => {
    await ingestion.ingest([
      {
        ...conversation('g-1', 'allo jsuis vraiment triste à soir'),
        messages: [
          { from: 'texter', at: '2026-11-02T10:00:00-05:00', text: 'allo jsuis vraiment triste à soir' },
          { from: 'responder', text: 'Bonsoir, je suis là.' },
        ],
      },
    ]);
    expect(await new ConversationStore(database.source).transcript('g-1')).toEqual({
      language: 'fr',
      messages: [
        {
          position: 0,
          from: 'texter',
          at: '2026-11-02T15:00:00.000Z',
          text: 'allo jsuis vraiment triste à soir',
        },
        { position: 1, from: 'responder', at: null, text: 'Bonsoir, je suis là.' },
      ],
    });
  });
});
