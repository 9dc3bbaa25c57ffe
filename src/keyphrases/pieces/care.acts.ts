import { WHO } from './referents.js';

/** Something that whoever cares for somebody does. */
export interface Act {
  /** Acts of one kind tell no more than one of them. */
  kind: string;
  /** 2 where hardly anybody but a carer does it, else 1. */
  weight: 1 | 2;
  /** Over normalised text; `who` is for whom, `kids` what is done for children alone. */
  pattern: RegExp;
}

const whoever = `(?<who>${WHO})`;
const whoeverDoes = String.raw`(?<who>${WHO}|(?:he|she|they)(?=(?:'?s)?(?!\p{L})))(?:'?s)?`;
/** Whose: a pronoun or a person, who may be written without an apostrophe. */
const whose = String.raw`(?<who>(?:his|her|their)(?!\p{L})|${WHO})(?:'?s'?)?`;

const act = (kind: string, weight: 1 | 2, ...patterns: string[]): Act[] =>
  patterns.map((pattern) => ({
    kind,
    weight,
    pattern: new RegExp(String.raw`(?<![\p{L}'])(?:${pattern})(?![\p{L}])`, 'u'),
  }));

const MEDICINE = String.raw`(?:pills?|meds|medicines?|medication|insulin|needles?|injections?|shots|sugars?|blood sugar|inhaler|dressings?|bandages?|feeding tube|catheter|oxygen|physio|treatments?)`;
const MEALS = String.raw`(?:breakfast|lunch(?:es)?|supper|dinner|meals?|food|bottles?|snacks?)`;

/** What is done for all who live together counts beside what is done for somebody. */
export const HOUSEHOLD = 'household';

/** What carers do, as the texter tells it of today: in the present tense or as a gerund. */
export const ACTS: readonly Act[] = [
  ...act(
    'feeding',
    2,
    String.raw`(?:spoon ?-?)?feed(?:ing)? ${whoever}`,
    String.raw`(?:make|making|get|getting) ${whoever} (?:to )?eat(?! (?!(?:something|anything|breakfast|lunch|dinner|supper|food|healthy|and|n|his|her|their|when|every|before|at|cuz|bc|because|too|enough|more)(?!\p{L})))`,
    String.raw`(?:cut(?:ting)?(?: up)?|mash(?:ing)?|blend(?:ing)?) (?:up )?(?:all )?${whose} (?:food|meat|meals?)`,
  ),
  ...act(
    'washing',
    2,
    String.raw`(?:bath(?:e|ing)|wash(?:ing)?|shower(?:ing)?|dress(?:ing)?) ${whoever}`,
    String.raw`chang(?:e|ing) ${whoever}(?=$|[,.]| (?:and|n|when|every|at|in|before|after|too|myself|cuz|because|bc|twice|his|her|their)(?!\p{L}))`,
    String.raw`(?:brush(?:ing)?|comb(?:ing)?|wash(?:ing)?|cut(?:ting)?) ${whose} (?:hair|teeth|nails)`,
    String.raw`(?:put|putting|pull|pulling) ${whose} (?:socks|shoes|coat|clothes|pajamas|pjs|braces?) on`,
    String.raw`clean(?:ing)? up after ${whoever}`,
    String.raw`(?:do|doing|warm(?:ing)?|make|making) (?:the |his |her )?(?<kids>bottles?|diapers|night feeds?)`,
    String.raw`(?:bathing|toileting|spoon ?feeding|changing diapers)(?=,|\.| and|$)`,
    String.raw`(?:giv(?:e|ing)) ${whoever} (?:a |their |his |her )?(?:baths?|shower)`,
    String.raw`(?:(?:do|doing) (?:the |their |his |her )|(?:give|giving) (?:the |their |his |her )?)(?<kids>baths?|bath ?time)`,
    String.raw`(?:chang(?:e|ing)|empty(?:ing)?|clean(?:ing)?(?: up)?) ${whose} (?:\p{L}+ )?(?:diapers?|pull ?ups?|bag|sheets|puke|vomit|pee|accidents?|mess(?:es)?)`,
  ),
  ...act(
    'lifting',
    2,
    String.raw`(?:(?:lift(?:ing)?|carry(?:ing)?) ${whoever}(?= (?:into|onto|in(?! my (?:heart|mind|soul|memor))|on|out|up|over|to|from|off)(?!\p{L})|$))`,
    String.raw`(?:turn(?:ing)?|roll(?:ing)?) ${whoever}(?= (?:over|onto)(?!\p{L}))`,
    String.raw`help(?:ing)? ${whoever} (?:(?:to|in|into|out of|get|go|up|and) ){0,3}(?:the )?(?:stand|walk|shower|bath(?:room)?|toilet|bed|dressed|dress|wash|up|stairs|wheelchair|chair|eat|pee)`,
    String.raw`(?:get|getting) ${whoever} (?:to the (?:toilet|bathroom)|out of bed|in(?:to)? (?:the |her |his )?(?:wheelchair|shower|bath))`,
  ),
  ...act(
    'medicine',
    2,
    String.raw`(?:do|doing|give|giving|sort|sorting|manage|crush|fill|check|checking|handle) (?:all )?${whose} (?:\p{L}+ ){0,2}?${MEDICINE}`,
    String.raw`(?<=(?<![\p{L}'])i (?:\p{L}+ ){0,2}(?:count|measure|track|remember|set|prep|prepare|inject|order|refill|bring|grab|run|do|give|get|up|of) )${whose} ${MEDICINE}`,
    String.raw`(?:give|giving) (?:the )?${MEDICINE} to ${whoever}`,
    String.raw`chang(?:e|ing) (?:the|${whose}) (?:bandages?|dressings?)`,
    String.raw`(?:remind(?:ing)?|mak(?:e|ing)) ${whoever} (?:to )?(?:take|drink|for) (?:\p{L}+ )?${MEDICINE}`,
    String.raw`(?:see|check(?:ing)?|ask(?:ing)?) if ${whoeverDoes} (?:took|takes|ate|has taken) (?:\p{L}+ )?(?:${MEDICINE}|${MEALS})`,
    String.raw`(?:make|making) sure ${whoeverDoes} (?:takes?|gets?|eats?|has) (?:\p{L}+ )?(?:${MEDICINE}|${MEALS})`,
  ),
  ...act(
    'nights',
    2,
    String.raw`(?:(?:i'?m|am|be|being|stay(?:ing)?|sit(?:ting)?|get(?:ting)?|wak(?:e|ing)) up|awake) (?:(?:all|half|every|the|at|in|each|most|late|till|until|nights?|morning|day|\d+|am) ){0,4}(?:with|for|to check on|to help) ${whoever}`,
    String.raw`(?:the one (?:who|that) (?:gets|has to get)|i (?:have to )?get) up (?:at night |in the night )?(?:when|cause|cuz|because|if) ${whoeverDoes}`,
    String.raw`(?:when|if|every time) ${whoeverDoes} (?:\p{L}+ ){0,2}?(?:cr(?:y|ies)|wakes?(?: up)?|falls?|calls?|has a nightmare)(?: \p{L}+){0,3} i'?(?:m| am)? (?:have to |always )?(?:the one (?:who|that) )?(?:gets?|go(?:es)?|has to)`,
    String.raw`${whoeverDoes} (?:(?:wakes?|gets?) (?:me )?up|(?:is |are )?up (?:all|at|every|half the) night)(?: [^\s.,!?]+){0,6} i (?:always |just )?(?:have to|gotta|go|sit|put|take|bring|walk|stay|get|don'?t sleep)`,
    String.raw`(?:walk|walking|bring|bringing|take|taking|lead|put|putting|guide) ${whoever} back (?:to|in|into|home|inside)(?! (?:with|his|their|the (?:store|shelter)))`,
    String.raw`hold(?:ing)? (?:the|${whose}) (?:bucket|bowl|hair)`,
  ),
  ...act(
    'care',
    2,
    String.raw`(?:tak(?:e|ing)(?: \p{L}+)? care of|car(?:e|ing) for|look(?:ing)? after|rais(?:e|ing)) ${whoever}(?! (?:so|sm|a lot|deeply|too|very)(?!\p{L}))`,
    String.raw`(?:do|doing) everything for ${whoever}`,
    String.raw`(?:basically|practically|literally|more like|pretty much) (?:the|their|his|her|a) (?:second |other )?(?<kids>mom|mum|mother|parent)`,
    String.raw`(?<=i (?:have|take|get) )${whoever}(?= (?:at night|nights|every|all) (?:night|day|weekend|evening))`,
  ),
  ...act(
    'mornings',
    1,
    String.raw`(?:wak(?:e|ing)|get(?:ting)?) ${whoever}(?: all)? (?:up|ready|dressed|fed|out the door|off to|on the bus|to (?:school|daycare|the bus))`,
    String.raw`mak(?:e|ing) sure ${whoeverDoes} (?:all )?(?:brush(?:es)?|gets? (?:up|ready|dressed|to school)|go(?:es)? to school|do(?:es)? (?:his|her|their) home ?work)`,
  ),
  ...act(
    'bedtimes',
    1,
    String.raw`(?:do|doing) (?<kids>baths)`,
    String.raw`(?:put(?:ting)?|tuck(?:ing)?|get(?:ting)?) ${whoever}(?: all)? (?:to bed|to sleep|down|in)`,
    String.raw`(?:read(?:ing)?) ${whoever} (?:\p{L}+ ){0,2}?(?:story|stories|books?|to sleep)`,
    String.raw`(?:lay|lie|laying|lying)(?: down)? (?:with|beside|next to) ${whoever}`,
    String.raw`(?:do|doing) (?:the |all the )?(?<kids>bedtimes?|pick ?ups|drop ?offs|school runs?)`,
  ),
  ...act(
    'meals',
    1,
    String.raw`(?:mak(?:e|ing)|cook(?:ing)?|get(?:ting)?|pack(?:ing)?|do(?:ing)?) (?:all )?${whose} (?:\p{L}+ )?(?:${MEALS}|bags?|backpacks?)`,
    String.raw`${whose} (?:lunches|lunch ?(?:box(?:es)?|bags?))`,
    String.raw`(?:mak(?:e|ing)|cook(?:ing)?|pack(?:ing)?) (?:(?:the|some|all the|\p{L}+) )?(?:${MEALS} )?for ${whoever}`,
  ),
  ...act(
    'school and appointments',
    1,
    String.raw`(?:walk(?:ing)?|tak(?:e|ing)|driv(?:e|ing)|bring(?:ing)?|drop(?:ping)?|pick(?:ing)?|get(?:ting)?) ${whoever}(?: all)? (?:up |off )?(?:(?:to|from|at) (?:(?:his|her|their|the|all|every) ){0,2}(?:\p{L}+ )?(?:school|daycare|kindergarten|practice|bus(?: stop)?|appointments?|appts?|doctors?'?s?|hospital|clinic|chemo|dialysis|physio|treatments?|therapy)|up after school)`,
    // Only a child is met there, whose name is masked.
    String.raw`(?:walk|take|drive|bring|drop|pick)(?:ing)? (?:up |off )?(?<kids>someone) (?:up |off )?(?:from|to|at) (?:the )?(?:daycare|kindergarten)`,
    String.raw`help(?:ing)? ${whoever} (?:all )?with (?:his|her|their|the)? ?(?:home ?work|school ?work|reading)`,
    String.raw`tak(?:e|ing) ${whoever} (?:everywhere|places)`,
    String.raw`read(?:ing)? ${whose} (?:mail|letters)`,
    String.raw`(?<=(?:everything|all|homework|and|also|then|do|doing)[., ]+)${whose} home ?work`,
    String.raw`sign(?:ing)? ${whose} (?:\p{L}+ )?(?:forms?|slips?|permission(?: slips?)?|agendas?|logs?|report cards?|school (?:stuff|papers))`,
    String.raw`(?:go|going) to (?:all )?${whose} (?:\p{L}+ )?(?:(?:parent[ -]?)?teachers?|school|appointments?|meetings?|interviews?)`,
  ),
  ...act(
    'minding',
    1,
    String.raw`sleep(?:ing)? (?:on the (?:couch|floor|sofa) )?(?:in|by|near|next to|beside|outside) (?:the|${whose}) (?:door|bed|room|floor)`,
    String.raw`(?:watch(?:ing)?|mind(?:ing)?|baby ?sit(?:ting)?) ${whoever}(?=$|[,.;]| (?:while|when|after|before|every|all|so|because|cuz|bc|cause|for|at|til|till|until|and|n|from|by|alone|a lot|always|tonight|most|on (?:weekends|the|my|mon|tues|wed|thur|fri|sat|sun)|during|since|or|if|instead|cos|too)(?!\p{L}))`,
    String.raw`(?:(?:stay(?:ing)?|sit(?:ting)?|wait(?:ing)?) (?:at )?(?:home )?(?:(?:in|at|by) the (?:\p{L}+ ){1,2})?|(?:be|am|i'?m) (?:at )?home )w(?:ith)? ${whoever}`,
    String.raw`be home (?:when|for|before) ${whoeverDoes}`,
    String.raw`(?:when|if) ${whoeverDoes} (?:is|has|gets)? ?(?:a fever|sick|the flu|hurt) i (?:stay home|miss school|stay)`,
    String.raw`mak(?:e|ing) sure ${whoeverDoes} (?:doesn'?t|don'?t|isn'?t|aren'?t|is safe|are safe|is ok|are ok)`,
    String.raw`(?:can'?t|cannot|don'?t|never) leave ${whoever}(?= (?:alone|by|with|for|at|home|unless))`,
    String.raw`(?:check(?:ing)? (?:in )?on|keep(?:ing)? an eye on) ${whoever}`,
    String.raw`(?:calm(?:ing)?|settl(?:e|ing)|rock(?:ing)?|entertain(?:ing)?) ${whoever}`,
  ),
  ...act(
    'help',
    1,
    String.raw`help(?:ing)? ${whoever} (?:to |with |get |go |in |out )`,
    String.raw`remind(?:ing)? ${whoever} (?:to|about)`,
    String.raw`(?:bring|mak|get)(?:e|ing|ting)? ${whoever} (?:\p{L}+ )?(?:${MEALS}|water|tea|soup)`,
    String.raw`driv(?:e|ing) ${whoever}`,
    String.raw`pick(?:ing)? up ${whose} (?:prescriptions?|${MEDICINE})`,
    String.raw`(?:pay(?:ing)?|handl(?:e|ing)|do|doing|manag(?:e|ing)) ${whose} (?:bills|banking|money|appointments|paperwork|laundry)`,
  ),
  ...act(
    HOUSEHOLD,
    1,
    String.raw`(?:do|doing) (?:all )?(?:the |their |everyone'?s? )?(?:laundry|groceries|cooking|cleaning|dishes|bills|shopping)`,
    String.raw`(?:come|get) home (?:and|to|then) (?:cook|clean)|cook(?:ing)? (?:every night|for (?:everyone|us|all of us|the (?:whole )?family|them))`,
    String.raw`(?:cook(?:ing)?(?:,| and| n| &)?(?: i)? clean(?:ing)?)`,
    String.raw`(?:mak(?:e|ing)|cook(?:ing)?) (?:the )?(?:breakfast|supper|dinner|meals)(?! for (?:me|myself))`,
  ),
];

/** What makes somebody need care: an age, an illness, what they cannot do. */
export const NEED =
  /(?<!\p{L})(?:little (?:bro\p{L}*|sis\p{L}*|ones?|siblings?|cousins?)|lil|young(?:er|est)|(?<!like an? )baby|toddler|(?:he|she|who)'?s? (?:is )?(?:only )?(?:[1-9](?!\d)|two|three|four|five|six|seven|eight|nine)(?! (?:years|yrs) (?:older|younger))|(?:one|two|three|four|five|six|seven|eight|nine|[1-9])[ -]?(?:(?:years?|yrs?|y)[ -]?olds?|yo)|kindergarten|daycare|autis\p{L}+|(?:has|have|with) down'?s(?: syndrome)?|cerebral palsy|special needs|disab\p{L}+|wheel ?chair|dementia|alzheimer\p{L}*|parkinson\p{L}*|strokes?|ms|lupus|als|cancer|chemo|dialysis|epilepsy|seizures?|amput\p{L}+|surgery|broke (?:his|her|their) \p{L}+|(?<!that )sick|bedridden|non ?-?verbal|brain injury|kidneys?|heart (?:disease|failure|attack)|arthritis|diabet\p{L}*|blind|bipolar|schizo\p{L}*|bad anxiety|in and out of (?:the )?hospital|(?:can'?t|cannot) (?:walk|stand|see|get up|use|hold|be (?:left )?(?:alone|by)|do (?:anything|stuff|things|(?:his|her|their) own))|(?:fell|falls)|wanders?|confused|forgets|depress\p{L}+|accident)(?!\p{L})/u;

/** What makes it the texter's part day after day. */
export const BURDEN =
  /(?<!\p{L})(?:every ?(?:day|night|morning|time|single|meal|week)|each (?:day|night|morning)|(?:once|twice|\d+ ?(?:x|times)) a (?:day|night|week)|mornings|weekends|all (?:the time|day|night)|always|nobody (?:else|helps?)|no ?one (?:else|helps?|would)|if i (?:don'?t|wasn'?t|didn'?t)|(?:someone|somebody) (?:has|needs) to|my turn|fell asleep in|(?:im|i'm|i am|just|its|it's|only) (?:always )?(?:the (?:only )?one|me(?! and my (?:bf|gf|friends?)))|(?:have|has|got) to|gotta|before school|after school|miss(?:ed|ing)? (?:\p{L}+ ){0,2}?(?:school|class\p{L}*|practice)|late (?:for|to)|quit|(?:works?|working) (?:\p{L}+ ){0,2}?(?:nights?|doubles?|jobs|late)|(?:can'?t|cannot) (?:leave|go out|go to|hang out)|by myself|my job)(?!\p{L})/u;

/** A care that is paid for or given to strangers. */
export const AT_WORK =
  /(?<!\p{L})(?:(?:bucks|\$ ?\d+|dollars) an hour|an hour|my shifts?|\d+ ?hr shifts?|12 hrs|coworkers?|nurse aide|psw|cna|volunteer\p{L}*|nursing home|old folks'? home|(?:for|from) the neighbou?rs?|clients?|residents|patients|just a job|babysitting (?:job|gig)|daycare (?:job|worker)|camp counsell?or)(?!\p{L})/u;
