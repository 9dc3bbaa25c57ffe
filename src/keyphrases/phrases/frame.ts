import { ACTIVITIES, ILLNESSES, type Noun, Nouns, PETS, SUBJECTS } from './nouns.js';
import { KIN } from './people.js';
import type { Telling } from './stated.js';

/** A phrase in English and, where there is a good way to say it, in French. */
export interface Phrasing {
  en: string;
  fr: string | null;
}

/** What fills a frame's slots in one sentence. */
export type Slots = Readonly<Record<string, Noun | undefined>>;

/** A way in which texters tell a fact, and the phrase that a responder would write for it. */
export interface Frame {
  /** Over normalised text; its named groups are slots. */
  pattern: RegExp;
  phrasing: (slots: Slots) => Phrasing;
  /** Labels that the fact falls under; empty where that depends on the conversation. */
  labels: readonly string[];
  risk: boolean;
  /** Whether the words mean this only where one of the labels holds. */
  needsLabel: boolean;
  /** Whether it is a fact only when the texter tells it of themselves. */
  ofTexter: boolean;
  telling: Telling;
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

/** What may be said of a frame beside its patterns and its phrase; of {@link Telling}, neither by default. */
export interface FrameOptions extends Partial<Telling> {
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
  phrasing: Frame['phrasing'],
  options: FrameOptions = {},
): Frame[] {
  const { labels = [], risk = false, needsLabel = false, ofTexter = false, own = {} } = options;
  const telling = { now: options.now ?? false, danger: options.danger ?? false };
  const kinds = { ...KINDS, ...own };
  return patterns.map((pattern) => {
    const source = pattern.replace(
      /\{([a-z]+)\}/g,
      (_, name: string) => `(?<${name}>${kinds[name]?.source ?? ''})`,
    );
    const whole = new RegExp(`(?<![\\p{L}\\p{N}'])(?:${source})(?![\\p{L}\\p{N}])`, 'u');
    return { pattern: whole, phrasing, labels, risk, needsLabel, ofTexter, telling, kinds };
  });
}

/** The nouns in a match's slots. */
export function slotsOf({ groups = {} }: RegExpExecArray, { kinds }: Frame): Slots {
  const filled = Object.entries(groups).map(([name, value]) => [name, kinds[name]?.of(value)]);
  return Object.fromEntries(filled.filter(([, noun]) => noun !== undefined));
}

/** A phrase without slots. */
export const as =
  (en: string, fr: string | null = null) =>
  (): Phrasing => ({ en, fr });
