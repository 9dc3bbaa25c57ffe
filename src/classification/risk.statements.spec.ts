import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type ShippedClassifier, shippedClassifier } from '../../test/support/shipped.classifier.js';
import { chat } from '../../test/support/transcripts.js';

const lines = z.string().transform((text) => text.trim().split('\n'));
const statements = z.object({ plain: lines, harmless: lines });
const tables = z
  .array(z.object({ label: z.string(), en: statements, fr: statements }))
  .parse(parse(readFileSync(join(import.meta.dirname, 'risk.statements.yaml'), 'utf8')));

describe('the shipped taxonomy', () => {
  let shipped: ShippedClassifier;
  let risk: ReadonlySet<string>;

  beforeAll(async () => {
    shipped = await shippedClassifier();
    risk = new Set(shipped.taxonomy.labels.filter((label) => label.risk).map(({ id }) => id));
  });
  afterAll(() => shipped.close());

  /** The risk labels that hold for a conversation of this one message. */
  const dangers = async (statement: string, language: string): Promise<string[]> => {
    const { labels } = await shipped.classifier.classify(chat([`t: ${statement}`], language));
    return labels.map(({ id }) => id).filter((id) => risk.has(id));
  };
  const rows = tables.flatMap(({ label, en, fr }) => [
    { label, language: 'en', ...en },
    { label, language: 'fr', ...fr },
  ]);

  it.each(rows)('misses no plain statement of $label ($language)', async ({ label, language, plain }) => {
    const missed: string[] = [];
    for (const statement of plain)
      if (!(await dangers(statement, language)).includes(label)) missed.push(statement);
    expect(missed).toEqual([]);
  });

  it.each(rows)(
    'is not alarmed by what only sounds like $label ($language)',
    async ({ language, harmless }) => {
      const alarms: string[] = [];
      for (const statement of harmless)
        for (const label of await dangers(statement, language)) alarms.push(`${label}: ${statement}`);
      expect(alarms).toEqual([]);
    },
  );

  it('has a table for every label of risk', () => {
    expect(tables.map(({ label }) => label).toSorted()).toEqual([...risk].toSorted());
    for (const { plain, harmless } of rows)
      expect(Math.min(plain.length, harmless.length)).toBeGreaterThanOrEqual(25);
  });
});
