import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { z } from 'zod';
import { BadAnswers } from '../../test/support/bad.answers.js';
import { violations } from '../../test/support/keyphrase.violations.js';
import { llmOn } from '../../test/support/llm.engine.js';
import { LlmServer } from '../../test/support/llm.server.js';
import { type ShippedClassifier, shippedClassifier } from '../../test/support/shipped.classifier.js';
import type { Classification } from '../classification/classification.types.js';
import { packageRoot } from '../config/paths.js';
import type { Transcript } from '../conversations/conversation.types.js';
import { detectLanguage } from '../conversations/language.js';
import { normalised } from '../conversations/normalised.js';
import { DeidentificationService } from '../deidentification/deidentification.service.js';
import type { KeyphraseGenerator, KeyphraseSet } from './keyphrase.types.js';
import { LlmGenerator } from './llm.generator.js';

/** Wrong answers that the server gives, to first questions and to those about phrases that broke a rule. */
const ANSWERS = 2_000;

/** A phrase whose first letters the texter wrote is the texter's own: `narcissi`. */
const STATED = 8;

const schema = z.object({
  messages: z.array(z.object({ from: z.enum(['texter', 'responder']), text: z.string() })),
});

const samples = ['en.jsonl', 'fr-and-edge.jsonl']
  .flatMap((file) =>
    readFileSync(join(packageRoot, 'samples', file), 'utf8')
      .trim()
      .split('\n'),
  )
  .map((line) => schema.parse(JSON.parse(line)));

describe('a model that answers wrongly on purpose', () => {
  let server: LlmServer;
  let shipped: ShippedClassifier;
  const transcripts: { transcript: Transcript; classification: Classification }[] = [];

  beforeAll(async () => {
    Logger.overrideLogger(false);
    server = await LlmServer.start();
    shipped = await shippedClassifier();
    const deidentification = new DeidentificationService();
    for (const { messages } of samples) {
      const raw = messages.map((message) => ({ ...message, at: null }));
      const { messages: cleaned } = await deidentification.deidentify(raw);
      const texts = messages.filter(({ from }) => from === 'texter').map(({ text }) => text);
      const transcript = { language: await detectLanguage(texts), messages: cleaned };
      transcripts.push({ transcript, classification: await shipped.classifier.classify(transcript) });
    }
  });
  afterAll(async () => {
    await server.stop();
    await shipped.close();
  });

  it(`gets no phrase that breaks a rule past ${ANSWERS} tries over all samples, and loses no conversation`, async () => {
    const { generator: local, taxonomy, constraints } = shipped;
    const found = new Map<Transcript, KeyphraseSet>();
    /** The local engine, which says the same of a conversation every time. */
    const once: KeyphraseGenerator = {
      async generate(transcript, classification) {
        const own = found.get(transcript) ?? (await local.generate(transcript, classification));
        found.set(transcript, own);
        return own;
      },
    };
    const generator = new LlmGenerator(once, await llmOn(server), taxonomy, constraints);
    const bad = new BadAnswers(20_261_127);
    const faults: string[] = [];
    let answered = 0;
    let conversations = 0;
    let phrases = 0;
    for (let turn = 0; answered < ANSWERS; turn++) {
      const { transcript, classification } = transcripts[turn % transcripts.length]!;
      const answers = [bad.next(transcript), bad.next(transcript), bad.next(transcript)];
      server.answer(...answers.map(({ behaviour }) => behaviour));
      const { keyphrases, provenance } = await generator.generate(transcript, classification);
      if (server.asked.length === 0) continue;
      answered += Math.min(server.asked.length, answers.length);
      conversations++;
      phrases += keyphrases.length;
      const said = transcript.messages.map(({ text }) => normalised(text)).join('\n');
      const planted = new Set(
        answers.flatMap((answer) => answer.planted).filter((text) => !said.includes(text.slice(0, STATED))),
      );
      const leaked = keyphrases.filter(({ text, canonical }) => planted.has(text) || planted.has(canonical));
      const what = answers.map(({ kind }) => kind).join(', ');
      faults.push(
        ...violations(keyphrases, transcript, taxonomy.labels).map((fault) => `${turn} (${what}): ${fault}`),
        ...leaked.map(({ text }) => `${turn} (${what}): ${text}: planted`),
      );
      const own = await once.generate(transcript, classification);
      if (keyphrases.length === 0 && own.keyphrases.length > 0) faults.push(`${turn} (${what}): lost`);
      if (own.keyphrases.length > 0 && !provenance.degraded && provenance.engine === 'local')
        faults.push(`${turn} (${what}): not said to be degraded`);
    }
    expect(faults).toEqual([]);
    expect(phrases).toBeGreaterThan(conversations);
  }, 900_000);
});
