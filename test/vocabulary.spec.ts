import { runCli } from './support/cli.js';
import { incoming } from './support/conversations.js';
import { folderWithDatabase } from './support/database.js';
import { type TestFolder } from './support/settings.js';

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
