import { inParallel } from '../classification/parallel.js';
import { parseConversation, type Refusal } from '../conversations/conversation.schema.js';
import { deidentify } from '../conversations/deidentified.conversation.js';
import type { JsonLine } from '../conversations/json.lines.js';
import { DeidentificationModule } from '../deidentification/deidentification.module.js';
import { DeidentificationService } from '../deidentification/deidentification.service.js';
import { budgetOf } from '../llm/ledger/budget.js';
import { type Counted, CountingClient } from '../llm/counting.client.js';
import type { Budget } from '../llm/ledger/ledger.types.js';
import { insteadOfModel } from '../llm/llm.module.js';
import { costOf } from '../llm/ledger/tokens.js';
import { AnalysisModule } from '../pipeline/analysis.module.js';
import { AnalysisService } from '../pipeline/analysis.service.js';
import { withModules } from './application.js';
import { columns } from './columns.js';
import { ExitStatus } from './exit.status.js';
import { processSettings } from './process.settings.js';
import { counter, linesOf, note, noteRefusal, print } from './terminal.js';

/** Conversations in work at once: enough to keep both embedding threads busy. */
const AT_ONCE = 8;

/**
 * `keyline estimate FILE`: what an analysis by the model would take, in tokens and money. The conversations go through
 * the analysis as it is, in memory, with a client that counts in place of the model; nobody is asked, nothing stored.
 */
export async function estimate(file: string, { json = false }: { json?: boolean }): Promise<ExitStatus> {
  const lines = linesOf(file);
  const { LLM_BASE_URL = 'http://nobody.invalid', LLM_MODEL = 'any' } = processSettings();
  // The engines say of each conversation that the model wrote nothing: that is no news here.
  const settings = processSettings({ ENGINE: 'llm', LLM_BASE_URL, LLM_MODEL, LOG_LEVEL: 'error' });
  const client = new CountingClient();
  const modules = [insteadOfModel(client), DeidentificationModule, AnalysisModule];
  return withModules(settings, modules, async (application) => {
    const deidentification = application.get(DeidentificationService);
    const analysis = application.get(AnalysisService);
    const count = async (line: JsonLine): Promise<{ line: number; refusal: Refusal | null }> => {
      const parsed = 'refusal' in line ? line.refusal : parseConversation(line.value);
      if (parsed.status === 'refused') return { line: line.number, refusal: parsed };
      const { transcript } = await deidentify(parsed.conversation, deidentification);
      await analysis.analyse(transcript);
      return { line: line.number, refusal: null };
    };
    const progress = counter('Counted');
    let [conversations, refused] = [0, 0];
    for await (const { line, refusal } of inParallel(lines, AT_ONCE, count)) {
      if (refusal) {
        refused += 1;
        noteRefusal(line, refusal);
      } else progress.update((conversations += 1));
    }
    progress.stop();
    const totals = total([...client.counted.values()]);
    const budget = budgetOf(settings);
    await print(
      json
        ? JSON.stringify(asJson(conversations, client, totals, budget))
        : table(conversations, client, totals, budget),
    );
    note(
      'An estimate, by characters a token: without retries, repairs and what a model thinks aloud; see docs/operations.md.',
    );
    if (!budget.prices)
      note('LLM_INPUT_PRICE and LLM_OUTPUT_PRICE, per million tokens, would say what it costs.');
    return refused > 0 ? ExitStatus.someRefused : ExitStatus.ok;
  });
}

function total(parts: readonly Counted[]): Counted {
  const sum = (of: (part: Counted) => number) => parts.reduce((all, part) => all + of(part), 0);
  return {
    requests: sum(({ requests }) => requests),
    tokens: {
      prompt: sum(({ tokens }) => tokens.prompt),
      completion: sum(({ tokens }) => tokens.completion),
    },
  };
}

/** How many days the budget spreads it over; null where there is none, or none that could ever hold it. */
function daysOf({ tokens }: Counted, budget: Budget): number | null {
  const cost = costOf(tokens, budget.prices) ?? 0;
  const days = Math.max(
    budget.tokens === null ? 0 : (tokens.prompt + tokens.completion) / budget.tokens,
    budget.cost === null ? 0 : cost / budget.cost,
  );
  return days > 0 && Number.isFinite(days) ? Math.ceil(days) : null;
}

function asJson(conversations: number, { counted }: CountingClient, all: Counted, budget: Budget) {
  const priced = ({ requests, tokens }: Counted) => ({
    requests,
    ...tokens,
    cost: costOf(tokens, budget.prices),
  });
  const prompts = Object.fromEntries([...counted].map(([prompt, part]) => [prompt, priced(part)]));
  return { conversations, ...priced(all), days: daysOf(all, budget), prompts };
}

function table(conversations: number, { counted }: CountingClient, all: Counted, budget: Budget): string {
  const row = (name: string, { requests, tokens }: Counted) => [
    name,
    String(requests),
    String(tokens.prompt),
    String(tokens.completion),
    costOf(tokens, budget.prices)?.toFixed(2) ?? '',
  ];
  const days = daysOf(all, budget);
  return [
    `${conversations} conversations`,
    columns(
      [
        ['prompt', 'requests', 'read', 'written', 'cost'],
        ...[...counted].map(([prompt, part]) => row(prompt, part)),
        row('all', all),
      ],
      1,
    ),
    ...(days === null ? [] : [`The budget of a day spreads it over ${days} ${days === 1 ? 'day' : 'days'}.`]),
  ].join('\n');
}
