/** What a finding is; also the word in its placeholder, `[NAME_1]`. */
export const ENTITIES = [
  'NAME',
  'SCHOOL',
  'PLACE',
  'ADDRESS',
  'POSTAL_CODE',
  'PHONE',
  'EMAIL',
  'URL',
  'HANDLE',
  'CARD',
  'BANK_ACCOUNT',
  'HEALTH_NUMBER',
  'ID_NUMBER',
  'BIRTH_DATE',
  'IP',
] as const;

export type Entity = (typeof ENTITIES)[number];

/** What every recognizer says of itself, and hands on to its findings. */
interface Described {
  /** Kebab-case; shown with each redaction. */
  name: string;
  entity: Entity;
  /** 0..1 before context; findings from `THRESHOLD` up are removed. */
  score: number;
  /** Why a match identifies someone, in words for a reader; never the value itself. */
  reason: string;
}

/** Finds text of a fixed shape. */
export interface PatternRecognizer extends Described {
  /** Global, Unicode, every quantifier bounded. A group named `id` narrows the finding to what identifies. */
  patterns: readonly RegExp[];
  /** What a text must have for the patterns to be worth running: some part of every match, quickly looked for. */
  needs?: RegExp;
  /** Folded words of which the text must have one for the patterns to be worth running. */
  triggers?: ReadonlySet<string>;
  /** Words nearby that make the shape more telling. */
  context?: {
    /** Folded words, as tokens have them (lower case, no accents, no apostrophes). */
    words: ReadonlySet<string>;
    /** How many tokens before the match count; default 5. Those after count up to 2. */
    reach?: number;
    /** Added to the score where one is near. */
    boost: number;
  };
  /** A checksum or a rule that a pattern cannot say; gets what matched. */
  validate?: (value: string) => boolean;
}

/** Finds a name by the words that introduce it. */
export interface CueRecognizer extends Described {
  /** Phrases of folded words. */
  cues: readonly string[];
  /** Which of the following words may be the value: see `NameDetector`. */
  take: 'almost-any' | 'likely' | 'known';
  /** Whether the cue tells a surname (`mr`), which does not meet a given name. */
  title?: boolean;
}

/** Finds a thing by its head noun and the words that name it: `westview high school`, `école des sources`. */
export interface HeadRecognizer extends Described {
  /** Phrases of folded words, longest first. */
  heads: readonly string[];
  /** On which side of the head noun its name stands. */
  side: 'before' | 'after';
  /** Whether the head noun is an ordinary word of chat (`park`, `church`): only names and capitals count beside it. */
  ordinary?: boolean;
  /** Words of which one must stand before it all: `in maple ferry`. */
  prepositions?: readonly string[];
}

/** Where someone's identifier stands in one message: UTF-16 offsets into its NFC-normalised text, end exclusive. */
export interface Finding {
  message: number;
  start: number;
  end: number;
  entity: Entity;
  recognizer: string;
  score: number;
  reason: string;
}

/** A finding with the thing that it names, the same for every mention of it in the conversation. */
export interface Mention extends Finding {
  identity: string;
}

/** Where a placeholder stands in the de-identified text. */
export interface Redaction {
  message: number;
  start: number;
  end: number;
  entity: Entity;
  recognizer: string;
}

/** A redaction with what it rests on; of the value that stood there it says nothing. */
export interface ExplainedRedaction extends Redaction {
  score: number;
  reason: string;
}

/** Findings below this score are dropped. */
export const THRESHOLD = 0.5;
