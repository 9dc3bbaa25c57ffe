import type { CueHit } from '../../classification/cues.js';
import type { Reading } from '../../classification/reader.js';
import type { Message, Transcript } from '../../conversations/conversation.types.js';
import type { TaxonomyService } from '../../taxonomy/taxonomy.service.js';

/** A question waits for its answer over at most so many messages. */
const WAITS = 6;

/**
 * Positions of all messages with a cue of a risk label, said of whomever, denied or not; and, where the texter only
 * agrees, or the responder names what was told, of the responder's messages beside them.
 * @param reading of the same transcript
 */
export function riskMessages(
  { messages }: Transcript,
  { hits, conceptHits }: Reading,
  taxonomy: TaxonomyService,
): Set<number> {
  const indexOf = new Map(messages.map(({ position }, index) => [position, index]));
  const risky = new Set<number>();
  for (const hit of hits) {
    // A figure of speech (`this test killed me`) is a hit of no weight.
    if (hit.weight === 0 || !taxonomy.byId(hit.label)?.risk) continue;
    for (const message of exchangeOf(hit, messages, indexOf)) risky.add(message);
  }
  for (const { concept, sentence } of conceptHits) if (concept.risk) risky.add(sentence.message);
  return risky;
}

/** Where a cue stands; `more` is what was said with a mere yes, or told before the responder named it. */
function exchangeOf(
  { sentence, more }: CueHit,
  messages: readonly Message[],
  indexOf: ReadonlyMap<number, number>,
): number[] {
  const said = [sentence, ...(more ?? [])].map(({ message }) => message);
  if (!more) return said;
  const first = indexOf.get(sentence.message) ?? 0;
  const before = messages.slice(Math.max(0, first - WAITS), first);
  const question = before.findLast(({ from, text }) => from === 'responder' && text.includes('?'));
  const after = messages.slice(first).find(({ from }) => from === 'responder');
  return [...said, ...[question, after].flatMap((beside) => (beside ? [beside.position] : []))];
}
