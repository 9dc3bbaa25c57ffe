/** Length of the hashed vectors. */
export const NGRAM_DIMENSIONS = 1024;

/**
 * A text as a unit vector of its words and of the 3 to 5 letters in a row within them (hashed: Weinberger et
 * al. 2009, "Feature hashing for large scale multitask learning"). Finds the same words under other endings
 * and spellings, in any language; knows nothing of meaning.
 * @param text normalised
 */
export function ngramVector(text: string): Float32Array {
  const vector = new Float32Array(NGRAM_DIMENSIONS);
  const words =
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .match(/[\p{L}\d]+/gu) ?? [];
  for (const word of words) {
    if (COMMON.has(word)) continue;
    const padded = `<${word}>`;
    add(vector, `=${word}`, 2);
    for (let length = 3; length <= 5; length++)
      for (let start = 0; start + length <= padded.length; start++)
        add(vector, padded.slice(start, start + length), 1);
  }
  let squares = 0;
  for (const value of vector) squares += value * value;
  return squares === 0 ? vector : vector.map((value) => value / Math.sqrt(squares));
}

/** The hash's lowest bit gives the sign, so that collisions cancel out rather than add up. */
function add(vector: Float32Array, feature: string, weight: number): void {
  let hash = 2166136261;
  for (let i = 0; i < feature.length; i++) hash = Math.imul(hash ^ feature.charCodeAt(i), 16777619);
  hash ^= hash >>> 15;
  vector[(hash >>> 1) % NGRAM_DIMENSIONS]! += hash & 1 ? weight : -weight;
}

/** French and English words of grammar, accents taken off. */
const COMMON = new Set(
  `a ai ait alle as au aux avec c ca ce ces cest chu d dans de des du elle en es est et etait fait faque genre il
   ils j jai je jsuis l la le les leur lui m ma mais me mes moi mon n ne nous on ont ou par pas pis plus pour pu
   que qu qui quand s sa se ses si son sont suis sur t ta te tes toi ton tout tu un une va vous y
   the a an and or but i im my me you he she it is are was to of in on for that this with so be have has do`.split(
    /\s+/,
  ),
);
