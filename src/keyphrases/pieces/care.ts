import type { Sentence } from '../../conversations/utterances.js';
import { breathOf, saidIn } from '../concepts/said.js';
import { AT_WORK, BURDEN, NEED } from './care.acts.js';
import { type Deed, deedsIn } from './care.deeds.js';
import { OWN_CHILD, Referents, type Tie } from './referents.js';
import type { Told } from './told.in.pieces.js';

/** From so much on the texter is taken for a carer. */
const ENOUGH = 3;

/** From so much that is done for them, somebody is cared for beside another. */
const BESIDE_ANOTHER = 2;

const CONCEPTS: Readonly<Partial<Record<Tie, string>>> = {
  sibling: 'caring-for-younger-siblings',
  kids: 'childcare-duties',
  parent: 'caring-for-a-parent',
  grandparent: 'caring-for-grandparents',
  partner: 'caring-for-a-partner',
  relative: 'nursing-a-loved-one',
};

/** A sibling who is not said or shown to be younger may be older. */
const YOUNGER =
  /(?<!\p{L})(?:little|lil|young(?:er|est)|baby|toddler|twins|(?:is|are|'?re|he'?s|she'?s|sis|bro|brother|sister) [1-9](?!\d))(?!\p{L})/u;
const CHILDLIKE: ReadonlySet<string> = new Set(['washing', 'mornings', 'bedtimes', 'meals']);
const DISABLED =
  /(?<!\p{L})(?:autis\p{L}+|(?:has|have|with) down'?s(?: syndrome)?|cerebral palsy|special needs|disab\p{L}+|wheel ?chair|non ?-?verbal)(?!\p{L})/u;

/** What the texter says of themselves: `im sick`. */
const OF_SELF = /(?<![\p{L}'])(?:i|i'?m|i am|i'?ve been|i was) (?:\p{L}+ ){0,2}$/u;
const SUBJECT_PRONOUN = /(?<![\p{L}'])(he|she|they)(?:'?s|'?re)?(?!\p{L})/u;

/**
 * Care for relatives that is told in pieces: who gets them up, packs lunches and signs forms is a carer, though no
 * sentence says so. What is done is counted by kind; what makes somebody need it and makes it the texter's part counts
 * beside it. Care for children of the texter's own, and at work, is another thing.
 */
export function careTold(sentences: readonly Sentence[]): Told[] {
  const referents = new Referents(sentences);
  const told = sentences.flatMap((_, at) => deedsIn(sentences, at, referents));
  if (told.every(({ tie }) => tie === null)) return [];
  const said = saidIn(sentences);
  if (AT_WORK.test(said.whole)) return [];
  const ownChildren = OWN_CHILD.test(said.whole);
  const deeds = told.filter(({ tie }) => tie !== 'nobody to care for' && !(ownChildren && tie === 'kids'));
  const needy = inNeed(sentences, referents);
  const isCare = (tie: Tie, counted: readonly Deed[]) => {
    const burden = BURDEN.test(breathOf(sentencesOf(counted), said));
    return weightOf(counted) + Number(needy.has(tie)) + Number(burden) >= ENOUGH;
  };
  const cared = [...new Set(deeds.flatMap(({ tie }) => tie ?? []))]
    .map((tie) => ({ tie, own: deeds.filter((deed) => deed.tie === tie) }))
    .toSorted((a, b) => weightOf(b.own) - weightOf(a.own));
  return cared.flatMap(({ tie, own }, rank) => {
    const concept = conceptOf(tie, own, said.whole, needy);
    if (!concept || (rank > 0 && weightOf(own) < BESIDE_ANOTHER)) return [];
    // What is done for others beside them, or for the household, speaks for whom most is done for.
    return isCare(tie, rank === 0 ? deeds : own) ? [{ concept, sentences: sentencesOf(own) }] : [];
  });
}

/** Where it is told, and then where those were named for whom it is done. */
function sentencesOf(deeds: readonly Deed[]): Sentence[] {
  const told = deeds.map(({ sentence }) => sentence);
  return [...new Set([...told, ...deeds.flatMap(({ named }) => named ?? [])])];
}

/** Who is said to be young, ill or frail. */
function inNeed(sentences: readonly Sentence[], referents: Referents): ReadonlySet<Tie> {
  const ties = sentences.flatMap(({ normalised: text }, at) => {
    const need = NEED.exec(text);
    if (!need || OF_SELF.test(text.slice(0, need.index))) return [];
    const named = referents.of(undefined, at, need.index + need[0].length);
    if (named?.at === at) return named.tie;
    return referents.of(SUBJECT_PRONOUN.exec(text)?.[1], at, text.length)?.tie ?? [];
  });
  return new Set(ties);
}

/** Acts of one kind count once. */
function weightOf(deeds: readonly Deed[]): number {
  const byKind = new Map(deeds.map(({ act }) => [act.kind, act.weight]));
  return [...byKind.values()].reduce<number>((sum, weight) => sum + weight, 0);
}

function conceptOf(
  tie: Tie,
  own: readonly Deed[],
  said: string,
  needy: ReadonlySet<Tie>,
): string | undefined {
  // Between partners much is done that is no care, unless one is ill.
  if (tie === 'partner' && !needy.has(tie)) return undefined;
  if (tie !== 'sibling' || YOUNGER.test(said)) return CONCEPTS[tie];
  if (DISABLED.test(said)) return 'sibling-with-a-disability';
  if (own.some(({ act }) => CHILDLIKE.has(act.kind))) return CONCEPTS[tie];
  return needy.has(tie) ? 'nursing-a-loved-one' : undefined;
}
