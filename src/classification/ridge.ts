import { Products } from '../embeddings/onnx/products.js';
import { dot, type Matrix, pack, rowsOf } from '../embeddings/vectors.js';

export interface RidgeFit {
  /** One row of weights for each class, row after row. */
  weights: Float32Array;
  biases: Float32Array;
  /** For each input its score in each class, from a fit that had not seen that input. */
  leftOut: Float32Array[];
}

/**
 * Ridge regression of one-hot classes on vectors (regularised least squares, one against the rest) with the exact
 * leave-one-out scores (Rifkin and Klautau 2004, "In defense of one-vs-all classification"; Rifkin and Lippert 2007,
 * "Notes on regularized least squares", MIT-CSAIL-TR-2007-025). In its primal form: costs n·d² multiplications for n
 * inputs of d numbers, so that exemplars may be many; they run in ONNX Runtime, and only the inversion of d·d numbers
 * here.
 * @param classOf the class of each row
 * @param lambda strength of the regularisation, of the bias too; vectors of unit length call for about 1
 */
export async function fitRidge(
  inputs: Matrix,
  classOf: readonly number[],
  classes: number,
  lambda: number,
): Promise<RidgeFit> {
  const rows = withOne(inputs);
  const size = inputs.dimensions + 1;
  const gram = await selfProducts(columnsOf(rows, size));
  const inverse = await Products.of(pack(await inverted(gram, size, lambda)));
  const sums = Array.from({ length: classes }, () => new Float32Array(size));
  rows.forEach((row, i) => row.forEach((value, place) => (sums[classOf[i]!]![place]! += value)));
  const solutions = await inverse.with(sums);
  const scores = await (await Products.of(pack(solutions))).with(rows);
  const solved = await inverse.with(rows);
  const leftOut = scores.map((own, i) => {
    const leverage = dot(solved[i]!, rows[i]!);
    return own.map((score, label) => (score - (classOf[i] === label ? leverage : 0)) / (1 - leverage));
  });
  const weights = new Float32Array(classes * inputs.dimensions);
  solutions.forEach((solution, label) => weights.set(solution.subarray(0, -1), label * inputs.dimensions));
  return { weights, biases: Float32Array.from(solutions, (solution) => solution.at(-1)!), leftOut };
}

/** The rows with a last number of one, for the bias. */
function withOne(inputs: Matrix): Float32Array[] {
  return rowsOf(inputs).map((row) => {
    const longer = new Float32Array(row.length + 1).fill(1);
    longer.set(row);
    return longer;
  });
}

function columnsOf(rows: readonly Float32Array[], size: number): Float32Array[] {
  return Array.from({ length: size }, (_, place) => Float32Array.from(rows, (row) => row[place]!));
}

/** The products of all vectors with all. */
async function selfProducts(vectors: readonly Float32Array[]): Promise<Float32Array[]> {
  return (await Products.of(pack(vectors))).with(vectors);
}

/** The inverse of a symmetric matrix with lambda more on its diagonal. */
async function inverted(
  symmetric: readonly Float32Array[],
  size: number,
  lambda: number,
): Promise<Float32Array[]> {
  const matrix = new Float64Array(size * size);
  symmetric.forEach((row, i) => {
    matrix.set(row, i * size);
    matrix[i * size + i]! += lambda;
  });
  const columns = invertLower(cholesky(matrix, size), size);
  return selfProducts(
    Array.from({ length: size }, (_, j) => Float32Array.from(columns.subarray(j * size, (j + 1) * size))),
  );
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
