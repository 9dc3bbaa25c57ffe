import { jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { AnalysisStore } from '../src/pipeline/analysis.store.js';
import { WorkerService } from '../src/pipeline/worker.service.js';
import { WorkStore } from '../src/pipeline/work.store.js';
import { incoming, wordsIn } from './support/conversations.js';
import { TestServer } from './support/server.js';

const LINES = [
  't: hey, everything is too much lately',
  'r: I am here. What is going on?',
  't: my dad yells at me every night and we always fight',
  't: sometimes i think about killing myself',
  't: i also look after my grandma who has dementia, i do all her meds',
];

const CORRECT = `mutation ($id: ID!, $input: CorrectionInput!) {
  correct(conversationId: $id, input: $input) {
    needsReview
    labels { id score source evidence { message start end } }
    keyphrases { text canonical source evidence { message start end } }
  }
}`;

const words = wordsIn(LINES);

describe('correct', () => {
  let server: TestServer;
  let source: DataSource;
  let next = 0;

  beforeAll(async () => {
    server = await TestServer.start();
    source = server.application.get(DataSource);
  });
  afterAll(() => server.close());

  const fresh = async () => {
    const id = `corrected-${next++}`;
    await server.analysed([incoming(id, LINES)]);
    return id;
  };
  const correct = (id: string, input: object, role: 'responder' | 'admin' = 'responder') =>
    server.graphql(role, CORRECT, { id, input });
  /** Leaves so few keyphrases that a person can add some: seven are the most in all. */
  const makeRoom = async (id: string) => {
    const surplus: { text: string }[] = await source.query(
      'SELECT text FROM keyphrase WHERE conversation_id = $1 AND rank >= 4',
      [id],
    );
    await correct(id, { removeKeyphrases: surplus.map(({ text }) => text) });
  };
  const refusal = async (id: string, input: object) => {
    const { data, errors } = await correct(id, input);
    expect(data.correct).toBeNull();
    expect(errors).toHaveLength(1);
    return errors[0]!.extensions;
  };
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);

  it('adds a label with its parent and keeps who did it, and why', async () => {
    const id = await fresh();
    const evidence = [words(4, 'look after my grandma')];
    const { data, errors } = await correct(id, { addLabels: [{ id: 'anxiety_stress.panic', evidence }] });
    expect(errors).toEqual([]);
    expect(data.correct.labels).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: 'anxiety_stress.panic', score: 1, source: 'responder', evidence }),
        expect.objectContaining({ id: 'anxiety_stress', source: 'responder' }),
      ]),
    );
    expect(
      await source.query(
        'SELECT kind, before, after, evidence, made_by FROM correction WHERE conversation_id = $1',
        [id],
      ),
    ).toEqual([
      {
        kind: 'label_added',
        before: null,
        after: 'anxiety_stress.panic',
        evidence,
        made_by: 'test responder',
      },
    ]);
  });

  it('never drops a risk label silently: it is recorded, and marked for a review', async () => {
    const id = await fresh();
    const { data } = await correct(id, { removeLabels: ['suicide'] });
    expect(idsOf(data.correct.labels).filter((label) => label.startsWith('suicide'))).toEqual([]);
    expect(data.correct.needsReview).toContain('risk_disagreement');
    expect(
      await source.query('SELECT kind, before FROM correction WHERE conversation_id = $1', [id]),
    ).toEqual([{ kind: 'label_removed', before: 'suicide' }]);
  });

  it('adds, rewords and removes keyphrases under the rules of every engine', async () => {
    const id = await fresh();
    await makeRoom(id);
    const [before]: { text: string }[] = await source.query(
      'SELECT text FROM keyphrase WHERE conversation_id = $1 ORDER BY rank',
      [id],
    );
    const evidence = [words(4, 'i do all her meds')];
    const added = await correct(id, { addKeyphrases: [{ text: 'managing medication', evidence }] });
    expect(added.errors).toEqual([]);
    expect(added.data.correct.keyphrases.at(-1)).toMatchObject({
      text: 'managing medication',
      source: 'responder',
      evidence,
    });
    const reworded = await correct(id, {
      editKeyphrases: [{ from: 'managing medication', text: "giving grandmother's medicine" }],
    });
    expect(reworded.errors).toEqual([]);
    expect(reworded.data.correct.keyphrases.at(-1)).toMatchObject({ evidence, source: 'responder' });
    const removed = await correct(id, { removeKeyphrases: [before!.text] });
    expect(removed.data.correct.keyphrases.map(({ text }: { text: string }) => text)).not.toContain(
      before!.text,
    );
  });

  it('is found by full text in the words of the correction', async () => {
    const id = await fresh();
    await makeRoom(id);
    await correct(id, {
      addKeyphrases: [{ text: 'managing medication', evidence: [words(4, 'i do all her meds')] }],
    });
    const rows: { found: boolean }[] = await source.query(
      `SELECT words @@ to_tsquery('english', 'medication') AS found FROM conversation WHERE id = $1`,
      [id],
    );
    expect(rows).toEqual([{ found: true }]);
  });

  it('outlives a new analysis', async () => {
    const id = await fresh();
    await makeRoom(id);
    await correct(id, {
      removeLabels: ['suicide'],
      addKeyphrases: [{ text: 'managing medication', evidence: [words(4, 'i do all her meds')] }],
    });
    await server.application.get(WorkStore).reopen();
    await server.application.get(WorkerService).process(id);
    const { data } = await server.graphql(
      'responder',
      `query ($id: ID!) { conversation(id: $id) { status needsReview labels { id } keyphrases { text source } } }`,
      { id },
    );
    expect(data.conversation.status).toBe('ready');
    expect(idsOf(data.conversation.labels)).not.toContain('suicide.ideation');
    expect(data.conversation.needsReview).toContain('risk_disagreement');
    expect(data.conversation.keyphrases).toContainEqual({ text: 'managing medication', source: 'responder' });
  });

  it('refuses evidence that is not in the texter’s words', async () => {
    const id = await fresh();
    const at = (span: object) => refusal(id, { addLabels: [{ id: 'grief', evidence: [span] }] });
    const bad = { code: 'BAD_INPUT', field: 'input.addLabels[0].evidence[0]' };
    expect(await at({ message: 1, start: 0, end: 5 })).toEqual(bad);
    expect(await at({ message: 9, start: 0, end: 5 })).toEqual(bad);
    expect(await at({ message: 0, start: 0, end: 999 })).toEqual(bad);
    expect(await at({ message: 0, start: 4, end: 4 })).toEqual(bad);
    expect(await at({ message: 0, start: -1, end: 4 })).toEqual(bad);
    expect(await refusal(id, { addLabels: [{ id: 'grief', evidence: [] }] })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.addLabels[0].evidence',
    });
  });

  it.each([
    ['a placeholder', 'calls from [NAME_1]'],
    ['a phone number', 'call 204-555-0163'],
    ['too many words', 'one two three four five six'],
    ['capitals', 'Managing Medication'],
    ['a bare label name', 'suicide'],
    ['a diagnosis', 'borderline personality disorder'],
  ])('refuses a keyphrase with %s', async (_what, text) => {
    const id = await fresh();
    const evidence = [words(4, 'i do all her meds')];
    expect(await refusal(id, { addKeyphrases: [{ text, evidence }] })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.addKeyphrases[0].text',
    });
    expect(await source.query('SELECT 1 FROM correction WHERE conversation_id = $1', [id])).toEqual([]);
  });

  it('refuses what does not fit what is stored', async () => {
    const id = await fresh();
    const field = async (input: object) => (await refusal(id, input)).field;
    expect(await field({})).toBe('input');
    expect(await field({ addLabels: [{ id: 'nonsense', evidence: [words(0, 'too much')] }] })).toBe(
      'input.addLabels[0].id',
    );
    expect(await field({ removeLabels: ['covid_19'] })).toBe('input.removeLabels[0]');
    expect(await field({ removeKeyphrases: ['never there'] })).toBe('input.removeKeyphrases[0]');
    expect(await field({ editKeyphrases: [{ from: 'never there', text: 'missing home' }] })).toBe(
      'input.editKeyphrases[0].from',
    );
    expect(
      (await server.graphql('responder', CORRECT, { id: 'nobody', input: {} })).errors[0]?.extensions,
    ).toEqual({ code: 'NOT_FOUND', field: 'conversationId' });
  });

  it('does all of a correction or none of it', async () => {
    const id = await fresh();
    const state = async () =>
      JSON.stringify(
        await source.query(
          `SELECT (SELECT json_agg(l ORDER BY label_id) FROM conversation_label l WHERE conversation_id = $1) AS labels,
                  (SELECT count(*) FROM correction WHERE conversation_id = $1) AS corrections`,
          [id],
        ),
      );
    const before = await state();
    const failing = jest
      .spyOn(server.application.get(AnalysisStore), 'correct')
      .mockRejectedValue(new Error('the disk is full'));
    expect(await refusal(id, { removeLabels: ['suicide'] })).toEqual({ code: 'INTERNAL' });
    failing.mockRestore();
    expect(await state()).toBe(before);
  });

  it('waits for an analysis under way, and notices that others were faster', async () => {
    const id = await fresh();
    await source.query(`UPDATE conversation SET status = 'processing' WHERE id = $1`, [id]);
    expect(await refusal(id, { removeLabels: ['suicide'] })).toEqual({ code: 'CONFLICT' });
    await source.query(`UPDATE conversation SET status = 'ready' WHERE id = $1`, [id]);
    const both = await Promise.all([
      correct(id, { removeLabels: ['suicide'] }),
      correct(id, { removeLabels: ['suicide'] }),
    ]);
    const rows: { n: number }[] = await source.query(
      'SELECT count(*)::int AS n FROM correction WHERE conversation_id = $1',
      [id],
    );
    const done = both.filter(({ errors }) => errors.length === 0).length;
    expect(done).toBeGreaterThanOrEqual(1);
    expect(rows[0]?.n).toBe(done);
  });
});
