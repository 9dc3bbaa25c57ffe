import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../config/paths.js';
import { DeidentificationService } from './deidentification.service.js';
import { annotatedLineSchema } from './evaluation/annotated.text.js';
import { RedactionTally } from './evaluation/redaction.tally.js';
import { lexicon } from './lexicon.js';

/** Somewhat below what is reached (docs/privacy.md), so that a change which costs privacy shows. */
const LEAST_GONE = 0.91;
const LEAST_KEPT = 0.985;

describe('texts of texters that nothing was learned from', () => {
  const service = new DeidentificationService();
  const tally = new RedactionTally(lexicon());
  const lines = readFileSync(join(packageRoot, 'samples/annotated/test.jsonl'), 'utf8').trim().split('\n');

  beforeAll(async () => {
    for (const line of lines) {
      const { id, messages } = annotatedLineSchema.parse(JSON.parse(line));
      const mentions = await service.find(messages.map(({ from, text }) => ({ from, at: null, text })));
      tally.add(id, messages, mentions);
    }
  });

  it('are many', () => expect(tally.scores().texts).toBeGreaterThan(900));

  it('lose nearly all their identifiers', () => {
    const { all } = tally.scores();
    expect(all.gone / all.spans).toBeGreaterThan(LEAST_GONE);
  });

  it('keep nearly all other words', () => {
    const { words } = tally.scores();
    expect(words.kept / words.other).toBeGreaterThan(LEAST_KEPT);
  });
});
