import { Injectable } from '@nestjs/common';
import { hashOf } from '../taxonomy/taxonomy.snapshot.js';
import type { Taxonomy } from '../taxonomy/taxonomy.types.js';
import { type Present, StalenessStore } from './staleness.store.js';
import type { Reason, StoredResult } from './staleness.types.js';
import { Touch } from './touch.js';

/** So many conversations are read at a time. */
const PAGE = 200;

/** A result that may be stale, and why it is; without a reason it holds as it is. */
export interface Verdict {
  result: StoredResult;
  reasons: Reason[];
}

/** Finds the stored results that a taxonomy, or an engine, touches: each is compared with what itself was made with. */
@Injectable()
export class StalenessService {
  constructor(private readonly store: StalenessStore) {}

  counts(taxonomy: Taxonomy, engine: string | null) {
    return this.store.counts({ hash: hashOf(taxonomy), engine });
  }

  /**
   * Looks at all results that may be stale, some at a time, by id. The caller may mark those it was given before it
   * asks for the next.
   * @param engine as `EngineService` names it; null to ask about the taxonomy alone
   */
  async *examine(taxonomy: Taxonomy, engine: string | null): AsyncGenerator<Verdict[]> {
    const present: Present = { hash: hashOf(taxonomy), engine };
    const touches = new Map<string, Touch>();
    const touchOf = async (hash: string) => {
      const touch = touches.get(hash) ?? new Touch(await this.store.taxonomy(hash), taxonomy);
      touches.set(hash, touch);
      return touch;
    };
    let last: string | null = null;
    for (;;) {
      const results: StoredResult[] = await this.store.suspects(present, last, PAGE);
      if (results.length === 0) return;
      last = results.at(-1)!.id;
      const settled = results.map((result) => ({ result, reasons: reasonsAtOnce(result, engine) }));
      const open = settled.filter(({ reasons }) => reasons.length === 0).map(({ result }) => result.id);
      const transcripts = await this.store.transcripts(open);
      for (const verdict of settled) {
        const { id, madeWith } = verdict.result;
        const transcript = transcripts.get(id);
        if (transcript && madeWith !== null)
          verdict.reasons = (await touchOf(madeWith)).reasons(verdict.result, transcript);
      }
      yield settled;
    }
  }
}

/** Reasons that need no look at the words. */
function reasonsAtOnce(result: StoredResult, engine: string | null): Reason[] {
  if (engine !== null && result.status === 'failed') return ['failed'];
  if (result.madeWith === null || result.engine === null) return ['unrecorded'];
  if (engine === null) return [];
  if (result.engine !== engine) return ['engine'];
  return result.degraded && engine.startsWith('llm ') ? ['degraded'] : [];
}
