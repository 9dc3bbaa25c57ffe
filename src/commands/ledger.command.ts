import { DataSource } from 'typeorm';
import { DatabaseModule } from '../database/database.module.js';
import { budgetOf } from '../llm/ledger/budget.js';
import { readCalls, readToday, type LedgerRow } from '../llm/ledger/ledger.reading.js';
import type { Budget } from '../llm/ledger/ledger.types.js';
import type { LlmUsage } from '../llm/llm.types.js';
import { costOf } from '../llm/ledger/tokens.js';
import { withModules } from './application.js';
import { columns } from './columns.js';
import { ExitStatus } from './exit.status.js';
import { processSettings } from './process.settings.js';
import { note, print } from './terminal.js';

/** `keyline ledger`: what the model was asked in the last days, how it went and what it cost. */
export async function ledger({ days, json = false }: { days: number; json?: boolean }): Promise<ExitStatus> {
  const settings = processSettings();
  const budget = budgetOf(settings);
  return withModules(settings, [DatabaseModule], async (application) => {
    const database = application.get(DataSource);
    const [calls, today] = [await readCalls(database, days), await readToday(database)];
    const priced = calls.map((row) => ({
      ...row,
      cost: costOf({ prompt: row.promptTokens, completion: row.completionTokens }, budget.prices),
    }));
    if (json) {
      const { tokens: dailyTokens, cost: dailyCost } = budget;
      const used = { ...today, cost: costOf(today, budget.prices) };
      await print(JSON.stringify({ today: { ...used, dailyTokens, dailyCost }, calls: priced }));
      return ExitStatus.ok;
    }
    if (calls.length > 0) await print(table(priced));
    else note('The model was not asked.');
    note(todayText(today, budget));
    return ExitStatus.ok;
  });
}

function table(rows: readonly (LedgerRow & { cost: number | null })[]): string {
  const head = ['day', 'prompt', 'model', 'outcome', 'calls', 'read', 'written', 'cost', 'ms', 'ms of 95 %'];
  return columns(
    [
      head,
      ...rows.map((row) => [
        row.day,
        row.prompt,
        row.model,
        row.outcome,
        String(row.calls),
        `${row.estimated ? '~' : ''}${row.promptTokens}`,
        `${row.estimated ? '~' : ''}${row.completionTokens}`,
        row.cost === null ? '' : row.cost.toFixed(2),
        String(row.latencyP50),
        String(row.latencyP95),
      ]),
    ],
    4,
  );
}

function todayText(today: LlmUsage, { tokens, cost, prices }: Budget): string {
  const used = today.prompt + today.completion;
  const money = costOf(today, prices);
  return [
    `Today, UTC: ${used} tokens${tokens === null ? '' : ` of ${tokens}`} used or set aside`,
    ...(money === null ? [] : [`${money.toFixed(2)}${cost === null ? '' : ` of ${cost}`} in money`]),
  ].join(', ');
}
