import { DatabaseModule } from '../database/database.module.js';
import { StalenessModule } from '../staleness/staleness.module.js';
import { StalenessService } from '../staleness/staleness.service.js';
import { type TouchCounts, TouchTally } from '../staleness/touch.tally.js';
import { diffTaxonomies } from '../taxonomy/taxonomy.diff.js';
import { loadTaxonomy } from '../taxonomy/taxonomy.loader.js';
import type { Taxonomy } from '../taxonomy/taxonomy.types.js';
import { withModules } from './application.js';
import { ExitStatus } from './exit.status.js';
import { processSettings } from './process.settings.js';
import { diffText } from './taxonomy.text.js';
import { note, print } from './terminal.js';

export interface DiffOptions {
  json?: boolean;
  /** Prints the ids of the conversations that are touched. */
  ids?: boolean;
  /** False: the files alone are compared, and no database is opened. */
  conversations: boolean;
}

/**
 * `keyline taxonomy diff OLD NEW`: what changed, whether the version says so, and which stored conversations the new
 * one touches. Fails where the version is not raised as the changes demand.
 */
export async function taxonomyDiff(
  old: string,
  now: string,
  { json = false, ids = false, conversations }: DiffOptions,
): Promise<ExitStatus> {
  const [before, after] = await Promise.all([loadTaxonomy(old), loadTaxonomy(now)]);
  const diff = diffTaxonomies(before, after);
  const listed: string[] = [];
  const list = async (id: string) => {
    if (ids && json) listed.push(id);
    else if (ids) await print(id);
  };
  const touched = conversations ? await touchedBy(after, list) : null;
  if (json) await print(JSON.stringify({ ...diff, conversations: touched, ...(ids ? { ids: listed } : {}) }));
  else if (!ids) await print(diffText(diff, touched));
  const { enough, to, demanded, lowest } = diff.version;
  if (enough) return ExitStatus.ok;
  note(`${now}: version ${to} is too low for a ${demanded} change: raise it to ${lowest} or higher`);
  return ExitStatus.failed;
}

async function touchedBy(taxonomy: Taxonomy, list: (id: string) => Promise<void>): Promise<TouchCounts> {
  const settings = processSettings();
  return withModules(settings, [DatabaseModule, StalenessModule], async (application) => {
    const staleness = application.get(StalenessService);
    const tally = new TouchTally();
    for await (const verdicts of staleness.examine(taxonomy, null))
      for (const verdict of verdicts) {
        tally.add(verdict);
        if (verdict.reasons.length > 0) await list(verdict.result.id);
      }
    const { analysed } = await staleness.counts(taxonomy, null);
    const order = taxonomy.labels.map(({ id }) => id);
    return tally.counts(analysed, settings.MIN_GROUP_SIZE, order);
  });
}
