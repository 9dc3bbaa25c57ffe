import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ReviewReason } from '../classification/classification.types.js';
import type { Transcript } from '../conversations/conversation.types.js';
import { applyCorrections, type Findings, reviewAfterCorrections } from '../corrections/apply.corrections.js';
import { CorrectionEntity } from '../corrections/correction.entity.js';
import { toVectorLiteral } from '../database/vector.column.js';
import { holdMeanings } from '../keyphrases/vocabulary.locks.js';
import { VocabularyService } from '../keyphrases/vocabulary.service.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { snapshotOf } from '../taxonomy/taxonomy.snapshot.js';
import type { Analysis } from './analysis.service.js';

/**
 * How much of a texter's words, in bytes of UTF-8, goes into the full text: many times the longest real
 * conversation. A `tsvector` ends at 1 MB, which fewer bytes of all different words already fill.
 */
const MAX_WORDS_BYTES = 250_000;

/** An analysis on its way into the index, with the embedding of what the texter came with. */
export interface IndexedAnalysis {
  transcript: Transcript;
  analysis: Analysis;
  embedding: { vector: Float32Array; embedder: string } | null;
  /** What made it, as `EngineService` names it. */
  engine: string;
}

/** Writes what is said of a conversation, corrections included, in one transaction. */
@Injectable()
export class AnalysisStore {
  private taxonomyRecorded = false;

  constructor(
    private readonly database: DataSource,
    private readonly vocabulary: VocabularyService,
    private readonly taxonomy: TaxonomyService,
  ) {}

  /**
   * Makes a claimed conversation `ready`. Does nothing where the claim was lost meanwhile, because then
   * another worker writes the same.
   * @param attempt of the claim; null to replace the result of a conversation that nobody is at work on
   * @param seen the version that an unclaimed conversation had before it was analysed: where it has been corrected or
   *   analysed since, that stands
   * @returns whether it was written
   */
  async complete(
    id: string,
    attempt: number | null,
    indexed: IndexedAnalysis,
    seen?: string,
  ): Promise<boolean> {
    const { analysis } = indexed;
    const corrections = await this.database
      .getRepository(CorrectionEntity)
      .find({ where: { conversationId: id }, order: { id: 'ASC' } });
    const findings = applyCorrections(
      {
        labels: analysis.classification.labels.map((label) => ({ ...label, source: 'engine' })),
        keyphrases: analysis.keyphrases.keyphrases.map((keyphrase) => ({ ...keyphrase, source: 'engine' })),
      },
      corrections,
      this.taxonomy,
    );
    const wordingIds = await this.vocabulary.resolve(findings.keyphrases);
    await this.recordTaxonomy();
    return this.database.transaction(async (manager) => {
      const claimed: unknown[] = await manager.query(
        `SELECT 1 FROM conversation
         WHERE id = $1 AND (status = 'processing' AND attempts = $2 OR status IN ('ready', 'failed') AND $2::int IS NULL)
         FOR UPDATE`,
        [id, attempt],
      );
      if (claimed.length === 0) return false;
      if (attempt === null && (await this.versionOf(id, manager)) !== seen) return false;
      await this.replaceFindings(manager, id, findings, wordingIds);
      await this.updateConversation(manager, id, indexed, findings);
      return true;
    });
  }

  /** Changes with every analysis and every correction of a conversation. */
  async versionOf(id: string, manager: EntityManager = this.database.manager): Promise<string> {
    const [row]: { version: string }[] = await manager.query(
      `SELECT concat(analysed_at, ' ', (SELECT max(id) FROM correction WHERE conversation_id = $1)) AS version
       FROM conversation WHERE id = $1`,
      [id],
    );
    return row?.version ?? '';
  }

  /** Before the first result that is made with it, the taxonomy is stored whole. */
  async recordTaxonomy(): Promise<void> {
    if (this.taxonomyRecorded) return;
    await this.database.query(
      'INSERT INTO taxonomy (hash, version, body) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [this.taxonomy.hash(), this.taxonomy.version, JSON.stringify(snapshotOf(this.taxonomy))],
    );
    this.taxonomyRecorded = true;
  }

  private async replaceFindings(
    manager: EntityManager,
    id: string,
    { labels, keyphrases }: Findings,
    wordingIds: readonly number[],
  ): Promise<void> {
    await holdMeanings(manager);
    await manager.query('DELETE FROM conversation_label WHERE conversation_id = $1', [id]);
    await manager.query('DELETE FROM keyphrase WHERE conversation_id = $1', [id]);
    await manager.query(
      `INSERT INTO conversation_label (conversation_id, label_id, score, evidence, source)
       SELECT $1, label_id, score, evidence, source
       FROM unnest($2::text[], $3::real[], $4::jsonb[], $5::text[]) AS rows (label_id, score, evidence, source)`,
      [
        id,
        labels.map((label) => label.id),
        labels.map(({ score }) => score),
        labels.map(({ evidence }) => JSON.stringify(evidence)),
        labels.map(({ source }) => source),
      ],
    );
    await manager.query(
      `INSERT INTO keyphrase (conversation_id, rank, text, vocabulary_id, wording_id, in_taxonomy, evidence, source)
       SELECT $1, rank - 1, text, meaning_of(wording_id), wording_id, in_taxonomy, evidence, source
       FROM unnest($2::text[], $3::int[], $4::boolean[], $5::jsonb[], $6::text[])
         WITH ORDINALITY AS rows (text, wording_id, in_taxonomy, evidence, source, rank)`,
      [
        id,
        keyphrases.map(({ text }) => text),
        wordingIds,
        keyphrases.map(({ inTaxonomy }) => inTaxonomy),
        keyphrases.map(({ evidence }) => JSON.stringify(evidence)),
        keyphrases.map(({ source }) => source),
      ],
    );
  }

  /**
   * Lays corrected findings in place of those stored: labels, keyphrases, their words in the full text, and the
   * reasons for a review.
   */
  async correct(
    manager: EntityManager,
    id: string,
    transcript: Transcript,
    findings: Findings,
    wordingIds: readonly number[],
    needsReview: readonly ReviewReason[],
  ): Promise<void> {
    await this.replaceFindings(manager, id, findings, wordingIds);
    await manager.query(`UPDATE conversation SET needs_review = $2, words = ${wordsSql(3)} WHERE id = $1`, [
      id,
      needsReview,
      ...wordsOf(transcript, findings),
    ]);
  }

  private async updateConversation(
    manager: EntityManager,
    id: string,
    { transcript, analysis, embedding, engine }: IndexedAnalysis,
    findings: Findings,
  ): Promise<void> {
    const { labels, scores, needsReview } = analysis.classification;
    const scoreOf = new Map(scores.map(({ id: label, score }) => [label, score]));
    await manager.query(
      `UPDATE conversation SET
         status = 'ready', failure = NULL, analysed_at = now(), summary = $2, needs_review = $3, provenance = $4,
         embedding = $5::vector, embedder = $6, made_with = $7, holds_for = $7, engine = $8, scores = $9,
         words = ${wordsSql(10)}
       WHERE id = $1`,
      [
        id,
        analysis.summary.text,
        reviewAfterCorrections(needsReview, labels, findings.labels, this.taxonomy),
        JSON.stringify(analysis.provenance),
        embedding ? toVectorLiteral(embedding.vector) : null,
        embedding?.embedder ?? null,
        this.taxonomy.hash(),
        engine,
        this.taxonomy.labels.map((label) => scoreOf.get(label.id) ?? 0),
        ...wordsOf(transcript, findings),
      ],
    );
  }
}

/** SQL for the full text of a conversation, its keyphrases before the texter's words, from three parameters on. */
function wordsSql(first: number): string {
  const config = `$${first}::regconfig`;
  return `setweight(to_tsvector(${config}, $${first + 1}), 'A') || setweight(to_tsvector(${config}, $${first + 2}), 'C')`;
}

/** The parameters of `wordsSql`. */
function wordsOf({ language, messages }: Transcript, { keyphrases }: Findings): [string, string, string] {
  return [
    language === 'fr' ? 'french' : 'english',
    keyphrases.flatMap(({ text, canonical }) => [text, canonical]).join(' . '),
    upTo(MAX_WORDS_BYTES, messages.flatMap(({ from, text }) => (from === 'texter' ? [text] : [])).join(' ')),
  ];
}

/** The beginning of a text that takes so many bytes of UTF-8 at most, never half a character. */
function upTo(bytes: number, text: string): string {
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(bytes));
  return text.slice(0, read);
}
