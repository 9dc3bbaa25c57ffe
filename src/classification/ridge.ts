import { type Matrix, rowsOf } from '../embeddings/vectors.js';

export interface RidgeFit {
  /** One row of weights for each class, row after row. */
  weights: Float32Array;
  biases: Float32Array;
  /** For each input its score in each class, from a fit that had not seen that input. */
  leftOut: Float64Array[];
}

/**
 * Ridge regression of one-hot classes on vectors (regularised least squares, one against the rest) with the exact
 * leave-one-out scores (Rifkin and Klautau 2004, "In defense of one-vs-all classification"; Rifkin and Lippert 2007,
 * "Notes on regularized least squares", MIT-CSAIL-TR-2007-025). In its primal form: costs n·d² multiplications for n
 * inputs of d numbers, so that exemplars may be many.
 * @param classOf the class of each row
 * @param lambda strength of the regularisation, of the bias too; vectors of unit length call for about 1
 */
export function fitRidge(
  inputs: Matrix,
  classOf: readonly number[],
  classes: number,
  lambda: number,
): RidgeFit {
  const rows = withOne(inputs);
  const size = inputs.dimensions + 1;
  const inverse = invertLower(cholesky(regularised(rows, size, lambda), size), size);
  const solutions = Array.from({ length: classes }, (_, label) =>
    solve(
      inverse,
      sumOf(
        rows.filter((_row, i) => classOf[i] === label),
        size,
      ),
      size,
    ),
  );
  const weights = new Float32Array(classes * inputs.dimensions);
  solutions.forEach((solution, label) => weights.set(solution.subarray(0, -1), label * inputs.dimensions));
  const leftOut = rows.map((row, i) => {
    const half = multiply(inverse, row, size);
    const leverage = inner(half, half);
    return Float64Array.from(solutions, (solution, label) => {
      const target = classOf[i] === label ? 1 : 0;
      return (inner(solution, row) - leverage * target) / (1 - leverage);
    });
  });
  return { weights, biases: Float32Array.from(solutions, (solution) => solution.at(-1)!), leftOut };
}

/** The rows with a last number of one, for the bias. */
function withOne(inputs: Matrix): Float64Array[] {
  return rowsOf(inputs).map((row) => {
    const longer = new Float64Array(row.length + 1).fill(1);
    longer.set(row);
    return longer;
  });
}

/** AᵀA with lambda more on the diagonal, for the rows of A; its lower triangle alone. */
function regularised(rows: readonly Float64Array[], size: number, lambda: number): Float64Array {
  const result = new Float64Array(size * size);
  for (const row of rows)
    for (let i = 0; i < size; i++) {
      const factor = row[i]!;
      const at = i * size;
      for (let j = 0; j <= i; j++) result[at + j]! += factor * row[j]!;
    }
  for (let i = 0; i < size; i++) result[i * size + i]! += lambda;
  return result;
}

function sumOf(rows: readonly Float64Array[], size: number): Float64Array {
  const sum = new Float64Array(size);
  for (const row of rows) for (let i = 0; i < size; i++) sum[i]! += row[i]!;
  return sum;
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
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

/** L⁻¹·b. */
function multiply(inverse: Float64Array, vector: Float64Array, n: number): Float64Array {
  const product = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    const value = vector[j]!;
    if (value !== 0) for (let i = j; i < n; i++) product[i]! += inverse[j * n + i]! * value;
  }
  return product;
}

/** A⁻¹·b by way of L⁻¹. */
function solve(inverse: Float64Array, target: Float64Array, n: number): Float64Array {
  const forward = multiply(inverse, target, n);
  return Float64Array.from({ length: n }, (_, j) => {
    let sum = 0;
    for (let i = j; i < n; i++) sum += inverse[j * n + i]! * forward[i]!;
    return sum;
  });
}
