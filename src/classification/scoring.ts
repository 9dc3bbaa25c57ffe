import type { Span } from '../conversations/conversation.types.js';
import type { Sentence, Utterance } from '../conversations/utterances.js';
import type { Label } from '../taxonomy/taxonomy.types.js';
import type { LabelScore } from './classification.types.js';
import type { CueHit } from './cues.js';
import { familyOf, mergeSpans } from './hierarchy.js';
import { type Calibration, probabilityOf } from './training/calibration.js';
import { logOdds } from './training/logistic.js';

/** An embedded utterance with what its exemplars say. */
export interface ReadUtterance {
  utterance: Utterance;
  /** 0..1; 1 for the message that presents the issue. */
  weight: number;
  /** For each label, in the taxonomy's order. */
  probabilities: Float32Array;
}

/** What speaks for one label in one conversation. */
export interface LabelSignals {
  id: string;
  /** From exemplars, 0..1. */
  similarity: number;
  /** From cues, 0..1. */
  cue: number;
  evidence: Span[];
}

/** Labels of the texter's own state: what is said of another does not make them hold. */
const OWN_STATE: ReadonlySet<string> = new Set([
  'suicide',
  'self_harm',
  'depressed',
  'anxiety_stress',
  'eating_body_image',
  'isolated',
]);

/**
 * Families that are told by what is lacking: `my friends don't put in any effort`, `they won't accept that im bi`.
 * A denied cue says nothing there against what the utterance sounds like.
 */
const TOLD_BY_LACK: ReadonlySet<string> = new Set(['relationship', 'gender_sexual_identity']);

/** What is left of a signal that the texter denies, or says of somebody else. */
const DENIED = 0.1;
const OTHERS = 0.15;

/** What is left of a cue or of likeness that stands alone in passing, and of likeness that no cue bears out. */
const PASSING = 0.6;
const UNCUED = 0.85;

/**
 * From what signals come to, which is too sure of itself, to a probability. Fitted by `npm run fit:calibration` on
 * labelled conversations that were read while the engine was made.
 */
const CALIBRATION: Calibration = { method: 'platt', slope: 1.149, intercept: -0.452 };

/** Fewer words than these leave open what they are about: likeness that no cue bears out counts by their share. */
const BRIEF = 6;

/** Online exploitation is not told without its words (images, chats, threats to share): mere likeness says less. */
const UNCUED_ONLINE = 0.6;

/** Up to this weight a cue is a hint. */
const HINT = 0.4;

/** Likeness from which a cue is borne out. */
const BORNE_OUT = 0.15;

/** From this probability on an utterance is evidence of its own. */
const TELLING = 0.2;

/**
 * Weighs the cues and exemplars of a conversation for every label, in the taxonomy's order.
 * @param presenting the sentences with which the texter presents the issue
 */
export function signalsOf(
  labels: readonly Label[],
  hits: readonly CueHit[],
  utterances: readonly ReadUtterance[],
  presenting: ReadonlySet<Sentence>,
): LabelSignals[] {
  return labels.map(({ id, risk }, index) => {
    const own = hits.filter(({ label }) => label === id);
    const family = hits.filter(({ label }) => familyOf(label) === familyOf(id));
    const shares = utterances.map(({ utterance, weight, probabilities }) => ({
      utterance,
      probability:
        weight *
        probabilities[index]! *
        credit(id, utterance, family) *
        (own.length > 0 ? 1 : clarity(utterance)),
    }));
    const remark = !risk && isRemark(own, shares, presenting);
    const similarity = anyOf(shares.map(({ probability }) => probability)) * (remark ? PASSING : 1);
    const passing = !risk && similarity < BORNE_OUT && isPassing(own, presenting);
    return {
      id,
      similarity: own.length > 0 ? similarity : uncued(id) * similarity,
      cue: anyOf(cueStrengths(id, own)) * (passing ? PASSING : 1),
      evidence: evidenceOf(id, own, shares),
    };
  });
}

/** How far an utterance can be judged by what it sounds like, 0..1. */
const clarity = ({ words }: Utterance): number => Math.min(1, words / BRIEF);

function uncued(id: string): number {
  return id === 'abuse_sexual.online_exploitation' ? UNCUED_ONLINE : UNCUED;
}

/** Whether a label is named in one sentence only, and not where the texter presents the issue. */
function isPassing(hits: readonly CueHit[], presenting: ReadonlySet<Sentence>): boolean {
  const sentences = new Set(hits.map(({ sentence }) => sentence));
  return sentences.size === 1 && ![...sentences].some((sentence) => presenting.has(sentence));
}

/** Whether one utterance alone sounds like a label, not where the texter presents the issue, and no more than a hint bears it out. */
function isRemark(
  hits: readonly CueHit[],
  shares: readonly { utterance: Utterance; probability: number }[],
  presenting: ReadonlySet<Sentence>,
): boolean {
  const alike = shares.filter(({ probability }) => probability >= BORNE_OUT);
  return (
    alike.length === 1 &&
    !alike[0]!.utterance.sentences.some((sentence) => presenting.has(sentence)) &&
    hits.every(({ weight }) => weight <= HINT)
  );
}

/** Fuses the signals of each label into one score, a probability. */
export function fuse(signals: readonly LabelSignals[]): LabelScore[] {
  return signals.map((signal) => ({
    id: signal.id,
    score: probabilityOf(CALIBRATION, oddsOf(signal)),
    evidence: signal.evidence,
  }));
}

/** What the signals of a label come to, as log-odds, before calibration. */
export function oddsOf({ similarity, cue }: LabelSignals): number {
  return logOdds(anyOf([similarity, 0.9 * cue]));
}

/**
 * The strongest cue counts in full, what repeats it in another sentence by half, in the same one hardly. Hints
 * do not add up: a texter who names a boyfriend eight times need not have trouble with him.
 */
function cueStrengths(id: string, hits: readonly CueHit[]): number[] {
  const seen = new Set<CueHit['sentence']>();
  return hits
    .map((hit) => ({ hit, strength: strengthOf(id, hit) }))
    .toSorted((a, b) => b.strength - a.strength)
    .filter(({ hit }, rank) => rank === 0 || hit.weight > HINT)
    .map(({ hit, strength }, rank) => {
      const again = seen.has(hit.sentence);
      seen.add(hit.sentence);
      return strength * (rank === 0 ? 1 : again ? 0.15 : 0.5);
    });
}

function strengthOf(id: string, { weight, denied, voice }: CueHit): number {
  return weight * (denied ? DENIED : 1) * (voice === 'other' && OWN_STATE.has(familyOf(id)) ? OTHERS : 1);
}

/** How far an utterance's likeness to a label's exemplars counts, when its cues for the label's family are denied or about another. */
function credit(id: string, utterance: Utterance, family: readonly CueHit[]): number {
  if (TOLD_BY_LACK.has(familyOf(id))) return 1;
  const here = family.filter(({ sentence }) => utterance.sentences.includes(sentence));
  if (here.length === 0) return 1;
  return Math.max(...here.map((hit) => strengthOf(id, { ...hit, weight: 1 })));
}

/** The probability that at least one of independent signals is right. */
function anyOf(probabilities: readonly number[]): number {
  return 1 - probabilities.reduce((none, probability) => none * (1 - probability), 1);
}

function evidenceOf(
  id: string,
  hits: readonly CueHit[],
  shares: readonly { utterance: Utterance; probability: number }[],
): Span[] {
  const fromCues = hits
    .toSorted((a, b) => strengthOf(id, b) - strengthOf(id, a))
    .filter((hit) => strengthOf(id, hit) >= 0.2)
    .flatMap(({ sentence, more = [] }) => [sentence, ...more]);
  // Where a cue speaks, its sentence is the evidence, and not what stands around it.
  const ranked = shares
    .filter(({ utterance }) => !utterance.sentences.some((sentence) => fromCues.includes(sentence)))
    .toSorted((a, b) => b.probability - a.probability);
  const best = ranked.filter(
    ({ probability }, rank) => probability >= TELLING || (rank === 0 && fromCues.length === 0),
  );
  const fromExemplars = best.flatMap(({ utterance }) => utterance.sentences);
  return mergeSpans(
    [...fromCues, ...fromExemplars].map(({ message, start, end }) => ({ message, start, end })),
  );
}
