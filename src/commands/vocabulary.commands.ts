import { DatabaseModule } from '../database/database.module.js';
import {
  type VocabularyChange,
  VocabularyCuration,
  VocabularyError,
} from '../keyphrases/vocabulary.curation.js';
import { type ToldMeaning, VocabularyList } from '../keyphrases/vocabulary.list.js';
import { VocabularyModule } from '../keyphrases/vocabulary.module.js';
import { withModules } from './application.js';
import { ExitStatus, UsageError } from './exit.status.js';
import { processSettings } from './process.settings.js';
import { note, print } from './terminal.js';

/** `keyline vocabulary list`: the meanings that enough texters brought, with their wordings. */
export async function listVocabulary({ like, json = false }: { like?: string; json?: boolean }) {
  const settings = processSettings();
  return withModules(settings, [DatabaseModule, VocabularyModule], async (application) => {
    const meanings = await application.get(VocabularyList).meanings(like);
    if (json) await print(JSON.stringify(meanings));
    else for (const meaning of meanings) await print(meaningText(meaning));
    const steps = settings.MIN_GROUP_SIZE;
    note(
      `Counts are of distinct texters, in steps of ${steps}; phrases of fewer than ${steps} are not listed.`,
    );
    return ExitStatus.ok;
  });
}

/** `keyline vocabulary merge PHRASE INTO`: makes one meaning of two. */
export function mergeMeanings(phrase: string, into: string): Promise<ExitStatus> {
  return curate(async (curation) => {
    const change = await curation.merge(phrase, into);
    return `"${phrase}" means "${into}" now: change ${change}`;
  });
}

/** `keyline vocabulary split PHRASE`: makes a wording a meaning of its own. */
export function splitMeaning(phrase: string): Promise<ExitStatus> {
  return curate(async (curation) => {
    const change = await curation.split(phrase);
    return `"${phrase}" is a meaning of its own now: change ${change}`;
  });
}

/** `keyline vocabulary undo CHANGE`: takes a merge or split back. */
export function undoChange(change: number): Promise<ExitStatus> {
  return curate(async (curation) => {
    await curation.undo(change);
    return `Change ${change} is undone.`;
  });
}

/** `keyline vocabulary history`: merges and splits, the latest first. */
export async function vocabularyHistory({ json = false }: { json?: boolean }): Promise<ExitStatus> {
  return withModules(processSettings(), [DatabaseModule, VocabularyModule], async (application) => {
    const changes = await application.get(VocabularyCuration).history();
    if (json) await print(JSON.stringify(changes));
    else for (const change of changes) await print(changeText(change));
    if (changes.length === 0) note('Nobody has merged or split a phrase.');
    return ExitStatus.ok;
  });
}

function curate(work: (curation: VocabularyCuration) => Promise<string>): Promise<ExitStatus> {
  return withModules(processSettings(), [DatabaseModule, VocabularyModule], async (application) => {
    try {
      note(await work(application.get(VocabularyCuration)));
    } catch (error) {
      throw error instanceof VocabularyError ? new UsageError(error.message) : error;
    }
    return ExitStatus.ok;
  });
}

function meaningText({ phrase, texters, risk, inTaxonomy, wordings }: ToldMeaning): string {
  const marks = [...(risk ? ['risk'] : []), ...(inTaxonomy ? [] : ['outside the taxonomy'])];
  return [
    `${count(texters)} ${phrase}${marks.length > 0 ? `  (${marks.join(', ')})` : ''}`,
    ...wordings.map(
      (wording) =>
        `${count(wording.texters)}   ${wording.phrase}${wording.byRule ? '' : '  (merged by a person)'}`,
    ),
  ].join('\n');
}

const count = (texters: number) => `${String(texters).padStart(5)}+`;

function changeText({ id, kind, wording, before, after, madeAt, undoneAt }: VocabularyChange): string {
  const what =
    kind === 'merge' ? `merged "${wording}" into "${after}"` : `split "${wording}" from "${before}"`;
  const undone = undoneAt ? `, undone ${undoneAt.toISOString()}` : '';
  return `${String(id).padStart(5)}  ${madeAt.toISOString()}  ${what}${undone}`;
}
