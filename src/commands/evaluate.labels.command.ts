import { statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ClassificationModule } from '../classification/classification.module.js';
import { EvaluationService } from '../classification/evaluation/evaluation.service.js';
import type { Grouping } from '../classification/evaluation/records.js';
import { evaluationTable } from '../classification/evaluation/table.js';
import { DeidentificationModule } from '../deidentification/deidentification.module.js';
import { DeidentificationService } from '../deidentification/deidentification.service.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { ledgerModules, withModules } from './application.js';
import { processSettings } from './process.settings.js';
import { ExitStatus, UsageError } from './exit.status.js';
import { LabelledLines } from './labelled.lines.js';
import { counter, note, print } from './terminal.js';

export interface EvaluateLabelsOptions {
  json?: boolean;
  /** Where the page goes. */
  html?: string;
  by?: Grouping[];
  resamples?: number;
}

/**
 * `keyline evaluate labels FILE`: compares the classifier's labels with those of people.
 * @throws UsageError where the page's folder does not exist
 */
export async function evaluateLabels(
  file: string,
  { json = false, html, by, resamples }: EvaluateLabelsOptions,
): Promise<ExitStatus> {
  if (html !== undefined) checkPlace(html);
  const lines = new LabelledLines(file);
  const settings = processSettings();
  const minGroup = settings.MIN_GROUP_SIZE;
  const modules = [...(await ledgerModules(settings)), DeidentificationModule, ClassificationModule];
  return withModules(settings, modules, async (application) => {
    const conversations = lines.read(application.get(DeidentificationService));
    const progress = counter('Classified');
    const evaluation = await application
      .get(EvaluationService)
      .evaluateLabels(conversations, { by, resamples, minGroup, onProgress: progress.update })
      .finally(progress.stop);
    if (html !== undefined) {
      // The charts' library takes half a second to load.
      const { evaluationPage } = await import('../classification/evaluation/page.js');
      await writeFile(html, evaluationPage(evaluation, application.get(TaxonomyService), minGroup));
    }
    await print(json ? JSON.stringify(evaluation) : evaluationTable(evaluation));
    if (evaluation.judged === 0) note(`${file}: no conversations with gold labels in it`);
    return lines.refused > 0 ? ExitStatus.someRefused : ExitStatus.ok;
  });
}

/** Found out before hours of work. */
function checkPlace(path: string): void {
  if (!statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`--html ${path}: its folder does not exist`);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`--html ${path}: expected a file, and this is a directory`);
}
