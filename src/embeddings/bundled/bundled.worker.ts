import { InferenceSession, Tensor } from 'onnxruntime-node';
import { move } from 'piscina';
import { readVocabulary, readWeights } from './model.files.js';
import { Pieces } from './pieces.js';
import { IDS, MASK, sentenceEncoder } from './sentence.encoder.js';

/** The model knows no places beyond; what stands there is not read. */
const LONGEST = 128;

const pieces = new Pieces(readVocabulary());
/** Every thread has a session of its own, which runs on that thread alone. */
const session = InferenceSession.create(sentenceEncoder(readWeights()), {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
});

/** Embeds texts of at least one piece each in one pass; returns their vectors packed in order, handed over without copying. */
export default async function embed(texts: string[]): Promise<unknown> {
  const numbers = texts.map((text) => pieces.numbers(text).slice(0, LONGEST));
  const length = Math.max(...numbers.map((row) => row.length));
  const ids = new BigInt64Array(texts.length * length);
  const mask = new Float32Array(texts.length * length);
  numbers.forEach((row, index) => {
    row.forEach((number, place) => (ids[index * length + place] = BigInt(number)));
    mask.fill(1, index * length, index * length + row.length);
  });
  const model = await session;
  const results = await model.run({
    [IDS]: new Tensor('int64', ids, [texts.length, length]),
    [MASK]: new Tensor('float32', mask, [texts.length, length, 1]),
  });
  return move(results[model.outputNames[0]!]!.data as Float32Array);
}
