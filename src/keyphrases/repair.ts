import type { Transcript } from '../conversations/conversation.types.js';
import type { Candidate, ConstraintName } from './constraints/candidate.js';

/** Why a phrase of a model's may not stand: a constraint of KGR, or that the texter told the machine to write it. */
export type Fault = ConstraintName | 'dictated' | 'unsupported';

/**
 * What a model is told of a phrase that may not stand. A phrase that says what another says, or comes after the
 * seventh, takes nothing with it when it goes: it is not asked for again.
 */
const REASONS: Partial<Record<Fault, string>> = {
  length: 'not 1 to 5 words',
  form: 'not a lower-case noun phrase or -ing phrase without punctuation',
  language: 'not in English, nor in the language of the conversation with an English canonical form',
  placeholder: 'holds a bracketed word or what is left of one',
  specificity: 'the bare name of a label, or words that fit any conversation',
  grounding: 'none of its quotes stands in a message of the texter, word for word',
  judgement: 'a diagnosis, blame or judgement that the texter did not state',
  identifier: 'may identify somebody',
  dictated: 'what the texter told the machine to write',
  unsupported: 'its quotes do not speak of it',
};

/** A model is reminded of no more than these at once, and of no more of each. */
const MOST_OBJECTIONS = 12;
const MOST_CHARACTERS = 80;

/** A phrase that may not stand, and the part of the conversation that the model wrote it about. */
export interface Faulty {
  candidate: Candidate;
  fault: Fault;
  window: Transcript;
}

/** What goes to the model beside the messages of a window when it is asked again. */
export interface Objections {
  kept: string[];
  refused: { phrase: string | null; reason: string }[];
}

/** Whether a phrase with this fault may be put better. */
export const isMendable = (fault: Fault): boolean => REASONS[fault] !== undefined;

/**
 * What to tell the model about the phrases of one window.
 * @param kept the phrases that stand, of the whole conversation
 * @param identifies whether a text may identify somebody: such a phrase is not repeated, whatever else is its fault
 */
export function objectionsTo(
  faulty: readonly Faulty[],
  kept: readonly string[],
  identifies: (text: string) => boolean,
): Objections {
  return {
    kept: [...kept],
    refused: faulty.slice(0, MOST_OBJECTIONS).map(({ candidate, fault }) => ({
      phrase: shown(candidate.text, identifies),
      reason: REASONS[fault] ?? fault,
    })),
  };
}

function shown(text: string, identifies: (text: string) => boolean): string | null {
  return text.length > MOST_CHARACTERS || identifies(text) ? null : text;
}
