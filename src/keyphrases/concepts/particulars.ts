/** Something that a phrase may name, and how texters name it, as alternatives of a pattern. */
type Particular = readonly [phrase: string, texter: string];

/** Kinds of people that a concept may be about. */
const PEOPLE: readonly Particular[] = [
  [
    'partner|relationship|ex|breakup|marriage|spouse|long-distance',
    String.raw`(?<!(?:mom|mum|mother|dad|father|sister|brother|friend)'?s (?:new )?)(?:bf|gf|boyfriend|girlfriend|husband|wife|partner|fianc[eé]e?|ex|broke up|dumped|chum|blonde|copain|copine|mari|conjointe?)`,
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

/** Things and deeds that it would be grave, or merely foolish, to read into words that do not name them. */
const THINGS: readonly Particular[] = [
  [
    'suicid\\p{L}*|ending life',
    String.raw`suicid\w*|kms|kill\w*|die|dying|dead|death|alive|live|exist|gone|wak(?:e|ing) up|end (?:it|things|my life)|mourir|tuer|mort|pu[s]? l[àa]|finir`,
  ],
  [
    'self-harm\\p{L}*|cutting|burning',
    String.raw`cut\w*|self ?-?harm\w*|hurt\w*|burn\w*|scratch\w*|blades?|razors?|clean|relapsed?|scars?|mal|coup\p{L}+|mutil\p{L}+`,
  ],
  ['told to die', String.raw`die|kys|kill|rope`],
  ['overdose', String.raw`overdos\w*|od'?d|pills|surdose|pilules`],
  ['cheating|infidelity', String.raw`cheat\w*|affair|other (?:girl|guy|woman|man)|tromp\p{L}+`],
  [
    'nightmares|sleeping',
    String.raw`sle(?:ep|pt)\w*|dreams?|nightmares?|awake|insomnia|d[oe]r[ms]\p{L}*|cauchemars?`,
  ],
  ['cannabis', String.raw`weed|pot|high|stoned|dabs?|carts?|joints?|blunt|thc|cannabis`],
  [
    'drinking|sobriety',
    String.raw`dr[aiu]nk\w*|alcohol\w*|beers?|vodka|wine|wasted|sober|hung ?over|liquor|bois|boire|bu|saoul\w*`,
  ],
  [
    'university|tuition',
    String.raw`uni|unis|university|college|tuition|admissions?|applications?|accepted|cegep|universit[eé]`,
  ],
  ['lockdown|covid|pandemic', String.raw`covid|lockdown|quarantine|pandemic|virus|pand[eé]mie|confinement`],
  ['boundaries', String.raw`boundar\w*|say no|space|limites?`],
  ['disability', String.raw`disab\w*|wheelchair|autis\w*|adhd|deaf|blind|handicap\w*`],
  ['crush', String.raw`crush\w*|like (?:him|her|them|this|a)|feelings? for|aime`],
  [
    'conflict with boss|new job|job',
    String.raw`jobs?|work\w*|boss|manager|shifts?|fired|laid off|hired|interview|travail\w*`,
  ],
  [
    'anniversary|death|loss of|losing someone|grief',
    String.raw`died?|dead|death|dying|passed|funeral|gone|lost|losing|miss|anniversary|grie\w+|mort\w*|d[eé]c[eé]d\p{L}+|deuil|perdu\w*`,
  ],
  [
    'nudes|images|photos|video',
    String.raw`nudes?|pics?|pictures?|photos?|vids?|videos?|images?|edits|filmed`,
  ],
  [
    'privacy',
    String.raw`room|phone|cell|journal|diary|reads?|door|texts?|messages?|privacy|location|searche?[sd]?|through|thru`,
  ],
  ['bruises', String.raw`bruis\w*|purple|marks?|long sleeves|bleus?`],
  [
    'lgbtq?|gender\\p{L}*|trans|sexuality|straight|same-sex',
    String.raw`trans|gay|lesbian|bi|bisexual|queer|gender\w*|pronouns?|binder|dysphoria|boy|girl|daughter|son|straight|they|non ?-?binary|homo|genre|fille|gars|hormones?`,
  ],
];

const rules = (particulars: readonly Particular[]) =>
  particulars.map(([phrase, texter]) => ({
    phrase: new RegExp(`(?<![\\p{L}])(?:${phrase})(?:'s|s')?(?![\\p{L}])`, 'u'),
    texter: new RegExp(`(?<![\\p{L}])(?:${texter})(?:'?s)?(?![\\p{L}])`, 'u'),
  }));

const PEOPLE_RULES = rules(PEOPLE);
const THING_RULES = rules(THINGS);

/** A loss or a worry is about whoever is named beside it, not about somebody named at another time. */
const BESIDE = /^(?:loss|death|losing|caring|worr)/;

/**
 * Whether what a concept's phrase names is spoken of: its people somewhere in the conversation, its things and
 * deeds in the utterance. Likeness in meaning takes a stepfather's blow for a partner's, and a backpack put
 * down for a dog: who and what it was has to be said.
 * @param utterance normalised
 * @param said all that the texter wrote, normalised
 */
export function namesParticulars(phrase: string, utterance: string, said: string): boolean {
  const holds = (among: typeof PEOPLE_RULES, text: string) =>
    among.every((rule) => !rule.phrase.test(phrase) || rule.texter.test(text));
  return holds(PEOPLE_RULES, BESIDE.test(phrase) ? utterance : said) && holds(THING_RULES, utterance);
}
