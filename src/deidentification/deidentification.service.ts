import { detectLanguage } from '../conversations/language.js';
import type { Message, Sender } from '../conversations/conversation.types.js';
import { Names } from './conversation/names.js';
import { Placeholders } from './conversation/placeholders.js';
import { Propagation, tokensOf } from './conversation/propagation.js';
import { type Candidate, resolve } from './detection/candidate.js';
import { type Asked, PLACEHOLDER, Scanner } from './detection/scanner.js';
import { once } from '../operations/once.js';
import type { ExplainedRedaction, Finding, Mention } from './deidentification.types.js';
import { fold, type Lexicon, lexicon } from './lexicon.js';
import { Organisation } from './organisation/organisation.js';
import { type Passage, readPassage, type Token } from './passage.js';
import type { PresidioAnalyzer } from './presidio/presidio.analyzer.js';
import type { PresidioFinding } from './presidio/presidio.answer.js';
import { RAW, WRITTEN } from './tagging/context.reader.js';
import { QUESTION_WORDS, QUESTIONS } from './recognizers/names.js';

/** A message as its sender's system gave it. */
export interface RawMessage {
  from: Sender;
  /** ISO 8601, or null. */
  at: string | null;
  text: string;
}

/** Words for digits, so that a number spelled out is the number in digits. */
const DIGITS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'zero oh',
    'one un',
    'two deux',
    'three trois',
    'four quatre',
    'five cinq',
    'six',
    'seven sept',
    'eight huit',
    'nine neuf',
  ].flatMap((words, digit) => words.split(' ').map((word) => [word, String(digit)])),
);

const NOTHING: Asked = new Set();

/** One sender's run of messages, and what was found in it. */
interface Read {
  passage: Passage;
  found: Candidate[];
}

/** Removes what identifies people, in memory, before anything else sees the text. */
export class DeidentificationService {
  private readonly scanner = once(() => new Scanner(this.lexicon, this.organisation));

  /**
   * @param organisation what an organisation's own file adds and allows
   * @param presidio whose findings are joined with ours; without its answer nothing is de-identified
   */
  constructor(
    private readonly organisation = new Organisation(),
    private readonly presidio: PresidioAnalyzer | null = null,
  ) {}

  private get lexicon(): Lexicon {
    return lexicon();
  }

  /**
   * Puts placeholders in place of identifiers, one for each person, place or thing of the conversation; what is
   * found in one message goes from all. The texts come back NFC-normalised. Nothing is kept between calls.
   * @returns the messages in their order, and where the placeholders stand in their new texts
   * @throws PresidioError where an analyzer is set and does not answer
   */
  async deidentify(
    messages: readonly RawMessage[],
  ): Promise<{ messages: Message[]; redactions: ExplainedRedaction[] }> {
    const texts = messages.map(({ text }) => text.normalize('NFC'));
    const mentions = texts.map((): Mention[] => []);
    for (const mention of await this.find(messages)) mentions[mention.message]?.push(mention);
    const placeholders = new Placeholders(new Set(texts.flatMap((text) => text.match(PLACEHOLDER) ?? [])));
    const written = texts.map((text, position) => placeholders.write(text, mentions[position] ?? []));
    return {
      messages: messages.map(({ from, at }, position) => ({
        position,
        from,
        at,
        text: written[position]?.text ?? '',
      })),
      redactions: written.flatMap(({ redactions }) => redactions),
    };
  }

  /**
   * Every mention of an identifier in a conversation's messages, in their order, none overlapping.
   * @throws PresidioError where an analyzer is set and does not answer
   */
  async find(messages: readonly RawMessage[]): Promise<Mention[]> {
    const reads = this.read(messages, await this.analyzed(messages));
    const names = this.persons(reads);
    const propagation = new Propagation(
      this.lexicon,
      names,
      reads.flatMap(({ passage, found }) => found.map((candidate) => ({ passage, candidate }))),
    );
    return reads.flatMap(({ passage, found }) => {
      const allowed = this.organisation.allowed(passage);
      const repeated = propagation.find(passage, found).filter((candidate) => !allowed.cover(candidate));
      return resolve([...found, ...repeated], passage.text).flatMap((candidate) =>
        inMessages(passage, candidate, this.identity(passage, candidate, names)),
      );
    });
  }

  /**
   * The second reader: looks for identifiers in a text that a model or a generator wrote, by our recognizers and
   * the organisation's. Placeholders are none.
   * @returns findings with offsets into the NFC-normalised text; `message` is 0
   */
  scan(text: string): Finding[] {
    const passage = readPassage([{ message: 0, text }]);
    return this.scanner()
      .scan(passage, new Set(), WRITTEN)
      .map(({ start, end, entity, recognizer, score, reason }) => ({
        message: 0,
        start,
        end,
        entity,
        recognizer,
        score,
        reason,
      }));
  }

  /** Whether `scan` finds anything. */
  findsIdentifier(text: string): boolean {
    return this.scan(text).length > 0;
  }

  /** What Presidio finds in each message; without it, nothing. */
  private async analyzed(messages: readonly RawMessage[]): Promise<PresidioFinding[][]> {
    if (!this.presidio) return [];
    const texts = messages.map(({ text }) => text.normalize('NFC'));
    return this.presidio.analyze(texts, await detectLanguage(texts));
  }

  /** Reads the conversation by runs of one sender's messages, so that sentences over several texts hold together. */
  private read(messages: readonly RawMessage[], foreign: readonly PresidioFinding[][]): Read[] {
    const reads: Read[] = [];
    let asked = NOTHING;
    for (let from = 0; from < messages.length;) {
      const sender = messages[from]?.from;
      let to = from + 1;
      while (to < messages.length && messages[to]?.from === sender) to += 1;
      const run = messages.slice(from, to).map(({ text }, k) => ({ message: from + k, text }));
      const passage = readPassage(run);
      const others = passage.parts.flatMap((part) =>
        (foreign[part.message] ?? []).map((finding) => ({
          ...finding,
          start: part.start + finding.start,
          end: part.start + finding.end,
        })),
      );
      reads.push({ passage, found: this.scanner().scan(passage, asked, RAW, others) });
      const lastText = messages[to - 1]?.text ?? '';
      asked = !QUESTION_WORDS.test(lastText)
        ? NOTHING
        : new Set(QUESTIONS.filter(({ pattern }) => pattern.test(lastText)).map(({ answer }) => answer));
      from = to;
    }
    return reads;
  }

  private persons(reads: readonly Read[]): Names {
    const names = new Names(this.lexicon);
    const found = reads.flatMap(({ passage, found: candidates }) =>
      candidates
        .filter(({ entity }) => entity === 'NAME')
        .map((candidate) => ({ tokens: tokensOf(passage, candidate), title: candidate.title === true })),
    );
    const rank = ({ tokens }: { tokens: Token[] }) => tokens[0]?.known.given ?? 0;
    found.sort((a, b) => b.tokens.length - a.tokens.length || rank(b) - rank(a));
    for (const { tokens, title } of found) names.add(tokens, title);
    for (const token of this.namesInAddresses(reads)) names.add([token], false);
    return names;
  }

  /** Given names inside e-mail addresses and account names: `sienna.rows@…` gives Sienna away. */
  private namesInAddresses(reads: readonly Read[]): Token[] {
    return reads.flatMap(({ passage, found }) =>
      found
        .filter(({ entity }) => entity === 'EMAIL' || entity === 'HANDLE')
        .flatMap((candidate) => tokensOf(passage, candidate))
        .filter(({ key, known }) => key.length > 3 && known.given >= 2 && known.word < 2),
    );
  }

  /** What makes two mentions one thing: the person for names, else the words or digits. */
  private identity(passage: Passage, candidate: Candidate, names: Names): string {
    const tokens = tokensOf(passage, candidate);
    if (candidate.entity === 'NAME') {
      const person = names.personOf(tokens, candidate.title === true);
      if (person >= 0) return String(person);
    }
    if (candidate.entity === 'PHONE') {
      const digits = tokens.map(({ key }) => DIGITS[key] ?? key.replace(/\D/g, '')).join('');
      return digits.replace(/^1(?=\d{10}$)/, '');
    }
    // A finding inside a word has no token of its own.
    return (
      tokens.map((token) => token.key).join(' ') || fold(passage.text.slice(candidate.start, candidate.end))
    );
  }
}

/** A candidate as mentions in the messages it touches: a number or a name may be split over several texts. */
function inMessages({ parts }: Passage, candidate: Candidate, identity: string): Mention[] {
  const { entity, recognizer, score, reason } = candidate;
  const mentions: Mention[] = [];
  for (let i = partAt(parts, candidate.start); i < parts.length; i += 1) {
    const part = parts[i] as Passage['parts'][number];
    if (part.start >= candidate.end) break;
    const start = Math.max(candidate.start, part.start) - part.start;
    const end = Math.min(candidate.end, part.end) - part.start;
    if (end > start)
      mentions.push({ message: part.message, start, end, entity, recognizer, score, reason, identity });
  }
  return mentions;
}

/** Index of the message that an offset of the passage falls into, by halving. */
function partAt(parts: Passage['parts'], offset: number): number {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((parts[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
