/** A stretch of one text, in UTF-16 code units. */
export interface Stretch {
  start: number;
  end: number;
}

/** A run of words longer than this is cut at a comma or a joining word, or else simply there. */
const LONGEST = 32;

const SENTENCE_END = /[.!?…]+["')\]]*(?=\s)|\n+/g;

/** What ends in a full stop and goes on: titles, saints and `vs.`. Not `no.`, which is an answer. */
const ABBREVIATED = /(?:^|[\s(])(?:m|mr|ms|mrs|mx|mme|mmes|mlle|dr|dre|drs|pr|prof|st|ste|vs)\.$/i;
const LONGEST_ABBREVIATION = 7;

const JOINT = /,|;|[-–—](?=\s)|\b(?:and|but|because|so|then|et|mais|pis|parce)\b/g;

/** Number of words, by white space. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** The sentences of a text, in order, without the white space around them; long ones in several parts. */
export function sentencesOf(text: string): Stretch[] {
  const ends = [...text.matchAll(SENTENCE_END)]
    .map((match) => match.index + match[0].length)
    .filter((end) => !goesOn(text, end));
  return stretches(text, 0, [...ends, text.length]).flatMap((sentence) => parts(text, sentence));
}

/** Whether the full stop before `end` belongs to an abbreviation, which a name or a number follows. */
function goesOn(text: string, end: number): boolean {
  return (
    ABBREVIATED.test(text.slice(Math.max(0, end - LONGEST_ABBREVIATION), end)) &&
    /^ ?[[\p{Lu}\d]/u.test(text.slice(end, end + 2))
  );
}

/** Cuts an overlong sentence near its middle, at a joint where one is near, until every part is short enough. */
function parts(text: string, { start, end }: Stretch): Stretch[] {
  const body = text.slice(start, end);
  if (countWords(body) <= LONGEST) return [{ start, end }];
  const middle = body.length / 2;
  const nearest = (places: number[]) =>
    places.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  const inner = (place: number) => place > body.length / 4 && place < (body.length * 3) / 4;
  const joints = [...body.matchAll(JOINT)].map(({ index, 0: joint }) => (joint === ',' ? index + 1 : index));
  const spaces = [...body.matchAll(/\s+/g)].map(({ index }) => index);
  const cut = nearest(joints.filter(inner)) ?? nearest(spaces) ?? middle;
  return stretches(text, start, [start + cut, end]).flatMap((part) => parts(text, part));
}

/** The stretches between `start` and each of `ends`, trimmed; blank ones left out. */
function stretches(text: string, start: number, ends: number[]): Stretch[] {
  const result: Stretch[] = [];
  let from = start;
  for (const to of ends) {
    const body = text.slice(from, to);
    const lead = body.length - body.trimStart().length;
    if (body.trim()) result.push({ start: from + lead, end: from + lead + body.trim().length });
    from = to;
  }
  return result;
}
