import type { ValueTransformer } from 'typeorm';

/** Writes a vector the way pgvector reads it, such as `[0.5,-0.25]`. */
export function toVectorLiteral(vector: Float32Array): string {
  return `[${Array.from(vector).join(',')}]`;
}

/** Reads pgvector's text form. */
export function fromVectorLiteral(literal: string): Float32Array {
  return Float32Array.from(literal.slice(1, -1).split(','), Number);
}

/** A pgvector column as a Float32Array. */
export const vectorColumn: ValueTransformer = {
  to: (value: Float32Array | null) => (value ? toVectorLiteral(value) : null),
  from: (value: string | number[] | null) =>
    value === null ? null : typeof value === 'string' ? fromVectorLiteral(value) : Float32Array.from(value),
};
