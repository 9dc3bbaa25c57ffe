import type { LabelScore } from '../classification/classification.types.js';
import { parseConversation, type Refusal } from '../conversations/conversation.schema.js';
import { deidentify } from '../conversations/deidentified.conversation.js';
import { inParallel } from '../classification/parallel.js';
import type { JsonLine } from '../conversations/json.lines.js';
import { DeidentificationModule } from '../deidentification/deidentification.module.js';
import { DeidentificationService } from '../deidentification/deidentification.service.js';
import { PresidioError } from '../deidentification/presidio/presidio.error.js';
import { toRedaction } from '../deidentification/redaction.js';
import { AnalysisModule } from '../pipeline/analysis.module.js';
import { AnalysisService } from '../pipeline/analysis.service.js';
import { ledgerModules, withModules } from './application.js';
import { processSettings } from './process.settings.js';
import { ExitStatus } from './exit.status.js';
import { linesOf, note, noteRefusal, print } from './terminal.js';

/** Conversations in work at once: enough to keep both embedding threads busy. */
const AT_ONCE = 8;

export interface AnalyzeOptions {
  allScores?: boolean;
  engine?: string;
}

/** `keyline analyze FILE`: de-identifies and analyses in memory; stores nothing of them. */
export async function analyze(
  file: string,
  { allScores = false, engine }: AnalyzeOptions,
): Promise<ExitStatus> {
  const lines = linesOf(file);
  const settings = processSettings(engine ? { ENGINE: engine } : {});
  const atOnce = AT_ONCE + (settings.ENGINE === 'llm' ? settings.LLM_CONCURRENCY : 0);
  return withModules(
    settings,
    [...(await ledgerModules(settings)), DeidentificationModule, AnalysisModule],
    async (application) => {
      const analyse = conversationAnalyser(
        application.get(DeidentificationService),
        application.get(AnalysisService),
        allScores,
      );
      let refused = 0;
      let failed = 0;
      let done = 0;
      for await (const { line, result } of inParallel(lines, atOnce, analyse)) {
        if (result.status === 'analysed') {
          done += 1;
          await print(JSON.stringify(result.output));
        } else if (result.status === 'refused') {
          refused += 1;
          noteRefusal(line, result);
        } else {
          failed += 1;
          note(`line ${line}: the analysis failed: ${result.reason}`);
        }
      }
      if (done + refused + failed === 0) note(`${file}: no conversations in it`);
      return failed > 0 ? ExitStatus.failed : refused > 0 ? ExitStatus.someRefused : ExitStatus.ok;
    },
  );
}

type Result = { status: 'analysed'; output: object } | { status: 'failed'; reason: string } | Refusal;

/** One line of input to one line of output, as DESIGN's contract has it. */
function conversationAnalyser(
  deidentification: DeidentificationService,
  analysis: AnalysisService,
  allScores: boolean,
): (line: JsonLine) => Promise<{ line: number; result: Result }> {
  return async (line) => {
    if ('refusal' in line) return { line: line.number, result: line.refusal };
    const parsed = parseConversation(line.value);
    if (parsed.status === 'refused') return { line: line.number, result: parsed };
    try {
      const { id, transcript, redactions } = await deidentify(parsed.conversation, deidentification);
      const { classification, keyphrases, summary, provenance } = await analysis.analyse(transcript);
      const output = {
        id,
        language: transcript.language,
        messages: transcript.messages,
        redactions: redactions.map(toRedaction),
        labels: (allScores ? classification.scores : classification.labels).map(rounded),
        keyphrases: keyphrases.keyphrases.map(({ text, evidence, inTaxonomy }) => ({
          text,
          evidence,
          inTaxonomy,
        })),
        summary: summary.text,
        needsReview: classification.needsReview,
        provenance,
      };
      return { line: line.number, result: { status: 'analysed', output } };
    } catch (error) {
      // Every line would fail alike.
      if (error instanceof PresidioError) throw error;
      const reason = error instanceof Error ? error.name : 'unknown error';
      return { line: line.number, result: { status: 'failed', reason } };
    }
  };
}

/** Scores to four places: more would claim a precision that they lack. */
function rounded({ id, score, evidence }: LabelScore): LabelScore {
  return { id, score: Math.round(score * 10_000) / 10_000, evidence };
}
