/** Some words of a phrase, and what stands in their place; either may be empty. */
export interface Edit {
  before: string;
  after: string;
}

/**
 * What changed between two phrases, in as few words as can be: what is left when the longest common subsequence of
 * their words is taken out (Wagner and Fischer 1974, without substitution). Neighbouring words are one edit.
 */
export function smallestEdit(before: string, after: string): Edit[] {
  const [old, now] = [before.split(' '), after.split(' ')];
  const common = commonLengths(old, now);
  const edits: Edit[] = [];
  let open: { before: string[]; after: string[] } = { before: [], after: [] };
  const close = () => {
    if (open.before.length + open.after.length > 0)
      edits.push({ before: open.before.join(' '), after: open.after.join(' ') });
    open = { before: [], after: [] };
  };
  for (let i = 0, j = 0; i < old.length || j < now.length;) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      close();
      i += 1;
      j += 1;
    } else if (j === now.length || (i < old.length && common[i + 1]![j]! >= common[i]![j + 1]!)) {
      open.before.push(old[i]!);
      i += 1;
    } else {
      open.after.push(now[j]!);
      j += 1;
    }
  }
  close();
  return edits;
}

/** How many words in order the ends of both phrases share, from word `i` of the one and word `j` of the other on. */
function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      lengths[i]![j] =
        old[i] === now[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  return lengths;
}
