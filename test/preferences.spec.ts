import { DataSource } from 'typeorm';
import { type Preference, PreferenceService } from '../src/corrections/preferences/preference.service.js';
import { DeidentificationService } from '../src/deidentification/deidentification.service.js';
import { runCli } from './support/cli.js';
import { incoming, wordsIn } from './support/conversations.js';
import { TestServer } from './support/server.js';

const LINES = [
  't: hey its kayla, everything is too much lately',
  'r: I am here. What is going on?',
  't: my dad yells at me every night and we always fight',
  't: i also look after my grandma who has dementia, i do all her meds',
];

const CORRECT = `mutation ($id: ID!, $input: CorrectionInput!) {
  correct(conversationId: $id, input: $input) { keyphrases { text } }
}`;

const words = wordsIn(LINES);

describe('preferences', () => {
  let server: TestServer;
  let source: DataSource;
  let next = 0;

  beforeAll(async () => {
    server = await TestServer.start();
    source = server.application.get(DataSource);
  });
  afterAll(() => server.close());
  afterEach(() => source.query('TRUNCATE conversation CASCADE'));

  const fresh = async () => {
    const id = `secret-conversation-${next++}`;
    await server.analysed([incoming(id, LINES, { texterId: 'secret-texter' })]);
    return id;
  };
  const correct = async (id: string, input: object) => {
    const { data, errors } = await server.graphql('responder', CORRECT, { id, input });
    expect(errors).toEqual([]);
    return data.correct.keyphrases.map(({ text }: { text: string }) => text) as string[];
  };
  const preferences = async () => {
    const service = new PreferenceService(source, server.application.get(DeidentificationService));
    const found: (Preference | null)[] = [];
    for await (const preference of service.preferences()) found.push(preference);
    return found;
  };
  const firstPhrase = async (id: string) => {
    const [row]: { text: string }[] = await source.query(
      `SELECT text FROM keyphrase WHERE conversation_id = $1 ORDER BY rank LIMIT 1`,
      [id],
    );
    return row!.text;
  };

  it("keeps a responder's edit with its reason, its evidence and what had made the phrase", async () => {
    const id = await fresh();
    const from = await firstPhrase(id);
    const evidence = [words(3, 'i do all her meds')];
    await correct(id, {
      editKeyphrases: [{ from, text: "giving grandmother's medicine", evidence, why: 'too_general' }],
    });
    expect(await preferences()).toEqual([
      {
        prompt: null,
        language: 'en',
        evidence: ['i do all her meds'],
        chosen: "giving grandmother's medicine",
        rejected: from,
        why: 'too_general',
        edit: expect.arrayContaining([{ before: expect.any(String), after: expect.any(String) }]),
        provenance: expect.objectContaining({ engine: 'local', prompt: null, degraded: false }),
      },
    ]);
  });

  it('names the prompt that had asked for the phrase, also after another has analysed the conversation', async () => {
    const id = await fresh();
    const made = { engine: 'llm', model: 'm', taxonomy: '1.0.0', degraded: false, leftOut: [1] };
    const setPrompt = (prompt: string) =>
      source.query('UPDATE conversation SET provenance = $2 WHERE id = $1', [
        id,
        JSON.stringify({ ...made, prompt }),
      ]);
    await setPrompt('classify@1 keyphrases@7 summary@1');
    await correct(id, { editKeyphrases: [{ from: await firstPhrase(id), text: 'managing medication' }] });
    await setPrompt('classify@1 keyphrases@8 summary@1');
    const [preference] = await preferences();
    expect(preference).toMatchObject({ prompt: 'keyphrases@7' });
    expect(preference!.provenance).not.toHaveProperty('leftOut');
  });

  it('writes lines that name nobody, and goes with its conversation', async () => {
    const id = await fresh();
    await correct(id, { editKeyphrases: [{ from: await firstPhrase(id), text: 'managing medication' }] });
    const run = await runCli(['export', 'preferences'], { DATA_DIR: server.folder.path });
    expect(run.status).toBe(0);
    const lines = run.stdout.trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ chosen: 'managing medication' });
    expect(run.stdout).not.toMatch(/secret|kayla/i);
    await source.query('DELETE FROM conversation WHERE id = $1', [id]);
    expect(await preferences()).toEqual([]);
  });

  it('leaves out what today would be taken for an identifier, and counts it', async () => {
    const id = await fresh();
    const evidence = [words(3, 'i do all her meds')];
    await correct(id, {
      editKeyphrases: [{ from: await firstPhrase(id), text: 'managing medication', evidence }],
    });
    const told = await preferences();
    expect(told).toHaveLength(1);
    await source.query(
      `UPDATE message SET text = 'i call 416-555-0199' WHERE conversation_id = $1 AND position = 3`,
      [id],
    );
    await source.query(`UPDATE correction SET evidence = '[{"message":3,"start":0,"end":19}]'`);
    expect(await preferences()).toEqual([null]);
    const run = await runCli(['export', 'preferences'], { DATA_DIR: server.folder.path });
    expect(run).toMatchObject({ status: 0, stdout: '' });
    expect(run.stderr).toMatch(/1 left out/);
  });

  it('takes only the reasons it knows', async () => {
    const id = await fresh();
    const input = {
      editKeyphrases: [{ from: await firstPhrase(id), text: 'managing medication', why: 'kayla' }],
    };
    const { errors } = await server.graphql('responder', CORRECT, { id, input });
    expect(errors).toHaveLength(1);
    expect(await source.query('SELECT 1 FROM correction')).toEqual([]);
  });
});
