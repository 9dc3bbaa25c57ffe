import { z } from 'zod';
import type { Interval } from '../classification/evaluation/bootstrap.js';
import { parseConversation } from '../conversations/conversation.schema.js';
import { deidentify } from '../conversations/deidentified.conversation.js';
import type { JsonLine } from '../conversations/json.lines.js';
import { DeidentificationModule } from '../deidentification/deidentification.module.js';
import { DeidentificationService } from '../deidentification/deidentification.service.js';
import {
  type GoldConversation,
  KeyphraseSampling,
  type SamplingEvaluation,
} from '../keyphrases/evaluation/keyphrase.sampling.js';
import type { Share } from '../keyphrases/evaluation/sampling.figures.js';
import { KeyphrasesModule } from '../keyphrases/keyphrases.module.js';
import { ledgerModules, withModules } from './application.js';
import { ExitStatus } from './exit.status.js';
import { processSettings } from './process.settings.js';
import { counter, linesOf, note, noteRefusal, print } from './terminal.js';

export interface EvaluateKeyphrasesOptions {
  json?: boolean;
  samples: number;
}

const EXPECTED = 'expected a list of phrases in English, or null';
const phrase = z
  .string(EXPECTED)
  .max(200, EXPECTED)
  .transform((text) => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase())
  .refine((text) => text !== '', EXPECTED);
const goldSchema = z.object({ goldKeyphrases: z.array(phrase, EXPECTED).nullish() });

/** `keyline evaluate keyphrases FILE`: whether the engine lacks people's keyphrases, or only ranks them badly. */
export async function evaluateKeyphrases(
  file: string,
  { json = false, samples }: EvaluateKeyphrasesOptions,
): Promise<ExitStatus> {
  const lines = linesOf(file);
  const settings = processSettings();
  const modules = [...(await ledgerModules(settings)), DeidentificationModule, KeyphrasesModule];
  return withModules(settings, modules, async (application) => {
    const refused = { count: 0 };
    const conversations = goldConversations(lines, application.get(DeidentificationService), refused);
    const progress = counter('Evaluated');
    const evaluation = await application
      .get(KeyphraseSampling)
      .evaluate(conversations, samples, progress.update)
      .finally(progress.stop);
    await print(json ? JSON.stringify(evaluation) : samplingTable(evaluation));
    if (evaluation.gold === 0) note(`${file}: no conversations with goldKeyphrases in it`);
    if (evaluation.samples < samples)
      note('The local engine always answers the same: --samples tells something with ENGINE=llm only.');
    return refused.count > 0 ? ExitStatus.someRefused : ExitStatus.ok;
  });
}

async function* goldConversations(
  lines: AsyncIterable<JsonLine>,
  deidentification: DeidentificationService,
  refused: { count: number },
): AsyncGenerator<GoldConversation> {
  const refuse = (...refusal: Parameters<typeof noteRefusal>) => {
    refused.count += 1;
    noteRefusal(...refusal);
  };
  for await (const line of lines) {
    const parsed = 'refusal' in line ? line.refusal : parseConversation(line.value);
    if (parsed.status === 'refused') {
      refuse(line.number, parsed);
      continue;
    }
    const gold = goldSchema.safeParse('value' in line ? line.value : null);
    if (!gold.success) {
      const { id } = parsed.conversation;
      refuse(line.number, {
        status: 'refused',
        id,
        code: 'invalid',
        field: 'goldKeyphrases',
        reason: EXPECTED,
      });
      continue;
    }
    const phrases = gold.data.goldKeyphrases ?? [];
    if (phrases.length === 0) continue;
    const { id, transcript } = await deidentify(parsed.conversation, deidentification);
    yield { transcript, texter: parsed.conversation.texterId ?? id, gold: phrases };
  }
}

function samplingTable(evaluation: SamplingEvaluation): string {
  const { conversations, gold, samples, failed, accuracyAt1, passAtK, rankedBadly, lacking } = evaluation;
  const row = (name: string, { value, interval }: Share) =>
    `${name.padEnd(26)}${value === null ? '—' : value.toFixed(3)}${interval ? `  ${between(interval)}` : ''}`;
  return [
    `conversations ${conversations}, gold keyphrases ${gold}, samples ${samples}`,
    ...(failed > 0 ? [`${failed} answers failed: their phrases count as lacking`] : []),
    '',
    row('Accuracy@1', accuracyAt1),
    row(`Pass@${samples}`, passAtK),
    row('had, but ranked badly', rankedBadly),
    row('lacking', lacking),
  ].join('\n');
}

const between = ([low, high]: Interval) => `[${low.toFixed(3)}, ${high.toFixed(3)}]`;
