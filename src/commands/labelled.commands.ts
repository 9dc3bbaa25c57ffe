import { ClassificationModule } from '../classification/classification.module.js';
import { TrainingService } from '../classification/training/training.service.js';
import { DeidentificationModule } from '../deidentification/deidentification.module.js';
import { DeidentificationService } from '../deidentification/deidentification.service.js';
import { withModules } from './application.js';
import { processSettings } from './process.settings.js';
import { ExitStatus } from './exit.status.js';
import { LabelledLines } from './labelled.lines.js';
import { note, print } from './terminal.js';

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
