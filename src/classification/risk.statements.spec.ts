import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { chat } from '../../test/support/transcripts.js';
import { readSettings } from '../config/settings.js';
import { BundledEmbedder } from '../embeddings/bundled/bundled.embedder.js';
import { PinnedVectors } from '../embeddings/pinned.vectors.js';
import { loadTaxonomy } from '../taxonomy/taxonomy.loader.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { ExemplarIndex } from './exemplars.js';
import { LocalClassifier } from './local.classifier.js';
import { ConversationReader } from './reader.js';
import { HeadStore } from './training/head.store.js';

const lines = z.string().transform((text) => text.trim().split('\n'));
const statements = z.object({ plain: lines, harmless: lines });
const tables = z
  .array(z.object({ label: z.string(), en: statements, fr: statements }))
  .parse(parse(readFileSync(join(import.meta.dirname, 'risk.statements.yaml'), 'utf8')));

describe('the shipped taxonomy', () => {
  const embedder = new BundledEmbedder(1);
  const folder = mkdtempSync(join(tmpdir(), 'keyline-statements-'));
  const settings = readSettings({ DATA_DIR: folder });
  let classifier: LocalClassifier;
  let risk: ReadonlySet<string>;

  beforeAll(async () => {
    const taxonomy = new TaxonomyService(await loadTaxonomy(settings.TAXONOMY));
    risk = new Set(taxonomy.labels.filter((label) => label.risk).map(({ id }) => id));
    classifier = new LocalClassifier(
      taxonomy,
      new ConversationReader(taxonomy, embedder),
      new ExemplarIndex(taxonomy, new PinnedVectors(embedder, settings)),
      new HeadStore(settings),
      embedder,
    );
  });
  afterAll(async () => {
    await embedder.close();
    rmSync(folder, { recursive: true });
  });

  /** The risk labels that hold for a conversation of this one message. */
  const dangers = async (statement: string, language: string): Promise<string[]> => {
    const { labels } = await classifier.classify(chat([`t: ${statement}`], language));
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
