import { ingestLines } from './ingest.lines.js';

async function* file(lines: number, length: number) {
  for (let line = 0; line < lines; line += 1) yield Buffer.from(`${JSON.stringify('x'.repeat(length))}\n`);
}

async function batchesOf(lines: number, length: number): Promise<number[]> {
  const batches: number[] = [];
  const ingestion = {
    ingest: async (inputs: readonly unknown[]) => {
      batches.push(inputs.length);
      return inputs.map((_, index) => ({ status: 'accepted' as const, id: `${index}` }));
    },
  };
  const numbers: number[] = [];
  for await (const { line } of ingestLines(file(lines, length), ingestion)) numbers.push(line);
  expect(numbers).toEqual(Array.from({ length: lines }, (_, index) => index + 1));
  return batches.filter((size) => size > 0);
}

describe('ingestion of lines', () => {
  it('takes fifty short lines at a time', async () => {
    expect(await batchesOf(120, 10)).toEqual([50, 50, 20]);
  });

  it('takes fewer of long lines, to keep memory flat', async () => {
    expect(await batchesOf(5, 4 * 1024 * 1024)).toEqual([2, 2, 1]);
  });
});
