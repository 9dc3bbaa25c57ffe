import type { DeidentificationService } from '../deidentification/deidentification.service.js';
import type { Redaction } from '../deidentification/deidentification.types.js';
import type { IncomingConversation } from './conversation.schema.js';
import type { Survey } from './conversation.entity.js';
import type { Transcript } from './conversation.types.js';
import { detectLanguage } from './language.js';

/** A conversation with what identifies people removed: what may be stored, queued and analysed. */
export interface DeidentifiedConversation {
  id: string;
  startedAt: string;
  endedAt: string | null;
  tags: string[];
  survey: Survey | null;
  transcript: Transcript;
  redactions: Redaction[];
}

/**
 * Removes what identifies people from an incoming conversation: its messages, and also its tags and survey
 * answers, which people type. The language is told from the raw words, since placeholders would blur it.
 */
export function deidentify(
  incoming: IncomingConversation,
  deidentification: DeidentificationService,
): DeidentifiedConversation {
  const words = incoming.messages.filter(({ from }) => from === 'texter').map(({ text }) => text);
  const { messages, redactions } = deidentification.deidentify(
    incoming.messages.map(({ from, at, text }) => ({ from, at: at ?? null, text })),
  );
  const clean = (text: string) =>
    deidentification.deidentify([{ from: 'texter', at: null, text }]).messages[0]?.text ?? '';
  const answers = Object.entries(incoming.survey ?? {}).flatMap(([group, answer]) =>
    answer ? [[group, clean(answer)] as const] : [],
  );
  return {
    id: incoming.id,
    startedAt: incoming.startedAt,
    endedAt: incoming.endedAt ?? null,
    tags: incoming.tags.map(clean),
    survey: answers.length > 0 ? Object.fromEntries(answers) : null,
    transcript: { language: detectLanguage(words), messages },
    redactions,
  };
}
