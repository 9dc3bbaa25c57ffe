import { dot, mean, normalise, pack, similarities } from './vectors.js';

const vector = (...numbers: number[]) => Float32Array.from(numbers);

describe('vectors', () => {
  it('give the dot product for lengths that are no multiple of four', () => {
    expect(dot(vector(1, 2, 3, 4, 5), vector(1, 1, 1, 1, 2))).toBe(20);
  });

  it('of different lengths are refused', () => {
    expect(() => dot(vector(1), vector(1, 2))).toThrow(RangeError);
    expect(() => pack([vector(1), vector(1, 2)])).toThrow(RangeError);
  });

  it('come to unit length, and a zero vector stays zero', () => {
    expect([...normalise(vector(3, 4))]).toEqual([expect.closeTo(0.6), expect.closeTo(0.8)]);
    expect([...normalise(vector(0, 0))]).toEqual([0, 0]);
  });

  it('have a mean that leans to the heavier one', () => {
    const [x, y] = mean([vector(1, 0), vector(0, 1)], [3, 1]);
    expect(x! / y!).toBeCloseTo(3);
  });

  it('packed row by row give each row its similarity', () => {
    expect([...similarities(pack([vector(1, 0), vector(0, 1)]), vector(0.2, 0.5))]).toEqual([
      expect.closeTo(0.2),
      expect.closeTo(0.5),
    ]);
  });
});
