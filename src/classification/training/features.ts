import { mean } from '../../embeddings/vectors.js';
import type { Reading } from '../reader.js';
import type { LabelSignals } from '../scoring.js';

/**
 * What the head sees of a conversation: each label's similarity and cue, in the taxonomy's order, then the
 * direction of the salient utterances' vectors. All within -1..1.
 */
export function featuresOf(
  signals: readonly LabelSignals[],
  { salient }: Reading,
  dimensions: number,
): Float32Array {
  const features = new Float32Array(featureCount(signals.length, dimensions));
  signals.forEach(({ similarity, cue }, index) => {
    features[index] = similarity;
    features[signals.length + index] = cue;
  });
  if (salient.length > 0) {
    const vectors = salient.map(({ vector }) => vector);
    features.set(
      mean(
        vectors,
        salient.map(({ weight }) => weight),
      ),
      2 * signals.length,
    );
  }
  return features;
}

export function featureCount(labels: number, dimensions: number): number {
  return 2 * labels + dimensions;
}
