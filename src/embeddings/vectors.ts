/** Many vectors of one length, packed row after row, so that a scan reads memory in order. */
export interface Matrix {
  readonly data: Float32Array;
  readonly rows: number;
  readonly dimensions: number;
}

/** Dot product of two vectors of the same length; for unit vectors, their cosine similarity. */
export function dot(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) throw new RangeError(`vectors of ${a.length} and ${b.length} numbers`);
  return dotAt(a, 0, b, a.length);
}

/** The vector scaled to unit length; a zero vector stays as it is. */
export function normalise(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector));
  return length === 0 ? vector : vector.map((value) => value / length);
}

/**
 * The direction that several unit vectors share: their weighted mean, scaled to unit length.
 * @param weights one for each vector; 1 where absent
 */
export function mean(vectors: readonly Float32Array[], weights?: readonly number[]): Float32Array {
  const first = vectors[0];
  if (!first) throw new RangeError('mean of no vectors');
  const sum = new Float32Array(first.length);
  vectors.forEach((vector, index) => {
    const weight = weights?.[index] ?? 1;
    for (let i = 0; i < sum.length; i++) sum[i]! += weight * vector[i]!;
  });
  return normalise(sum);
}

/** Packs vectors of one length into a matrix, in order. */
export function pack(vectors: readonly Float32Array[]): Matrix {
  const dimensions = vectors[0]?.length ?? 0;
  const data = new Float32Array(vectors.length * dimensions);
  vectors.forEach((vector, row) => {
    if (vector.length !== dimensions)
      throw new RangeError(`row ${row} has ${vector.length} numbers, not ${dimensions}`);
    data.set(vector, row * dimensions);
  });
  return { data, rows: vectors.length, dimensions };
}

/** The rows of a matrix, in order; they share its memory. */
export function rowsOf({ data, rows, dimensions }: Matrix): Float32Array[] {
  return Array.from({ length: rows }, (_, row) => data.subarray(row * dimensions, (row + 1) * dimensions));
}

/** Dot products of a query with every row. */
export function similarities(matrix: Matrix, query: Float32Array): Float32Array {
  const result = new Float32Array(matrix.rows);
  for (let row = 0; row < matrix.rows; row++)
    result[row] = dotAt(matrix.data, row * matrix.dimensions, query, matrix.dimensions);
  return result;
}

/**
 * Dot product of a query with what stands in the data from an offset on.
 *
 * Four sums side by side: the additions need not wait for each other, which makes the loop about twice as fast.
 */
export function dotAt(data: Float32Array, offset: number, query: Float32Array, length: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    a += data[offset + i]! * query[i]!;
    b += data[offset + i + 1]! * query[i + 1]!;
    c += data[offset + i + 2]! * query[i + 2]!;
    d += data[offset + i + 3]! * query[i + 3]!;
  }
  for (; i < length; i++) a += data[offset + i]! * query[i]!;
  return a + b + c + d;
}
