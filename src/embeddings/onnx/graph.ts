import onnxProto, { type onnx } from 'onnx-proto';

/** Numbers as ONNX takes them: little-endian, row after row. */
export interface Weights {
  dimensions: readonly number[];
  /** 4 bytes a number. */
  bytes: Uint8Array;
}

/** The name of a tensor in a graph. */
export type Tensor = string;

/** Of the types that ONNX has, those used here. */
export type ElementType = 'float' | 'int64';

/** An operator's settings: whole numbers, lists of them, or fractions (never whole). */
export type Attributes = Readonly<Record<string, number | readonly number[]>>;

const { ModelProto, TensorProto, AttributeProto } = onnxProto.onnx;
const { DataType } = TensorProto;
const { AttributeType } = AttributeProto;
const TYPES = { float: DataType.FLOAT, int64: DataType.INT64 };
/** The first version whose operators have layer normalisation, and the file format of its time. */
const OPERATORS = 17;
const FORMAT = 8;

/** Builds a computation step by step out of ONNX's operators: https://onnx.ai/onnx/operators. */
export class Graph {
  private readonly steps: onnx.INodeProto[] = [];
  private readonly constants = new Map<Tensor, onnx.ITensorProto>();
  private readonly inputs: onnx.IValueInfoProto[] = [];

  /** @param shape a size each, or a name for one that every run may choose */
  input(name: Tensor, type: ElementType, shape: readonly (number | string)[]): Tensor {
    const dim = shape.map((size) => (typeof size === 'string' ? { dimParam: size } : { dimValue: size }));
    this.inputs.push({ name, type: { tensorType: { elemType: TYPES[type], shape: { dim } } } });
    return name;
  }

  weights(name: Tensor, { dimensions, bytes }: Weights): Tensor {
    return this.constant(name, 'float', dimensions, bytes);
  }

  number(value: number): Tensor {
    return this.constant(`number ${value}`, 'float', [], new Uint8Array(Float32Array.of(value).buffer));
  }

  integer(value: number): Tensor {
    return this.constant(
      `integer ${value}`,
      'int64',
      [],
      new Uint8Array(BigInt64Array.of(BigInt(value)).buffer),
    );
  }

  /** A list of whole numbers, as operators take shapes and axes. */
  integers(...values: readonly number[]): Tensor {
    const bytes = new Uint8Array(BigInt64Array.from(values.map(BigInt)).buffer);
    return this.constant(`integers ${values.join()}`, 'int64', [values.length], bytes);
  }

  /** Applies one operator, such as `MatMul`; returns its result. */
  step(operator: string, input: readonly Tensor[], attributes: Attributes = {}): Tensor {
    return this.append(operator, input, attributes, 1)[0]!;
  }

  /** Cuts a tensor into equal parts along an axis. */
  split(input: Tensor, parts: number, size: number, axis: number): Tensor[] {
    const sizes = this.integers(...new Array<number>(parts).fill(size));
    return this.append('Split', [input, sizes], { axis }, parts);
  }

  /** The graph as the bytes of an ONNX file. */
  bytes(result: Tensor): Uint8Array {
    return ModelProto.encode({
      irVersion: FORMAT,
      opsetImport: [{ domain: '', version: OPERATORS }],
      graph: {
        name: 'keyline',
        node: this.steps,
        initializer: [...this.constants.values()],
        input: this.inputs,
        output: [{ name: result, type: { tensorType: { elemType: DataType.FLOAT } } }],
      },
    }).finish();
  }

  private append(
    operator: string,
    input: readonly Tensor[],
    attributes: Attributes,
    results: number,
  ): Tensor[] {
    const output = Array.from({ length: results }, (_, index) => `step ${this.steps.length}.${index}`);
    const attribute = Object.entries(attributes).map(attributeProto);
    this.steps.push({ opType: operator, input: [...input], output, attribute });
    return output;
  }

  private constant(name: Tensor, type: ElementType, dims: readonly number[], rawData: Uint8Array): Tensor {
    this.constants.set(name, { name, dims: [...dims], dataType: TYPES[type], rawData });
    return name;
  }
}

function attributeProto([name, value]: [string, number | readonly number[]]): onnx.IAttributeProto {
  if (typeof value !== 'number') return { name, ints: [...value], type: AttributeType.INTS };
  return Number.isInteger(value)
    ? { name, i: value, type: AttributeType.INT }
    : { name, f: value, type: AttributeType.FLOAT };
}
