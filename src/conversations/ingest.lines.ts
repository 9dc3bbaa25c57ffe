import type { IngestionService, Outcome } from './ingestion.service.js';
import { readJsonLines, type JsonLine } from './json.lines.js';

/** Lines stored in one transaction: more saves little, and delays the first answer. */
const BATCH_LINES = 50;
/** And no more bytes than this, or long conversations would take fifty times their memory. */
const BATCH_BYTES = 8 * 1024 * 1024;

/** A line's number, counted from 1, and what became of it. */
export type LineOutcome = { line: number } & Outcome;

/**
 * Ingests JSON Lines from a byte stream, some lines at a time, so that memory stays flat however long it is.
 * Each line gets its answer, in order; a bad line is refused alone.
 * @throws PresidioError where an analyzer is set and does not answer: lines without an answer are not stored, and
 * those before them are
 */
export async function* ingestLines(
  bytes: AsyncIterable<Uint8Array>,
  ingestion: Pick<IngestionService, 'ingest'>,
): AsyncGenerator<LineOutcome> {
  let batch: JsonLine[] = [];
  let length = 0;
  for await (const line of readJsonLines(bytes)) {
    batch.push(line);
    length += 'value' in line ? line.bytes : 0;
    if (batch.length === BATCH_LINES || length >= BATCH_BYTES) {
      yield* ingestBatch(batch, ingestion);
      batch = [];
      length = 0;
    }
  }
  yield* ingestBatch(batch, ingestion);
}

async function* ingestBatch(
  batch: readonly JsonLine[],
  ingestion: Pick<IngestionService, 'ingest'>,
): AsyncGenerator<LineOutcome> {
  const outcomes = await ingestion.ingest(batch.flatMap((line) => ('value' in line ? [line.value] : [])));
  let next = 0;
  for (const line of batch) {
    const outcome = 'value' in line ? outcomes[next++] : line.refusal;
    if (outcome) yield { line: line.number, ...outcome };
  }
}
