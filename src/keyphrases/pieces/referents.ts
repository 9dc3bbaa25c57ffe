import type { Sentence } from '../../conversations/utterances.js';

/** Who somebody is to the texter, as far as care goes. */
export type Tie =
  'sibling' | 'parent' | 'grandparent' | 'partner' | 'relative' | 'kids' | 'nobody to care for';

interface Person {
  tie: Tie;
  names: string;
  /** The pronouns that may stand for them. */
  pronouns: readonly string[];
}

const SHE = ['her', 'she'];
const HE = ['him', 'he', 'his'];
const THEY = ['them', 'em', 'they', 'their'];

/** Longer names first, for alternatives are tried in order. */
const PEOPLE: readonly Person[] = [
  {
    tie: 'grandparent',
    names: String.raw`(?:great )?grand ?(?:ma|mother|mom)|gran|granny|nana|nan|nonna|abuela|lola|kookum|kokum|oma`,
    pronouns: SHE,
  },
  {
    tie: 'grandparent',
    names: String.raw`(?:great )?grand ?(?:pa|father|dad)|gramps|grampa|nonno|abuelo|lolo|mushum|opa`,
    pronouns: HE,
  },
  { tie: 'grandparent', names: 'grandparents', pronouns: THEY },
  {
    tie: 'parent',
    names: String.raw`step ?mom|foster mom|(?<!(?:the|a) )moms?|mum|mommy|mother|mama`,
    pronouns: SHE,
  },
  { tie: 'parent', names: String.raw`step ?dad|foster dad|dads?|daddy|father|papa`, pronouns: HE },
  { tie: 'parent', names: 'parents', pronouns: THEY },
  {
    tie: 'sibling',
    names: String.raw`brothers|bros|sisters|siblings|sibs|twins|brother and sister`,
    pronouns: THEY,
  },
  { tie: 'sibling', names: String.raw`(?:step ?|half ?)?brother|lil bro|bro`, pronouns: HE },
  { tie: 'sibling', names: String.raw`(?:step ?|half ?)?sister|lil sis|sis`, pronouns: SHE },
  { tie: 'kids', names: String.raw`cousins|nieces|nephews`, pronouns: THEY },
  { tie: 'kids', names: 'cousin', pronouns: [...SHE, ...HE] },
  { tie: 'kids', names: 'niece', pronouns: SHE },
  { tie: 'kids', names: 'nephew', pronouns: HE },
  { tie: 'relative', names: String.raw`aunt(?:ie|y)?`, pronouns: SHE },
  { tie: 'relative', names: 'uncle', pronouns: HE },
  { tie: 'partner', names: String.raw`husband|boyfriend|bf`, pronouns: HE },
  { tie: 'partner', names: String.raw`wife|girlfriend|gf`, pronouns: SHE },
  { tie: 'partner', names: 'partner', pronouns: [...SHE, ...HE] },
  {
    tie: 'nobody to care for',
    names: String.raw`friends?|bestie|bff|ex|teacher|coach|boss|nurses?|neighbou?rs?|roommate|classmates?|dogs?|pupp(?:y|ies)|bunny|rabbit|bird|parrot|guinea pig|fish|lizard|gecko|snake|turtle|ferret|pony|dolls?|sims?|npcs?|tamagotchi|cats?|kitten|horse|pet|hamster|lady|ladies|residents?|clients?|patients?|customers?`,
    pronouns: [...SHE, ...HE, ...THEY],
  },
  {
    tie: 'kids',
    names: String.raw`(?<=(?:the|little|younger|these|other|\d|two|three|four|five) )(?:kids|boys|girls|ones|babies)`,
    pronouns: THEY,
  },
  { tie: 'kids', names: String.raw`(?<=the (?:little|younger|youngest) )one`, pronouns: [...SHE, ...HE] },
  { tie: 'kids', names: String.raw`(?<=the )(?:baby|toddler)`, pronouns: [...SHE, ...HE] },
];

/** Before a person who is somebody else's or whom the texter is likened to: `her mom`, `she calls me mommy`. */
const THEIRS = String.raw`(?<!(?<![\p{L}])(?:his|her|their|your|ur|me|like a|be the|be a|the other) (?:(?!(?:my|our) )\p{L}+ )?)`;

const MENTION = new RegExp(
  String.raw`${THEIRS}(?<![\p{L}'])(?:${PEOPLE.map(({ names }) => `(${names})`).join('|')})(?:'?s)?(?![\p{L}])(?! (?:makes?|wants?|expects?|tells?|told|asks?|lets?|leaves?) me(?!\p{L}))`,
  'gu',
);

/** Children of the texter's own: who brings them up is their parent. */
export const OWN_CHILD =
  /(?<!\p{L})(?:my|our) (?:\p{L}+ )?(?:kids?|son|daughter|child|children|toddler|baby)(?!\p{L}| (?:brothers?|sisters?|sis|bro|cousins?|siblings?))/u;

/** How a person may be named for whom something is done: a pronoun, or a noun of the list. */
export const WHO = String.raw`(?:(?:my|our|the|these|\d+|two|three|four|five) (?:[\p{L}\d]+ ){0,2}?)?(?:${PEOPLE.map(({ names }) => names).join('|')})(?!\p{L})|(?:him|her|them|em)(?!\p{L})`;

/** Ties to those who may be children, or whom one may not care for at all. */
const CHILDREN: ReadonlySet<Tie> = new Set(['sibling', 'kids', 'nobody to care for']);

const PRONOUN = /^(?:him|her|them|em|his|their|he|she|they)$/u;

/** Whom a texter means. */
export interface Referent {
  tie: Tie;
  /** The number of the sentence in which they were named. */
  at: number;
}

interface Mention extends Referent {
  index: number;
  person: Person;
}

/** Tells whom a texter means by `him`, `her` and `them`: whoever they last named who may be called so. */
export class Referents {
  private readonly mentions: readonly Mention[];

  constructor(sentences: readonly Pick<Sentence, 'normalised'>[]) {
    this.mentions = sentences.flatMap(({ normalised }, at) =>
      [...normalised.matchAll(MENTION)].map((match) => {
        const person = PEOPLE[match.slice(1).findIndex((name) => name !== undefined)]!;
        return { at, index: match.index, person, tie: person.tie };
      }),
    );
  }

  /**
   * Who is meant by words of the sentence at `at` that end at `end`; null where nobody was named.
   * @param words a match of {@link WHO}, or another pronoun; without them, whoever was named last
   */
  of(words: string | undefined, at: number, end: number): Referent | null {
    const before = this.before(at, end);
    const last = before.at(-1) ?? null;
    if (words === undefined || !PRONOUN.test(words)) return last;
    const meant = before.findLast(({ person }) => person.pronouns.includes(words));
    if (meant || !THEY.includes(words)) return meant ?? null;
    // Several who were named one by one, or by their names; a parent alone is no `them`.
    return last && last.tie !== 'parent' ? last : { tie: 'kids', at };
  }

  /** The same where what is done is done for children alone: no parent, however lately named. */
  children(words: string | undefined, at: number, end: number): Referent {
    const meant = this.of(words ?? 'them', at, end);
    if (meant && CHILDREN.has(meant.tie)) return meant;
    return this.before(at, end).findLast(({ tie }) => CHILDREN.has(tie)) ?? { tie: 'kids', at };
  }

  private before(at: number, end: number): Mention[] {
    return this.mentions.filter((mention) => mention.at < at || (mention.at === at && mention.index < end));
  }
}
