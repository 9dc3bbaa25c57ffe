import { Graph, type Tensor, type Weights } from '../onnx/graph.js';

/** What the encoder takes, by name; `texts` and `length` are free. */
export const IDS = 'ids';
/** 1 where a piece stands, 0 where a shorter text is padded. */
export const MASK = 'mask';

const HEADS = 4;
const EPSILON = 1e-6;
/** Added to the attention that a padded place would get. */
const NEVER = -1e9;

const PREFIX = 'module_apply_default/Encoder_en/KonaTransformer/Encode';
const BIAS = 'bias/ConcatPartitions/concat';
const LAYER_NORM = 'layer_prepostprocess/layer_norm';

/**
 * The Universal Sentence Encoder lite (Cer et al. 2018, https://arxiv.org/abs/1803.11175) as an ONNX graph over the
 * package's weights: pieces and their places, two transformer layers, the mean over the pieces, one dense layer.
 * Its vectors are those of the package's own engine to seven digits.
 * Takes `ids` (int64, texts × length) and `mask` (float, texts × length × 1); gives texts × 512, not normalised.
 */
export function sentenceEncoder(weights: ReadonlyMap<string, Weights>): Uint8Array {
  const graph = new Graph();
  const load = (name: string, rank?: number): Tensor => {
    const found = weights.get(name);
    if (!found)
      throw new Error(`the bundled model has no weights "${name}": is its package another version?`);
    // Kernels of convolutions over one place are matrices with two leading ones.
    return graph.weights(name, rank ? { ...found, dimensions: found.dimensions.slice(-rank) } : found);
  };
  const add = (left: Tensor, right: Tensor) => graph.step('Add', [left, right]);
  const multiply = (left: Tensor, right: Tensor) => graph.step('Mul', [left, right]);
  const product = (left: Tensor, right: Tensor) => graph.step('MatMul', [left, right]);
  const transpose = (tensor: Tensor, ...perm: number[]) => graph.step('Transpose', [tensor], { perm });
  const dense = (input: Tensor, kernel: string, bias: string) =>
    add(product(input, load(kernel, 2)), load(bias));
  const norm = (input: Tensor, scope: string) =>
    graph.step(
      'LayerNormalization',
      [
        input,
        load(`${scope}/${LAYER_NORM}/layer_norm_scale/ConcatPartitions/concat`),
        load(`${scope}/${LAYER_NORM}/layer_norm_bias/ConcatPartitions/concat`),
      ],
      { axis: -1, epsilon: EPSILON },
    );
  const sumOverPlaces = (input: Tensor) =>
    graph.step('ReduceSum', [input, graph.integers(1)], { keepdims: 0 });

  const ids = graph.input(IDS, 'int64', ['texts', 'length']);
  const mask = graph.input(MASK, 'float', ['texts', 'length', 1]);

  /** Sines and cosines of each place at the model's frequencies: length × 256. */
  const places = (): Tensor => {
    const length = graph.step('Gather', [graph.step('Shape', [ids]), graph.integer(1)]);
    const range = graph.step('Range', [graph.integer(0), length, graph.integer(1)]);
    const column = graph.step('Unsqueeze', [graph.step('Cast', [range], { to: 1 }), graph.integers(1)]);
    const frequencies = `${PREFIX}/TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1`;
    const angles = multiply(column, load(frequencies));
    return graph.step('Concat', [graph.step('Sin', [angles]), graph.step('Cos', [angles])], { axis: 1 });
  };

  const attention = (input: Tensor, layer: number, width: number, ignored: Tensor): Tensor => {
    const scope = `Layer_${layer}/TransformerLayer/MultiheadAttention`;
    const kernel = `module/Encoder_en/KonaTransformer/Encode/${scope}`;
    const bias = `${PREFIX}/${scope}`;
    const heads = (tensor: Tensor) =>
      graph.step('Reshape', [tensor, graph.integers(0, 0, HEADS, width / HEADS)]);
    const all = dense(
      input,
      `${kernel}/qkv_transform_single/kernel/part_0`,
      `${bias}/qkv_transform_single/${BIAS}`,
    );
    const [queries, keys, values] = graph.split(all, 3, width, 2).map(heads) as [Tensor, Tensor, Tensor];
    const scaled = multiply(transpose(queries, 0, 2, 1, 3), graph.number(1 / Math.sqrt(width / HEADS)));
    const logits = add(product(scaled, transpose(keys, 0, 2, 3, 1)), ignored);
    const shares = graph.step('Softmax', [logits], { axis: -1 });
    const mixed = transpose(product(shares, transpose(values, 0, 2, 1, 3)), 0, 2, 1, 3);
    const joined = graph.step('Reshape', [mixed, graph.integers(0, 0, width)]);
    return dense(
      joined,
      `${kernel}/output_transform_single/kernel/part_0`,
      `${bias}/output_transform_single/${BIAS}`,
    );
  };

  const feedForward = (input: Tensor, layer: number): Tensor => {
    const scope = `Layer_${layer}/TransformerLayer/FFN`;
    const kernel = (name: string) => `${PREFIX}/TransformerStack/${scope}/${name}/Tensordot/Reshape_1`;
    const bias = (name: string) => `${PREFIX}/${scope}/${name}/${BIAS}`;
    const hidden = dense(norm(input, `${PREFIX}/${scope}`), kernel('conv1'), bias('conv1'));
    return add(dense(graph.step('Relu', [hidden]), kernel('conv2'), bias('conv2')), input);
  };

  const pieces = graph.step('Gather', [load('module/Embeddings_en'), ids]);
  // The pieces' embeddings count twice: once by themselves, once with their places.
  const embedded = multiply(add(add(pieces, pieces), places()), mask);
  const padding = graph.step('Sub', [mask, graph.number(1)]);
  const ignored = multiply(
    transpose(graph.step('Unsqueeze', [padding, graph.integers(1)]), 0, 1, 3, 2),
    graph.number(-NEVER),
  );
  const first = `${PREFIX}/Layer_0/TransformerLayer`;
  const second = `${PREFIX}/Layer_1/TransformerLayer`;
  // The first layer is narrower than the second, so what passes it by is widened.
  const widened = dense(embedded, `${first}/dense/kernel/ConcatPartitions/concat`, `${first}/dense/${BIAS}`);
  const one = feedForward(add(attention(norm(embedded, first), 0, 256, ignored), widened), 0);
  const two = feedForward(add(attention(norm(one, second), 1, 512, ignored), one), 1);
  const mean = graph.step('Div', [sumOverPlaces(multiply(two, mask)), sumOverPlaces(mask)]);
  const last = 'module/Encoder_en/hidden_layers/tanh_layer_0';
  return graph.bytes(graph.step('Tanh', [dense(mean, `${last}/weights`, `${last}/bias`)]));
}
