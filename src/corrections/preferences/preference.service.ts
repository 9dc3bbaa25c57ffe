import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Provenance } from '../../conversations/conversation.types.js';
import { DeidentificationService } from '../../deidentification/deidentification.service.js';
import { withoutOmission } from '../../llm/pruning/omission.js';
import { groupBy } from '../../operations/group.by.js';
import type { EditReason } from '../correction.entity.js';
import { type KeyphraseCorrection, type PreferencePair, preferencePairs } from './preference.pairs.js';
import { type Edit, smallestEdit } from './smallest.edit.js';

/** So many conversations are read at once. */
const BATCH = 200;

/** A pair for direct preference optimisation (DPO, Rafailov et al. 2023), without anything that says whose it is. */
export interface Preference {
  /** The prompt that asked for the phrase, such as `keyphrases@2`; null for the local engine, which has none. */
  prompt: string | null;
  language: string;
  /** What the texter said, de-identified, that the phrase rests on. */
  evidence: string[];
  chosen: string;
  rejected: string;
  why: EditReason | null;
  /** The words that changed. */
  edit: Edit[];
  /** What had made the result of `rejected`; null of edits that were made before that was recorded. */
  provenance: Omit<Provenance, 'leftOut'> | null;
}

interface StoredCorrection extends KeyphraseCorrection {
  conversationId: string;
  language: string;
}

interface StoredMessage {
  conversationId: string;
  position: number;
  text: string;
}

/** Reads what responders preferred to what engines wrote. */
@Injectable()
export class PreferenceService {
  constructor(
    private readonly database: DataSource,
    private readonly deidentification: DeidentificationService,
  ) {}

  /**
   * All pairs, or null in the place of one in which today's recognizers find an identifier: what leaves the
   * installation is read once more.
   */
  async *preferences(): AsyncGenerator<Preference | null> {
    for (let after = ''; ;) {
      const corrections = await this.corrections(after);
      const last = corrections.at(-1);
      if (!last) return;
      after = last.conversationId;
      const byConversation = groupBy(corrections, ({ conversationId }) => conversationId);
      const texts = await this.texts([...byConversation.keys()]);
      for (const [id, own] of byConversation)
        for (const pair of preferencePairs(own))
          yield this.checked(pair, own[0]!.language, texts.get(id) ?? []);
    }
  }

  private checked(
    pair: PreferencePair,
    language: string,
    messages: readonly StoredMessage[],
  ): Preference | null {
    const { before, after, why, evidence, madeFrom } = pair;
    const textOf = new Map(messages.map(({ position, text }) => [position, text]));
    const quotes = evidence.map(({ message, start, end }) => (textOf.get(message) ?? '').slice(start, end));
    if ([...quotes, before, after].some((text) => this.deidentification.findsIdentifier(text))) return null;
    return {
      prompt: promptOf(madeFrom),
      language,
      evidence: quotes,
      chosen: after,
      rejected: before,
      why,
      edit: smallestEdit(before, after),
      provenance: madeFrom && withoutOmission(madeFrom),
    };
  }

  /** Those of the next conversations after an id, each conversation's oldest first. */
  private corrections(after: string): Promise<StoredCorrection[]> {
    return this.database.query(
      `SELECT conversation_id AS "conversationId", c.language, kind, before, after, why, evidence,
              made_from AS "madeFrom"
       FROM correction JOIN conversation c ON c.id = conversation_id
       WHERE conversation_id IN (
         SELECT DISTINCT conversation_id FROM correction
         WHERE kind = 'keyphrase_edited' AND conversation_id > $1 ORDER BY conversation_id LIMIT ${BATCH})
       ORDER BY conversation_id, correction.id`,
      [after],
    );
  }

  private async texts(ids: readonly string[]): Promise<Map<string, StoredMessage[]>> {
    const rows: StoredMessage[] = await this.database.query(
      `SELECT conversation_id AS "conversationId", position, text FROM message
       WHERE conversation_id = ANY($1::text[]) AND sender = 'texter'`,
      [ids],
    );
    return groupBy(rows, ({ conversationId }) => conversationId);
  }
}

/** The prompt that a phrase came of; null where none did, or where the local engine may have written it in part. */
function promptOf(madeFrom: Provenance | null): string | null {
  if (!madeFrom || madeFrom.degraded) return null;
  return madeFrom.prompt?.split(' ').find((reference) => reference.startsWith('keyphrases@')) ?? null;
}
