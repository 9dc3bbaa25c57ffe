import { Logger } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { z } from 'zod';
import { ConfigModule } from '../src/config/config.module.js';
import { AnalysisModule } from '../src/pipeline/analysis.module.js';
import { AnalysisService } from '../src/pipeline/analysis.service.js';
import { type AskedOfLlm, byRequest, failure, LlmServer } from './support/llm.server.js';
import { type TestFolder, testFolder, testSettings } from './support/settings.js';
import { chat } from './support/transcripts.js';

const transcript = chat([
  't: hi',
  'r: Hello, what brings you here tonight?',
  't: me and my dad fight every single night since we moved here and i cant take it',
  't: honestly sometimes i want to die',
]);
const fights = 'my dad fight every single night';
const danger = 'sometimes i want to die';

/** What a good model would say of the conversation above, by the name of the question. */
const rightAnswers: Readonly<Record<string, unknown>> = {
  classify: {
    labels: [
      { id: 'suicide.ideation', score: 0.9, quotes: [danger] },
      { id: 'relationship.family', score: 0.85, quotes: [fights] },
      { id: 'grief', score: 0.9, quotes: ['my grandma died'] },
    ],
  },
  keyphrases: {
    keyphrases: [
      { text: 'nightly fights with dad', canonical: 'nightly fights with dad', quotes: [fights] },
      { text: 'wanting to die', canonical: 'wanting to die', quotes: [danger] },
      { text: 'strain after moving', canonical: 'strain after moving', quotes: ['since we moved here'] },
    ],
  },
  summary: {
    sentences: [
      { text: 'The texter sometimes wants to die.', quotes: [danger] },
      { text: 'They fight with their dad every night since a move.', quotes: [fights] },
    ],
  },
  trial: { ok: true },
};

const shownSchema = z.object({ messages: z.array(z.object({ n: z.number() })) });

const questionOf = ({ response_format: format }: AskedOfLlm): string => format?.json_schema?.name ?? '';

describe('ENGINE=llm', () => {
  let folder: TestFolder;
  let server: LlmServer;
  let app: TestingModule;
  let askedAtBoot: string[];

  const boot = async (url: string, more: Record<string, string> = {}): Promise<TestingModule> => {
    const settings = testSettings(folder, { ENGINE: 'llm', LLM_BASE_URL: url, LLM_MODEL: 'test', ...more });
    const module = await Test.createTestingModule({
      imports: [ConfigModule.with(settings), AnalysisModule],
    }).compile();
    return module.init();
  };

  beforeAll(async () => {
    Logger.overrideLogger(false);
    folder = testFolder();
    server = await LlmServer.start();
    server.answer(byRequest((asked) => rightAnswers[questionOf(asked)]));
    app = await boot(server.url);
    askedAtBoot = server.asked.map(questionOf);
  });
  afterAll(async () => {
    await app.close();
    await server.stop();
    folder.remove();
  });

  it('asks one trial question at the boot for all its modules', () => {
    expect(askedAtBoot).toEqual(['trial']);
  });

  it('analyses a conversation by the model, checked against the real taxonomy', async () => {
    server.answer(byRequest((asked) => rightAnswers[questionOf(asked)]));
    const analysis = await app.get(AnalysisService).analyse(transcript);
    const { classification, keyphrases, summary, provenance } = analysis;
    expect(classification.labels.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['suicide', 'suicide.ideation', 'relationship', 'relationship.family']),
    );
    expect(classification.labels.map(({ id }) => id)).not.toContain('grief');
    expect(classification.rejected).toMatchObject({ not_said: 1 });
    expect(keyphrases.keyphrases.map(({ text }) => text)).toEqual([
      'nightly fights with dad',
      'wanting to die',
      'strain after moving',
    ]);
    expect(summary.text).toBe(
      'The texter sometimes wants to die. They fight with their dad every night since a move.',
    );
    expect(provenance).toMatchObject({
      engine: 'llm',
      model: 'test-model-1',
      prompt: 'classify@2 keyphrases@2 summary@2',
      degraded: false,
    });
    expect(provenance).not.toHaveProperty('leftOut');
  });

  it('prunes a long conversation for every question, also when asked again, and lists what the model was not shown', async () => {
    const pruning = await boot(server.url, { LLM_PRUNE_OVER: '1200' });
    const again = Array.from({ length: 60 }, (_, turn) =>
      turn % 2 ? 'r: I hear you, that is a lot.' : 't: its like i said with my dad and the fights',
    );
    const told = ['r: Hello, what brings you here tonight?', `t: me and ${fights}`];
    const long = chat([...told, ...again, `t: honestly ${danger}`]);
    const before = server.asked.length;
    const { provenance, keyphrases } = await pruning.get(AnalysisService).analyse(long);
    await pruning.close();
    const asked = server.asked.slice(before);
    // Nobody says `since we moved here` in this one, so that a phrase goes back.
    expect(asked.map(questionOf)).toEqual(['classify', 'keyphrases', 'keyphrases', 'summary']);
    const shown = asked.map(({ messages: [, { content }] }) => shownSchema.parse(JSON.parse(content)));
    const [numbers = [], ...others] = shown.map(({ messages }) => messages.map(({ n }) => n));
    for (const other of others) expect(other).toEqual(numbers);
    expect(numbers).toEqual(expect.arrayContaining([1, 62]));
    expect(numbers.length).toBeLessThan(30);
    expect([...numbers, ...provenance.leftOut!].sort((a, b) => a - b)).toEqual([...long.messages.keys()]);
    expect(keyphrases.keyphrases.flatMap(({ evidence }) => evidence.map(({ message }) => message))).toEqual(
      expect.arrayContaining([1, 62]),
    );
  });

  it('goes on without a model that is lost after the boot, and says so', async () => {
    server.answer(failure(401));
    // What was answered before would be answered again.
    const messages = transcript.messages.map((message) => ({ ...message, text: `${message.text} now` }));
    const { classification, summary, provenance } = await app
      .get(AnalysisService)
      .analyse({ ...transcript, messages });
    expect(classification.labels.map(({ id }) => id)).toContain('suicide.ideation');
    expect(summary.text).toContain('sometimes i want to die');
    expect(provenance).toMatchObject({
      engine: 'local',
      prompt: null,
      degraded: true,
      reason: 'unauthorised',
    });
  });

  it('does not start where no model answers, and says which setting to look at', async () => {
    const gone = await LlmServer.start();
    await gone.stop();
    await expect(boot(gone.url)).rejects.toThrow(
      /^LLM_BASE_URL: the endpoint cannot be reached, or broke off$/,
    );
  });
});
