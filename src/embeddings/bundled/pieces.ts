import type { Piece } from './model.files.js';

const SPACE = '\u2581';
const UNKNOWN = 0;
/** The first numbers stand for no text. */
const RESERVED = 6;

interface Node {
  readonly next: Map<string, Node>;
  /** Of the piece that ends here. */
  number?: number;
}

/**
 * Cuts text into the pieces the model was trained on: of all ways, the one whose pieces are likeliest together
 * (the unigram language model of SentencePiece, Kudo 2018, https://aclanthology.org/P18-1007), found by Viterbi's
 * algorithm in time linear in the text's length.
 */
export class Pieces {
  private readonly root: Node = { next: new Map() };

  constructor(private readonly vocabulary: readonly Piece[]) {
    for (let number = RESERVED; number < vocabulary.length; number++) {
      let node = this.root;
      for (const character of vocabulary[number]![0]) {
        let next = node.next.get(character);
        if (!next) node.next.set(character, (next = { next: new Map() }));
        node = next;
      }
      node.number = number;
    }
  }

  /** The numbers of the text's pieces, in order; a run of characters that no piece has is one unknown. */
  numbers(text: string): number[] {
    const normal = text.normalize('NFKC');
    if (normal === '') return [];
    const characters = [...`${SPACE}${normal.replaceAll(' ', SPACE)}`];
    // By position: the best score of the text before it, the last piece's number there, and where that piece starts.
    const score = new Float64Array(characters.length + 1).fill(-Infinity);
    const last = new Int32Array(characters.length + 1);
    const from = new Int32Array(characters.length + 1);
    score[0] = 0;
    const offer = (start: number, end: number, number: number, worth: number) => {
      if (score[start]! + worth < score[end]!) return;
      score[end] = score[start]! + worth;
      last[end] = number;
      from[end] = start;
    };
    for (let start = 0; start < characters.length; start++) {
      let node = this.root.next.get(characters[start]!);
      let end = start + 1;
      let any = false;
      while (node) {
        if (node.number !== undefined) {
          offer(start, end, node.number, this.vocabulary[node.number]![1]);
          any = true;
        }
        node = end < characters.length ? node.next.get(characters[end]!) : undefined;
        end += 1;
      }
      if (!any) offer(start, start + 1, UNKNOWN, 0);
    }
    const numbers: number[] = [];
    for (let end = characters.length; end > 0; end = from[end]!)
      if (last[end] !== UNKNOWN || numbers.at(-1) !== UNKNOWN) numbers.push(last[end]!);
    return numbers.reverse();
  }
}
