/** Where a clause ends: what stands before it is not negated with it. */
const CLAUSE = /[.;:!?,"()]|\b(?:but|because|bc|cuz|except|although|tho|though|mais|sauf|parce)\b/g;

/** Words that deny what follows within a few words. The lookaheads spare phrases that deny something else. */
const NEGATORS = new RegExp(
  [
    String.raw`\b(?:not(?! (?:only|just|sure|if)\b)|never(?! (?:told|tell|said|talked|been so|felt (?:so|this))\b)|without(?! telling)|nor|neither|nothing)\b`,
    String.raw`\bno(?! (?:one|body|longer|wonder|matter|idea)\b)\b`,
    String.raw`\b(?:ai|is|are|was|were|do|does|did|have|has|had|wo|would|could|should)n'?t\b(?! (?:know|told|tell|care|understand|said|talked|stop|help|take|handle|the|that)\b)`,
    String.raw`\b(?:(?<!arr[eê]te )pas(?! (?:s[uû]re?|juste|seulement)\b| (?:[aà] |de )?(?:m'? ?)?(?:arr[eê]t|emp[eê]ch))|jamais(?! (?:dit|parl))|aucune?|sans|ni)(?![\p{L}])`,
  ].join('|'),
  'gu',
);

/** A new subject between the negator and the hit starts a statement of its own: `i cant anymore i want to die`. */
const NEW_SUBJECT =
  /(?<![\p{L}'])(?:i|i'?m|i'?ve|i'?d|he|she|they|we|it|it'?s|that'?s|my|je|j|il|elle|c)(?![\p{L}])/u;

/** Unless the statement is what the negated verb is about: `i dont think im suicidal`. */
const REPORTING =
  /\b(?:think|thinking|feel|believe|say|saying|said|mean|like|want|pense|crois|dis)(?: like| that| que)? ?$/u;

/** Nobody does what the hit says: `nobody touched me`. */
const NOBODY = /\b(?:nobody|no one|noone|personne (?:ne |n')?(?:m'|m)?) ?$/u;

/** How many words after a negator it still reaches. */
const REACH = 6;

/** A hit that the next word takes back: `suicidal? no`, `kill myself nah`. */
const TAKEN_BACK =
  /^\??[ ,]*(?:no|nope|nah|never|not really|non|jamais|pantoute)\b(?! (?:one|body|wonder|idea|longer)\b)/u;

/**
 * Whether a normalised sentence denies what it says between `start` and `end`: `i'm not suicidal`,
 * `never thought of hurting myself`, `jsuis pas suicidaire`. A negation inside the stretch is part of what a
 * cue says and does not count.
 */
export function isDenied(sentence: string, start: number, end: number): boolean {
  if (TAKEN_BACK.test(sentence.slice(end))) return true;
  const clause = lastClause(sentence.slice(0, start));
  if (NOBODY.test(clause)) return true;
  let negator: RegExpExecArray | undefined;
  for (const match of clause.matchAll(NEGATORS)) negator = match;
  if (!negator) return false;
  const between = clause.slice(negator.index + negator[0].length);
  // The hit may itself begin with the new subject.
  const statement = between + sentence.slice(start, end);
  if ((between.match(/[\p{L}\d']+/gu)?.length ?? 0) > REACH) return false;
  const subject = NEW_SUBJECT.exec(statement);
  if (!subject || subject.index > between.length) return true;
  return REPORTING.test(between.slice(0, subject.index));
}

/** Negators that a gap may take in, and the same as they are written in a pattern's source. */
const SWALLOWED =
  /(?<![\p{L}'])(?:not|never|pas|jamais|(?:do|does|did|is|was|has|have|would|wo)nt)(?![\p{L}])/gu;
const WRITTEN =
  /(?:(?<![\p{L}\\])|(?<=\\b))(?:not|never|pas|jamais)(?![\p{L}])|n'\??t(?![\p{L}])|(?:(?<![\p{L}])|do|wo|es|id)nt(?![\p{L}])/u;

/**
 * Whether a pattern's gap took in a negation that the pattern does not speak of: `im (?:\w+ ){0,2}suicidal` finds
 * `im not suicidal`. A new subject after the negator ends its reach: `she doesnt care he hits me`.
 */
export function swallowsNegation(pattern: RegExp, match: string): boolean {
  if (WRITTEN.test(pattern.source)) return false;
  const negator = [...match.matchAll(SWALLOWED)].at(-1);
  return negator !== undefined && !NEW_SUBJECT.test(match.slice(negator.index + negator[0].length));
}

function lastClause(before: string): string {
  let from = 0;
  for (const match of before.matchAll(CLAUSE)) from = match.index + match[0].length;
  return before.slice(from);
}
