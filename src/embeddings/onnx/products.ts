import type { InferenceSession } from 'onnxruntime-node';
import type { Matrix } from '../vectors.js';

const VECTORS = 'vectors';

/** Loaded with the first matrix: a start need not wait for it. */
const runtime = () => import('onnxruntime-node');

/** A matrix that gives its products with vectors through ONNX Runtime, which is many times as fast as a loop. */
export class Products {
  private constructor(
    private readonly session: InferenceSession,
    private readonly rows: number,
    private readonly dimensions: number,
  ) {}

  /** Copies the matrix out of the heap. */
  static async of({ data, rows, dimensions }: Matrix): Promise<Products> {
    const { Graph } = await import('./graph.js');
    const { InferenceSession } = await runtime();
    const graph = new Graph();
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const matrix = graph.weights('matrix', { dimensions: [rows, dimensions], bytes });
    const vectors = graph.input(VECTORS, 'float', ['count', dimensions]);
    const result = graph.step('Gemm', [vectors, matrix], { transB: 1 });
    const session = await InferenceSession.create(graph.bytes(result), {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
    });
    return new Products(session, rows, dimensions);
  }

  /** For each vector its dot products with all rows, in order. */
  async with(vectors: readonly Float32Array[]): Promise<Float32Array[]> {
    if (vectors.length === 0) return [];
    const packed = new Float32Array(vectors.length * this.dimensions);
    vectors.forEach((vector, index) => {
      if (vector.length !== this.dimensions)
        throw new RangeError(`a vector of ${vector.length} numbers, not ${this.dimensions}`);
      packed.set(vector, index * this.dimensions);
    });
    const { Tensor } = await runtime();
    const input = new Tensor('float32', packed, [vectors.length, this.dimensions]);
    const output = await this.session.run({ [VECTORS]: input });
    const data = output[this.session.outputNames[0]!]!.data as Float32Array;
    return vectors.map((_, index) => data.subarray(index * this.rows, (index + 1) * this.rows));
  }
}
