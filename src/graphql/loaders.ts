import DataLoader from 'dataloader';
import { In, type DataSource } from 'typeorm';
import { ConversationLabelEntity } from '../classification/conversation.label.entity.js';
import { ConversationEntity } from '../conversations/conversation.entity.js';
import { MessageEntity } from '../conversations/message.entity.js';
import { KeyphraseEntity } from '../keyphrases/keyphrase.entity.js';
import { PublicError } from '../operations/public.error.js';

/**
 * What belongs to conversations, read for all the conversations of one request at once: a statement for each
 * kind, however many conversations there are. One object a request, so that nothing outlives its caller.
 */
export class Loaders {
  /** A conversation by its id, or null. */
  readonly conversation: DataLoader<string, ConversationEntity | null>;
  /** A conversation's messages, in order. */
  readonly messages: DataLoader<string, MessageEntity[]>;
  /** A conversation's labels, highest score first. */
  readonly labels: DataLoader<string, ConversationLabelEntity[]>;
  /** A conversation's keyphrases with their vocabulary rows, most telling first. */
  readonly keyphrases: DataLoader<string, KeyphraseEntity[]>;

  constructor(database: DataSource) {
    this.conversation = new DataLoader(async (ids) => {
      const rows = await database.getRepository(ConversationEntity).findBy({ id: In([...ids]) });
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    });
    this.messages = byConversation((ids) =>
      database
        .getRepository(MessageEntity)
        .find({ where: { conversationId: In([...ids]) }, order: { position: 'ASC' } }),
    );
    this.labels = byConversation((ids) =>
      database
        .getRepository(ConversationLabelEntity)
        .find({ where: { conversationId: In([...ids]) }, order: { score: 'DESC', labelId: 'ASC' } }),
    );
    this.keyphrases = byConversation((ids) =>
      database.getRepository(KeyphraseEntity).find({
        where: { conversationId: In([...ids]) },
        relations: { vocabulary: true },
        order: { rank: 'ASC' },
      }),
    );
  }

  /** After a change of a conversation, what was read of it before does not count. */
  forget(id: string): void {
    for (const loader of [this.conversation, this.labels, this.keyphrases]) loader.clear(id);
  }

  /** @throws PublicError NOT_FOUND where there is none of this id */
  async storedConversation(id: string): Promise<ConversationEntity> {
    const conversation = await this.conversation.load(id);
    if (!conversation) throw new PublicError('NOT_FOUND', 'There is no conversation of this id', 'id');
    return conversation;
  }
}

function byConversation<Row extends { conversationId: string }>(
  find: (ids: readonly string[]) => Promise<Row[]>,
): DataLoader<string, Row[]> {
  return new DataLoader(async (ids) => {
    const rows = new Map(ids.map((id) => [id, [] as Row[]]));
    for (const row of await find(ids)) rows.get(row.conversationId)?.push(row);
    return ids.map((id) => rows.get(id) ?? []);
  });
}
