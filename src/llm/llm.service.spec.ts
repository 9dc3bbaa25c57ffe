import { z } from 'zod';
import type { Message, Transcript } from '../conversations/conversation.types.js';
import { LlmError } from './llm.error.js';
import { LlmService } from './llm.service.js';
import type { LlmAnswer, LlmClient, LlmRequest } from './llm.types.js';
import type { Prompts } from './prompt.loader.js';

const dataSchema = z.object({ language: z.string(), messages: z.array(z.object({ n: z.number() })) });
const schema = z.object({ seen: z.array(z.number()) });

/** A model that can read so many messages at once, and answers which it saw. */
class Reader implements LlmClient {
  readonly requests: LlmRequest<unknown>[] = [];
  constructor(private readonly most: number) {}

  async complete<T>(request: LlmRequest<T>): Promise<LlmAnswer<T>> {
    this.requests.push(request);
    const { messages } = dataSchema.parse(JSON.parse(request.user));
    if (messages.length > this.most) throw new LlmError('too_long');
    const value = request.schema.parse({ seen: messages.map(({ n }) => n) });
    return { value, model: `reader-${this.requests.length}`, usage: null };
  }
}

const template = (id: keyof Prompts) => ({
  id,
  schema: `${id}_answer`,
  hints: { temperature: 0.2 },
  reference: `${id}@1`,
  render: () => `rules of ${id}`,
});
const prompts: Prompts = {
  classify: template('classify'),
  keyphrases: template('keyphrases'),
  summary: template('summary'),
  topic: template('topic'),
};
const transcript = (count: number): Transcript => ({
  language: 'en',
  messages: Array.from({ length: count }, (_, position): Message => ({
    position,
    from: position % 2 ? 'responder' : 'texter',
    at: '2023-01-01T00:00:00Z',
    text: `said "${position}"`,
  })),
});

describe('asking a model about a conversation', () => {
  it('names the prompts that results come of, so that a change of another makes none of them stale', () => {
    const { references } = new LlmService(new Reader(9), prompts);
    expect(references).toEqual(['classify@1', 'keyphrases@1', 'summary@1']);
  });

  const ask = (reader: Reader, count: number, options = {}) => {
    const service = new LlmService(reader, prompts, options);
    return service.askAbout(service.prompt('classify', {}), schema, transcript(count));
  };

  it('sends the rules apart from the words, which go as JSON', async () => {
    const reader = new Reader(9);
    await expect(ask(reader, 2)).resolves.toEqual({
      answers: [{ value: { seen: [0, 1] }, window: transcript(2) }],
      model: 'reader-1',
      leftOut: [],
    });
    expect(reader.requests[0]).toMatchObject({
      name: 'classify_answer',
      temperature: 0.2,
      system: 'rules of classify',
      user: '{"language":"en","messages":[{"n":0,"from":"texter","text":"said \\"0\\""},{"n":1,"from":"responder","text":"said \\"1\\""}]}',
    });
  });

  it('asks about each window of a long one', async () => {
    const { answers } = await ask(new Reader(99), 40, { characters: 1_000 });
    expect(answers.length).toBeGreaterThan(1);
    expect(new Set(answers.flatMap(({ value }) => value.seen)).size).toBe(40);
  });

  it('shows the model what is left of a pruned one, and says what is not', async () => {
    const isOdd = ({ position }: Message) => position % 2 === 1;
    const pruner = {
      prune: ({ messages }: Transcript) =>
        Promise.resolve({ messages: messages.filter(isOdd), leftOut: [0, 2, 4] }),
    };
    const service = new LlmService(new Reader(9), prompts, {}, pruner);
    const asked = await service.askAbout(service.prompt('classify', {}), schema, transcript(6));
    expect(asked.leftOut).toEqual([0, 2, 4]);
    expect(asked.answers.map(({ value }) => value.seen)).toEqual([[1, 3, 5]]);
    expect(asked.answers.map(({ window }) => window.messages)).toEqual([
      transcript(6).messages.filter(isOdd),
    ]);
  });

  it('halves what the model finds too long until every message has been read', async () => {
    const { answers } = await ask(new Reader(3), 10);
    expect(answers.flatMap(({ value }) => value.seen)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('asks again as at first, with notes beside the messages', async () => {
    const reader = new Reader(3);
    const service = new LlmService(reader, prompts);
    const window = transcript(5);
    const again = await service.askAgain(service.prompt('classify', {}), schema, window, { kept: ['a'] });
    expect(again.map(({ value }) => value.seen)).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
    expect(again.flatMap(({ window: half }) => half.messages)).toEqual(window.messages);
    for (const { user } of reader.requests) expect(JSON.parse(user)).toMatchObject({ kept: ['a'] });
  });

  it('says that one is too long rather than leave a part out', async () => {
    const reader = new Reader(99);
    await expect(ask(reader, 100, { characters: 300, most: 5 })).rejects.toMatchObject({ code: 'too_long' });
    expect(reader.requests).toHaveLength(0);
    await expect(ask(new Reader(0), 1)).rejects.toMatchObject({ code: 'too_long' });
  });
});
