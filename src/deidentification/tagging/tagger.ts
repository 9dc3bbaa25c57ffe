import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { packageRoot } from '../../config/paths.js';
import { FEATURES, type PassageFeatures } from './features.js';
import { type Tag, TAGS } from './tag.js';

/** Weights of the features, one for each tag, feature after feature. */
export type Weights = Float32Array;

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

/** Where the packed weights lie: pairs of a feature's place and its weight. */
export const WEIGHTS_FILE = join(packageRoot, 'src/deidentification/tagging/weights.gz');

/**
 * Tells names and places by what they are and by the words around them: a maximum-entropy Markov model
 * (McCallum, Freitag and Pereira 2000), read from left to right, fitted by `npm run fit:tagger`.
 */
export class Tagger {
  constructor(private readonly weights: Weights) {}

  static load(): Tagger {
    return new Tagger(unpack(gunzipSync(readFileSync(WEIGHTS_FILE))));
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
          : this.decide(features.of(at, before, earlier), threshold);
      tagged.push(next);
      earlier = before;
      before = TAGS.indexOf(next.tag);
    }
    return tagged;
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
    const { weights } = this;
    const scores = new Float64Array(TAGS.length);
    let highest = -Infinity;
    // Tag by tag, so that no addition waits for the weights of the feature before it to come from memory.
    for (let tag = 0; tag < TAGS.length; tag += 1) {
      let score = 0;
      for (let i = 0; i < features.length; i += 1) score += weights[features[i]! * TAGS.length + tag]!;
      scores[tag] = score;
      highest = Math.max(highest, score);
    }
    let sum = 0;
    for (let tag = 0; tag < TAGS.length; tag += 1) sum += scores[tag] = Math.exp(scores[tag]! - highest);
    for (let tag = 0; tag < TAGS.length; tag += 1) scores[tag]! /= sum;
    return scores;
  }
}

/** The weights that matter, as pairs of place (uint32) and weight (float32). */
export function pack(weights: Weights, least: number): Buffer {
  const kept = [...weights.keys()].filter((place) => Math.abs(weights[place]!) >= least);
  const packed = Buffer.alloc(kept.length * 8);
  kept.forEach((place, row) => {
    packed.writeUInt32LE(place, row * 8);
    packed.writeFloatLE(weights[place]!, row * 8 + 4);
  });
  return packed;
}

function unpack(packed: Buffer): Weights {
  const weights = new Float32Array(FEATURES * TAGS.length);
  for (let row = 0; row < packed.length; row += 8)
    weights[packed.readUInt32LE(row)] = packed.readFloatLE(row + 4);
  return weights;
}
