import { z } from 'zod';
import { ClassificationModule } from '../classification/classification.module.js';
import { EvaluationService } from '../classification/evaluation/evaluation.service.js';
import { evaluationTable } from '../classification/evaluation/table.js';
import type { LabelledConversation } from '../classification/labelled.types.js';
import { TrainingService } from '../classification/training/training.service.js';
import { parseConversation } from '../conversations/conversation.schema.js';
import { deidentify } from '../conversations/deidentified.conversation.js';
import { DeidentificationModule } from '../deidentification/deidentification.module.js';
import { DeidentificationService } from '../deidentification/deidentification.service.js';
import { withModules } from './application.js';
import { processSettings } from './process.settings.js';
import { ExitStatus } from './exit.status.js';
import { linesOf, note, noteRefusal, print } from './terminal.js';

const labelIds = z.array(z.string()).nullish();
const goldSchema = z.object({ gold: labelIds, labels: labelIds });

/** `keyline train FILE`: learns from conversation lines with `gold` or `labels`, a list of label ids. */
export async function train(file: string): Promise<ExitStatus> {
  const lines = new LabelledLines(file);
  return withModules(
    processSettings(),
    [DeidentificationModule, ClassificationModule],
    async (application) => {
      const conversations = lines.read(application.get(DeidentificationService));
      const { labels, ...head } = await application.get(TrainingService).train(conversations);
      await print(JSON.stringify({ ...head, trained: Object.keys(labels) }, null, 2));
      note('The head is stored in the data directory and used from the next start on.');
      return lines.refused > 0 ? ExitStatus.someRefused : ExitStatus.ok;
    },
  );
}

/** `keyline evaluate FILE`: compares the classifier's labels with those of people. */
export async function evaluate(file: string, { json = false }: { json?: boolean }): Promise<ExitStatus> {
  const lines = new LabelledLines(file);
  return withModules(
    processSettings(),
    [DeidentificationModule, ClassificationModule],
    async (application) => {
      const conversations = lines.read(application.get(DeidentificationService));
      const evaluation = await application.get(EvaluationService).evaluateLabels(conversations);
      await print(json ? JSON.stringify(evaluation) : evaluationTable(evaluation));
      return lines.refused > 0 ? ExitStatus.someRefused : ExitStatus.ok;
    },
  );
}

/** A file of conversations that people have labelled, de-identified on the way. */
class LabelledLines {
  refused = 0;
  private readonly lines;

  constructor(file: string) {
    this.lines = linesOf(file);
  }

  async *read(deidentification: DeidentificationService): AsyncGenerator<LabelledConversation> {
    for await (const line of this.lines) {
      const parsed = 'refusal' in line ? line.refusal : parseConversation(line.value);
      if (parsed.status === 'refused') {
        this.refuse(line.number, parsed);
        continue;
      }
      const labels = goldSchema.safeParse('value' in line ? line.value : null);
      if (!labels.success) {
        const reason = 'expected a list of label ids, or null';
        const { id } = parsed.conversation;
        this.refuse(line.number, { status: 'refused', id, code: 'invalid', field: 'gold or labels', reason });
        continue;
      }
      const { id, transcript } = await deidentify(parsed.conversation, deidentification);
      const gold = labels.data.gold ?? labels.data.labels ?? null;
      yield { transcript, gold, texter: parsed.conversation.texterId ?? id };
    }
  }

  private refuse(...refusal: Parameters<typeof noteRefusal>): void {
    this.refused += 1;
    noteRefusal(...refusal);
  }
}
