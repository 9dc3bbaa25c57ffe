/** Something that a phrase may state, how texters say it, and what shows that they say something else; alternatives of a pattern. */
export type Particular = readonly [phrase: string, texter: string, unless?: string];

/** A particular, ready to be looked for. */
export interface Rule {
  /** Whether a phrase states it. */
  phrase: RegExp;
  /** Whether a texter's words say it. */
  texter: RegExp;
  unless: RegExp | null;
}

/** Edges are those of words in any language; an ending of possession or plural counts as the word. */
export function rules(particulars: readonly Particular[]): Rule[] {
  const words = (alternatives: string) =>
    new RegExp(`(?<![\\p{L}])(?:${alternatives})(?:'?s)?(?![\\p{L}])`, 'u');
  return particulars.map(([phrase, texter, unless]) => ({
    phrase: new RegExp(`(?<![\\p{L}])(?:${phrase})(?:'s|s')?(?![\\p{L}])`, 'u'),
    texter: words(texter),
    unless: unless === undefined ? null : words(unless),
  }));
}

/** Whether normalised words say what a rule asks for. */
export function matches({ texter, unless }: Rule, text: string): boolean {
  return texter.test(text) && !unless?.test(text);
}
