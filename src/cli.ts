#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander';
import type { EvaluateLabelsOptions } from './commands/evaluate.labels.command.js';
import { ExitStatus } from './commands/exit.status.js';
import {
  addExportCommands,
  addKeyphraseEvaluation,
  addVocabularyCommands,
} from './commands/keyphrase.program.js';
import { groupings, wholeNumber } from './commands/option.values.js';
import { run } from './commands/run.js';
import type { TrainOptions } from './commands/train.command.js';

const program = new Command('keyline')
  .description('Crisis-line conversation analytics: de-identify, classify, find keyphrases, search.')
  .exitOverride()
  .enablePositionalOptions()
  .configureHelp({ showGlobalOptions: true });

const engine = new Option('--engine <engine>', 'which engine analyses').choices(['local', 'llm']);

program
  .command('serve')
  .description('run the HTTP server, and a worker in the same process')
  .option('--no-samples', 'do not load the sample conversations on the first start')
  .action(
    run(async (options: { samples: boolean }) =>
      (await import('./commands/serve.command.js')).serveCommand(options),
    ),
  );

program
  .command('worker')
  .description('run a worker process of its own (needs DATABASE_URL and REDIS_URL)')
  .action(run(async () => (await import('./server.js')).work()));

program
  .command('import <file>')
  .description('store and analyse conversations, JSON Lines; - is standard input')
  .option('--no-wait', 'return when they are stored')
  .action(
    run(async (file: string, options: { wait: boolean }) =>
      (await import('./commands/import.command.js')).importFile(file, options),
    ),
  );

program
  .command('analyze <file>')
  .description('analyse conversations in memory and print the result; nothing is stored')
  .option('--all-scores', 'print the scores of all labels, not only of those that hold')
  .addOption(engine)
  .action(
    run(async (file: string, options: { allScores?: boolean; engine?: string }) =>
      (await import('./commands/analyze.command.js')).analyze(file, options),
    ),
  );

program
  .command('estimate <file>')
  .description('say how many tokens the model would take to analyse conversations, and what they cost')
  .option('--json', 'print JSON')
  .action(
    run(async (file: string, options: { json?: boolean }) =>
      (await import('./commands/estimate.command.js')).estimate(file, options),
    ),
  );

program
  .command('ledger')
  .description('show what the model was asked, how it went and what it cost, without any content')
  .addOption(
    new Option('--days <n>', 'how many days, today included').argParser(wholeNumber(1, 90)).default(7),
  )
  .option('--json', 'print JSON')
  .action(
    run(async (options: { days: number; json?: boolean }) =>
      (await import('./commands/ledger.command.js')).ledger(options),
    ),
  );

program
  .command('deidentify <file>')
  .description('remove what identifies people, from conversations or {"id","text"} lines')
  .option('--explain', 'say of each finding why it was removed, without its value')
  .action(
    run(async (file: string, options: { explain?: boolean }) =>
      (await import('./commands/deidentify.command.js')).deidentify(file, options),
    ),
  );

program
  .command('search <topic>')
  .description('find conversations about a topic')
  .option('--limit <n>', 'how many', '10')
  .option('--json', 'print JSON')
  .action(
    run(async (topic: string, options: { limit: string; json?: boolean }) =>
      (await import('./commands/topic.commands.js')).search(topic, options),
    ),
  );

program
  .command('themes')
  .description('show what texters bring that the taxonomy lacks')
  .option('--json', 'print JSON')
  .option('--propose <name>', 'print a theme as an entry of a label file, to review')
  .action(
    run(async (options: { json?: boolean; propose?: string }) =>
      (await import('./commands/topic.commands.js')).themes(options),
    ),
  );

program
  .command('report')
  .description('print the taxonomy report')
  .option('--date <date>', 'the last day of the week reported, YYYY-MM-DD (default: the newest conversation)')
  .addOption(new Option('--format <format>', 'how').choices(['html', 'json', 'csv']).default('json'))
  .action(
    run(async (options: { date?: string; format: 'html' | 'json' | 'csv' }) =>
      (await import('./commands/report.command.js')).report(options),
    ),
  );

program
  .command('train <file>')
  .description(
    "train the local classifier on an organisation's own labels; the same command goes on after a stop",
  )
  .option('--map <file>', 'YAML: what legacy tags mean, each a list of label ids')
  .option('--risk-recall <share>', 'which share of conversations with a risk label to find', '0.95')
  .addOption(
    new Option('--fair-by <question>', 'treat the groups of a survey question fairly').choices([
      'ageGroup',
      'genderIdentity',
      'ethnicity',
    ]),
  )
  .option('--alpha <share>', 'with --fair-by: 0 for the average risk to 1 for the worst group (default: 0.5)')
  .option('--beta <number>', 'with --fair-by: how strongly a group that falls behind weighs (default: 1)')
  .option('--seed <number>', 'settles the split of texters and the order of learning')
  .option('--fresh', 'throw away what a stopped training has left, and begin anew')
  .option('--json', 'print JSON')
  .action(
    run(async (file: string, options: TrainOptions) =>
      (await import('./commands/train.command.js')).train(file, options),
    ),
  );

/** `keyline evaluate FILE` is the short form of `keyline evaluate labels FILE`. */
const measuringLabels = (command: Command) =>
  command
    .argument('<file>')
    .description('measure the classifier against labelled conversations')
    .option('--json', 'print JSON')
    .option('--html <page>', 'write a page with pictures to this file, too')
    .addOption(
      new Option(
        '--by <group>',
        'tell figures by this survey answer, too: ageGroup, genderIdentity or ethnicity',
      )
        .argParser(groupings)
        .default([]),
    )
    .addOption(
      new Option('--resamples <n>', 'how often texters are drawn anew for the intervals')
        .argParser(wholeNumber(100, 100_000))
        .default(1000),
    )
    .action(
      run(async (file: string, options: EvaluateLabelsOptions) =>
        (await import('./commands/evaluate.labels.command.js')).evaluateLabels(file, options),
      ),
    );

const evaluate = measuringLabels(program.command('evaluate'));
measuringLabels(evaluate.command('labels'));
addKeyphraseEvaluation(evaluate);

evaluate
  .command('deidentification <file>')
  .description('measure de-identification against texts with marked spans')
  .option('--json', 'print JSON')
  .option('--lower', 'put all texts in lower case first')
  .option('--show', 'print what leaked and what was wrongly removed, to a terminal only')
  .action(
    run(async (file: string, options: { json?: boolean; lower?: boolean; show?: boolean }) =>
      (await import('./commands/evaluate.deidentification.command.js')).evaluateDeidentification(
        file,
        options,
      ),
    ),
  );

program
  .command('reindex')
  .description('analyse every stored conversation anew')
  .option('--stale', 'only those whose result the present taxonomy or engine touches')
  .action(
    run(async (options: { stale?: boolean }) =>
      (await import('./commands/reindex.command.js')).reindex(options),
    ),
  );

program
  .command('backfill')
  .description(
    "have the model's results for stored conversations made by its Batch API; goes on after a stop",
  )
  .addOption(new Option('--limit <n>', 'conversations to submit at most').argParser(wholeNumber(1, 1e9)))
  .option('--no-wait', 'collect what is done, submit what is due, and return')
  .action(
    run(async (options: { wait: boolean; limit?: number }) =>
      (await import('./commands/backfill.command.js')).backfill(options),
    ),
  );

program
  .command('taxonomy')
  .description('look after the taxonomy')
  .command('diff <old> <new>')
  .description('compare two folders: what changed, and which stored conversations the new one touches')
  .option('--json', 'print JSON')
  .option('--ids', 'print the ids of the conversations that are touched')
  .option('--no-conversations', 'compare the files alone')
  .action(
    run(
      async (old: string, now: string, options: { json?: boolean; ids?: boolean; conversations: boolean }) =>
        (await import('./commands/taxonomy.command.js')).taxonomyDiff(old, now, options),
    ),
  );

addVocabularyCommands(program);
addExportCommands(program);

program
  .command('migrate')
  .description('bring the database schema up to date')
  .action(run(async () => (await import('./commands/upkeep.commands.js')).migrate()));

const key = program.command('key').description('make and take back access keys');
key
  .command('create')
  .description('make a key; it is shown once')
  .requiredOption('--role <role>', 'ingest, responder, analyst or admin')
  .option('--name <name>', 'whose it is', 'unnamed')
  .action(
    run(async (options: { role: string; name: string }) =>
      (await import('./commands/upkeep.commands.js')).createKey(options),
    ),
  );
key
  .command('revoke')
  .description('take back every key of a name')
  .requiredOption('--name <name>', 'whose')
  .action(
    run(async (options: { name: string }) =>
      (await import('./commands/upkeep.commands.js')).revokeKey(options),
    ),
  );

try {
  await program.parseAsync();
} catch (error) {
  // Commander has said what is wrong by then; help and version come this way too, with status 0.
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? ExitStatus.ok : ExitStatus.usage;
}
