import { InferenceSession, Tensor } from 'onnxruntime-node';
import { move } from 'piscina';
import { readVocabulary, readWeights } from './model.files.js';
import { Pieces } from './pieces.js';
import { IDS, PLACES, SHARES, sentenceEncoder } from './sentence.encoder.js';

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
  const count = numbers.reduce((sum, { length }) => sum + length, 0);
  const ids = BigInt64Array.from(numbers.flat(), BigInt);
  const places = BigInt64Array.from(
    numbers.flatMap((row) => [...row.keys()]),
    BigInt,
  );
  const shares = new Float32Array(texts.length * count);
  let start = 0;
  numbers.forEach(({ length }, text) => {
    shares.fill(1 / length, text * count + start, text * count + start + length);
    start += length;
  });
  const model = await session;
  const results = await model.run({
    [IDS]: new Tensor('int64', ids, [count]),
    [PLACES]: new Tensor('int64', places, [count]),
    [SHARES]: new Tensor('float32', shares, [texts.length, count]),
  });
  return move(results[model.outputNames[0]!]!.data as Float32Array);
}
