/** Times of one kind of question, in milliseconds. */
export interface Quantiles {
  p50: number;
  p95: number;
  p99: number;
  /** Of all processors, a question, whatever else keeps them busy. */
  processor: number;
}

/** What was measured at one size. */
export interface Figures {
  /** Conversations. */
  size: number;
  /** That loading them took. */
  seconds: number;
  messages: number;
  /** Of the database and of its large tables with their indexes. */
  bytes: ReadonlyMap<string, number>;
  asked: ReadonlyMap<string, Quantiles>;
}

/** The nearest-rank quantiles. */
export function quantiles(values: readonly number[]): Omit<Quantiles, 'processor'> {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** A row for each figure and a column for each size; from the second on with how many times the one before it is. */
export function table(columns: readonly Figures[]): string {
  const rows: [string, (figures: Figures) => number | undefined][] = [
    ['conversations/s loaded', ({ size, seconds }) => size / seconds],
    ['messages/s loaded', ({ messages, seconds }) => messages / seconds],
    ...names(columns, ({ bytes }) => bytes).map((part): (typeof rows)[number] => [
      `MB ${part}`,
      ({ bytes }) => (bytes.get(part) ?? NaN) / 2 ** 20,
    ]),
    ...names(columns, ({ asked }) => asked).flatMap((kind) =>
      (['p50', 'p95', 'p99', 'processor'] as const).map((at): (typeof rows)[number] => [
        `ms ${at} ${kind}`,
        ({ asked }) => asked.get(kind)?.[at],
      ]),
    ),
  ];
  const cells = rows.map(([name, of]) => [
    name.padEnd(38),
    ...columns.map((figures, index) => {
      const [value, before] = [of(figures) ?? NaN, index > 0 ? of(columns[index - 1]!) : undefined];
      const ratio = before === undefined ? '' : `× ${(value / before).toFixed(2)}`;
      return `${value.toFixed(value < 100 ? 1 : 0).padStart(9)}${ratio.padStart(9)}`;
    }),
  ]);
  const head = [
    'conversations'.padEnd(38),
    ...columns.map(({ size }) => `${String(size).padStart(9)}${' '.repeat(9)}`),
  ];
  return [head, ...cells].map((row) => `${row.join('').trimEnd()}\n`).join('');
}

function names(
  columns: readonly Figures[],
  of: (figures: Figures) => ReadonlyMap<string, unknown>,
): string[] {
  return [...new Set(columns.flatMap((figures) => [...of(figures).keys()]))];
}
