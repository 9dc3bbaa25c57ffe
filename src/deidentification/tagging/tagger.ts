import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { packageRoot } from '../../config/paths.js';
import { type PassageFeatures, UNREAD } from './features.js';
import { type Tag, TAGS } from './tag.js';

/** Weights of the features, one for each tag, feature after feature; in a file they are bytes, in steps. */
export type Weights = Float32Array | Int8Array;

/** What a byte of the weights' file counts. */
const STEP = 1 / 64;

/** What is read as a name or as none with more than this certainty is not read again. */
const CERTAIN = 0.99;

/** What a token is read as, and how likely it is a name or place at all. */
export interface Tagged {
  tag: Tag;
  probability: number;
}

/** From which probability on a token is tagged. */
export interface Thresholds {
  /** Words that a list knows as a name or place, or that no dictionary knows. */
  likely: number;
  /** Everyday words that are names as well: `hope`, `summer`. */
  double: number;
  /** Other everyday words, which are rarely names. */
  everyday: number;
}

const PLAIN: Tagged = { tag: 'none', probability: 0 };

/** Where the weights lie, packed. */
export const WEIGHTS_FILE = join(packageRoot, 'src/deidentification/tagging/weights.gz');

/**
 * Tells names and places by what they are and by the words around them: a maximum-entropy Markov model
 * (McCallum, Freitag and Pereira 2000), read from left to right, then back to see what follows; fitted by
 * `npm run fit:tagger`.
 */
export class Tagger {
  /** @param step what one in the weights counts */
  constructor(
    private readonly weights: Weights,
    private readonly step = 1,
  ) {}

  static load(): Tagger {
    return new Tagger(new Int8Array(gunzipSync(readFileSync(WEIGHTS_FILE))), STEP);
  }

  /** @param count how many tokens the passage has */
  tag(features: PassageFeatures, count: number, thresholds: Thresholds): Tagged[] {
    const tagged: Tagged[] = [];
    let [before, earlier] = [0, 0];
    for (let at = 0; at < count; at += 1) {
      const threshold = thresholds[features.usage(at)];
      const next =
        before === 0 && features.isPlain(at)
          ? PLAIN
          : this.decide(features.of(at, before, earlier, UNREAD), threshold);
      tagged.push(next);
      earlier = before;
      before = TAGS.indexOf(next.tag);
    }
    this.readBack(features, tagged, thresholds);
    return tagged;
  }

  /** Reads what is uncertain again, from right to left, now that the tag of the token after is known. */
  private readBack(features: PassageFeatures, tagged: Tagged[], thresholds: Thresholds): void {
    const tagAt = (at: number): number => Math.max(0, TAGS.indexOf(tagged[at]?.tag ?? 'none'));
    for (let at = tagged.length - 1; at >= 0; at -= 1) {
      const own = tagged[at]!;
      const after = tagAt(at + 1);
      const certain = own.probability < 1 - CERTAIN || own.probability > CERTAIN;
      if (own === PLAIN || (certain && after === 0)) continue;
      tagged[at] = this.decide(
        features.of(at, tagAt(at - 1), tagAt(at - 2), after),
        thresholds[features.usage(at)],
      );
    }
  }

  private decide(features: readonly number[], threshold: number): Tagged {
    const probabilities = this.probabilities(features);
    let best = 1;
    for (let tag = 2; tag < TAGS.length; tag += 1) if (probabilities[tag]! > probabilities[best]!) best = tag;
    const probability = 1 - probabilities[0]!;
    return { tag: probability >= threshold ? TAGS[best]! : 'none', probability };
  }

  /** Of each tag; they sum to 1. */
  probabilities(features: readonly number[]): Float64Array {
    const { weights, step } = this;
    const scores = new Float64Array(TAGS.length);
    let highest = -Infinity;
    // Tag by tag, so that no addition waits for the weights of the feature before it to come from memory.
    for (let tag = 0; tag < TAGS.length; tag += 1) {
      let score = 0;
      for (let i = 0; i < features.length; i += 1) score += weights[features[i]! * TAGS.length + tag]!;
      scores[tag] = score * step;
      highest = Math.max(highest, scores[tag]!);
    }
    let sum = 0;
    for (let tag = 0; tag < TAGS.length; tag += 1) sum += scores[tag] = Math.exp(scores[tag]! - highest);
    for (let tag = 0; tag < TAGS.length; tag += 1) scores[tag]! /= sum;
    return scores;
  }
}

/** The weights in whole steps, which take a quarter of the room; the few beyond what a byte holds are cut. */
export const inSteps = (weights: Float32Array): Int8Array =>
  Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / STEP))));
