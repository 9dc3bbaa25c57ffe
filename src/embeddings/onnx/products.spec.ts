import { dot, pack } from '../vectors.js';
import { Products } from './products.js';

describe('products of a matrix with vectors', () => {
  const rows = Array.from({ length: 5 }, (_, row) => Float32Array.of(row, 1 - row, row / 7));

  it('are the dot products with its rows, in order', async () => {
    const products = await Products.of(pack(rows));
    const vectors = [Float32Array.of(1, 2, 3), Float32Array.of(-1, 0.5, 0)];
    const results = await products.with(vectors);
    expect(results).toHaveLength(2);
    results.forEach((result, index) => {
      expect(result).toHaveLength(rows.length);
      rows.forEach((row, at) => expect(result[at]).toBeCloseTo(dot(row, vectors[index]!), 5));
    });
  });

  it('are none for no vectors, and refused for vectors of another length', async () => {
    const products = await Products.of(pack(rows));
    expect(await products.with([])).toEqual([]);
    await expect(products.with([new Float32Array(4)])).rejects.toThrow(RangeError);
  });
});
