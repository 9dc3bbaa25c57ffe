/**
 * `npm run bench:pruning`: what pruning saves of long conversations, and what it costs. The conversations are those of
 * `long.chats.ts`, de-identified. **The local engine stands for the model**: it classifies and writes keyphrases once
 * from the whole transcript and once from what a model would be shown. The two baselines cut the same conversation to
 * the same size: to its two ends, or to every so-manieth message.
 */
import { LocalClassifier } from '../src/classification/local.classifier.js';
import { withModules } from '../src/commands/application.js';
import { processSettings } from '../src/commands/process.settings.js';
import type { IncomingConversation } from '../src/conversations/conversation.schema.js';
import type { Message, Transcript } from '../src/conversations/conversation.types.js';
import { deidentify } from '../src/conversations/deidentified.conversation.js';
import { DeidentificationModule } from '../src/deidentification/deidentification.module.js';
import { DeidentificationService } from '../src/deidentification/deidentification.service.js';
import { LocalGenerator } from '../src/keyphrases/local.generator.js';
import { TranscriptPruner } from '../src/llm/pruning/transcript.pruner.js';
import { sizeOf } from '../src/llm/windows.js';
import { AnalysisModule } from '../src/pipeline/analysis.module.js';
import { TaxonomyService } from '../src/taxonomy/taxonomy.service.js';
import { samples } from './conversations.js';
import { longChats } from './long.chats.js';

const LENGTHS = [50, 100, 200, 400, 800];
const CHATS = Number(process.argv[2] ?? 20);
/** The constants of `src/llm/pruning` were chosen on chats numbered from 1,000 on. */
const FIRST = Number(process.argv[3] ?? 0);
/** English of JSON takes about one token for so many characters. */
const CHARACTERS_A_TOKEN = 4;

/** What an engine says of a conversation, as far as it is compared. */
interface Said {
  phrases: ReadonlySet<string>;
  risk: ReadonlySet<string>;
}

/** Sums over the conversations of one row. */
interface Row {
  whole: number;
  shown: number;
  milliseconds: number;
  /** Of the phrases of either, those in both: shared, and of how many. */
  phrases: Record<'pruned' | 'ends' | 'evenly', { same: number; of: number }>;
  risk: { kept: number; of: number };
}

await withModules(
  processSettings({ LOG_LEVEL: 'error', ENGINE: 'local' }),
  [DeidentificationModule, AnalysisModule],
  async (app) => {
    const deidentification = app.get(DeidentificationService);
    const pruner = app.get(TranscriptPruner, { strict: false });
    const classifier = app.get(LocalClassifier, { strict: false });
    const generator = app.get(LocalGenerator, { strict: false });
    const taxonomy = app.get(TaxonomyService, { strict: false });

    const read = async (transcript: Transcript): Promise<Said> => {
      const classification = await classifier.classify(transcript);
      const { keyphrases } = await generator.generate(transcript, classification);
      const risk = classification.labels.filter(({ id }) => taxonomy.byId(id)?.risk);
      return {
        phrases: new Set(keyphrases.map(({ canonical }) => canonical)),
        risk: new Set(risk.map(({ id }) => id)),
      };
    };

    const measure = async (chats: readonly IncomingConversation[]): Promise<Row> => {
      const none = () => ({ same: 0, of: 0 });
      const row: Row = {
        whole: 0,
        shown: 0,
        milliseconds: 0,
        phrases: { pruned: none(), ends: none(), evenly: none() },
        risk: { kept: 0, of: 0 },
      };
      for (const chat of chats) {
        const { transcript } = await deidentify(chat, deidentification);
        const whole = await read(transcript);
        const began = performance.now();
        const { messages } = await pruner.prune(transcript);
        row.milliseconds += performance.now() - began;
        row.whole += charactersOf(transcript.messages);
        row.shown += charactersOf(messages);
        const most = sizeOf(messages);
        const cuts = {
          pruned: messages,
          ends: ends(transcript.messages, most),
          evenly: evenly(transcript.messages, most),
        };
        for (const [name, cut] of Object.entries(cuts) as [keyof typeof cuts, readonly Message[]][]) {
          const said = await read({ ...transcript, messages: cut });
          row.phrases[name].same += shared(whole.phrases, said.phrases);
          row.phrases[name].of += Math.max(whole.phrases.size, said.phrases.size);
          if (name !== 'pruned') continue;
          row.risk.kept += shared(whole.risk, said.risk);
          row.risk.of += whole.risk.size;
        }
      }
      return row;
    };

    print(['', 'chats', 'tokens', 'shown', 'saved', 'same', 'ends', 'evenly', 'risk labels', 'ms']);
    for (const kind of ['wandering', 'joined'] as const)
      for (const length of LENGTHS)
        report(`${kind}, ${length}`, CHATS, await measure(longChats(kind, length, CHATS, FIRST)));
    const told = samples().filter(({ messages }) => messages.length >= 200);
    report('written so, 200', told.length, await measure(told));
  },
);

function report(name: string, chats: number, { whole, shown, phrases, risk, milliseconds }: Row): void {
  const tokens = (characters: number) => String(Math.round(characters / chats / CHARACTERS_A_TOKEN));
  const { pruned, ends, evenly } = phrases;
  print([
    name,
    String(chats),
    tokens(whole),
    tokens(shown),
    share(whole - shown, whole),
    ...[pruned, ends, evenly].map(({ same, of }) => share(same, of)),
    `${risk.kept} of ${risk.of}`,
    (milliseconds / chats).toFixed(0),
  ]);
}

function print(cells: readonly string[]): void {
  const [name = '', ...figures] = cells;
  process.stdout.write(`${name.padEnd(18)}${figures.map((cell) => cell.padStart(13)).join('')}\n`);
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(3);
}

function charactersOf(messages: readonly Message[]): number {
  return JSON.stringify(messages.map(({ position, from, text }) => ({ n: position, from, text }))).length;
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((each) => b.has(each)).length;
}

/** The beginning and the end of a conversation, of the same size. */
function ends(messages: readonly Message[], most: number): Message[] {
  const kept = new Set<Message>();
  let room = most;
  for (let turn = 0; turn < messages.length; turn++) {
    const message = turn % 2 ? messages[messages.length - 1 - (turn >> 1)]! : messages[turn >> 1]!;
    room -= sizeOf([message]);
    if (room < 0) break;
    kept.add(message);
  }
  return messages.filter((message) => kept.has(message));
}

/** Messages at even distances over the whole conversation. */
function evenly(messages: readonly Message[], most: number): Message[] {
  const share = most / sizeOf(messages);
  return messages.filter((_, index) => Math.floor((index + 1) * share) > Math.floor(index * share));
}
