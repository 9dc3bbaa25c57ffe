/** The usual constants of BM25 (Robertson and Zaragoza 2009). */
const K1 = 1.2;
const B = 0.75;

const termsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Okapi BM25 over whole words, as a yardstick: no stemming, no stop words. */
export class Bm25 {
  private readonly documents: Map<string, number>[];
  private readonly lengths: number[];
  private readonly meanLength: number;
  private readonly holding = new Map<string, number>();

  constructor(texts: readonly string[]) {
    this.documents = texts.map((text) => {
      const counts = new Map<string, number>();
      for (const term of termsOf(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
      for (const term of counts.keys()) this.holding.set(term, (this.holding.get(term) ?? 0) + 1);
      return counts;
    });
    this.lengths = texts.map((text) => termsOf(text).length);
    this.meanLength = this.lengths.reduce((sum, length) => sum + length, 0) / texts.length;
  }

  /** A score for each text, in order; 0 where it shares no word. */
  scores(query: string): number[] {
    const terms = [...new Set(termsOf(query))];
    return this.documents.map((counts, index) => {
      const long = K1 * (1 - B + (B * this.lengths[index]!) / this.meanLength);
      return terms.reduce((sum, term) => {
        const count = counts.get(term) ?? 0;
        return sum + (this.rarity(term) * count * (K1 + 1)) / (count + long);
      }, 0);
    });
  }

  private rarity(term: string): number {
    const holding = this.holding.get(term) ?? 0;
    return Math.log(1 + (this.documents.length - holding + 0.5) / (holding + 0.5));
  }
}
