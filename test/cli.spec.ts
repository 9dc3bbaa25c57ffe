import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../src/config/paths.js';
import { runCli } from './support/cli.js';
import { folderWithDatabase } from './support/database.js';
import { testFolder, type TestFolder } from './support/settings.js';

const samples = readFileSync(join(packageRoot, 'samples/en.jsonl'), 'utf8').trim().split('\n');

const span = z.strictObject({ message: z.int(), start: z.int(), end: z.int() });
/** The output line of DESIGN's contract. */
const analysed = z.strictObject({
  id: z.string(),
  language: z.string(),
  messages: z.array(
    z.strictObject({
      position: z.int(),
      from: z.enum(['texter', 'responder']),
      at: z.string().nullable(),
      text: z.string(),
    }),
  ),
  redactions: z.array(span.extend({ entity: z.string(), recognizer: z.string() })),
  labels: z.array(
    z.strictObject({ id: z.string(), score: z.number().min(0).max(1), evidence: z.array(span) }),
  ),
  keyphrases: z
    .array(z.strictObject({ text: z.string(), evidence: z.array(span).min(1), inTaxonomy: z.boolean() }))
    .max(7),
  summary: z.string(),
  needsReview: z.array(z.string()),
  provenance: z.strictObject({
    engine: z.literal('local'),
    model: z.string(),
    taxonomy: z.string(),
    prompt: z.null(),
    degraded: z.literal(false),
  }),
});

const parsed = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => analysed.parse(JSON.parse(line)));

describe('keyline analyze', () => {
  let folder: TestFolder;
  let environment: Record<string, string>;

  beforeAll(() => {
    folder = testFolder();
    environment = { DATA_DIR: folder.path };
  });
  afterAll(() => folder.remove());

  it('writes a line of the contract for each conversation, in input order, from standard input', async () => {
    const { status, stdout, stderr } = await runCli(
      ['analyze', '-'],
      environment,
      samples.slice(0, 5).join('\n'),
    );
    const lines = parsed(stdout);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(lines.map(({ id }) => id)).toEqual([
      'sample-001',
      'sample-002',
      'sample-003',
      'sample-004',
      'sample-005',
    ]);
    for (const { labels, keyphrases, messages, redactions, summary } of lines) {
      expect(labels.map(({ score }) => score)).toEqual(
        labels.map(({ score }) => score).toSorted((a, b) => b - a),
      );
      for (const { id } of labels)
        if (id.includes('.')) expect(labels.map((label) => label.id)).toContain(id.split('.')[0]);
      for (const { message, start, end } of [...labels, ...keyphrases].flatMap(({ evidence }) => evidence)) {
        expect(messages[message]?.from).toBe('texter');
        expect(messages[message]?.text.slice(start, end).trim()).not.toBe('');
      }
      for (const { message, start, end, entity } of redactions)
        expect(messages[message]?.text.slice(start, end)).toMatch(new RegExp(`^\\[${entity}_\\d+\\]$`));
      expect(summary.split(/\s+/).length).toBeLessThanOrEqual(60);
    }
  });

  it('scores all 39 labels with --all-scores', async () => {
    const { stdout } = await runCli(['analyze', '-', '--all-scores'], environment, samples[0]);
    expect(parsed(stdout)[0]?.labels).toHaveLength(39);
  });

  it('refuses bad lines alone, by number, field and reason, and says so by status 3', async () => {
    const bad = [
      '{"id":"secret", oops',
      JSON.stringify({ id: 'b-2', startedAt: 'secret', messages: [{ from: 'texter', text: 'hi' }] }),
      JSON.stringify({
        id: 'b-3',
        startedAt: '2026-01-01T00:00:00Z',
        messages: [{ from: 'secret', text: 'hi' }],
      }),
    ];
    const { status, stdout, stderr } = await runCli(
      ['analyze', '-'],
      environment,
      [...bad, samples[0]].join('\n'),
    );
    expect(status).toBe(3);
    expect(parsed(stdout).map(({ id }) => id)).toEqual(['sample-001']);
    expect(stderr.trim().split('\n')).toEqual([
      'line 1: expected one whole JSON object on the line',
      expect.stringMatching(/^line 2: id b-2: startedAt: expected a date and time/),
      'line 3: id b-3: messages[0].from: expected "texter" or "responder"',
    ]);
    expect(stderr).not.toMatch(/secret/);
  });

  it.each([
    [['analyze', 'nowhere.jsonl'], /nowhere\.jsonl: no such file/],
    [['deidentify', 'samples'], /samples: expected a file, and this is a directory/],
    [['analyze'], /missing required argument/],
    [['analyze', '-', '--engine', 'magic'], /choices are local, llm/i],
    [['nonsense'], /unknown command/],
    [['key', 'create', '--role', 'king'], /--role: expected one of ingest, responder, analyst, admin/],
  ])('answers %j with status 2 and what to do', async (args, message) => {
    const { status, stdout, stderr } = await runCli(args, environment);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('names a faulty setting and nothing of its value, with status 1', async () => {
    const { status, stderr } = await runCli(['analyze', '-'], { ...environment, ENGINE: 'secret' });
    expect(status).toBe(1);
    expect(stderr).toBe('keyline: Settings: ENGINE: expected one of local, llm\n');
  });

  it('says so when there is nothing in the file', async () => {
    const { status, stdout, stderr } = await runCli(['analyze', '-'], environment, '\n');
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: '',
      stderr: '-: no conversations in it\n',
    });
  });
});

describe('keyline deidentify', () => {
  it('writes the shape it was given', async () => {
    const folder = testFolder();
    const input = [
      JSON.stringify({ id: 't-1', text: 'my name is kayla, call 416-555-0199' }),
      samples.find((line) => line.includes('[]')) ?? samples[0],
    ].join('\n');
    const { status, stdout } = await runCli(['deidentify', '-'], { DATA_DIR: folder.path }, input);
    const [text, conversation] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(text).toMatchObject({ id: 't-1', text: 'my name is [NAME_1], call [PHONE_1]' });
    expect(conversation).toMatchObject({ startedAt: expect.any(String), messages: expect.any(Array) });
    expect(conversation).not.toHaveProperty('texterId');
    folder.remove();
  });

  it('names the field that is wrong in the shape that a line is meant in', async () => {
    const folder = testFolder();
    const input = ['{"id":"a","text":5}', '{"text":"hi"}', '{"id":"c","messages":[]}'].join('\n');
    const { status, stdout, stderr } = await runCli(['deidentify', '-'], { DATA_DIR: folder.path }, input);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr.trim().split('\n')).toEqual([
      'line 1: text: expected text',
      'line 2: id: expected text',
      expect.stringMatching(/^line 3: id c: startedAt: /),
    ]);
    folder.remove();
  });
});

describe('keyline import, and what follows it', () => {
  let folder: TestFolder;
  let environment: Record<string, string>;

  beforeAll(async () => {
    folder = await folderWithDatabase();
    environment = { DATA_DIR: folder.path };
    const run = await runCli(['import', '-'], environment, samples.slice(0, 8).join('\n'));
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(run.stdout)).toEqual({ accepted: 8, unchanged: 0, refused: 0, ready: 8, failed: 0 });
  });
  afterAll(() => folder.remove());

  it('takes the same file again as nothing new', async () => {
    const { status, stdout } = await runCli(['import', '-'], environment, samples.slice(0, 8).join('\n'));
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ accepted: 0, unchanged: 8, ready: 0 });
  });

  it('finds conversations by topic, with the reason', async () => {
    const { status, stdout } = await runCli(['search', 'breakup', '--json', '--limit', '3'], environment);
    const hits = z
      .array(
        z.looseObject({
          id: z.string(),
          score: z.number(),
          keyphrases: z.array(z.string()),
          labels: z.array(z.string()),
        }),
      )
      .parse(JSON.parse(stdout));
    expect(status).toBe(0);
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.length).toBeLessThanOrEqual(3);
    const told = await runCli(['search', 'wishing not to be alive', '--limit', '1'], environment);
    expect(told.stdout).toMatch(/because of: wishing not to be alive \(1\.00; message \d+(?:, \d+)*\)/);
    expect(told.stdout).toMatch(/label suicide\.ideation \(message \d+(?:, \d+)*\)/);
  });

  it('writes the report in each form', async () => {
    const html = await runCli(['report', '--format', 'html'], environment);
    expect(html.stdout).toMatch(/^<!doctype html>/i);
    const json = await runCli(['report', '--format', 'json', '--date', '2026-11-15'], environment);
    expect(JSON.parse(json.stdout)).toMatchObject({ date: '2026-11-15' });
    const csv = await runCli(['report', '--format', 'csv'], environment);
    expect(csv.stdout.split('\n')[0]).toMatch(/,/);
    expect([html, json, csv].map(({ status }) => status)).toEqual([0, 0, 0]);
  });

  it('makes a key that is shown once and stored nowhere', async () => {
    const { status, stdout } = await runCli(['key', 'create', '--role', 'analyst'], environment);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^kl_[\w-]{43}\n$/);
  });

  it('analyses everything anew on reindex', async () => {
    const { status, stdout } = await runCli(['reindex'], environment);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ conversations: 8, failed: 0 });
  });
});

describe('keyline train and evaluate', () => {
  it('compares labels with those of people', async () => {
    const folder = testFolder();
    const { status, stdout } = await runCli(
      ['evaluate', '-', '--json'],
      { DATA_DIR: folder.path },
      samples.slice(0, 6).join('\n'),
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ judged: 6, withoutGold: 0, unknownLabels: [] });
    folder.remove();
  });

  it('refuses to learn from too little, and says what is needed', async () => {
    const folder = testFolder();
    const { status, stderr } = await runCli(
      ['train', '-'],
      { DATA_DIR: folder.path },
      samples.slice(0, 3).join('\n'),
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/no label has 8 conversations of different texters/);
    folder.remove();
  });
});
