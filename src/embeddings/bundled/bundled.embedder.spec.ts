import { BundledEmbedder } from './bundled.embedder.js';
import { dot } from '../vectors.js';

describe('the bundled embedder', () => {
  const embedder = new BundledEmbedder();
  afterAll(() => embedder.close());

  it('gives unit vectors in the order of the texts', async () => {
    const texts = ['i cant sleep at night', 'my cat is orange', 'insomnia keeps me awake'];
    const [sleep, cat, insomnia] = await embedder.embed(texts);
    expect(sleep).toHaveLength(embedder.dimensions);
    expect(dot(sleep!, sleep!)).toBeCloseTo(1);
    expect(dot(sleep!, insomnia!)).toBeGreaterThan(dot(sleep!, cat!));
  });

  it('gives the vectors that the model was published with', async () => {
    // As TensorFlow.js computes them from the same weights.
    const vectors = await embedder.embed(['i cant stop thinking about it', 'my mom kicked me out']);
    const published = [
      [-0.059631, 0.007645, 0.020281, -0.062641],
      [0.046216, 0.034529, -0.057812, -0.059723],
    ];
    vectors.forEach((vector, row) =>
      published[row]!.forEach((value, place) => expect(vector[place]).toBeCloseTo(value, 5)),
    );
  });

  it('gives a text the same vector alone and among many of other lengths', async () => {
    const many = Array.from({ length: 40 }, (_, length) => 'word '.repeat(length + 1));
    const [alone] = await embedder.embed(['my parents fight every night']);
    const among = await embedder.embed([...many, 'my parents fight every night']);
    expect(dot(alone!, among.at(-1)!)).toBeCloseTo(1, 5);
  });

  it('takes empty, very long and non-English texts', async () => {
    const vectors = await embedder.embed(['', '   ', 'a'.repeat(4000), '😀', 'مرحبا', 'ça va pas']);
    for (const vector of vectors) expect(dot(vector, vector)).toBeCloseTo(1);
  });

  it('gives nothing for nothing', async () => {
    expect(await embedder.embed([])).toEqual([]);
  });
});
