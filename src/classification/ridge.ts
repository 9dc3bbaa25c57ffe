import type { Matrix } from '../embeddings/vectors.js';

export interface RidgeFit {
  /** One row of weights for each class, row after row. */
  weights: Float32Array;
  biases: Float32Array;
  /** For each input its score in each class, from a fit that had not seen that input. */
  leftOut: Float64Array[];
}

/**
 * Ridge regression of one-hot classes on vectors (regularised least squares, one against the rest), in its
 * dual form with the exact leave-one-out scores (Rifkin and Klautau 2004, "In defense of one-vs-all
 * classification"; Rifkin and Lippert 2007, "Notes on regularized least squares", MIT-CSAIL-TR-2007-025).
 * Costs n³/3 multiplications for n inputs: 0.3 s for 900.
 * @param products the inputs' inner products
 * @param classOf the class of each row
 * @param lambda strength of the regularisation; vectors of unit length call for about 1
 */
export function fitRidge(
  inputs: Matrix,
  products: Float64Array,
  classOf: readonly number[],
  classes: number,
  lambda: number,
): RidgeFit {
  const n = inputs.rows;
  const lower = cholesky(regularised(products, n, lambda), n);
  const inverse = invertLower(lower, n);
  const diagonal = inverseDiagonal(inverse, n);
  const leftOut = Array.from({ length: n }, () => new Float64Array(classes));
  const weights = new Float32Array(classes * inputs.dimensions);
  const biases = new Float32Array(classes);
  for (let label = 0; label < classes; label++) {
    const target = Float64Array.from(classOf, (value) => (value === label ? 1 : 0));
    const alpha = solve(inverse, target, n);
    for (let i = 0; i < n; i++) {
      leftOut[i]![label] = target[i]! - alpha[i]! / diagonal[i]!;
      biases[label]! += alpha[i]!;
      const row = i * inputs.dimensions;
      for (let d = 0; d < inputs.dimensions; d++)
        weights[label * inputs.dimensions + d]! += alpha[i]! * inputs.data[row + d]!;
    }
  }
  return { weights, biases, leftOut };
}

/** Inner products of all pairs of rows, n × n. */
export function innerProducts({ data, rows: n, dimensions }: Matrix): Float64Array {
  const result = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let d = 0; d < dimensions; d++) sum += data[i * dimensions + d]! * data[j * dimensions + d]!;
      result[i * n + j] = sum;
      result[j * n + i] = sum;
    }
  return result;
}

/** One more for the bias everywhere, lambda more on the diagonal. */
function regularised(products: Float64Array, n: number, lambda: number): Float64Array {
  return products.map((value, index) => value + 1 + (index % (n + 1) === 0 ? lambda : 0));
}

/** The lower triangle L with L·Lᵀ = A, in place of A. */
function cholesky(matrix: Float64Array, n: number): Float64Array {
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[i * n + k]! * matrix[j * n + k]!;
      matrix[i * n + j] = i === j ? Math.sqrt(sum) : sum / matrix[j * n + j]!;
    }
  return matrix;
}

/** The inverse of a lower triangle, stored by columns: entry (i, j) at j·n + i, so that loops run along memory. */
function invertLower(lower: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    const column = j * n;
    inverse[column + j] = 1 / lower[j * n + j]!;
    for (let i = j + 1; i < n; i++) {
      let sum = 0;
      for (let k = j; k < i; k++) sum -= lower[i * n + k]! * inverse[column + k]!;
      inverse[column + i] = sum / lower[i * n + i]!;
    }
  }
  return inverse;
}

/** The diagonal of A⁻¹ = L⁻ᵀ·L⁻¹. */
function inverseDiagonal(inverse: Float64Array, n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, j) => {
    let sum = 0;
    for (let i = j; i < n; i++) sum += inverse[j * n + i]! ** 2;
    return sum;
  });
}

/** A⁻¹·b by way of L⁻¹. */
function solve(inverse: Float64Array, target: Float64Array, n: number): Float64Array {
  const forward = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    const value = target[j]!;
    if (value !== 0) for (let i = j; i < n; i++) forward[i]! += inverse[j * n + i]! * value;
  }
  return Float64Array.from({ length: n }, (_, j) => {
    let sum = 0;
    for (let i = j; i < n; i++) sum += inverse[j * n + i]! * forward[i]!;
    return sum;
  });
}
