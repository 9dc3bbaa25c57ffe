import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DataSource, type EntityManager } from 'typeorm';
import { toVectorLiteral } from '../database/vector.column.js';
import { EMBEDDER, type Embedder } from '../embeddings/embedder.types.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import type { Keyphrase } from './keyphrase.types.js';
import { canonicalText, conceptOf, SAME_MEANING, speaksOfRisk } from './meaning.rule.js';
import { holdMeanings, lockAdding } from './vocabulary.locks.js';
import { pointTo } from './wording.pointer.js';

type Phrase = Pick<Keyphrase, 'canonical' | 'concept' | 'inTaxonomy'>;

/** Each mark rewrites a row with its vector; they are far apart, and far closer than what keeps a wording from deletion. */
const MARK_HOURS = 12;

interface FoundWording {
  id: number;
  byRule: boolean;
  /** Whether it is to be marked as resolved again. */
  isDue: boolean;
}

interface NewWording {
  text: string;
  concept: string | null;
  inTaxonomy: boolean;
  risk: boolean;
  /** As SQL has it. */
  vector: string;
  mergedInto: number | null;
}

/**
 * The vocabulary: each wording leads to its meaning, so that `fights with mom` and `conflict with mother` are counted
 * together.
 */
@Injectable()
export class VocabularyService {
  /** A wording keeps its row whatever it is merged into, and for longer than an hour after it was found. */
  private readonly known = new LRUCache<string, number>({ max: 20_000, ttl: 3_600_000 });

  constructor(
    private readonly database: DataSource,
    private readonly taxonomy: TaxonomyService,
    @Inject(EMBEDDER) private readonly embedder: Embedder,
  ) {}

  /** The wordings of keyphrases, made where they are new; one id each, in order. `meaning_of` tells what they mean. */
  async resolve(phrases: readonly Phrase[]): Promise<number[]> {
    const ids: number[] = [];
    for (const phrase of phrases) ids.push(await this.resolveOne(phrase));
    return ids;
  }

  /** Embeds anew what another embedder made. Returns how many rows. */
  async reembed(): Promise<number> {
    const rows: { id: number; phrase: string }[] = await this.database.query(
      'SELECT id, phrase FROM vocabulary WHERE embedder <> $1',
      [this.embedder.id],
    );
    const vectors = await this.embedder.embed(rows.map(({ phrase }) => phrase));
    for (const [index, { id }] of rows.entries()) {
      const vector = vectors[index];
      if (vector)
        await this.database.query('UPDATE vocabulary SET embedding = $2, embedder = $3 WHERE id = $1', [
          id,
          toVectorLiteral(vector),
          this.embedder.id,
        ]);
    }
    return rows.length;
  }

  private async resolveOne(phrase: Phrase): Promise<number> {
    const text = canonicalText(phrase, this.taxonomy);
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const concept = conceptOf(text, this.taxonomy);
    const found = await this.findMarked(text);
    if (concept !== null && found?.byRule) await this.setApart(found.id);
    const id = found?.id ?? (await this.add(text, concept, phrase.inTaxonomy));
    this.known.set(text, id);
    return id;
  }

  /** A wording that stays for long enough that a keyphrase can be written with it; null where there is none. */
  private async findMarked(text: string): Promise<FoundWording | null> {
    const found = await this.find(this.database.manager, text);
    if (!found?.isDue) return found;
    return this.database.transaction(async (manager) => {
      await holdMeanings(manager);
      await manager.query('UPDATE vocabulary SET resolved_at = now() WHERE id = $1', [found.id]);
      // It may have been deleted before it could be marked.
      return this.find(manager, text);
    });
  }

  private async find(manager: EntityManager, text: string): Promise<FoundWording | null> {
    const rows: FoundWording[] = await manager.query(
      `SELECT id, by_rule AS "byRule", resolved_at < now() - make_interval(hours => $2) AS "isDue"
       FROM vocabulary WHERE phrase = $1`,
      [text, MARK_HOURS],
    );
    return rows[0] ?? null;
  }

  /** A wording that the taxonomy has made a concept since. */
  private async setApart(id: number): Promise<void> {
    await this.database.transaction((manager) => pointTo(manager, id, null));
  }

  /**
   * The search through the whole vocabulary goes on beside others that add. All it can miss is what these add meanwhile:
   * as numbers are given and committed one transaction at a time, that is what has a higher number than any that was
   * committed before the search, and only that is looked at again once nobody else adds. Nothing of what was seen is
   * merged, split or deleted before this transaction ends, for it holds the meanings. (A row that is embedded anew
   * meanwhile counts as it was before.)
   */
  private async add(text: string, concept: string | null, inTaxonomy: boolean): Promise<number> {
    const [embedding] = await this.embedder.embed([text]);
    if (!embedding) throw new Error('The embedder gave no vector');
    const risk = speaksOfRisk(text, concept, this.taxonomy);
    const vector = toVectorLiteral(embedding);
    return this.database.transaction(async (manager) => {
      await holdMeanings(manager);
      // A concept is a meaning of its own: its author has already decided that it is distinct.
      const isOwn = concept !== null;
      const seen = await this.highest(manager);
      const near = isOwn ? null : await this.nearest(manager, vector, risk);
      await lockAdding(manager);
      const mergedInto = isOwn ? null : await this.nearest(manager, vector, risk, seen, near);
      return this.insert(manager, { text, concept, inTaxonomy, risk, vector, mergedInto });
    });
  }

  private async highest(manager: EntityManager): Promise<number> {
    const [row]: { id: number }[] = await manager.query('SELECT coalesce(max(id), 0) AS id FROM vocabulary');
    return row?.id ?? 0;
  }

  /**
   * Wordings that were merged for their vectors are left aside, or meanings would grow by chains of likeness.
   * @param after of those with a higher number only
   * @param or and of this one
   */
  private async nearest(
    manager: EntityManager,
    vector: string,
    risk: boolean,
    after = 0,
    or: number | null = null,
  ): Promise<number | null> {
    const rows: { id: number; similarity: number }[] = await manager.query(
      `SELECT id, 1 - (embedding <=> $1::vector) AS similarity FROM vocabulary
       WHERE embedder = $2 AND risk = $3 AND NOT by_rule AND (id > $4 OR id = $5)
       ORDER BY embedding <=> $1::vector LIMIT 1`,
      [vector, this.embedder.id, risk, after, or],
    );
    const [row] = rows;
    return row && row.similarity >= SAME_MEANING ? row.id : null;
  }

  private async insert(manager: EntityManager, wording: NewWording): Promise<number> {
    const { text, concept, inTaxonomy, risk, vector, mergedInto } = wording;
    // Where the taxonomy words a concept otherwise now, the row of its old wording stands for that alone.
    await manager.query('UPDATE vocabulary SET concept = NULL WHERE concept = $1', [concept]);
    await manager.query(
      `INSERT INTO vocabulary (phrase, concept, in_taxonomy, risk, embedding, embedder, merged_into, by_rule)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
      [text, concept, inTaxonomy, risk, vector, this.embedder.id, mergedInto, mergedInto !== null],
    );
    const added = await this.find(manager, text);
    if (!added) throw new Error('The vocabulary did not take a phrase');
    return added.id;
  }
}
