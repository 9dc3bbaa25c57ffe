import { matches, type Particular, type Rule, rules } from './particular.js';
import { QUALIFIER_RULES, RELATION_RULES } from './qualifiers.js';

/** Kinds of people that a concept may be about. */
const PEOPLE: readonly Particular[] = [
  [
    'partner|(?<!wanting a |abusive )relationship|ex|breakup|marriage falling|spouse|long-distance',
    String.raw`(?<!(?:mom|mum|mother|dad|father|sister|brother|friend)'?s (?:new )?)(?:bf|gf|boyfriend|girlfriend|husband|wife|partner|fianc[eé]e?|ex|broke up|dumped|chum|blonde|copain|copine|mari|conjointe?|ldr|long ?-?distance|marri(?:ed|age)|hubby|relationships?|relation|couple|divorc\w+|break ?-?up|heart ?-?br\w+|split up|left me|rupture|rompu|cass[ée]|rompre|mariage|marry|widow\w*|veu(?:f|ve)|peines? d'amour|if i leave|break(?:ing)? up|leave (?:him|her)|me quitter|couple)`,
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
    String.raw`grand\w*|gran|granny|gramm?[yp]\w*|nan|nana|abuel[oa]s?|nonn[oa]|lola|lolo|kookum|kokum|mushum|mosom|opa|oma|po po|mamie|papi|m[eé]m[eé]`,
  ],
  [
    'child(?! protection)|adult child',
    String.raw`my (?:\w+ ){0,3}(?:sons?|daughters?|kids?|child(?:ren)?|baby|toddler|niece|nephew)|mes enfants|mon (?:fils|b[eé]b[eé]|enfant)|ma fille`,
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
    String.raw`suicid\p{L}*|kms|kill\w*|die|dying|dead|death|alive|live|exist|gone|wak(?:e|ing) up|end (?:it|things|my life)|unaliv\w+|disappear|attempt\w*|notes?|goodbye|letters?|lettres?|end(?:ing)? my life|idea\w*|mourir|tuer|mort|plus l[àa]|pu l[àa]|finir|noires|enlever la vie|dispara[iî]tre|vivre|tentatives?|adieux?`,
  ],
  [
    'self-harm\\p{L}*|cutting|burning',
    String.raw`cut\w*|self ?-?harm\w*|hurt\w*|burn\w*|scratch\w*|blades?|razors?|clean|relapsed?|scars?|sh|sleeves|manches|cicatrices|marks on|slic\w+|punch\w*|hit\w*|bang\w*|slap\w*|wrists?|mal|coup\p{L}+|\p{L}*mutil\p{L}+|scarif\p{L}+|br[ûu]l\p{L}+|frapp\p{L}+|bless\p{L}+|griff\p{L}+|cogn\p{L}+|lames?|pun\p{L}+`,
  ],
  ['told to die', String.raw`die|kys|kms|kill|rope|end|unalive|mourir|tuer|pendre|suicid\w*`],
  [
    'overdose',
    String.raw`overdos\w*|od'?d|pills|meds|medicine|tylenol|advil|too many|swallow\w*|m[ée]dicaments|aval[ée]\p{L}*|fentanyl|fent|od|od'?d|narcan|surdose|pilules`,
  ],
  [
    'cheating|infidelity',
    String.raw`cheat\w*|affair|other (?:girl|guy|woman|man)|slept|sleeping|unfaithful|infidel\w+|kissed|seeing|sexting|another|infid\p{L}+|amante?|ma[iî]tresse|liaison|couch[ée]\p{L}*|embrass\p{L}+|tromp\p{L}+`,
  ],
  [
    'nightmares|sleeping',
    String.raw`sle(?:ep|pt)\w*|dreams?|nightmares?|awake|asleep|insomni\p{L}+|d[oe]r[ms]\p{L}*|cauchemars?`,
  ],
  ['cannabis', String.raw`weed|pot|high|stoned|dabs?|carts?|joints?|blunt|thc|cannabis`],
  [
    '(?<!unsafe )drinking|sobriety',
    String.raw`dr[aiu]nk\w*|alcohol\w*|beers?|vodka|wine|wasted|sober|hung ?over|liquor|drugs?|smok\w+|using|clean|rehab|relaps\w+|bois\p{L}*|boire|bu|saoul\w*|so[ûu]l\p{L}*|alcool\p{L}*|sobr\p{L}+|consomm\p{L}+|rechut\p{L}+|fum\p{L}+|black ?-?outs?|th[ée]rapie|brosse|un coup`,
  ],
  [
    'university|tuition',
    String.raw`uni|unis|university|college|tuition|admissions?|applications?|accepted|school|program|degree|first year|premi[èe]re ann[ée]e|r[ée]sidences?|textbooks?|osap|bursar\w+|loans?|scholarship|dorms?|res|residences?|students?|rejected|c[eé]gep|universit[eé]|universitaires?|scolarit[ée]|bourses|afe|[ée]tudes|programme|admission`,
  ],
  [
    'lockdown|covid|pandemic',
    String.raw`covid|lockdown|quarantine|pandemic|virus|corona\w*|omicron|isolat\w+|distanc\w+|restrictions|vaccin\w*|zoom|cerb|online|stay at home|positi\w+|pand[eé]mie|confin\p{L}+|quarantaine|couvre-?feu|pcu|en ligne|distance|teams|variant`,
  ],
  [
    'detained',
    String.raw`detain\w*|detention|held|holding|custody|jail|lock\w*|took|taken|grabbed|picked up|arrest\w*|d[ée]ten\p{L}+|arr[êe]t[ée]\p{L}*|emmen[ée]\p{L}*|pris`,
  ],
  [
    'immigration|refugee',
    String.raw`\p{L}+`,
    String.raw`papers? back|(?:from|to|for) (?:the|my) (?:teacher|prof)|graded|mock|(?:law|history|socials) class`,
  ],
  ['boundaries', String.raw`boundar\w*|say(?:ing)? no|space|limites?|dire non`],
  [
    'disability',
    String.raw`disab\w*|wheelchair|autis\w*|adhd|deaf|blind|ableis\w+|cane|special needs|special ed\w*|nonverbal|down syndrome|(?:has|have|with) down'?s|cerebral palsy|dys\p{L}+|learning|resource room|iep|handicap\p{L}*|fauteuil|autis\p{L}+|trisomique|apprentissage|capacitis\p{L}+|sourde?|aveugle|d[ée]ficience|classe sp[ée]ciale`,
  ],
  [
    'crush',
    String.raw`crush\w*|like (?:him|her|them|this|a)|feelings? for|friend ?-?zon\w*|unrequited|girl i|guy i|love\w*|aime\p{L}*|kick|amour\p{L}*`,
  ],
  [
    'conflict with boss|new job|job',
    String.raw`jobs?|work\w*|boss|manager|shifts?|fired|laid off|hired|interview|career|unemployed|applied|applications?|co ?-?workers?|travail\w*|emplois?|jobine|carri[èe]re|entrevue|cv|pied|cong[ée]di\p{L}+|domaine|cerb`,
  ],
  [
    'anniversary|death|loss of(?! (?:appetite|interest|indigenous))|losing someone|grief',
    String.raw`died?|dead|death|dying|passed|funeral|gone|lost|losing|buried|bury\w*|(?<!(?:almost|nearly|near) )(?:killed|hung|hanged)|(?:took|taken) (?:his|her|their) (?:own )?life|put (?:\w+ )*down|to sleep|without (?:him|her|them)|anniversary|grie\w+|drowned|widow\w*|mort\w*|mour\p{L}+|d[eé]c[eé]\p{L}+|deuil|perdu\w*|perte|fun[ée]railles|enterrement|euthanas\p{L}+|endormir|piquer|partie?|tu[ée]e?|suicid\p{L}+|enlev[ée]e?|noy[ée]e?|veu(?:f|ve)|sans (?:lui|elle)|en vie|adieu|pendue?`,
  ],
  [
    'nudes|images|photos|video',
    String.raw`nudes?|pics?|pictures?|photos?|vids?|videos?|images?|edits|filmed|send them to|followers|clips?|naked|explicit|porn\w*|deep ?fakes?|sext\w*|recorded|nue?s?|sexuelles?|p[ée]nis|hypertrucages?`,
  ],
  [
    'privacy',
    String.raw`room|phone|cell|journal|diary|reads?|door|texts?|messages?|privacy|location|searche?[sd]?|through|thru|privacy|life ?360|stuff|chambre|fouill\p{L}+|li[st]|lu|textos?|porte|t[ée]l[ée]phone|affaires|intimit[ée]`,
  ],
  [
    'bruises',
    String.raw`bruis\w*|purple|marks?|long sleeves|black eye|welts?|bleus?|ecchymoses?|[oœ]+e?il au beurre|tomb[ée]e?|marques`,
  ],
  [
    'lgbtq?|gender\\p{L}*|trans|sexuality|straight|same-sex',
    String.raw`trans\w*|sexual\w*|dysphori\p{L}+|blockers|gay|lesbian|bi|bisexual|queer|gender\w*|pronouns?|binder|dysphoria|boy|girl|daughter|son|straight|they|non ?-?binary|homo|genre|fille|gars|hormones?|girls?|guys?|men|women|chest|wrong body|hrt|testosterone|estrogen|blockers|surgery|attract\w*|asexual|ace|pan\w*|closet\w*|out|ftm|mtf|h[ée]t[ée]ro|gaie?|lesbienne|bi\p{L}*|attir[ée]\p{L}*|placard|corps|bloqueurs|pronoms|blonde|chum|girlfriend|boyfriend|bf|gf`,
  ],
];

const PEOPLE_RULES = rules(PEOPLE);
const [PARTNER, PARENT] = PEOPLE_RULES as [Rule, Rule, ...Rule[]];
const THING_RULES = rules(THINGS);

/** A loss or a worry is about whoever is named beside it, not about somebody named at another time. */
const BESIDE = /^(?:loss|death|losing|caring|worr)/;

/** What is done to the texter is done by whoever is named beside it: a mother who controls is no partner. */
const DONE = /hit|chok|control|gaslight|belittl|pressured|threatening|abusive/;

/**
 * Whether everything that a phrase states is spoken of: its people somewhere in the conversation, its things,
 * deeds, feelings, times and places beside it. Likeness in meaning takes a stepfather's blow for a partner's, and
 * a cue is written for a concept's core, not for each word of its phrase: who, when, where and how often has to be
 * said.
 * @param beside what the texter wrote in one breath, normalised
 * @param said all that the texter wrote, normalised
 */
export function namesParticulars(phrase: string, beside: string, said: string): boolean {
  const holds = (among: readonly Rule[], text: string) =>
    among.every((rule) => !rule.phrase.test(phrase) || matches(rule, text));
  return (
    holds(PEOPLE_RULES, BESIDE.test(phrase) ? beside : said) &&
    holds(RELATION_RULES, said) &&
    holds(THING_RULES, beside) &&
    holds(QUALIFIER_RULES, beside) &&
    !isDoneByOther(phrase, beside)
  );
}

/** Whether the words beside name a parent alone where the phrase names a partner, or the other way round. */
function isDoneByOther(phrase: string, beside: string): boolean {
  if (!DONE.test(phrase)) return false;
  return [
    [PARTNER, PARENT],
    [PARENT, PARTNER],
  ].some(
    ([meant, other]) => meant!.phrase.test(phrase) && !matches(meant!, beside) && matches(other!, beside),
  );
}
