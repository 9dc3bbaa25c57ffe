import { ClassificationModule } from '../classification/classification.module.js';
import { EvaluationService } from '../classification/evaluation/evaluation.service.js';
import { evaluationTable } from '../classification/evaluation/table.js';
import { DeidentificationModule } from '../deidentification/deidentification.module.js';
import { DeidentificationService } from '../deidentification/deidentification.service.js';
import { withModules } from './application.js';
import { processSettings } from './process.settings.js';
import { ExitStatus } from './exit.status.js';
import { LabelledLines } from './labelled.lines.js';
import { print } from './terminal.js';

/** `keyline evaluate FILE`: compares the classifier's labels with those of people. */
export async function evaluateLabels(
  file: string,
  { json = false }: { json?: boolean },
): Promise<ExitStatus> {
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
