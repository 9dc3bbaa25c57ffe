/** Who wrote a message. */
export type Sender = 'texter' | 'responder';

/** A stretch of one message's de-identified text: `start` and `end` in UTF-16 code units, end exclusive. */
export interface Span {
  message: number;
  start: number;
  end: number;
}

/** A message after de-identification. `position` counts from 0 within its conversation. */
export interface Message {
  position: number;
  from: Sender;
  /** ISO 8601, or null where the sender's system gave none. */
  at: string | null;
  text: string;
}

/**
 * A de-identified conversation as the engines see it: the only form of a conversation's words that any
 * code past de-identification may hold.
 */
export interface Transcript {
  /** ISO 639-1 code of the main language, or `und` where there are too few words to tell. */
  language: string;
  messages: readonly Message[];
}

/** Where a result came from (promise 7): which engine, model, taxonomy and prompt, and whether it was a fallback. */
export interface Provenance {
  engine: 'local' | 'llm';
  model: string;
  taxonomy: string;
  prompt: string | null;
  degraded: boolean;
  /** Positions of the messages that a model was not shown, for the transcript was pruned; absent where it saw all. */
  leftOut?: readonly number[];
  /** Why it is degraded, as a named state such as `over_budget` or `timeout`. */
  reason?: string;
}
