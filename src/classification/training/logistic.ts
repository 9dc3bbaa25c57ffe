import { dotAt } from '../../embeddings/vectors.js';
import type { Lesson } from './lesson.js';

/** Log-odds of an untrained score beyond these bounds say no more: the engine is never surer than 199 to 1. */
const SUREST = 0.995;

/** Strength of the penalty: each weight is worth about one example for every tenth that it strays by. */
const PENALTY = 10;
const RATE = 0.05;

export function sigmoid(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** The log-odds of a score of the untrained engine, within bounds. */
export function logOdds(score: number): number {
  const bounded = Math.min(SUREST, Math.max(1 - SUREST, score));
  return Math.log(bounded / (1 - bounded));
}

/**
 * Log-odds of several labels, stacked on the untrained engine: scale * its log-odds + bias + weights * features.
 * As begun, with scale 1 and nothing else, it says what the untrained engine says.
 */
export class LogisticHead {
  /** One row of weights a label. */
  readonly weights: Float32Array;
  readonly scales: Float64Array;
  readonly biases: Float64Array;

  constructor(
    readonly labels: number,
    readonly features: number,
  ) {
    this.weights = new Float32Array(labels * features);
    this.scales = new Float64Array(labels).fill(1);
    this.biases = new Float64Array(labels);
  }

  /** @param untrained the untrained engine's log-odds of that label */
  odds(label: number, untrained: number, features: Float32Array): number {
    const learnt = dotAt(this.weights, label * this.features, features, features.length);
    return this.scales[label]! * untrained + this.biases[label]! + learnt;
  }

  weightsOf(label: number): Float32Array {
    return this.weights.subarray(label * this.features, (label + 1) * this.features);
  }

  copy(): LogisticHead {
    return LogisticHead.mean([this]);
  }

  /** The head whose log-odds are the mean of several heads' (bagging of linear models, Breiman 1996). */
  static mean(heads: readonly LogisticHead[]): LogisticHead {
    const { labels, features } = heads[0]!;
    const mean = new LogisticHead(labels, features);
    mean.scales.fill(0);
    for (const part of ['weights', 'scales', 'biases'] as const)
      for (const head of heads)
        for (let i = 0; i < mean[part].length; i++) mean[part][i]! += head[part][i]! / heads.length;
    return mean;
  }
}

/**
 * Fits a head by stochastic gradients in small batches with AdaGrad steps (Duchi et al. 2011): weighted logistic
 * loss, and an L2 penalty that draws it back to what the untrained engine says.
 */
export class LogisticFit {
  readonly head: LogisticHead;
  private readonly gradient: Float32Array;
  private readonly squares: Float32Array;
  private readonly own: Record<'scales' | 'biases', { gradient: Float64Array; squares: Float64Array }>;
  private held = 0;

  /** @param examples how many lessons a pass has: the penalty is spread over them */
  constructor(
    labels: number,
    features: number,
    private readonly examples: number,
  ) {
    this.head = new LogisticHead(labels, features);
    this.gradient = new Float32Array(labels * features);
    this.squares = new Float32Array(labels * features).fill(1e-6);
    const numbers = () => ({
      gradient: new Float64Array(labels),
      squares: new Float64Array(labels).fill(1e-6),
    });
    this.own = { scales: numbers(), biases: numbers() };
  }

  /**
   * Takes an example of one label into the batch.
   * @returns its log loss before the batch, unweighted
   */
  add(
    label: number,
    { features }: Pick<Lesson, 'features'>,
    untrained: number,
    given: boolean,
    weight: number,
  ): number {
    const odds = this.head.odds(label, untrained, features);
    const slope = weight * (sigmoid(odds) - (given ? 1 : 0));
    addScaled(this.gradient, label * this.head.features, features, slope);
    this.own.scales.gradient[label]! += slope * untrained;
    this.own.biases.gradient[label]! += slope;
    return lossOf(odds, given);
  }

  /** Ends a lesson. */
  next(batch: number): void {
    this.held++;
    if (this.held >= batch) this.step();
  }

  /** One step down the batch's mean gradient. */
  step(): void {
    if (this.held === 0) return;
    const penalty = PENALTY / this.examples;
    descend(this.head.weights, this.gradient, this.squares, this.held, penalty, 0);
    descend(this.head.scales, this.own.scales.gradient, this.own.scales.squares, this.held, penalty, 1);
    descend(this.head.biases, this.own.biases.gradient, this.own.biases.squares, this.held, 0, 0);
    this.held = 0;
  }
}

/** Adds a multiple of the features to a row of the gradient. A function of its own, which V8 makes fast. */
function addScaled(into: Float32Array, start: number, features: Float32Array, factor: number): void {
  for (let i = 0, at = start; i < features.length; i++, at++) into[at] = into[at]! + factor * features[i]!;
}

/** Log loss of one example: log(1 + exp(-odds)) where the label was given, log(1 + exp(odds)) where not. */
export function lossOf(odds: number, given: boolean): number {
  const wrong = given ? -odds : odds;
  return Math.max(0, wrong) + Math.log1p(Math.exp(-Math.abs(wrong)));
}

type Numbers = Float32Array | Float64Array;

/** An AdaGrad step of every parameter; the gradient is empty afterwards. */
function descend(
  values: Numbers,
  gradient: Numbers,
  squares: Numbers,
  examples: number,
  penalty: number,
  centre: number,
): void {
  for (let i = 0; i < values.length; i++) {
    const slope = gradient[i]! / examples + penalty * (values[i]! - centre);
    squares[i]! += slope * slope;
    values[i]! -= (RATE * slope) / Math.sqrt(squares[i]!);
    gradient[i] = 0;
  }
}
