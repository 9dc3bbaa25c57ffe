import { z } from 'zod';

export const MAX_MESSAGES = 10_000;
export const MAX_MESSAGE_CHARACTERS = 4_000;

// Control characters never belong in a name, id or tag.

const CONTROL = /[\u0000-\u001f\u007f]/;

const characters = (limit: number) =>
  z
    .string(`expected text of at most ${limit} characters`)
    .min(1, 'expected at least 1 character')
    .max(limit, `expected at most ${limit} characters`)
    .refine((text) => !CONTROL.test(text), 'expected no control characters');

const word = (limit: number) => characters(limit).transform((text) => text.toWellFormed());

/** What tells one from another is kept as given or refused: put in order, two could become the same. */
const identity = (limit: number) =>
  characters(limit).refine(
    (text) => text.isWellFormed(),
    'expected whole characters, no half surrogate pair',
  );

/** Years that both JavaScript and PostgreSQL write in four digits, in UTC. */
const isStorable = (text: string) => {
  const year = new Date(text).getUTCFullYear();
  return year >= 1 && year <= 9999;
};

const moment = z.iso
  .datetime({ offset: true, error: 'expected a date and time with its zone, such as 2023-02-01T03:04:05Z' })
  .refine(isStorable, 'expected a date and time of the years 1 to 9999');

/** An absent field and one of null mean the same, and are the same from here on. */
const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);

/** PostgreSQL stores neither NUL nor half a surrogate pair; both become U+FFFD, so that no other character moves. */
const storable = (text: string) => text.replaceAll('\u0000', '\ufffd').toWellFormed();

const answer = optional(word(100));

const messageSchema = z.object(
  {
    from: z.enum(['texter', 'responder'], 'expected "texter" or "responder"'),
    at: optional(moment),
    text: z
      .string('expected text')
      .max(MAX_MESSAGE_CHARACTERS, `expected at most ${MAX_MESSAGE_CHARACTERS} characters`)
      .transform(storable),
  },
  'expected an object with from and text',
);

/** One conversation as it arrives: DESIGN's input contract. Unknown keys are ignored. */
export const conversationSchema = z.object(
  {
    id: identity(200),
    startedAt: moment,
    endedAt: optional(moment),
    texterId: optional(identity(200)),
    tags: z
      .array(word(100), 'expected a list of texts')
      .max(50, 'expected at most 50 tags')
      .nullish()
      .transform((tags) => tags ?? []),
    survey: z
      .object({ ageGroup: answer, genderIdentity: answer, ethnicity: answer }, 'expected an object')
      .nullish()
      .transform((survey) =>
        survey && Object.values(survey).some((given) => given !== null) ? survey : null,
      ),
    messages: z
      .array(messageSchema, 'expected a list of messages')
      .min(1, 'expected at least 1 message')
      .max(MAX_MESSAGES, `expected at most ${MAX_MESSAGES} messages`),
  },
  'expected a JSON object, one conversation',
);

/** A conversation that has passed the contract, still raw: it must not outlive the call that de-identifies it. */
export type IncomingConversation = z.output<typeof conversationSchema>;

/** Why an incoming conversation was refused. `reason` says what is expected and never quotes what came. */
export interface Refusal {
  status: 'refused';
  /** The conversation's id, where it has a usable one. */
  id: string | null;
  code: 'not_json' | 'not_utf8' | 'too_long' | 'invalid' | 'conflict';
  /** Where in the conversation, such as `messages[3].from`, or null for the whole. */
  field: string | null;
  reason: string;
}

/** Clocks and time zones may be wrong by so much; a date beyond it would be the newest for years. */
const MOST_AHEAD_MS = 24 * 60 * 60 * 1000;

/**
 * Checks one conversation against the contract.
 * @param now what a conversation's start and end may not lie more than a day ahead of
 */
export function parseConversation(
  input: unknown,
  now = new Date(),
): { status: 'valid'; conversation: IncomingConversation } | Refusal {
  const result = conversationSchema.safeParse(input);
  const issue = result.success ? issueOfTimes(result.data, now) : result.error.issues[0];
  if (result.success && !issue) return { status: 'valid', conversation: result.data };
  const id = z.object({ id: conversationSchema.shape.id }).safeParse(input);
  return {
    status: 'refused',
    id: id.success ? id.data.id : null,
    code: 'invalid',
    field: issue && issue.path.length > 0 ? fieldName(issue.path) : null,
    reason: issue?.message ?? 'does not match the contract',
  };
}

/** What is wrong with when it began and ended. A message's time may lie outside: senders' clocks differ. */
function issueOfTimes({ startedAt, endedAt }: IncomingConversation, now: Date) {
  const start = Date.parse(startedAt);
  const end = endedAt === null ? start : Date.parse(endedAt);
  const latest = now.getTime() + MOST_AHEAD_MS;
  const ahead = 'expected a time at most a day ahead of now';
  if (start > latest) return { path: ['startedAt'], message: ahead };
  if (end > latest) return { path: ['endedAt'], message: ahead };
  if (end < start) return { path: ['endedAt'], message: 'expected a time not before startedAt' };
  return undefined;
}

function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`))
    .join('');
}
