import type { HeadRecognizer } from '../deidentification.types.js';
import type { Lexicon } from '../lexicon.js';
import { joins, type Passage, type Token } from '../passage.js';
import { KIN, PROPER } from '../recognizers/ordinary.js';
import { AT_INSTITUTION, INSTITUTIONS, NO_INSTITUTION_NAME, SCHOOL_CUES } from '../recognizers/schools.js';
import type { Candidate } from './candidate.js';
import { PhraseIndex } from './phrases.js';

const HEADS = new PhraseIndex(
  INSTITUTIONS.flatMap((head) => head.heads.map((phrase) => [phrase, head] as const)),
);
const CUES = new PhraseIndex(SCHOOL_CUES.map((cue) => [cue, true] as const));
const STAYS = new Set([...KIN, ...PROPER]);
const SAINTS = new Set('st ste saint sainte mgr'.split(' '));
const NAME_STARTS = new Set('st ste saint sainte notre our mount mont fort lake sir'.split(' '));

/** Finds schools, hospitals, shelters and the like by their head nouns. */
export class InstitutionDetector {
  constructor(private readonly lexicon: Lexicon) {}

  /** @param asked whether the passage answers a question for a school */
  find(passage: Passage, kept: ReadonlySet<number>, asked: boolean): Candidate[] {
    const { tokens } = passage;
    const found: Candidate[] = [];
    const add = (from: number, to: number, rest: Omit<Candidate, 'start' | 'end'>): void => {
      found.push({ ...rest, start: (tokens[from] as Token).start, end: (tokens[to] as Token).end });
    };
    for (let i = 0; i < tokens.length; i += 1) {
      if (kept.has(i)) continue;
      for (const { length, value: head } of HEADS.at(tokens, i)) {
        const last = i + length - 1;
        const edge =
          head.side === 'before' ? this.leftEdge(tokens, i, head) : this.rightEdge(tokens, i, last, head);
        if (edge === undefined) continue;
        const [from, to] = head.side === 'before' ? [edge, last] : [i, edge];
        add(from, to, { entity: head.entity, recognizer: head.name, score: head.score, reason: head.reason });
        break;
      }
      const cue = asked && i === 0 ? 0 : CUES.at(tokens, i)[0]?.length;
      const at = i + (cue ?? -1);
      if (cue !== undefined && tokens[at] && this.isStrange(tokens[at] as Token)) add(at, at, CUED);
    }
    return found;
  }

  /** Where a name before the head noun starts, or undefined where none stands there. */
  private leftEdge(tokens: readonly Token[], head: number, recognizer: HeadRecognizer): number | undefined {
    let edge = head;
    let telling = 0;
    while (edge > 0 && head - edge < 4) {
      const token = tokens[edge - 1] as Token;
      const possessive = /^['’]s $/i.test(token.gap);
      const saints = possessive && (recognizer.ordinary === true || SAINTS.has(tokens[edge - 2]?.key ?? ''));
      if ((!saints && !joins(token.gap)) || token.shape === 'number' || this.stops(token)) break;
      if (this.isTelling(token)) telling += 1;
      else if (recognizer.ordinary && token.shape !== 'capital') break;
      edge -= 1;
    }
    if (edge === head) return undefined;
    const before = tokens[edge - 1]?.key ?? '';
    if (recognizer.prepositions)
      return recognizer.prepositions.includes(before) && head - edge <= 2 ? edge : undefined;
    const placed = AT_INSTITUTION.has(before);
    return telling > 0 || (placed && !recognizer.ordinary && head - edge <= 3) ? edge : undefined;
  }

  private rightEdge(
    tokens: readonly Token[],
    first: number,
    head: number,
    recognizer: HeadRecognizer,
  ): number | undefined {
    // `école secondaire de la ruche`: after so full a head noun any rare word is its name.
    const full = head > first && !recognizer.ordinary;
    const { prepositions } = recognizer;
    const [before, next] = [tokens[head - 1]?.key ?? '', tokens[head + 1]];
    if (prepositions)
      return prepositions.includes(before) &&
        next &&
        joins(tokens[head]?.gap ?? '') &&
        next.key.length > 2 &&
        !this.stops(next)
        ? head + 1
        : undefined;
    let end = head;
    let telling = 0;
    for (let i = head + 1; i < tokens.length && i <= head + 4; i += 1) {
      const token = tokens[i] as Token;
      if (!joins((tokens[i - 1] as Token).gap) || token.shape === 'number') break;
      if (tokens[i - 1]?.gap === '-' && telling > 0) {
        end = i;
        continue;
      }
      if (ARTICLES.has(token.key) && end === i - 1) continue;
      if (this.stops(token)) break;
      const rare = full && token.known.word < 2 && token.key.length > 3;
      if (!rare && !this.isTelling(token) && !SAINTS.has(token.key)) break;
      telling += 1;
      end = i;
    }
    return telling > 0 || (recognizer.ordinary !== true && end > head) ? end : undefined;
  }

  private stops(token: Token): boolean {
    return NO_INSTITUTION_NAME.has(token.key) || (STAYS.has(token.key) && !NAME_STARTS.has(token.key));
  }

  /** Whether a word marks a name: a capital inside a sentence, a name, a place, or a word of no dictionary. */
  private isTelling(token: Token): boolean {
    if (token.shape === 'capital' && token.cased && !token.opens) return true;
    if (NAME_STARTS.has(token.key)) return true;
    const word = token.known.word;
    if (word >= 2) return false;
    const stem = token.key.replace(/s$/, '');
    if (word === 1 || stem !== token.key)
      if (token.known.given >= 2 || this.lexicon.given(stem) >= 2 || token.known.place >= 2) return true;
    if (word === 1) return false;
    return this.isStrange(token);
  }

  private isStrange(token: Token): boolean {
    const { key, known } = token;
    if (token.shape === 'number' || key.length < 3 || STAYS.has(key) || known.region) return false;
    return known.word === 0 && (!known.unknown || !this.lexicon.isTypo(key));
  }
}

const ARTICLES = new Set('de des du la le les d l sainte saint st ste secondaire primaire'.split(' '));
const CUED = {
  entity: 'SCHOOL',
  recognizer: 'school-cue',
  score: 0.6,
  reason: 'a strange word where a school is named',
} as const;
