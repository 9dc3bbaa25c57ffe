import { isDenied } from '../../classification/negation.js';
import type { Sentence } from '../../conversations/utterances.js';
import { PatternIndex } from '../../taxonomy/pattern.index.js';
import { isAsked, isLongAgo, isOfAnother } from '../concepts/whose.js';
import { isStated } from '../phrases/stated.js';
import { type Act, ACTS, HOUSEHOLD } from './care.acts.js';
import type { Referents, Tie } from './referents.js';

/** An act of care that the texter tells of themselves, of today. */
export interface Deed {
  act: Act;
  /** Null for what is done for the household. */
  tie: Tie | null;
  sentence: Sentence;
  /** Where whoever it is done for was named. */
  named: Sentence | null;
}

/** An act where it stands in a sentence. */
interface Found {
  act: Act;
  match: RegExpExecArray;
  end: number;
}

/** What cannot, will, would or should be done, and what is dreamt or played, is no deed. */
const NOT_DONE =
  /(?<![\p{L}'])(?:(?:can'?t|cannot|couldn'?t|wanna|want(?:s|ed)?(?: me)? to|wants? me|refuse to|gonna|going to|will|one day|some ?day|end up|would) (?:(?:have|has|had|be|to|just|always|even|end up|me) ){0,4}|(?:i'?d|i'll|i will|ill (?:have|be|end|just|get|always)|i'?m gonna|one day|dream\p{L}*|pretend\p{L}*) (?:(?! (?:but|because|bc|cuz|cause|so|i|i'?m) )[^.!?;])*)$/u;
const INDEX = new PatternIndex(ACTS.map(({ pattern }) => pattern));

/** No parent is taken to school. */
const FOR_CHILDREN =
  /(?<!\p{L})(?:school|daycare|kindergarten|home ?work|lunches|permission|report cards?|teachers?)(?!\p{L})/u;

/** `if i dont feed them nobody will` states more than it supposes. */
const UNLESS_I = /(?<!\p{L})(?:if i (?:don'?t|didn'?t)|unless i) $/u;

/** Said of anybody in the texter's place. */
const ANYBODY =
  /(?<!\p{L})(?:you|someone|somebody) (?:have to|has to|gotta|got to|needs? to) (?:[^.!?]* )?$/u;

/** The acts that a sentence tells, each of which is told by words of its own. */
export function deedsIn(sentences: readonly Sentence[], at: number, referents: Referents): Deed[] {
  const sentence = sentences[at]!;
  if (isAsked(sentence) || isLongAgo(sentence)) return [];
  const text = inFirstPerson(sentence.normalised);
  return weightiest(actsIn(text)).flatMap(({ act, match, end }): Deed[] => {
    if (!isOwn(text, match.index, end)) return [];
    if (act.kind === HOUSEHOLD) return [{ act, tie: null, sentence, named: null }];
    const { who, kids } = match.groups ?? {};
    const whom =
      kids || FOR_CHILDREN.test(match[0]) ? referents.children(who, at, end) : referents.of(who, at, end);
    return whom ? [{ act, tie: whom.tie, sentence, named: sentences[whom.at]! }] : [];
  });
}

function actsIn(text: string): Found[] {
  return INDEX.matches([text]).flatMap(({ pattern }) => {
    const act = ACTS[pattern]!;
    return [...text.matchAll(new RegExp(act.pattern, 'gu'))].map((match) => ({
      act,
      match,
      end: match.index + match[0].length,
    }));
  });
}

/** Of acts that are told by the same words the one that says most. */
function weightiest(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const each of found.toSorted((a, b) => b.act.weight - a.act.weight))
    if (!kept.some(({ match, end }) => match.index < each.end && each.match.index < end)) kept.push(each);
  return kept;
}

/** Whether it is the texter who does it, and today. */
function isOwn(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start);
  if (!ANYBODY.test(before) && isOfAnother(text, start)) return false;
  if (NOT_DONE.test(before)) return false;
  if (UNLESS_I.test(before)) return true;
  return !isDenied(text, start, end) && isStated(text, start, end, { now: true, danger: false });
}

/** `im the one who feeds her` as `im the one who feed her`, for acts are written as the texter's own. */
function inFirstPerson(text: string): string {
  return text.replace(
    /(?<=(?:the|only) one (?:who|that) )(?!has|is|was)(\p{L}+?)(?:(?<=sh|ch|ss|o|x)es|(i)es|s)(?!\p{L})/gu,
    (_, stem: string, y?: string) => (y ? `${stem}y` : stem),
  );
}
