import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { toRedaction } from '../deidentification/redaction.js';
import { ConversationEntity } from './conversation.entity.js';
import type { Transcript } from './conversation.types.js';
import type { DeidentifiedConversation } from './deidentified.conversation.js';
import { MessageEntity } from './message.entity.js';

/** A de-identified conversation with its keyed hashes, ready to be stored. */
export interface NewConversation {
  conversation: DeidentifiedConversation;
  texterHash: string | null;
  contentHash: string;
}

/** `accepted`: stored now; `unchanged`: stored before with the same content; `conflict`: with other content. */
export type Stored = 'accepted' | 'unchanged' | 'conflict';

/** Reads and writes conversations and their messages. */
@Injectable()
export class ConversationStore {
  constructor(private readonly database: DataSource) {}

  /** Stores conversations that are not there yet, all in one transaction; one answer each, in order. */
  insert(arrivals: readonly NewConversation[]): Promise<Stored[]> {
    return this.database.transaction(async (manager) => {
      const hashes = await this.contentHashes(manager, arrivals);
      const inserted: DeidentifiedConversation[] = [];
      const outcomes: Stored[] = [];
      // In one order of ids everywhere, so that two batches with common ids never wait for each other.
      const ordered = [...arrivals.entries()].toSorted(([, a], [, b]) =>
        compare(a.conversation.id, b.conversation.id),
      );
      for (const [index, arrival] of ordered) {
        const known = hashes.get(arrival.conversation.id);
        if (known === undefined && (await this.insertRow(manager, arrival))) {
          hashes.set(arrival.conversation.id, arrival.contentHash);
          inserted.push(arrival.conversation);
          outcomes[index] = 'accepted';
        } else {
          // Another process may have stored it between the look and the insert; its hash then decides.
          const stored = known ?? (await this.contentHashes(manager, [arrival])).get(arrival.conversation.id);
          outcomes[index] = stored === arrival.contentHash ? 'unchanged' : 'conflict';
        }
      }
      await this.insertMessages(manager, inserted);
      return outcomes;
    });
  }

  /** The stored words of a conversation, or null where there is none of that id. */
  async transcript(id: string): Promise<Transcript | null> {
    // Apart, since a join would repeat the whole conversation's row with each of its messages.
    const conversation = await this.database
      .getRepository(ConversationEntity)
      .findOne({ select: { id: true, language: true }, where: { id } });
    if (!conversation) return null;
    const messages = await this.database
      .getRepository(MessageEntity)
      .find({ where: { conversationId: id }, order: { position: 'ASC' } });
    return {
      language: conversation.language,
      messages: messages.map(({ position, sender, at, text }) => ({
        position,
        from: sender,
        at: at?.toISOString() ?? null,
        text,
      })),
    };
  }

  private async contentHashes(
    manager: EntityManager,
    arrivals: readonly NewConversation[],
  ): Promise<Map<string, string>> {
    const rows: { id: string; content_hash: string }[] = await manager.query(
      'SELECT id, content_hash FROM conversation WHERE id = ANY($1)',
      [arrivals.map(({ conversation }) => conversation.id)],
    );
    return new Map(rows.map(({ id, content_hash }) => [id, content_hash]));
  }

  private async insertRow(manager: EntityManager, arrival: NewConversation): Promise<boolean> {
    const { conversation, texterHash, contentHash } = arrival;
    const { raw } = await manager
      .createQueryBuilder()
      .insert()
      .into(ConversationEntity)
      .values({
        id: conversation.id,
        contentHash,
        texterHash,
        startedAt: new Date(conversation.startedAt),
        endedAt: conversation.endedAt ? new Date(conversation.endedAt) : null,
        language: conversation.transcript.language,
        tags: conversation.tags,
        survey: conversation.survey,
        redactions: conversation.redactions.map(toRedaction),
      })
      .orIgnore()
      .returning('id')
      .execute();
    return Array.isArray(raw) && raw.length > 0;
  }

  /** All messages in one statement, since a statement each would cost more than everything else. */
  private async insertMessages(
    manager: EntityManager,
    conversations: readonly DeidentifiedConversation[],
  ): Promise<void> {
    const rows = conversations.flatMap(({ id, transcript }) =>
      transcript.messages.map((message) => ({ id, ...message })),
    );
    if (rows.length === 0) return;
    await manager.query(
      `INSERT INTO ${manager.getRepository(MessageEntity).metadata.tableName}
         (conversation_id, position, sender, at, text)
       SELECT * FROM unnest($1::text[], $2::int[], $3::text[], $4::timestamptz[], $5::text[])`,
      [
        rows.map(({ id }) => id),
        rows.map(({ position }) => position),
        rows.map(({ from }) => from),
        // PostgreSQL knows fewer offsets and fractions than the contract; this form it always takes.
        rows.map(({ at }) => (at === null ? null : new Date(at).toISOString())),
        rows.map(({ text }) => text),
      ],
    );
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
