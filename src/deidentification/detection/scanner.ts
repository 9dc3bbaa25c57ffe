import { THRESHOLD } from '../deidentification.types.js';
import type { Lexicon } from '../lexicon.js';
import type { Passage } from '../passage.js';
import { DATE } from '../recognizers/papers.js';
import { KEPT_PHRASES } from '../recognizers/ordinary.js';
import { AddressDetector } from './address.detector.js';
import type { Organisation } from '../organisation/organisation.js';
import type { PresidioFinding } from '../presidio/presidio.answer.js';
import { takeOver } from '../presidio/taken.over.js';
import { type Candidate, join, resolve } from './candidate.js';
import { InstitutionDetector } from './institution.detector.js';
import { NameDetector } from './name.detector.js';
import { PatternDetector } from './pattern.detector.js';
import { PATTERNS } from './patterns.js';
import { PhraseIndex } from './phrases.js';
import { ContextReader } from '../tagging/context.reader.js';
import { Tagger, type Thresholds } from '../tagging/tagger.js';
import { PlaceDetector } from './place.detector.js';
import { wholeNames } from './whole.names.js';

/** What the message before asked for. */
export type Asked = ReadonlySet<'name' | 'place' | 'school' | 'code' | 'birth'>;

const KEPT = new PhraseIndex(KEPT_PHRASES.map((phrase) => [phrase, true] as const));
/** A placeholder of ours, or one that someone typed. */
export const PLACEHOLDER = /\[[A-Z][A-Z_]{1,20}_\d{1,9}\]/g;

/** Runs every detector over one passage. */
export class Scanner {
  private readonly names: NameDetector;
  private readonly places: PlaceDetector;
  private readonly institutions: InstitutionDetector;
  private readonly addresses: AddressDetector;
  private readonly patterns = new PatternDetector(PATTERNS);
  private readonly reader: ContextReader;

  constructor(
    private readonly lexicon: Lexicon,
    private readonly organisation: Organisation,
  ) {
    this.names = new NameDetector(lexicon);
    this.places = new PlaceDetector(lexicon);
    this.institutions = new InstitutionDetector(lexicon);
    this.addresses = new AddressDetector(lexicon);
    this.reader = new ContextReader(lexicon, Tagger.load());
  }

  /**
   * @param thresholds how likely a name must be, for the kind of text it is
   * @param foreign what Presidio found in the passage
   * @returns what identifies someone, in text order, none overlapping
   */
  scan(
    passage: Passage,
    asked: Asked,
    thresholds: Thresholds,
    foreign: readonly PresidioFinding[] = [],
  ): Candidate[] {
    const typed = typedPlaceholders(passage.text);
    const kept = keptTokens(passage, typed);
    const recognized = this.recognize(passage, asked, kept);
    const allowed = this.organisation.allowed(passage);
    const stands = (candidate: Candidate) =>
      !meets(typed, candidate.start, candidate.end) && !allowed.cover(candidate);
    const read = this.reader.read(passage, recognized, kept, thresholds).filter(stands);
    const addresses = joinAddresses(read, passage.text).map((candidate) =>
      candidate.entity === 'ADDRESS' ? this.addresses.grow(passage, candidate) : candidate,
    );
    const ours = wholeNames(joinNames(resolve(addresses, passage.text), passage.text), passage.text);
    const added = [
      ...this.organisation.find(passage),
      ...takeOver(passage, foreign, kept, this.lexicon),
    ].filter((candidate) => candidate.score >= THRESHOLD && stands(candidate));
    return added.length === 0 ? ours : resolve(join(ours, added), passage.text);
  }

  /** What the recognizers find, each by itself; from their threshold up. */
  recognize(passage: Passage, asked: Asked, kept: ReadonlySet<number>): Candidate[] {
    const candidates = [
      ...[...this.patterns.find(passage), ...this.addresses.find(passage)].map((candidate) =>
        candidate.entity === 'ADDRESS' ? this.addresses.grow(passage, candidate) : candidate,
      ),
      ...(asked.has('code') ? codeAnswer(passage) : []),
      ...(asked.has('birth') ? birthAnswer(passage) : []),
      ...this.institutions.find(passage, kept, asked.has('school')),
      ...this.places.find(passage, kept, asked.has('place')),
      ...this.names.find(passage, kept, asked.has('name')),
    ];
    return candidates.filter(({ score }) => score >= THRESHOLD);
  }
}

/** An answer to a question for a postal code: the letters and digits that open it. */
function codeAnswer({ text }: Passage): Candidate[] {
  const start = text.search(/\S/);
  const code = /^[a-z]?\d[a-z\d]{1,4}(?:[ -]?\d[a-z]\d)?(?![\p{L}\p{N}])/iu.exec(
    text.slice(Math.max(start, 0)),
  )?.[0];
  if (!code) return [];
  const reason = 'answers a question for a postal code';
  return [
    { start, end: start + code.length, entity: 'POSTAL_CODE', recognizer: 'code-answer', score: 0.9, reason },
  ];
}

/** An answer to a question for a date of birth: any date in it, and the year that may follow in the next text. */
function birthAnswer({ text }: Passage): Candidate[] {
  const reason = 'answers a question for a date of birth';
  return [...text.matchAll(ANSWERED_DATE)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
    entity: 'BIRTH_DATE',
    recognizer: 'birth-answer',
    score: 0.9,
    reason,
  }));
}

const ANSWERED_DATE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${DATE}|(?:19|20)\\d\\d|\\d{8}|\\d{6})(?![\\p{L}\\p{N}])`,
  'giu',
);

/** Of the letters alone those that are words of texters stand between two persons: `ash n teodora`. */
const INITIAL_BETWEEN = /^ (?:\p{L}\.|(?![nauirwxy] )\p{L}) $/u;

/** Makes one of a name and its initial, and of two with nothing but an initial between them: `ravil g yefimov`. */
function joinNames(candidates: readonly Candidate[], text: string): Candidate[] {
  const joined: Candidate[] = [];
  for (const candidate of candidates) {
    const last = joined.at(-1);
    const between = last && text.slice(last.end, candidate.start);
    const initial = between === ' ' && candidate.end - candidate.start === 1;
    if (
      last?.entity === 'NAME' &&
      candidate.entity === 'NAME' &&
      (initial || INITIAL_BETWEEN.test(between ?? ''))
    )
      last.end = candidate.end;
    else joined.push({ ...candidate });
  }
  return joined;
}

/** Between two streets: `queen and spadina`. */
const CROSSING = /^ (?:and|n|&|at|et|pis) $/i;

/** Makes one of addresses that overlap, cross or stand side by side: a street, its flat and its town are one thing. */
function joinAddresses(candidates: readonly Candidate[], text: string): Candidate[] {
  const joined: Candidate[] = [];
  for (const candidate of candidates.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    const follows =
      last?.entity === 'ADDRESS' &&
      (candidate.start <= last.end + 2 ||
        (candidate.entity === 'ADDRESS' && CROSSING.test(text.slice(last.end, candidate.start))));
    if (
      follows &&
      (candidate.entity === 'ADDRESS' || (candidate.entity === 'PLACE' && candidate.start > last.start))
    ) {
      last.end = Math.max(last.end, candidate.end);
      last.score = Math.max(last.score, candidate.score);
    } else joined.push({ ...candidate });
  }
  return joined;
}

type Stretch = readonly [start: number, end: number];

function typedPlaceholders(text: string): Stretch[] {
  return [...text.matchAll(PLACEHOLDER)].map(({ index, 0: { length } }) => [index, index + length]);
}

/** Indexes of the tokens of kept phrases and typed placeholders. */
function keptTokens({ tokens }: Passage, typed: readonly Stretch[]): Set<number> {
  const kept = new Set<number>();
  tokens.forEach((token, i) => {
    const length = KEPT.at(tokens, i)[0]?.length ?? 0;
    for (let k = i; k < i + length; k += 1) kept.add(k);
    if (typed.length > 0 && meets(typed, token.start, token.end)) kept.add(i);
  });
  return kept;
}

/** Whether a stretch overlaps one of the sorted stretches. */
function meets(stretches: readonly Stretch[], start: number, end: number): boolean {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle] as Stretch)[1] <= start) low = middle + 1;
    else high = middle;
  }
  return low < stretches.length && (stretches[low] as Stretch)[0] < end;
}
