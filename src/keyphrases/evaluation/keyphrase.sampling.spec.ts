import { Logger } from '@nestjs/common';
import { llmOn } from '../../../test/support/llm.engine.js';
import {
  classification,
  finding,
  math,
  siblings,
  taxonomy,
  transcript,
} from '../../../test/support/llm.phrases.js';
import { byRequest, LlmServer } from '../../../test/support/llm.server.js';
import { chat } from '../../../test/support/transcripts.js';
import { DeidentificationService } from '../../deidentification/deidentification.service.js';
import { BundledEmbedder } from '../../embeddings/bundled/bundled.embedder.js';
import { CachedEmbedder } from '../../embeddings/cached.embedder.js';
import type { LlmService } from '../../llm/llm.service.js';
import { KeyphraseConstraints } from '../keyphrase.constraints.js';
import { type GoldConversation, KeyphraseSampling } from './keyphrase.sampling.js';

const conversation: GoldConversation = { transcript, texter: 't1', gold: [math.text, siblings.text] };

async function* only(one: GoldConversation) {
  yield one;
}

describe('sampling keyphrases', () => {
  const embedder = new CachedEmbedder(new BundledEmbedder(1));
  const constraints = new KeyphraseConstraints(taxonomy, embedder, new DeidentificationService());
  const local = finding(siblings.text);
  const classifier = { classify: () => Promise.resolve(classification) };
  let server: LlmServer;

  const evaluate = (llm: LlmService | null, about = conversation) =>
    new KeyphraseSampling(llm, embedder, local, classifier, taxonomy, constraints).evaluate(only(about), 3);

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    server = await LlmServer.start();
  });
  afterEach(() => server.stop());
  afterAll(() => embedder.close());

  it('takes nothing of the local engine’s for the model’s, and counts answers that the model does not give', async () => {
    server.answer(byRequest(({ temperature }) => (temperature === 0 ? { keyphrases: [math] } : 'nothing')));
    const { failed, accuracyAt1, passAtK } = await evaluate(await llmOn(server));
    expect({ failed, shares: [accuracyAt1.value, passAtK.value] }).toEqual({ failed: 2, shares: [0.5, 0.5] });
  });

  it('asks the local engine once', async () => {
    const { samples, accuracyAt1, passAtK } = await evaluate(null);
    expect({ samples, shares: [accuracyAt1.value, passAtK.value] }).toEqual({
      samples: 1,
      shares: [0.5, 0.5],
    });
  });

  it('asks nothing about a texter who says nothing', async () => {
    const silent = { ...conversation, transcript: chat(['t: hi', 'r: Hello!']) };
    const { gold, failed, lacking } = await evaluate(await llmOn(server), silent);
    expect({ gold, failed, lacking: lacking.value }).toEqual({ gold: 2, failed: 0, lacking: 1 });
    expect(server.asked).toEqual([]);
  });
});
