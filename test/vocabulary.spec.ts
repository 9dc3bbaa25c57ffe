import { runCli } from './support/cli.js';
import { incoming } from './support/conversations.js';
import { folderWithDatabase } from './support/database.js';
import { type AskedOfLlm, byRequest, LlmServer } from './support/llm.server.js';
import { testFolder, type TestFolder } from './support/settings.js';

describe('keyline vocabulary', () => {
  let folder: TestFolder;
  let environment: Record<string, string>;

  beforeAll(async () => {
    folder = await folderWithDatabase();
    environment = { DATA_DIR: folder.path, MIN_GROUP_SIZE: '2' };
    const lines = (texter: string, text: string) =>
      JSON.stringify(incoming(texter, [`t: ${text}`], { texterId: texter }));
    const input = [
      lines('a', 'i am scared they will deport my parents, i think about deportation every day'),
      lines('b', 'my mom got a deportation letter and i am so scared they deport her'),
      lines('c', 'i look after my little brothers every day because my mom works nights'),
      lines('d', 'i have to look after my little sisters every day, i cook and do their homework'),
    ].join('\n');
    expect(await runCli(['import', '-'], environment, input)).toMatchObject({ status: 0 });
  });
  afterAll(() => folder.remove());

  const keyline = (...args: string[]) => runCli(args, environment);
  const listed = async (): Promise<{ phrase: string; texters: number }[]> =>
    JSON.parse((await keyline('vocabulary', 'list', '--json')).stdout);

  it('lists, merges, undoes and tells what was done', async () => {
    const before = await listed();
    expect(before.map(({ phrase }) => phrase)).toEqual(
      expect.arrayContaining(['fear of deportation', 'caring for younger siblings']),
    );
    const merge = await keyline('vocabulary', 'merge', 'fear of deportation', 'caring for younger siblings');
    expect(merge).toMatchObject({ status: 0, stdout: '' });
    expect(merge.stderr).toMatch(/means "caring for younger siblings" now: change 1/);
    expect(await listed()).toContainEqual(
      expect.objectContaining({
        phrase: 'caring for younger siblings',
        texters: 4,
        wordings: [{ phrase: 'fear of deportation', texters: 2, byRule: false }],
      }),
    );
    const search = await keyline('search', 'fear of deportation', '--json', '--limit', '4');
    expect(
      JSON.parse(search.stdout)
        .map(({ id }: { id: string }) => id)
        .toSorted(),
    ).toEqual(['a', 'b', 'c', 'd']);
    expect(await keyline('vocabulary', 'undo', '1')).toMatchObject({ status: 0 });
    expect(await listed()).toEqual(before);
    const history = await keyline('vocabulary', 'history');
    expect(history.stdout).toMatch(
      /^ +1 .* merged "fear of deportation" into "caring for younger siblings", undone /,
    );
  });

  it('answers what cannot be with status 2, and says what can', async () => {
    const unknown = await keyline('vocabulary', 'merge', 'never heard of', 'fear of deportation');
    expect(unknown).toMatchObject({ status: 2, stdout: '' });
    expect(unknown.stderr).toMatch(/"never heard of" is not in the vocabulary: see keyline vocabulary list/);
    expect(await keyline('vocabulary', 'undo', 'all')).toMatchObject({ status: 2 });
  });
});

describe('keyline evaluate keyphrases', () => {
  let folder: TestFolder;
  let server: LlmServer;

  beforeAll(async () => {
    folder = testFolder();
    server = await LlmServer.start();
  });
  afterAll(async () => {
    await server.stop();
    folder.remove();
  });

  const conversation = JSON.stringify({
    ...incoming('a', [
      't: my name is kayla, mom works nights so i do dinner n bedtime for my lil bros',
      't: i fail math bc im so tired',
    ]),
    texterId: 'secret-texter',
    goldKeyphrases: ['Failing math', 'caring for younger siblings', 'moving abroad'],
  });
  const phrase = (text: string, quote: string) => ({ text, canonical: text, quotes: [quote] });
  const nameOf = ({ response_format: format }: AskedOfLlm) => format?.json_schema?.name;

  it('tells what the model lacks from what it only ranks badly, asking it with chance from the second time on', async () => {
    // The model has one of the gold phrases at once, though it must be asked to put it well, another when drawn with
    // chance, and the third never. The local engine, which has the second, must not seem to be the model.
    server.answer(
      byRequest((asked) => {
        if (nameOf(asked) === 'trial') return { ok: true };
        const isMending = asked.messages[1].content.includes('"refused":');
        const math = phrase(isMending ? 'failing math' : 'i fail at math', 'i fail math');
        const siblings = phrase('caring for younger siblings', 'i do dinner n bedtime for my lil bros');
        return { keyphrases: [asked.temperature === 0 ? math : siblings] };
      }),
    );
    const run = await runCli(
      ['evaluate', 'keyphrases', '-', '--samples', '3', '--json'],
      { DATA_DIR: folder.path, ENGINE: 'llm', LLM_BASE_URL: server.url, LLM_MODEL: 'test' },
      conversation,
    );
    expect(run.status).toBe(0);
    const { accuracyAt1, passAtK, rankedBadly, lacking, ...counts } = JSON.parse(run.stdout);
    expect(counts).toMatchObject({ conversations: 1, samples: 3, gold: 3, failed: 0 });
    expect(accuracyAt1.value).toBeCloseTo(1 / 3, 12);
    expect(passAtK.value).toBeCloseTo(2 / 3, 12);
    expect(rankedBadly.value).toBeCloseTo(1 / 3, 12);
    expect(lacking.value).toBeCloseTo(1 / 3, 12);
    const asked = server.asked.filter((each) => nameOf(each) === 'keyphrases');
    expect(asked.map(({ temperature }) => temperature)).toEqual([0, 0, 0.8, 0.8]);
    expect(JSON.stringify(server.asked)).not.toMatch(/kayla|secret/i);
  });

  it('measures the local engine once, which always answers the same, and refuses bad lines alone', async () => {
    const bad = JSON.stringify({ ...incoming('b', ['t: hi']), goldKeyphrases: 'secret' });
    const run = await runCli(
      ['evaluate', 'keyphrases', '-', '--samples', '4'],
      { DATA_DIR: folder.path },
      [bad, conversation].join('\n'),
    );
    expect(run.status).toBe(3);
    expect(run.stdout).toMatch(
      /^conversations 1, gold keyphrases 3, samples 1\n\nAccuracy@1 +0\.\d{3}.*\nPass@1 /,
    );
    expect(run.stderr).toMatch(/line 1: id b: goldKeyphrases: expected a list of phrases/);
    expect(run.stderr).toMatch(/always answers the same/);
    expect(run.stderr).not.toMatch(/secret/);
  });
});
