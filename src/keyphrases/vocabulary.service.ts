import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { toVectorLiteral } from '../database/vector.column.js';
import { EMBEDDER, type Embedder } from '../embeddings/embedder.types.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import type { Keyphrase } from './keyphrase.types.js';

/** From this cosine on, two phrases are one meaning: above what siblings such as two kinds of fights reach. */
const SAME_MEANING = 0.9;

/** Names, to all processes on one database, the lock of those who add to the vocabulary. */
const ADDING = 0x766f6361;

type Phrase = Pick<Keyphrase, 'canonical' | 'concept' | 'inTaxonomy'>;

/** The vocabulary: one row per meaning, so that `fights with mom` and `conflict with mother` are counted together. */
@Injectable()
export class VocabularyService {
  /** Rows never change their meaning, so a phrase once found is found for good. */
  private readonly known = new Map<string, number>();

  constructor(
    private readonly database: DataSource,
    private readonly taxonomy: TaxonomyService,
    @Inject(EMBEDDER) private readonly embedder: Embedder,
  ) {}

  /** The vocabulary rows of keyphrases, made where a meaning is new; one id each, in order. */
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
    const text = this.canonicalText(phrase);
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const id = (await this.find(this.database.manager, text)) ?? (await this.findOrAdd(text, phrase));
    this.known.set(text, id);
    return id;
  }

  /** A concept's own wording, whatever the surface form was. */
  private canonicalText({ canonical, concept }: Phrase): string {
    return (concept && this.taxonomy.concepts.find(({ id }) => id === concept)?.phrase) || canonical;
  }

  private async find(manager: EntityManager, text: string): Promise<number | null> {
    const rows: { id: number }[] = await manager.query('SELECT id FROM vocabulary WHERE phrase = $1', [text]);
    return rows[0]?.id ?? null;
  }

  private async findOrAdd(text: string, { concept, inTaxonomy }: Phrase): Promise<number> {
    const [vector] = await this.embedder.embed([text]);
    if (!vector) throw new Error('The embedder gave no vector');
    const risk = this.speaksOfRisk(text, concept);
    const literal = toVectorLiteral(vector);
    return this.database.transaction(async (manager) => {
      // One adds at a time, or two that look at once would both miss the other's row of the same meaning.
      await manager.query('SELECT pg_advisory_xact_lock($1)', [ADDING]);
      // A concept keeps a row of its own: its author has already decided that its meaning is distinct.
      const near = concept === null ? await this.nearest(manager, literal, risk) : null;
      return near ?? (await this.add(manager, text, concept, inTaxonomy, risk, literal));
    });
  }

  private async nearest(manager: EntityManager, vector: string, risk: boolean): Promise<number | null> {
    const rows: { id: number; similarity: number }[] = await manager.query(
      `SELECT id, 1 - (embedding <=> $1::vector) AS similarity FROM vocabulary
       WHERE embedder = $2 AND risk = $3 ORDER BY embedding <=> $1::vector LIMIT 1`,
      [vector, this.embedder.id, risk],
    );
    const [row] = rows;
    return row && row.similarity >= SAME_MEANING ? row.id : null;
  }

  private async add(
    manager: EntityManager,
    text: string,
    concept: string | null,
    inTaxonomy: boolean,
    risk: boolean,
    vector: string,
  ): Promise<number> {
    // Where the taxonomy words a concept otherwise now, the row of its old wording stands for that alone.
    await manager.query('UPDATE vocabulary SET concept = NULL WHERE concept = $1', [concept]);
    await manager.query(
      `INSERT INTO vocabulary (phrase, concept, in_taxonomy, risk, embedding, embedder)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [text, concept, inTaxonomy, risk, vector, this.embedder.id],
    );
    const id = await this.find(manager, text);
    if (id === null) throw new Error('The vocabulary did not take a phrase');
    return id;
  }

  private speaksOfRisk(text: string, concept: string | null): boolean {
    const known = concept ? this.taxonomy.concepts.find(({ id }) => id === concept) : undefined;
    if (known) return known.risk;
    return this.taxonomy.labels.some(
      ({ risk, cues }) => risk && cues.en.some(({ pattern }) => pattern.test(text)),
    );
  }
}
