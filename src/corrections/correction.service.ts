import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ConversationLabelEntity } from '../classification/conversation.label.entity.js';
import { ConversationEntity } from '../conversations/conversation.entity.js';
import { ConversationStore } from '../conversations/conversation.store.js';
import { KeyphraseEntity } from '../keyphrases/keyphrase.entity.js';
import { VocabularyService } from '../keyphrases/vocabulary.service.js';
import { PublicError } from '../operations/public.error.js';
import { AnalysisStore } from '../pipeline/analysis.store.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { applyCorrections, type Findings, reviewAfterCorrections } from './apply.corrections.js';
import { CorrectionChecks } from './correction.checks.js';
import { CorrectionEntity } from './correction.entity.js';
import type { Corrections } from './correction.types.js';

/** Records a responder's corrections and lays them over what is stored, in one transaction. */
@Injectable()
export class CorrectionService {
  constructor(
    private readonly database: DataSource,
    private readonly conversations: ConversationStore,
    private readonly analyses: AnalysisStore,
    private readonly vocabulary: VocabularyService,
    private readonly taxonomy: TaxonomyService,
    private readonly checks: CorrectionChecks,
  ) {}

  /**
   * @param madeBy name of the key
   * @throws PublicError NOT_FOUND; BAD_INPUT with the field at fault; CONFLICT where the conversation is being
   *   analysed, or was corrected or analysed by others meanwhile
   */
  async correct(id: string, input: Corrections, madeBy: string): Promise<void> {
    const transcript = await this.conversations.transcript(id);
    if (!transcript)
      throw new PublicError('NOT_FOUND', 'There is no conversation of this id', 'conversationId');
    const version = await this.analyses.versionOf(id);
    const before = await this.findings(id);
    const corrections = await this.checks.check(input, transcript, before);
    const after = applyCorrections(before, corrections, this.taxonomy);
    const wordingIds = await this.vocabulary.resolve(after.keyphrases);
    await this.database.transaction(async (manager) => {
      const conversation = await manager.getRepository(ConversationEntity).findOneOrFail({
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      // Workers claim the row before they read corrections, and a backfill compares versions: none of these is lost.
      if (conversation.status !== 'ready' && conversation.status !== 'failed')
        throw new PublicError('CONFLICT', 'The conversation is being analysed: try again when it is ready');
      if ((await this.analyses.versionOf(id, manager)) !== version)
        throw new PublicError('CONFLICT', 'The conversation has changed meanwhile: look at it again');
      await manager.getRepository(CorrectionEntity).insert(
        corrections.map((correction) => ({
          ...correction,
          conversationId: id,
          madeFrom: conversation.provenance,
          madeBy,
        })),
      );
      await this.analyses.correct(
        manager,
        id,
        transcript,
        after,
        wordingIds,
        reviewAfterCorrections(conversation.needsReview, before.labels, after.labels, this.taxonomy),
      );
    });
  }

  private async findings(conversationId: string): Promise<Findings> {
    const labels = await this.database
      .getRepository(ConversationLabelEntity)
      .find({ where: { conversationId }, order: { score: 'DESC', labelId: 'ASC' } });
    const keyphrases = await this.database
      .getRepository(KeyphraseEntity)
      .find({ where: { conversationId }, relations: { wording: true }, order: { rank: 'ASC' } });
    return {
      labels: labels.map(({ labelId, score, evidence, source }) => ({
        id: labelId,
        score,
        evidence,
        source,
      })),
      keyphrases: keyphrases.map(({ text, wording, inTaxonomy, evidence, source }) => ({
        text,
        canonical: wording.phrase,
        concept: wording.concept,
        inTaxonomy,
        evidence,
        source,
      })),
    };
  }
}
