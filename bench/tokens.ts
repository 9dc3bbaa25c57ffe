/**
 * `npm install --no-save js-tiktoken@1 && npm run bench:tokens`: how many characters a token has in what the model is
 * sent about the samples, and how many tokens an answer takes: the local engine's own results, in the shape asked for.
 * The tokenizer is none of Keyline's dependencies: 22 MB for an estimate.
 */
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { withModules } from '../src/commands/application.js';
import { packageRoot } from '../src/config/paths.js';
import { readSettings } from '../src/config/settings.js';
import { parseConversation } from '../src/conversations/conversation.schema.js';
import type { Span, Transcript } from '../src/conversations/conversation.types.js';
import { deidentify } from '../src/conversations/deidentified.conversation.js';
import { readJsonLines } from '../src/conversations/json.lines.js';
import { DeidentificationModule } from '../src/deidentification/deidentification.module.js';
import { DeidentificationService } from '../src/deidentification/deidentification.service.js';
import { CountingClient } from '../src/llm/counting.client.js';
import { insteadOfModel } from '../src/llm/llm.module.js';
import type { LlmAnswer, LlmRequest } from '../src/llm/llm.types.js';
import { AnalysisModule } from '../src/pipeline/analysis.module.js';
import { AnalysisService } from '../src/pipeline/analysis.service.js';

type Encode = (text: string) => number;

const FILES = ['samples/en.jsonl', 'samples/fr-and-edge.jsonl'];

/** The tokenizer, typed by what is used of it: it may not be installed. */
const tokenizerSchema = z.object({
  getEncoding: z.custom<(name: string) => { encode(text: string): number[] }>((value) => value !== undefined),
});

/** Keeps the texts of requests. */
class KeepingClient extends CountingClient {
  readonly requests: { system: string; user: string; schema: string }[] = [];

  override complete<T>(request: LlmRequest<T>): Promise<LlmAnswer<T>> {
    const { system, user, schema } = request;
    this.requests.push({ system, user, schema: JSON.stringify(z.toJSONSchema(schema)) });
    return super.complete(request);
  }
}

const packageName = 'js-tiktoken';
const { getEncoding } = tokenizerSchema.parse(await import(packageName));
const folder = mkdtempSync(join(tmpdir(), 'keyline-bench-'));
try {
  const encoders = ['o200k_base', 'cl100k_base'].map((name): [string, Encode] => {
    const encoding = getEncoding(name);
    return [name, (text) => encoding.encode(text).length];
  });
  for (const file of FILES) {
    const requests = await requestsOf(file);
    const answers = await answersOf(file);
    const texts = [
      ['system texts', [...new Set(requests.map(({ system }) => system))]],
      ['schemas', [...new Set(requests.map(({ schema }) => schema))]],
      ['conversations', [...new Set(requests.map(({ user }) => user))]],
    ] as const;
    for (const [name, encode] of encoders) {
      const ratios = texts.map(([what, parts]) => {
        const text = parts.join('\n');
        return `${what} ${(text.length / encode(text)).toFixed(2)}`;
      });
      const counts = answers.map(encode);
      const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
      process.stdout.write(
        `${file} ${name}: characters a token: ${ratios.join(', ')}; tokens an answer: ${mean.toFixed(0)}, at most ${Math.max(...counts)}\n`,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Every request that the analysis of a file sends. */
async function requestsOf(file: string) {
  const client = new KeepingClient();
  const model = { ENGINE: 'llm', LLM_BASE_URL: 'http://nobody.invalid', LLM_MODEL: 'any' };
  await analysed(file, model, client, () => undefined);
  return client.requests;
}

/** The local engine's results as a model would put them, for each of the three questions. */
async function answersOf(file: string): Promise<string[]> {
  const answers: string[] = [];
  await analysed(file, {}, new CountingClient(), ({ classification, keyphrases, summary }, transcript) => {
    const quotes = (evidence: readonly Span[]) =>
      evidence
        .slice(0, 3)
        .map(({ message, start, end }) => transcript.messages[message]?.text.slice(start, end));
    const labels = classification.labels.map(({ id, score, evidence }) => ({
      id,
      score: Number(score.toFixed(2)),
      quotes: quotes(evidence),
    }));
    const phrases = keyphrases.keyphrases.map(({ text, canonical, evidence }) => ({
      text,
      canonical,
      quotes: quotes(evidence),
    }));
    const sentences = summary.text.split(/(?<=[.!?]) /).map((text) => ({ text, quotes: [text] }));
    answers.push(
      ...[{ labels }, { keyphrases: phrases }, { sentences }].map((answer) => JSON.stringify(answer)),
    );
  });
  return answers;
}

async function analysed(
  file: string,
  model: Record<string, string>,
  client: CountingClient,
  take: (analysis: Awaited<ReturnType<AnalysisService['analyse']>>, transcript: Transcript) => void,
): Promise<void> {
  const settings = readSettings({ DATA_DIR: folder, LOG_LEVEL: 'error', ...model });
  const modules = [insteadOfModel(client), DeidentificationModule, AnalysisModule];
  await withModules(settings, modules, async (application) => {
    for await (const line of readJsonLines(createReadStream(join(packageRoot, file)))) {
      const parsed = 'value' in line ? parseConversation(line.value) : line.refusal;
      if (parsed.status === 'refused') continue;
      const { transcript } = await deidentify(parsed.conversation, application.get(DeidentificationService));
      take(await application.get(AnalysisService).analyse(transcript), transcript);
    }
  });
}
