import { Graph, type Tensor, type Weights } from '../onnx/graph.js';

/** What the encoder takes, by name: the pieces of all texts, one text after the other, so that nothing is padded. */
export const IDS = 'ids';
/** Where in its text each piece stands, from 0. */
export const PLACES = 'places';
/** Which part of each text each piece is: 1 over the count of its pieces in its text's row, 0 in the others. */
export const SHARES = 'shares';

const HEADS = 4;
const EPSILON = 1e-6;
/** Added to the attention that a piece of another text would get. */
const NEVER = -1e9;

const PREFIX = 'module_apply_default/Encoder_en/KonaTransformer/Encode';
const BIAS = 'bias/ConcatPartitions/concat';
const LAYER_NORM = 'layer_prepostprocess/layer_norm';

/**
 * The Universal Sentence Encoder lite (Cer et al. 2018, https://arxiv.org/abs/1803.11175) as an ONNX graph over the
 * package's weights: pieces and their places, two transformer layers, the mean over the pieces, one dense layer.
 * Its vectors are those of the package's own engine to seven digits. The dense layers, nearly all of the work, see
 * every piece once and no padding; attention sees the pieces of all texts, and is kept within each.
 * Takes `ids` (int64, pieces), `places` (int64, pieces) and `shares` (float, texts × pieces); gives texts × 512, not
 * normalised.
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
  const ids = graph.input(IDS, 'int64', ['pieces']);
  const places = graph.input(PLACES, 'int64', ['pieces']);
  const shares = graph.input(SHARES, 'float', ['texts', 'pieces']);

  /** Sines and cosines of each place at the model's frequencies: pieces × 256. */
  const placed = (): Tensor => {
    const column = graph.step('Unsqueeze', [graph.step('Cast', [places], { to: 1 }), graph.integers(1)]);
    const frequencies = `${PREFIX}/TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1`;
    const angles = multiply(column, load(frequencies));
    return graph.step('Concat', [graph.step('Sin', [angles]), graph.step('Cos', [angles])], { axis: 1 });
  };

  const attention = (input: Tensor, layer: number, width: number, ignored: Tensor): Tensor => {
    const scope = `Layer_${layer}/TransformerLayer/MultiheadAttention`;
    const kernel = `module/Encoder_en/KonaTransformer/Encode/${scope}`;
    const bias = `${PREFIX}/${scope}`;
    const heads = (tensor: Tensor) =>
      graph.step('Reshape', [tensor, graph.integers(0, HEADS, width / HEADS)]);
    const all = dense(
      input,
      `${kernel}/qkv_transform_single/kernel/part_0`,
      `${bias}/qkv_transform_single/${BIAS}`,
    );
    const [queries, keys, values] = graph.split(all, 3, width, 1).map(heads) as [Tensor, Tensor, Tensor];
    const scaled = multiply(transpose(queries, 1, 0, 2), graph.number(1 / Math.sqrt(width / HEADS)));
    const logits = add(product(scaled, transpose(keys, 1, 2, 0)), ignored);
    const attended = graph.step('Softmax', [logits], { axis: -1 });
    const mixed = transpose(product(attended, transpose(values, 1, 0, 2)), 1, 0, 2);
    const joined = graph.step('Reshape', [mixed, graph.integers(0, width)]);
    return dense(
      joined,
      `${kernel}/output_transform_single/kernel/part_0`,
      `${bias}/output_transform_single/${BIAS}`,
    );
  };

  /** @param between applied before the second matrix and to what passes the layer by; it must be linear */
  const feedForward = (input: Tensor, layer: number, between = (tensor: Tensor) => tensor): Tensor => {
    const scope = `Layer_${layer}/TransformerLayer/FFN`;
    const kernel = (name: string) => `${PREFIX}/TransformerStack/${scope}/${name}/Tensordot/Reshape_1`;
    const bias = (name: string) => `${PREFIX}/${scope}/${name}/${BIAS}`;
    const hidden = dense(norm(input, `${PREFIX}/${scope}`), kernel('conv1'), bias('conv1'));
    return add(dense(between(graph.step('Relu', [hidden])), kernel('conv2'), bias('conv2')), between(input));
  };

  const pieces = graph.step('Gather', [load('module/Embeddings_en'), ids]);
  // The pieces' embeddings count twice: once by themselves, once with their places.
  const embedded = add(add(pieces, pieces), placed());
  const together = graph.step('Greater', [product(transpose(shares, 1, 0), shares), graph.number(0)]);
  const ignored = graph.step('Where', [together, graph.number(0), graph.number(NEVER)]);
  const first = `${PREFIX}/Layer_0/TransformerLayer`;
  const second = `${PREFIX}/Layer_1/TransformerLayer`;
  // The first layer is narrower than the second, so what passes it by is widened.
  const widened = dense(embedded, `${first}/dense/kernel/ConcatPartitions/concat`, `${first}/dense/${BIAS}`);
  const one = feedForward(add(attention(norm(embedded, first), 0, 256, ignored), widened), 0);
  // What follows is linear, so the mean over a text's pieces is taken before the last and widest matrix.
  const meanOfText = (tensor: Tensor) => product(shares, tensor);
  const mean = feedForward(add(attention(norm(one, second), 1, 512, ignored), one), 1, meanOfText);
  const last = 'module/Encoder_en/hidden_layers/tanh_layer_0';
  return graph.bytes(graph.step('Tanh', [dense(mean, `${last}/weights`, `${last}/bias`)]));
}
