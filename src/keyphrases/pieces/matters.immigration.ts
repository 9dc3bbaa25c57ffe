import { pattern, type Subject, type Turn } from './matters.js';

/** What shows that the words beside it are of leave to stay in a country. */
const MATTER = pattern(
  String.raw`immigration(?! (?:essay|project|class|unit|test|paper))|ircc|cbsa|uscis|daca|ice (?:agents?|raids?|took (?:my|our|his|her|him|them|us|people)|came (?:for|into|knocking|looking|and took|to (?:my|our|the|his|her)))`,
  String.raw`(?:study|work|student|visitor|tourist|residence) (?:permit|visa)|(?<!prepaid |gift )visas?(?! (?:card|debit|bill|credit|gift))`,
  String.raw`perm(?:anent)? residen\p{L}+|(?:my|our|his|her|their|the|moms?|dads?|parents'?) pr(?: card| application)?|green ?card|citizenship(?! (?:class|project))|residency (?:card|permit|application|papers|status)`,
  String.raw`asylum|refugee|biometrics|deport\p{L}*|removal (?:order|date)|permit (?:is )?tied|(?:parents|mom|dad|family|they|we) (?:don'?t|doesn'?t) have papers(?! (?:to|for|due|signed)(?!\p{L}))|undocumented|embassy|consulate`,
  String.raw`(?:immigration|legal) status|(?:no|without|lost|losing) status|(?:our|my|his|her|their) status (?:is (?:up|expired|running)|runs? out|ran out|expire)\p{L}*`,
  String.raw`sponsorship(?! (?:deal|money))|sponsor(?:ed|ing|s)? (?:me|us|him|her|them|my \p{L}+|his \p{L}+)(?!\p{L})`,
  String.raw`social security(?: number)?|(?:get|allowed) to stay(?! (?:another|the night|tonight|up|out|over|home|friends|together|with|at|late|in (?:bed|my|his|her)))|(?:we|i|they|family|parents) crossed|crossed the border`,
  String.raw`appl(?:y|ied|ying) (?:for|to bring) (?:her|him|them|my \p{L}+|us) to come`,
  String.raw`(?:stay|be allowed to stay|live|remain) in (?:this|the) country|(?:leave|out of) (?:canada|the (?:country|states|us|uk)|this country)`,
);

/** Another's papers, or words that mean something else. */
const ELSEWHERE = pattern(
  String.raw`my (?:\p{L}+ )?(?:friends?|bestie|bff|classmates?|teachers?|neighbou?rs?|boss|roommates?|coworkers?)(?:'?s)?`,
  String.raw`(?:credit|debit|maxed|custody|show|movie|film|series|documentary|book|essay|assignment|project|presentation|history class|socials|tiktoks?|the news)`,
  String.raw`aa|na meeting|sober\p{L}*|recovery|relapsed?|store|prepaid|vbucks|robux|vacation|honeymoon|field trip|class trip|squats?|bench press|deadlifts?|coach|track meet|group ?chat|gc|insta|snap|guild|(?:insane|mental|psych) asylum|(?:in|into|to|need|belong in) an asylum`,
);

/** It is over, and well. */
const SETTLED = pattern(
  String.raw`(?:finally|just|already|we|i|they) got (?:our|my|the|their) (?:\p{L}+ )?(?:citizenship|pr|papers|green ?cards?|status|visas?)`,
  String.raw`got (?:citizenship|accepted|approved)|(?:was|were|been) (?:accepted|approved)|used to|(?:\d+|few|many) (?:years|yrs) ago (?:we|i|they)`,
);

const OURS = String.raw`(?:me|us|him|her|them|my (?:mom|mum|dad|mother|father|parents|family|brother|sister|husband|wife))`;

const TURNS: readonly Turn[] = [
  {
    concept: 'immigration-application-refused',
    pattern: pattern(
      String.raw`(?:got|get|gets|was|were|is|been|it'?s|keeps? getting)(?: \p{L}+)? (?:refused|denied|rejected|turned down)`,
      String.raw`(?:refused|denied|rejected|turned down) (?:${OURS}|it|our|my|the|his|her|their)`,
      String.raw`(?:immigration|they|judge|officer|government) (?:\p{L}+ )?said no(?! to (?:my|the|a) (?:\p{L}+ )?(?:school|college|uni|university|job|loan|transfer|trip|party)(?!\p{L}))`,
      String.raw`refusal(?: letter)?|(?:got|gave ${OURS}) a no|(?:lost|losing) (?:the|our|my|his|her|their) (?:appeal|case|claim)|application (?:denied|refused|rejected)`,
    ),
  },
  {
    concept: 'immigration-application-refused',
    pattern: pattern(
      String.raw`(?:didn'?t|doesn'?t|don'?t|won'?t|wouldn'?t) (?:believe|approve|accept|extend|renew) (?:${OURS}|it|our|my|the|his|her)`,
    ),
    negative: true,
  },
  {
    concept: 'waiting-on-immigration-papers',
    pattern: pattern(
      String.raw`(?:been|still|keep|just|we|i|he|she|they|all we do is|are|am|is|i'?m|we'?re) (?:\p{L}+ )?wait(?:ing|ed)?(?! (?:for (?:you|u|the bus|my (?:friend|bf|gf|ride))))`,
      String.raw`pending|delay(?:ed|s)?|on hold|backlog(?:ged)?|in process(?:ing)?|(?:pushed|moved) (?:back|again)|postponed|stuck in (?:the )?(?:process|system|backlog)`,
      String.raw`tak(?:es|ing|en) (?:so|too) long|tak(?:es|ing|en) (?:forever|years|months)|(?:for|been) (?:like |over |almost )?(?:\d+|two|three|four|five|six) (?:years|yrs|months) (?:now|already)|(?:years|yrs|months) since (?:the|our|my) (?:interview|hearing|application)`,
      String.raw`another (?:form|document|paper|letter|fee)|more (?:forms|documents|papers|paperwork)|check (?:the|my|our) (?:website|portal|mail|email|status)`,
      String.raw`(?:no|without) (?:answer|news|update|word|decision)(?: yet| still)?|(?:up for|waiting on a|due for) renewal`,
    ),
  },
  {
    concept: 'waiting-on-immigration-papers',
    pattern: pattern(
      String.raw`(?:haven'?t|hasn'?t|still (?:haven'?t|hasn'?t|don'?t)|didn'?t) (?:heard?|gotten|got|get|come|came|received?|answered?|decided?)(?: (?:back|anything|it|yet|the|an|any|our|my))*`,
      String.raw`(?:isn'?t|not) (?:done|ready|here|finali[sz]ed|processed|approved)(?: yet)?`,
    ),
    negative: true,
  },
  {
    concept: 'fear-of-deportation',
    pattern: pattern(
      String.raw`removal (?:order|date)|(?<!(?:parents|mom|mum|dad|she|shes|she's|coach) (?:is |are |will |might |wants to |gonna )?)(?:send|sends|sent|sending|ship|shipped|fly|put) ${OURS} (?:back|home|on a plane)`,
      String.raw`(?:make|makes|making|force|forcing|tell|told|telling) ${OURS} (?:to )?(?:go back|leave(?=$|[,.]| (?:canada|the (?:country|states|us|uk)|this country|in|by|soon|and|if|when)(?!\p{L})))`,
      String.raw`(?:have to|had to|must|supposed to|days to|weeks to|gotta) (?:leave (?:canada|the (?:country(?! (?:club|server|fair))|states|us|uk)|this country|the only)|go back (?:there|to (?:a|the) (?:place|country)))`,
      String.raw`kick(?:ed|ing|s)? ${OURS} out of (?:canada|the (?:country|states|us|uk)|this country)|kicked out of (?:canada|the (?:country(?! club)|states|us|uk)|this country)`,
      String.raw`(?:get|gets|getting|got|be|being)(?: ${OURS})? (?:deported|sent back|sent away|removed|sent to a (?:place|country))|deport ${OURS}`,
    ),
  },
  {
    concept: 'living-without-legal-status',
    pattern: pattern(
      String.raw`(?:crossed|came across)(?: the border)? (?:when|illegally|without)|overstay(?:ed|ing)?|never left|(?:visa|permit|status|pr) (?:\p{L}+ )?(?:expired|ran out|lapsed|revoked|cancell?ed)`,
      String.raw`(?:gets?|getting|be|got) caught(?! by (?!immigration|ice|cbsa|police|the))|no (?:legal )?(?:status|papers|social(?: security)?(?: number)?|sin number|health card)`,
      String.raw`(?:never|not) (?:to )?tell any ?(?:one|body)|hid(?:e|ing) (?:from|when|it)|works? (?:for )?(?:cash|under the table)`,
    ),
    negative: true,
  },
  {
    concept: 'living-without-legal-status',
    pattern: pattern(
      String.raw`(?:don'?t|doesn'?t|didn'?t|never) (?:even )?(?:have|had|got|get)(?: (?:any|a|the|legal|proper|valid|real))* (?:status|papers|documents|sin|ssn|social security(?: number)?|(?:get|allowed) to stay(?! (?:up|out|over|home|friends|together|with|at|late|in (?:bed|my|his|her)))|health card)`,
    ),
    negative: true,
  },
];

/** That a relative does not speak the country's language. */
const LANGUAGE = pattern(
  String.raw`(?:my (?:mom|mum|mother|dad|father|parents|grand\p{L}+|family)|she|he|they|mom|dad|parents)(?:'?s)?(?: \p{L}+){0,2} (?:don'?t|doesn'?t|can'?t|cannot|barely|hardly|not|isn'?t|aren'?t)(?: \p{L}+){0,3} (?:english|french)`,
  String.raw`(?:only|just|still only) speaks? (?!to|with|up|for)\p{L}+|(?:interpreters?|translat(?:e|es|ing|or)|interpret(?:ing)?)`,
);

const LANGUAGE_TURNS: readonly Turn[] = [
  {
    concept: 'translating-for-parents',
    pattern: pattern(
      String.raw`i(?:'?m| am)?(?: \p{L}+){0,3} (?:the one (?:who|that) (?:has to )?)?(?:translates?|translating|interprets?|interpreting)`,
      String.raw`i (?:always |just |also )?(?:have to|had to|gotta|need to|must) (?:be the one (?:who|to|that) )?(?:say|talks?|speak|explain|tell|call|make the calls|read|fill (?:out|in)|go with)`,
      String.raw`(?:i'?m|im|be|i am) the one (?:who|that|to) (?:has to )?(?:says?|talks?|speaks?|explains?|tells?|calls?|reads?|fills?)`,
      String.raw`i (?:do|make|handle|fill out|fill in|read|answer) (?:all )?(?:the|their|her|his|our) (?:phone )?(?:calls?|letters?|forms?|mail|bills|paperwork|emails?|talking)`,
    ),
  },
];

/** A claim for protection, which is told of as a day in court. */
const PROTECTION = pattern(
  String.raw`asylum|refugee (?:claim|hearing|status|board|case)|(?:i'?m|we'?re|i am|we are|as) (?:a )?refugees?`,
);

const PROTECTION_TURNS: readonly Turn[] = [
  {
    concept: 'refugee-claim-or-status',
    pattern: pattern(String.raw`judge|hearing|tribunal|(?:my|our|the) (?:lawyer|claim|case|interview)|board`),
  },
];

/** Leave to stay in a country, and a family that does not speak its language. */
export const IMMIGRATION: readonly Subject[] = [
  { matter: MATTER, elsewhere: ELSEWHERE, settled: SETTLED, turns: TURNS },
  { matter: PROTECTION, elsewhere: ELSEWHERE, settled: SETTLED, turns: PROTECTION_TURNS },
  { matter: LANGUAGE, elsewhere: ELSEWHERE, settled: SETTLED, turns: LANGUAGE_TURNS },
];
