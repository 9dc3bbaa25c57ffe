import { ACTIVITIES, ILLNESSES, KIN, type Noun, Nouns, PETS, SUBJECTS } from './nouns.js';

/** A phrase in English and, where there is a good way to say it, in French. */
export interface Wording {
  en: string;
  fr: string | null;
}

/** What fills a frame's slots in one sentence. */
export type Slots = Readonly<Record<string, Noun | undefined>>;

/** A way in which texters tell a fact, and the phrase that a responder would write for it. */
export interface Frame {
  /** Over normalised text; its named groups are slots. */
  pattern: RegExp;
  wording: (slots: Slots) => Wording;
  /** Labels that the fact falls under; empty where that depends on the conversation. */
  labels: readonly string[];
  risk: boolean;
  /** Whether the words mean this only where one of the labels holds. */
  needsLabel: boolean;
  /** Whether it is a fact only when the texter tells it of themselves. */
  ofTexter: boolean;
  /** What may stand in each slot. */
  kinds: Readonly<Record<string, Nouns>>;
}

const KINDS: Readonly<Record<string, Nouns>> = {
  kin: KIN,
  pet: PETS,
  illness: ILLNESSES,
  subject: SUBJECTS,
  activity: ACTIVITIES,
};

/** Things of a frame's own, beside the shared kinds. */
type OwnNouns = Readonly<Record<string, Nouns>>;

interface Options {
  labels?: readonly string[];
  risk?: boolean;
  needsLabel?: boolean;
  ofTexter?: boolean;
  own?: OwnNouns;
}

/**
 * Builds the frames of one phrase, one for each way of stating it. In a pattern `{kin}` stands for any noun of
 * that kind, as a slot of that name. Edges are those of words in any language.
 */
export function frames(
  patterns: readonly string[],
  wording: Frame['wording'],
  { labels = [], risk = false, needsLabel = false, ofTexter = false, own = {} }: Options = {},
): Frame[] {
  const kinds = { ...KINDS, ...own };
  return patterns.map((pattern) => {
    const source = pattern.replace(
      /\{([a-z]+)\}/g,
      (_, name: string) => `(?<${name}>${kinds[name]?.source ?? ''})`,
    );
    const whole = new RegExp(`(?<![\\p{L}\\p{N}'])(?:${source})(?![\\p{L}\\p{N}])`, 'u');
    return { pattern: whole, wording, labels, risk, needsLabel, ofTexter, kinds };
  });
}

/** The nouns in a match's slots. */
export function slotsOf({ groups = {} }: RegExpExecArray, { kinds }: Frame): Slots {
  const filled = Object.entries(groups).map(([name, value]) => [name, kinds[name]?.of(value)]);
  return Object.fromEntries(filled.filter(([, noun]) => noun !== undefined));
}
