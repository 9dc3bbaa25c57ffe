import { seededRandom, shuffled } from '../../classification/training/random.js';
import type { Lexicon } from '../lexicon.js';
import type { Passage } from '../passage.js';
import { FEATURES, PassageFeatures, UNREAD } from './features.js';
import { type Tag, TAGS } from './tag.js';
import { Tagger } from './tagger.js';

/** A passage whose tokens people have tagged. */
export interface Lesson {
  passage: Passage;
  tags: readonly Tag[];
  /** What the recognizers made of each token. */
  rules: readonly number[];
}

export interface FitOptions {
  rounds: number;
  /** Step of the first update of a weight (AdaGrad, Duchi et al. 2011). */
  step: number;
  /** Weights are drawn to zero by this share of the step (L2). */
  decay: number;
  /** How often the lists are taken as lacking a token. */
  blindness: number;
  seed: number;
}

/** How often the tag of the token after is shown, as the tagger's second reading knows it and the first does not. */
const SHOWN = 0.5;

/** Fits the tagger's weights by stochastic gradient descent on the likelihood of the lessons' tags. */
export function fit(lessons: readonly Lesson[], lexicon: Lexicon, options: FitOptions): Float32Array {
  const { rounds, step, decay, blindness, seed } = options;
  // The mean over the later rounds wavers less than the last of them (Polyak and Juditsky 1992).
  const averaged = Math.ceil(rounds / 2);
  const weights = new Float32Array(FEATURES * TAGS.length);
  const squares = new Float32Array(weights.length).fill(1e-2);
  const tagger = new Tagger(weights);
  const random = seededRandom(seed);
  const sums = new Float32Array(weights.length);
  for (let round = 0; round < rounds; round += 1) {
    for (const { passage, tags, rules } of shuffled(lessons, random)) {
      const features = new PassageFeatures(
        passage,
        lexicon,
        rules,
        (i) => tags[i] !== 'none' && random() < blindness,
      );
      for (let at = 0; at < tags.length; at += 1) {
        const before = tagAt(tags, at - 1);
        if (before === 0 && tags[at] === 'none' && features.isPlain(at)) continue;
        const after = random() < SHOWN ? tagAt(tags, at + 1) : UNREAD;
        const observed = features.of(at, before, tagAt(tags, at - 2), after);
        const probabilities = tagger.probabilities(observed);
        const gold = tagAt(tags, at);
        for (let tag = 0; tag < TAGS.length; tag += 1) {
          const error = (tag === gold ? 1 : 0) - probabilities[tag]!;
          for (const feature of observed) {
            const place = feature * TAGS.length + tag;
            const gradient = error - decay * weights[place]!;
            squares[place]! += gradient * gradient;
            weights[place]! += (step * gradient) / Math.sqrt(squares[place]!);
          }
        }
      }
    }
    if (round >= rounds - averaged) weights.forEach((weight, place) => (sums[place]! += weight));
  }
  return sums.map((sum) => sum / averaged);
}

const tagAt = (tags: readonly Tag[], at: number): number => Math.max(0, TAGS.indexOf(tags[at] ?? 'none'));
