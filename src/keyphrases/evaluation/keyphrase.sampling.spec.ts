import { Logger } from '@nestjs/common';
import { llmOn } from '../../../test/support/llm.engine.js';
import { math, siblings, transcript } from '../../../test/support/llm.phrases.js';
import { failure, LlmServer, value } from '../../../test/support/llm.server.js';
import { type ShippedClassifier, shippedClassifier } from '../../../test/support/shipped.classifier.js';
import { chat } from '../../../test/support/transcripts.js';
import { BundledEmbedder } from '../../embeddings/bundled/bundled.embedder.js';
import { CachedEmbedder } from '../../embeddings/cached.embedder.js';
import type { LlmService } from '../../llm/llm.service.js';
import { type GoldConversation, KeyphraseSampling } from './keyphrase.sampling.js';

const gold: GoldConversation = { transcript, texter: 't1', gold: [math.text, siblings.text] };

async function* all(...conversations: GoldConversation[]) {
  yield* conversations;
}

describe('sampling keyphrases', () => {
  const embedder = new CachedEmbedder(new BundledEmbedder(1));
  let server: LlmServer;
  let shipped: ShippedClassifier;

  const sampling = (llm: LlmService | null) => {
    const { generator, classifier, taxonomy, constraints } = shipped;
    return new KeyphraseSampling(llm, embedder, generator, classifier, taxonomy, constraints);
  };

  beforeAll(async () => {
    Logger.overrideLogger(false);
    shipped = await shippedClassifier();
  });
  beforeEach(async () => {
    server = await LlmServer.start();
  });
  afterEach(() => server.stop());
  afterAll(async () => {
    await embedder.close();
    await shipped.close();
  });

  it('counts the answers that the model does not give, for which nobody stands in', async () => {
    server.answer(value({ keyphrases: [math] }), failure(401));
    const { failed, accuracyAt1, passAtK } = await sampling(await llmOn(server)).evaluate(all(gold), 3);
    expect(failed).toBe(2);
    expect([accuracyAt1.value, passAtK.value]).toEqual([0.5, 0.5]);
    expect((await sampling(null).evaluate(all(gold), 3)).accuracyAt1.value).toBeGreaterThan(0);
  });

  it('asks nothing about a texter who says nothing', async () => {
    const silent = { ...gold, transcript: chat(['t: hi', 'r: Hello!']) };
    const { gold: count, failed, lacking } = await sampling(await llmOn(server)).evaluate(all(silent), 2);
    expect({ count, failed, lacking: lacking.value }).toEqual({ count: 2, failed: 0, lacking: 1 });
    expect(server.asked).toEqual([]);
  });
});
