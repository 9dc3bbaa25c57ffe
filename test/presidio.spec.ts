import { readFileSync } from 'node:fs';
import { ConversationStore } from '../src/conversations/conversation.store.js';
import { runCli } from './support/cli.js';
import { INGEST } from './support/conversations.js';
import { folderWithDatabase } from './support/database.js';
import { filesUnder } from './support/files.js';
import { failing, finding, type PresidioBehaviour, PresidioServer } from './support/presidio.server.js';
import type { TestFolder } from './support/settings.js';
import { TestServer } from './support/server.js';

const SECRET = 'zerlindavale';
const conversation = (id: string, text: string) => ({
  id,
  startedAt: '2026-11-10T20:00:00Z',
  messages: [{ from: 'texter', text }],
});
const planted = (id: string) => conversation(id, `my name is ${SECRET} and waffle is mad`);
const lines = (conversations: object[]) => conversations.map((each) => JSON.stringify(each)).join('\n');
/** Fifty lines are stored together; the secret stands in the batch after them. */
const bulk = lines([
  ...Array.from({ length: 50 }, (_, i) => conversation(`s-${i}`, `night ${i}`)),
  planted('p-1'),
]);

const right = finding({ waffle: 'PERSON' });
/** Fails on the conversation that holds the secret, and quotes it. */
const failingOnSecret: PresidioBehaviour = (response, asked) =>
  (asked.text.includes(SECRET) ? failing(500) : right)(response, asked);
const REASON = 'PRESIDIO_URL: the Presidio analyzer answered with an error (status 500)';

describe('a server with PRESIDIO_URL', () => {
  let presidio: PresidioServer;
  let server: TestServer;
  const answers: string[] = [];

  beforeAll(async () => {
    presidio = await PresidioServer.start();
    server = await TestServer.start({ PRESIDIO_URL: presidio.url });
  });
  beforeEach(() => {
    presidio.behaviour = failingOnSecret;
  });
  afterAll(async () => {
    await server.close();
    await presidio.stop();
  });

  const post = async (body: string) => {
    const answer = await server.http
      .post('/conversations')
      .set('authorization', `Bearer ${server.key('ingest')}`)
      .set('content-type', 'application/jsonl')
      .send(body);
    answers.push(answer.text);
    return answer;
  };
  const stored = (id: string) =>
    server.application
      .get(ConversationStore)
      .transcript(id)
      .catch(() => null);

  it('stores what Presidio and our recognizers have both read', async () => {
    presidio.behaviour = right;
    expect((await post(lines([planted('a-1')]))).text).toContain('"accepted"');
    expect((await stored('a-1'))?.messages[0]?.text).toBe('my name is [NAME_1] and [NAME_2] is mad');
  });

  it('refuses a GraphQL request whole where it has no answer, by a code', async () => {
    const { errors, text } = await server.graphql('ingest', INGEST, {
      conversations: [conversation('b-1', 'i feel alone'), planted('b-2')],
    });
    answers.push(text);
    expect(errors).toMatchObject([{ message: REASON, extensions: { code: 'UNAVAILABLE' } }]);
    expect((await stored('b-1'))?.messages ?? []).toEqual([]);
  });

  it('refuses lines with status 503 where it can store none', async () => {
    const { status, body, type } = await post(lines([planted('c-1')]));
    expect({ status, body, type }).toEqual({
      status: 503,
      body: { code: 'UNAVAILABLE', message: REASON },
      type: 'application/json',
    });
  });

  it('answers the lines that it has stored, and says that those after them are to be sent again', async () => {
    const { status, text } = await post(bulk);
    const told = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(200);
    expect(told).toHaveLength(51);
    expect(told[49]).toEqual({ line: 50, status: 'accepted', id: 's-49' });
    expect(told[50]).toMatchObject({
      line: null,
      status: 'refused',
      code: 'unavailable',
      reason: `${REASON}; send the lines without an answer again`,
    });
    presidio.behaviour = right;
    expect((await post(bulk)).text.match(/unchanged|accepted/g)).toEqual([
      ...Array(50).fill('unchanged'),
      'accepted',
    ]);
  });

  it('tells its log why, and leaves the text nowhere', () => {
    expect(server.logs.lines.join('\n')).toContain(REASON);
    const files = filesUnder(server.folder.path).map((path) => readFileSync(path, 'latin1'));
    expect([...answers, ...server.logs.lines, ...files].filter((text) => text.includes(SECRET))).toEqual([]);
  });
});

describe('commands with PRESIDIO_URL', () => {
  let presidio: PresidioServer;
  let folder: TestFolder;
  let environment: Record<string, string>;

  beforeAll(async () => {
    presidio = await PresidioServer.start();
    folder = await folderWithDatabase();
    environment = { DATA_DIR: folder.path, PRESIDIO_URL: presidio.url };
  });
  afterAll(async () => {
    await presidio.stop();
    folder.remove();
  });

  it('import stops with one line that says from where on nothing is stored, and loses nothing', async () => {
    presidio.behaviour = failingOnSecret;
    const stopped = await runCli(['import', '-', '--no-wait'], environment, bulk);
    expect(stopped).toEqual({
      status: 1,
      stdout: '',
      stderr: `keyline: ${REASON}; no line after 50 was stored: import the file again\n`,
    });
    presidio.behaviour = right;
    const again = await runCli(['import', '-', '--no-wait'], environment, bulk);
    expect(JSON.parse(again.stdout)).toEqual({ accepted: 1, unchanged: 50, refused: 0 });
  });

  it.each([['deidentify'], ['analyze']])('%s stops with one line', async (command) => {
    presidio.behaviour = failingOnSecret;
    const { status, stdout, stderr } = await runCli([command, '-'], environment, lines([planted('a-1')]));
    expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: '', stderr: `keyline: ${REASON}\n` });
  });

  it('start with no analyzer that cannot be reached, and say so in one line', async () => {
    const gone = await PresidioServer.start();
    await gone.stop();
    for (const command of [['serve'], ['deidentify', '-']]) {
      const { status, stderr } = await runCli(command, { ...environment, PRESIDIO_URL: gone.url, PORT: '0' });
      expect(status).toBe(1);
      expect(stderr).toBe('keyline: PRESIDIO_URL: the Presidio analyzer cannot be reached, or broke off\n');
    }
  });
});
