import { faults } from '../../test/support/llm.engine.js';
import { generatorOnServer, texts } from '../../test/support/llm.generator.js';
import { finding, math, phrase, pictures, siblings } from '../../test/support/llm.phrases.js';
import { byRequest, value } from '../../test/support/llm.server.js';

const parsed = (json: string) => JSON.parse(json) as Record<string, unknown>;

describe('phrases of a model that break a rule', () => {
  const { server, answer, generate } = generatorOnServer();

  it('go back with the reasons, and what is then put right is taken', async () => {
    const invented = phrase('running away', 'im gonna run away');
    const sentence = phrase('he calls from 416-555-0199', 'keeps texting me pics');
    const secret = phrase('texts from 416-555-0199', 'keeps texting me pics');
    server().answer(
      value({ keyphrases: [siblings, phrase('i fail at math', 'i fail math'), invented, secret, sentence] }),
      value({ keyphrases: [math, pictures] }),
    );
    const result = await generate();
    expect(texts(result)).toEqual([siblings.text, math.text, pictures.text]);
    expect(result.rejected).toMatchObject({ form: 2, grounding: 1, identifier: 1 });
    expect(result.provenance.degraded).toBe(false);
    expect(server().asked).toHaveLength(2);
    const [first, second] = server().asked.map(({ messages: [, { content }] }) => parsed(content));
    expect(first).not.toHaveProperty('refused');
    expect(second).toEqual({
      ...first,
      kept: [siblings.text],
      refused: [
        { phrase: 'i fail at math', reason: expect.stringContaining('noun phrase') as string },
        { phrase: 'running away', reason: expect.stringContaining('word for word') as string },
        { phrase: null, reason: 'may identify somebody' },
        { phrase: null, reason: expect.stringContaining('noun phrase') as string },
      ],
    });
    expect(JSON.stringify(server().asked)).not.toContain('0199');
  });

  it('go back twice at most; then what is good is kept and the local engine fills up', async () => {
    let round = 0;
    server().answer(
      byRequest(() => ({
        keyphrases: [siblings, phrase(`running away ${'again '.repeat(round++)}`.trim(), 'im gone')],
      })),
    );
    const result = await generate(finding('cooking dinner'));
    expect(server().asked).toHaveLength(3);
    expect(texts(result)).toEqual([siblings.text, 'cooking dinner']);
    expect(result.rejected).toMatchObject({ grounding: 3 });
    expect(result.provenance).toMatchObject({ engine: 'llm', degraded: true });
  });

  it('go back once to a model that has nothing new to say', async () => {
    answer(siblings, phrase('running away', 'im gonna run away'));
    await generate();
    expect(server().asked).toHaveLength(2);
  });

  it.each(faults)('take nothing good with them when, asked again, the server %s', async (_, behaviour) => {
    const bad = phrase('running away', 'im gonna run away');
    server().answer(value({ keyphrases: [siblings, math, pictures, bad] }), behaviour(server()));
    const result = await generate();
    expect(texts(result)).toEqual([siblings.text, math.text, pictures.text]);
    expect(result.provenance).toMatchObject({ engine: 'llm', degraded: false });
  });

  it('leave a degraded result where they were all that the model wrote', async () => {
    answer(phrase('running away', 'im gonna run away'));
    const result = await generate(finding());
    expect(result.keyphrases).toEqual([]);
    expect(result.provenance.degraded).toBe(true);
  });
});
