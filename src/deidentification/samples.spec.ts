import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../config/paths.js';
import { DeidentificationService } from './deidentification.service.js';

const sample = z.object({
  id: z.string(),
  identifiers: z.array(z.string()).optional(),
  messages: z.array(z.object({ from: z.enum(['texter', 'responder']), text: z.string() })),
});
const folder = join(packageRoot, 'samples');
const samples = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) => readFileSync(join(folder, file), 'utf8').trim().split('\n'))
  .map((line) => sample.parse(JSON.parse(line)));
const service = new DeidentificationService();

/** Whether a text still holds a value as whole words, in any case. */
function holds(text: string, value: string): boolean {
  const escaped = value.normalize('NFC').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}

describe('the samples', () => {
  it('name identifiers', () => {
    expect(samples.flatMap(({ identifiers }) => identifiers ?? []).length).toBeGreaterThan(100);
  });

  it.each(samples.filter(({ identifiers }) => identifiers?.length))(
    '$id keeps none of its identifiers',
    async ({ identifiers = [], messages }) => {
      const { messages: cleaned } = await service.deidentify(
        messages.map(({ from, text }) => ({ from, at: null, text })),
      );
      const survivors = identifiers.filter((value) => cleaned.some(({ text }) => holds(text, value)));
      expect(survivors).toEqual([]);
    },
  );
});
