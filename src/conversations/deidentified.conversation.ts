import type { DeidentificationService, RawMessage } from '../deidentification/deidentification.service.js';
import type { ExplainedRedaction } from '../deidentification/deidentification.types.js';
import type { IncomingConversation } from './conversation.schema.js';
import type { Survey } from './conversation.entity.js';
import type { Sender, Transcript } from './conversation.types.js';
import { detectLanguage } from './language.js';

/** A conversation with what identifies people removed: what may be stored, queued and analysed. */
export interface DeidentifiedConversation {
  id: string;
  startedAt: string;
  endedAt: string | null;
  tags: string[];
  survey: Survey | null;
  transcript: Transcript;
  redactions: ExplainedRedaction[];
}

/**
 * Removes what identifies people from an incoming conversation: its messages, and also its tags and survey
 * answers, which people type. They are read as one conversation, so that a name found in a message goes from a
 * tag, too. The language is told from the raw words, since placeholders would blur it.
 * @throws PresidioError where an analyzer is set and does not answer
 */
export async function deidentify(
  incoming: IncomingConversation,
  deidentification: DeidentificationService,
): Promise<DeidentifiedConversation> {
  const answers = Object.entries(incoming.survey ?? {}).flatMap(([group, answer]) =>
    answer ? [{ group, answer }] : [],
  );
  const raw = incoming.messages.map(({ from, at, text }) => ({ from, at, text }));
  const extras = [...incoming.tags, ...answers.map(({ answer }) => answer)];
  const lead = setApart(extras, raw[0]?.from ?? 'texter');
  const { messages, redactions } = await deidentification.deidentify([...lead, ...raw]);
  const clean = messages.slice(0, lead.length).map(({ text }) => text);
  const survey = answers.map(
    ({ group }, index) => [group, clean[incoming.tags.length + index] ?? ''] as const,
  );
  const words = raw.filter(({ from }) => from === 'texter').map(({ text }) => text);
  return {
    id: incoming.id,
    startedAt: incoming.startedAt,
    endedAt: incoming.endedAt,
    tags: clean.slice(0, incoming.tags.length),
    survey: survey.length > 0 ? Object.fromEntries(survey) : null,
    transcript: {
      language: await detectLanguage(words),
      messages: messages
        .slice(lead.length)
        .map((message) => ({ ...message, position: message.position - lead.length })),
    },
    redactions: redactions.flatMap(({ message, ...redaction }) =>
      message < lead.length ? [] : [{ message: message - lead.length, ...redaction }],
    ),
  };
}

/**
 * Texts as messages before the first one, by alternating senders: a run of one sender's messages would be read
 * as one text.
 */
function setApart(texts: readonly string[], next: Sender): RawMessage[] {
  return texts.map((text, index) => {
    const apart = (texts.length - index) % 2 === 1;
    const from = apart === (next === 'texter') ? 'responder' : 'texter';
    return { from, at: null, text };
  });
}
