import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { ConversationStore } from '../src/conversations/conversation.store.js';
import { INGEST } from './support/conversations.js';
import { filesUnder } from './support/files.js';
import { TestServer } from './support/server.js';

/** What identifies an invented texter, in every form in which the conversation has it. */
const secrets = [
  'zerlindavale',
  'quillonhurst',
  '204-555-0163',
  'zv.private@example.com',
  'zv_private_handle',
  '4539578763621486',
  'Marrowgate',
  'texter-opaque-0091',
];

const planted = (id: string) => ({
  id,
  startedAt: '2026-11-10T20:00:00Z',
  texterId: 'texter-opaque-0091',
  tags: ['call back 204-555-0163'],
  survey: { ethnicity: 'ask zv.private@example.com' },
  messages: [
    { from: 'texter', text: 'hi im zerlindavale and i feel so alone since i moved' },
    { from: 'responder', text: 'Hi Zerlindavale, thank you for texting in.' },
    { from: 'texter', text: 'my name is zerlindavale. her name is quillonhurst. call me at 204-555-0163' },
    { from: 'texter', text: 'or email zv.private@example.com or insta @zv_private_handle' },
    { from: 'texter', text: 'i live at 48 Marrowgate Crescent, mom took my card 4539578763621486' },
  ],
});

/** GraphQL texts that carry the secrets as literals, well-formed and not. */
const documents = [
  'mutation { ingest(conversations: [{ id: "l-1", startedAt: "2026-01-01T00:00:00Z", messages: [{ from: "texter", text: "my name is zerlindavale, 204-555-0163" }] }]) { status } }',
  'mutation { ingest(conversations: [{ id: "l-2", startedAt: "zerlindavale", messages: [] }]) { status field reason } }',
  'mutation { ingest(conversations: [{ id: "l-3" text: my name is zerlindavale',
  'mutation { ingest(conversations: "zerlindavale") { status } }',
  'mutation { ingest(conversations: [{ id: "l-4", startedAt: zerlindavale, messages: [{ from: "texter", text: 4539578763621486 }] }]) { status } }',
  'mutation { ingest(conversations: [{ id: "l-5", zerlindavale: "quillonhurst", startedAt: "", messages: [{ from: "texter", text: """my "name" is zerlindavale""" }] }]) { status } }',
  'mutation { ingest(conversations: [{ id: "l-6", startedAt: ["zerlindavale"], messages: {text: {zerlindavale: "x"}} }]) { status } }',
  '"zerlindavale" { conversations { totalCount } }',
  '{ conversation(id: {zerlindavale: 204}) { id } }',
  '{ conversations(filter: { labels: ["zerlindavale"], from: "quillonhurst" }) { totalCount } }',
  '{ conversations(first: "zerlindavale") { totalCount } }',
  '{ conversations(after: "zerlindavale") { totalCount } }',
  '{ conversations(filter: { status: zerlindavale }) { totalCount } }',
  'query ($d: Date = "zerlindavale") { report(date: $d) { date } }',
  '{ topicSearch(topic: "zerlindavale 204-555-0163") { texters edges { matchedWords } } }',
  '{ topicSearch(topic: "school", includeLabels: ["zerlindavale"]) { texters } }',
  '{ understandTopic(topic: "zerlindavale 204-555-0163") { phrases { phrase } labels { id } } }',
  'mutation { correct(conversationId: "good", input: { addKeyphrases: [{ text: "zv.private@example.com", evidence: [{ message: 0, start: 0, end: 5 }] }] }) { id } }',
  'mutation { correct(conversationId: "good", input: { removeLabels: ["zerlindavale"], removeKeyphrases: ["quillonhurst"] }) { id } }',
];

/** Variables of `INGEST` that do not fit its type, with the place that the answer names. */
const misfits: [unknown, string][] = [
  ['zerlindavale', 'conversations'],
  [null, 'conversations'],
  [{ zerlindavale: true }, 'conversations'],
  [[{ ...planted('m-1'), zerlindavale: 'quillonhurst' }], 'conversations[0]'],
  [
    [{ ...planted('m-2'), messages: [{ from: 'texter', text: ['zerlindavale'] }] }],
    'conversations[0].messages[0].text',
  ],
  [[{ ...planted('m-3'), startedAt: { at: 'zerlindavale' } }], 'conversations[0].startedAt'],
  [[{ ...planted('m-4'), tags: [{ zerlindavale: 1 }] }], 'conversations[0].tags[0]'],
  [[{ ...planted('m-5'), survey: 'zerlindavale' }], 'conversations[0].survey'],
];

describe('errors and answers', () => {
  let server: TestServer;
  const written: string[] = [];
  const answers: string[] = [];

  beforeAll(async () => {
    for (const stream of [process.stdout, process.stderr]) {
      const write = stream.write.bind(stream);
      jest.spyOn(stream, 'write').mockImplementation((...parts: Parameters<typeof write>) => {
        written.push(String(parts[0]));
        return write(...parts);
      });
    }
    server = await TestServer.start();
    await server.analysed([planted('good')]);
  });
  afterAll(async () => {
    await server.close();
    jest.restoreAllMocks();
  });

  const post = (body: string | Buffer, type = 'application/json') =>
    server.http
      .post('/graphql')
      .set('authorization', `Bearer ${server.key('admin')}`)
      .set('content-type', type)
      .serialize((sent: string) => sent)
      .send(body as string);

  it.each(documents)('never quote a value of the query: %#', async (query) => {
    const { text, errors } = await server.graphql('admin', query);
    answers.push(text);
    for (const secret of secrets) expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
    for (const { extensions } of errors) expect(extensions.code).not.toBe('INTERNAL');
    expect(text).not.toMatch(/stack|node_modules/);
  });

  it.each(misfits)('name the place of a variable that does not fit: %#', async (conversations, field) => {
    const { status, errors, text } = await server.graphql('ingest', INGEST, { conversations });
    answers.push(text);
    expect(status).toBe(400);
    expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_INPUT', field }]);
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it('never quote a body that cannot be read', async () => {
    const whole = JSON.stringify({ query: INGEST, variables: { conversations: [planted('b-1')] } });
    const notUtf8 = Buffer.concat([
      Buffer.from(whole.slice(0, 200)),
      Buffer.from([0xff, 0xfe]),
      Buffer.from(whole.slice(200)),
    ]);
    const replies = [
      await post(whole.slice(0, -30)),
      await post(whole.replace('"from":"texter"', '"from":zerlindavale')),
      await post(notUtf8),
      await post(whole, 'text/plain'),
      await post(`[${whole}]`),
      await post(JSON.stringify({ query: { zerlindavale: 1 } })),
      await post(JSON.stringify({ query: '{ __typename }', variables: 'zerlindavale' })),
      await post(JSON.stringify({ query: 'query A { __typename }', operationName: 'zerlindavale' })),
      await server.http.get('/graphql').query({ query: '{ conversation(id: "zerlindavale") { id } }' }),
      await server.http.get('/zerlindavale'),
    ];
    for (const { text, status } of replies) {
      answers.push(text);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(JSON.parse(text)).toEqual(
        expect.objectContaining(
          status === 404
            ? { code: 'NOT_FOUND' }
            : { errors: [expect.objectContaining({ extensions: { code: 'BAD_INPUT' } })] },
        ),
      );
      for (const secret of secrets) expect(text).not.toContain(secret);
    }
  });

  it('hide what went wrong inside, also from the log', async () => {
    const store = server.application.get(ConversationStore);
    const insert = jest
      .spyOn(store, 'insert')
      .mockRejectedValue(new Error('invalid input: "my name is zerlindavale"'));
    const graphql = await server.graphql('ingest', INGEST, { conversations: [planted('i-1')] });
    const lines = await server.http
      .post('/conversations')
      .set('authorization', `Bearer ${server.key('ingest')}`)
      .set('content-type', 'application/jsonl')
      .send(`${JSON.stringify(planted('i-2'))}\n`)
      .then(
        ({ text }) => text,
        () => 'cut off',
      );
    insert.mockRestore();
    expect(graphql.errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
    answers.push(graphql.text, lines);
    expect(server.logs.lines.join('\n')).toMatch(/Error\n\s+at /);
  });

  it('leave nothing that identifies anyone in answers, logs, tables or files', async () => {
    const post = await server.http
      .post('/conversations')
      .set('authorization', `Bearer ${server.key('ingest')}`)
      .set('content-type', 'application/jsonl')
      .send(
        [
          JSON.stringify(planted('h-1')),
          JSON.stringify(planted('h-2')).slice(0, -9),
          JSON.stringify({ ...planted('h-3'), startedAt: 'zerlindavale' }),
        ].join('\n'),
      );
    expect(post.text.match(/accepted|refused/g)).toEqual(['accepted', 'refused', 'refused']);
    const source = server.application.get(DataSource);
    const rows = await Promise.all(
      source.entityMetadatas.map(async ({ tableName }) =>
        JSON.stringify(await source.query(`SELECT t::text AS row FROM ${tableName} t`)),
      ),
    );
    expect(rows.join()).toContain('[NAME_1]');
    await source.query('CHECKPOINT');
    const files = filesUnder(server.folder.path).map((path) => readFileSync(path, 'latin1'));
    const everything = [...answers, post.text, ...server.logs.lines, ...written, ...rows, ...files];
    for (const secret of secrets)
      expect(everything.filter((text) => text.toLowerCase().includes(secret.toLowerCase()))).toEqual([]);
  });
});
