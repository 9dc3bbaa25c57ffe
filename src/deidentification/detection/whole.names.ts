import type { Candidate } from './candidate.js';

const NAMES: ReadonlySet<string> = new Set(['NAME', 'PLACE', 'SCHOOL']);

/** What a hyphen ties to a name without being part of it: `ex-jade`, `ce gars-là`, `toronto-based`. */
const LOOSE = new Set(
  'ex anti non pro pre post mid semi pseudo half like based free ish type style level wide born la ci ce moi toi soi je tu il elle on nous vous ils elles le les lui leur en y t'.split(
    ' ',
  ),
);
const AFTER = /^-(?:[\p{L}\p{M}]{1,20}['’])?([\p{L}\p{M}]{1,20})(?![\p{L}\p{N}])/u;
const BEFORE = /(?<![\p{L}\p{N}])([\p{L}\p{M}]{1,20})-$/u;
/** `big mike`, `lil jay`. */
const NICKNAMING = /(?<![\p{L}\p{N}])(?:big|lil|lilo|yung) $/iu;
/** `mackenzie r shes`: an initial in lower case, but for letters that are words of texters. */
const INITIAL =
  /^ [bdefhkmopqrvwxz](?=$|[.,!?\n]| (?:is|was|has|said|says|shes|hes|and|who|from|in|did|told|can|could|again)(?![\p{L}\p{N}]))/iu;
/** What follows an article that a name cannot end with: `val-d` and `'or`. */
const ELIDED = /(?<=[- ][dl])['’][\p{L}\p{M}]{2,20}/uy;
const SAINT = /^(?:st|ste|saint|sainte)(?![\p{L}])/iu;
const FARTHEST = 45;

/** Lets names reach over what belongs to them: hyphened parts, nicknames' `big`, initials, a school's `'s`. */
export function wholeNames(candidates: readonly Candidate[], text: string): Candidate[] {
  return candidates.map((candidate, at) => {
    if (!NAMES.has(candidate.entity)) return candidate;
    let { start, end } = candidate;
    const [from, to] = [candidates[at - 1]?.end ?? 0, candidates[at + 1]?.start ?? text.length];
    ELIDED.lastIndex = end;
    end += ELIDED.exec(text)?.[0].length ?? 0;
    for (let i = 0; i < 2; i += 1) {
      const after = AFTER.exec(text.slice(end, Math.min(to, end + FARTHEST)));
      if (after && !LOOSE.has(plain(after[1]!))) end += after[0].length;
      const before = BEFORE.exec(text.slice(Math.max(from, start - FARTHEST), start));
      if (before && !LOOSE.has(plain(before[1]!))) start -= before[0].length;
    }
    if (candidate.entity === 'NAME') {
      start -= NICKNAMING.exec(text.slice(Math.max(from, start - 6), start))?.[0].length ?? 0;
      if (!candidate.title) end += INITIAL.exec(text.slice(end, Math.min(to, end + 10)))?.[0].length ?? 0;
    } else if (candidate.entity === 'SCHOOL' || SAINT.test(text.slice(start, end))) {
      // The s of `st. mary's` is the name's own; of a person it is left for the reader.
      end += /^['’]s(?![\p{L}\p{N}])/iu.exec(text.slice(end, Math.min(to, end + 3)))?.[0].length ?? 0;
    }
    return start === candidate.start && end === candidate.end ? candidate : { ...candidate, start, end };
  });
}

const plain = (word: string): string => word.toLowerCase().replace(/à/g, 'a');
