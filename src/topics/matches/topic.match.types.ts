import type { Provenance } from '../../conversations/conversation.types.js';
import type { Nearness } from '../similarity.js';
import type { LabelSuggestion, PhraseSuggestion } from '../topic.types.js';

/** A phrase near a topic, and why it is listed. */
export interface MatchingPhrase extends PhraseSuggestion, Nearness {
  /** Whether a model says that it belongs to the topic. Nothing is found by it for that alone. */
  proposed: boolean;
}

/** What a topic is matched against, each list nearest first. */
export interface TopicMatches {
  labels: LabelSuggestion[];
  phrases: MatchingPhrase[];
  /** Of the proposals: `local` where there is no model, and none are made. */
  provenance: Provenance;
}
