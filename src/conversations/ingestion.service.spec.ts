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

  beforeAll(async () => {
    database = await openTestDatabase();
    const queue: JobQueue = {
      dispatch: async (ids) => void announced.push(...ids),
      start: async () => {},
      close: async () => {},
    };
    ingestion = new IngestionService(
      new DeidentificationService(),
      new KeyedHash(testSettings(database.folder)),
      new ConversationStore(database.source),
      queue,
    );
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
