import { LogisticFit, LogisticHead, logOdds, lossOf, sigmoid } from './logistic.js';

describe('the logistic head', () => {
  it('says what the untrained engine says before it has learnt', () => {
    const head = new LogisticHead(2, 3);
    expect(sigmoid(head.odds(1, logOdds(0.3), new Float32Array(3)))).toBeCloseTo(0.3, 9);
  });

  it('has the log loss of its odds, also far out', () => {
    expect(lossOf(0, true)).toBeCloseTo(Math.LN2, 12);
    expect(lossOf(2, false)).toBeCloseTo(-Math.log(1 - sigmoid(2)), 12);
    expect(lossOf(800, false)).toBe(800);
  });

  it('ends where the penalised loss has no slope, checked by finite differences', () => {
    const examples = [
      { features: Float32Array.of(1, 0.5, -1), untrained: 1, given: true, weight: 2 },
      { features: Float32Array.of(-1, 0.25, 1), untrained: -0.5, given: false, weight: 1 },
      { features: Float32Array.of(0.5, -1, 0.5), untrained: 0.5, given: true, weight: 1 },
      { features: Float32Array.of(0.25, 1, 0.75), untrained: 0.25, given: false, weight: 3 },
    ];
    const fit = new LogisticFit(1, 3, examples.length);
    for (let step = 0; step < 20_000; step++) {
      for (const example of examples) {
        fit.add(0, example, example.untrained, example.given, example.weight);
        fit.next(examples.length);
      }
    }
    const { head } = fit;
    const objective = (weights: readonly number[], scale: number, bias: number) => {
      const losses = examples.map(({ features, untrained, given, weight }) => {
        const odds = scale * untrained + bias + weights.reduce((sum, w, i) => sum + w * features[i]!, 0);
        return weight * -Math.log(given ? sigmoid(odds) : 1 - sigmoid(odds));
      });
      const strayed = weights.reduce((sum, w) => sum + w * w, 0) + (scale - 1) ** 2;
      return losses.reduce((sum, loss) => sum + loss, 0) / 4 + ((10 / 4) * strayed) / 2;
    };
    const at = [...head.weights, head.scales[0]!, head.biases[0]!];
    const value = (point: readonly number[]) => objective(point.slice(0, 3), point[3]!, point[4]!);
    expect(value(at)).toBeLessThan(value([0, 0, 0, 1, 0]));
    at.forEach((_, index) => {
      const moved = (by: number) => value(at.map((each, i) => (i === index ? each + by : each)));
      expect(Math.abs((moved(1e-4) - moved(-1e-4)) / 2e-4)).toBeLessThan(1e-3);
    });
  });

  it('is, as a mean of heads, the mean of their odds', () => {
    const [a, b] = [new LogisticHead(1, 2), new LogisticHead(1, 2)];
    a.weights.set([1, 2]);
    b.weights.set([3, -1]);
    b.biases[0] = 4;
    b.scales[0] = 2;
    const features = Float32Array.of(0.5, 0.25);
    const mean = LogisticHead.mean([a, b]).odds(0, 0.7, features);
    expect(mean).toBeCloseTo((a.odds(0, 0.7, features) + b.odds(0, 0.7, features)) / 2, 6);
  });
});
