/** Kinds of people that a concept may be about: how its phrase names them, and how texters do. */
const KINDS: readonly (readonly [phrase: string, texter: string])[] = [
  [
    'partner|relationship|ex|breakup|marriage|spouse|long-distance',
    String.raw`bf|gf|boyfriend|girlfriend|husband|wife|partner|fianc[eé]e?|ex|dating|dated|married|broke up|dumped|chum|blonde|copain|copine|mari|conjointe?|couple`,
  ],
  [
    'parents?|parental|mother|father',
    String.raw`(?:step ?)?(?:moms?|mums?|mothers?|dads?|fathers?|parents?)|mama|mami|papa|ma|folks|p[eè]re|m[eè]re|maman|beau[- ]p[eè]re|belle[- ]m[eè]re`,
  ],
  [
    'stepparent|stepfamily',
    String.raw`step ?\w+|(?:mom|mum|dad)'?s (?:new )?(?:bf|gf|boyfriend|girlfriend|wife|husband|man)|beau[- ]p[eè]re|belle[- ]m[eè]re`,
  ],
  ['siblings?', String.raw`brothers?|sisters?|bro|sis|siblings?|twin|fr[eè]res?|s(?:oe|œ)urs?`],
  [
    'grandparents?',
    String.raw`grand\w*|gran|granny|nana|nonn[oa]|lola|lolo|kookum|kokum|mushum|mosom|opa|oma|po po|mamie|papi|m[eé]m[eé]`,
  ],
  [
    'child|adult child',
    String.raw`my (?:own )?(?:sons?|daughters?|kids?|child(?:ren)?|baby|toddler|niece|nephew)|mes enfants|mon (?:fils|b[eé]b[eé]|enfant)|ma fille`,
  ],
  ['friends?|friendship', String.raw`friends?|bestie|bff|buddy|bud|amie?s?|bestah?`],
  [
    'pet',
    String.raw`dog|cat|pup\w*|kitt\w+|hamster|bunny|rabbit|horse|bird|pet|guinea pig|chien\w*|chat(?:te)?|lapin|cheval`,
  ],
  ['teacher', String.raw`teachers?|profs?|mr|mrs|ms|miss|principal|sub`],
  ['boss', String.raw`boss|manager|supervisor|patron\w*|g[eé]rante?`],
  [
    'in-laws',
    String.raw`in[- ]?laws?|(?:husband|wife|mari)'?s (?:mom|mother|parents|family)|belle[- ]famille|belle[- ]m[eè]re`,
  ],
  ['roommates?', String.raw`room ?mates?|roomies?|colocs?|housemates?`],
  [
    'classmates|at school',
    String.raw`school|class(?:mates?)?|kids|hall(?:way)?|bus|locker|gym|grade|gr|teacher|students?|[eé]cole|classe|coll[eè]ge|autobus|prof|casier|sec`,
  ],
];

const RULES = KINDS.map(([phrase, texter]) => ({
  phrase: new RegExp(`(?<![\\p{L}])(?:${phrase})(?:'s|s')?(?![\\p{L}])`, 'u'),
  texter: new RegExp(`(?<![\\p{L}])(?:${texter})(?:'?s)?(?![\\p{L}])`, 'u'),
}));

/**
 * Whether everyone whom a concept's phrase names is spoken of. Likeness in meaning takes a stepfather's blow
 * for a partner's: who it was has to be said.
 * @param said what the texter wrote, normalised
 */
export function namesThePeople(phrase: string, said: string): boolean {
  return RULES.every((rule) => !rule.phrase.test(phrase) || rule.texter.test(said));
}
