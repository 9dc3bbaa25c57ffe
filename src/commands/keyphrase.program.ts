import type { Command } from 'commander';
import { wholeNumber } from './option.values.js';
import { run } from './run.js';

/** Adds `keyline vocabulary …`. */
export function addVocabularyCommands(program: Command): void {
  const vocabulary = program.command('vocabulary').description('look after the meanings of keyphrases');
  const commands = () => import('./vocabulary.commands.js');
  vocabulary
    .command('list')
    .description('show the meanings that enough texters brought, with their wordings')
    .option('--like <words>', 'only those with these words in them')
    .option('--json', 'print JSON')
    .action(
      run(async (options: { like?: string; json?: boolean }) => (await commands()).listVocabulary(options)),
    );
  vocabulary
    .command('merge <phrase> <into>')
    .description('count and find a phrase, with all that is merged into it, under the meaning of another')
    .action(run(async (phrase: string, into: string) => (await commands()).mergeMeanings(phrase, into)));
  vocabulary
    .command('split <phrase>')
    .description('make a wording a meaning of its own, with all that is merged into it')
    .action(run(async (phrase: string) => (await commands()).splitMeaning(phrase)));
  vocabulary
    .command('undo')
    .argument('<change>', 'its number in the history', wholeNumber(1, 2_147_483_647))
    .description('take a merge or split back')
    .action(run(async (change: number) => (await commands()).undoChange(change)));
  vocabulary
    .command('history')
    .description('show what people merged and split')
    .option('--json', 'print JSON')
    .action(run(async (options: { json?: boolean }) => (await commands()).vocabularyHistory(options)));
}

/** Adds `keyline export …`. */
export function addExportCommands(program: Command): void {
  program
    .command('export')
    .description('write what was collected, de-identified, for other tools')
    .command('preferences')
    .description('what responders preferred to the phrases of an engine, a JSON line a pair, as for DPO')
    .action(run(async () => (await import('./export.preferences.command.js')).exportPreferences()));
}

/** Adds `keyline evaluate keyphrases`. */
export function addKeyphraseEvaluation(evaluate: Command): void {
  evaluate
    .command('keyphrases <file>')
    .description(
      'tell whether the engine lacks the goldKeyphrases of conversations, or only ranks them badly',
    )
    .option('--samples <k>', 'how many answers about each conversation', wholeNumber(1, 100), 5)
    .option('--json', 'print JSON')
    .action(
      run(async (file: string, options: { samples: number; json?: boolean }) =>
        (await import('./evaluate.keyphrases.command.js')).evaluateKeyphrases(file, options),
      ),
    );
}
