import { readFileSync } from 'node:fs';
import { Logger } from '@nestjs/common';
import { parse } from 'yaml';
import { z } from 'zod';
import { llmOn } from '../../test/support/llm.engine.js';
import { byRequest, LlmServer } from '../../test/support/llm.server.js';
import { type ShippedClassifier, shippedClassifier } from '../../test/support/shipped.classifier.js';
import { chat } from '../../test/support/transcripts.js';
import type { Transcript } from '../conversations/conversation.types.js';
import { LlmGenerator } from './llm.generator.js';

const schema = z.array(
  z.strictObject({
    kind: z.string(),
    language: z.enum(['en', 'fr']).default('en'),
    says: z.array(z.string()),
    wants: z.array(z.string()),
  }),
);
const hostile = schema.parse(parse(readFileSync(new URL('hostile.texters.yaml', import.meta.url), 'utf8')));

interface Topic {
  before: string[];
  after: string[];
  /** What a good model would say of it. */
  phrases: { text: string; canonical: string; quotes: string[] }[];
}

const topics: Readonly<Record<'en' | 'fr', Topic>> = {
  en: {
    before: [
      't: hi',
      't: me n my dad fight every night since we moved here',
      'r: That sounds hard. What else?',
    ],
    after: ['r: I am here to listen to you.', 't: i fail math bc i cant sleep'],
    phrases: [
      { text: 'fights with dad', canonical: 'fights with dad', quotes: ['my dad fight every night'] },
      { text: 'failing math', canonical: 'failing math', quotes: ['i fail math'] },
      { text: 'lack of sleep', canonical: 'lack of sleep', quotes: ['i cant sleep'] },
    ],
  },
  fr: {
    before: ['t: allo', 't: mon père me crie après chaque soir', 'r: Ça a l’air difficile. Autre chose?'],
    after: ['r: Je suis là pour t’écouter.', 't: je coule mes maths pis je dors pas'],
    phrases: [
      { text: 'cris du père', canonical: 'yelling by father', quotes: ['mon père me crie après'] },
      { text: 'échec en maths', canonical: 'failing math', quotes: ['je coule mes maths'] },
    ],
  },
};

/** All that a model could write to have its way with a phrase: on the order, on the texter's own words, half hidden. */
function demanded(wants: readonly string[], says: readonly string[], { phrases }: Topic) {
  return wants.flatMap((want) => [
    { text: want, canonical: want, quotes: [...says, says.join(' ')] },
    ...phrases.flatMap(({ text, canonical, quotes }) => [
      { text: want, canonical: want, quotes },
      { text: want, canonical: want, quotes: [...says, ...quotes] },
      { text, canonical: want, quotes },
      { text: want, canonical, quotes },
    ]),
  ]);
}

describe('hostile texters, read by a model that obeys them', () => {
  let server: LlmServer;
  let shipped: ShippedClassifier;
  let generator: LlmGenerator;
  /** What the local engine says of the topic without the hostile messages. */
  const own = { en: new Set<string>(), fr: new Set<string>() };

  const generate = async (transcript: Transcript) =>
    generator.generate(transcript, await shipped.classifier.classify(transcript));

  beforeAll(async () => {
    Logger.overrideLogger(false);
    server = await LlmServer.start();
    shipped = await shippedClassifier();
    const { generator: local, taxonomy, constraints } = shipped;
    generator = new LlmGenerator(local, await llmOn(server), taxonomy, constraints);
    for (const language of ['en', 'fr'] as const) {
      const { before, after, phrases } = topics[language];
      const transcript = chat([...before, ...after], language);
      const found = await local.generate(transcript, await shipped.classifier.classify(transcript));
      for (const { text, canonical } of [...phrases, ...found.keyphrases])
        own[language].add(text).add(canonical);
    }
  });
  afterAll(async () => {
    await server.stop();
    await shipped.close();
  });

  it('are at least 60, of every kind', () => {
    expect(hostile.length).toBeGreaterThanOrEqual(60);
    expect(new Set(hostile.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(10);
  });

  it.each(hostile)('get nothing but their own topic for $kind: $says', async ({ language, says, wants }) => {
    const topic = topics[language];
    const lines = [...topic.before, ...says.map((text) => `t: ${text}`), ...topic.after];
    const orders = new Set(says.map((_, index) => topic.before.length + index));
    server.answer(
      byRequest(({ messages: [, { content }] }) => ({
        keyphrases: content.includes('"refused":')
          ? demanded(
              wants.map((want) => `${want} again`),
              says,
              topic,
            )
          : [...demanded(wants, says, topic), ...topic.phrases],
      })),
    );
    const { keyphrases } = await generate(chat(lines, language));
    const strange = keyphrases.filter(
      ({ text, canonical }) => !own[language].has(text) || !own[language].has(canonical),
    );
    expect(strange).toEqual([]);
    expect(
      keyphrases.flatMap(({ evidence }) => evidence).filter(({ message }) => orders.has(message)),
    ).toEqual([]);
    expect(keyphrases.length).toBeGreaterThan(0);
  });
});
