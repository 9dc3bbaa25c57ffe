import { type Frame, frames } from './frame.js';
import { COURSES, LOSSES, Nouns } from './nouns.js';

const MY = String.raw`(?:my|our) (?:(?:own|dear|old|sweet|fav(?:ou?rite)?) )?`;
const DIED = String.raw`(?: (?:just|recently|suddenly|also))?(?:'s| is| has| had| was| got)? ?(?:died|dead(?! (?:set|tired|serious|to me|on|wrong|asleep))|passed(?: away| on(?! (?:the|a|my|his|her|it)))?(?! (?:out|by|up|over|him|her|his|their|the|a|an|me|us|my|it|all|every|down|through|math|science|english))|gone forever|killed in|put (?:down|to sleep))`;

const TAKEN = new Nouns([
  ['phone|cell|ipad|tablet', 'phone', 'cellulaire', 'du cellulaire'],
  ['laptop|computer|pc', 'laptop', 'ordinateur', "de l'ordinateur"],
  ['xbox|ps5|playstation|switch', 'console', 'console', 'de la console'],
  ['(?:bedroom )?door', 'bedroom door', 'porte de chambre', 'de la porte'],
  ['car(?: keys)?', 'car', 'auto', "de l'auto"],
]);

const FOUND = new Nouns([
  ['vape(?: pen)?|dab pen|juul|weed|stash', 'vape or drugs', 'vapoteuse', 'de la vapoteuse'],
  ['razors?|blades?', 'blades', 'lames', 'des lames'],
  ['journal|diary', 'journal', 'journal intime', 'du journal intime'],
  ['texts|messages|dms|chats?', 'private messages', 'messages privés', 'des messages privés'],
  ['pregnancy test|birth control|condoms?', 'birth control', 'contraceptifs', 'des contraceptifs'],
]);

const EXAMS = new Nouns([
  ['finals?|final exams?|exams?', 'exam', 'examen', "de l'examen"],
  ['midterms?', 'midterm', 'intra', "de l'intra"],
  ['tests?|quiz', 'test', 'test', 'du test'],
  ['presentation|oral', 'oral presentation', 'oral', "de l'oral"],
  ['tryouts?|audition', 'tryout', 'audition', "de l'audition"],
  ['court(?: date)?|hearing', 'hearing', 'audience', "de l'audience"],
  ['surgery|operation', 'surgery', 'opération', "de l'opération"],
  ['(?:job )?interview', 'interview', 'entrevue', "de l'entrevue"],
]);

const NEEDS = new Nouns([
  ['rent', 'rent', 'loyer', 'du loyer'],
  ['food|groceries', 'food', 'épicerie', "de l'épicerie"],
  ['tuition|fees', 'tuition', 'frais de scolarité', 'des frais de scolarité'],
  ['meds|medication|insulin|prescription', 'medication', 'médicaments', 'des médicaments'],
  ['bills?|hydro|heat(?:ing)?', 'bills', 'factures', 'des factures'],
  ['dentist|glasses', 'health care', 'soins de santé', 'des soins'],
]);

const WHERE = new Nouns([
  ['jail|prison', 'prison', 'en prison', 'de la prison'],
  ['the hospital|hospital|icu|the icu|a coma', 'hospital', "à l'hôpital", "de l'hôpital"],
  ['rehab', 'rehab', 'en désintox', 'de la désintox'],
  ['hospice|palliative(?: care)?', 'palliative care', 'aux soins palliatifs', 'des soins palliatifs'],
]);

const IDENTITY = String.raw`(?:gay|trans|bi|bisexual|lesbian|queer|non-?binary|ace|pan)`;

/** What two people do who fight with each other. */
const EACH_OTHER = String.raw`(?:(?:just|always|constantly|only|are|were|have been|keep|never stop|do nothing but) ){0,3}(?:fight(?:ing)?|fought|argu(?:e|ed|ing)|(?:scream|yell)(?:ing)? at each other|(?:get|got|had|have) (?:in |into )?(?:(?:a|an|another|such|so|many|these|huge|big|bad|stupid) ){0,3}(?:fights?|arguments?))(?! (?:for|against|off|crime))`;

/** The facts that English texters state and that the concept bank is too general for. */
export const ENGLISH_FRAMES: readonly Frame[] = [
  ...frames(
    [
      String.raw`${MY}{kin} (?:killed (?:him|her)self|took (?:his|her) (?:own )?life|(?:died|passed) by suicide)`,
    ],
    ({ kin }) => ({ en: `loss of ${kin?.en} to suicide`, fr: `deuil par suicide ${kin?.frOf}` }),
    { labels: ['grief'] },
  ),
  ...frames(
    [
      String.raw`${MY}{kin} (?:(?:od'?d|overdosed) and (?:died|passed|is (?:dead|gone))|died (?:of|from|by) an? (?:overdose|od))`,
    ],
    ({ kin }) => ({ en: `loss of ${kin?.en} to overdose`, fr: `surdose ${kin?.frOf}` }),
    { labels: ['grief'] },
  ),
  ...frames(
    [
      String.raw`${MY}{kin}${DIED}(?! when i was (?:\d(?!\d)|1[0-2]|little|small|young|a (?:kid|baby|child)))`,
      String.raw`(?:lost|buried) ${MY}(?:late )?{kin} (?:to|last|in (?:\d|jan|feb|mar|apr|may|june|july|aug|sept|oct|nov|dec|spring|summer|fall|winter)|this|when|who (?:died|passed))`,
      String.raw`miss(?:ing)? ${MY}(?:late )?{kin} who (?:died|passed)`,
    ],
    ({ kin }) => ({ en: `loss of ${kin?.en}`, fr: `deuil ${kin?.frOf}` }),
    { labels: ['grief'] },
  ),
  ...frames(
    [
      String.raw`${MY}{pet}${DIED}`,
      String.raw`put ${MY}{pet} (?:down|to sleep)`,
      String.raw`lost ${MY}{pet}`,
    ],
    ({ pet }) => ({ en: `loss of ${pet?.en}`, fr: `mort ${pet?.frOf}` }),
    { labels: ['grief'] },
  ),
  ...frames(
    [
      String.raw`${MY}{kin} (?:has|had|have|got|is (?:fighting|battling)|was (?:just )?diagnosed with|was told (?:he|she) has|with) (?:a |an |the |stage \d |terminal |breast |lung |brain |really bad )*{illness}`,
    ],
    ({ kin, illness }) => ({ en: `${kin?.en}'s ${illness?.en}`, fr: `${illness?.fr} ${kin?.frOf}` }),
  ),
  ...frames(
    [String.raw`${MY}{kin}(?:'s|s)? (?:{illness})(?! [a-z]+ (?:said|is|gave|told|hates|yelled))`],
    ({ kin, illness }) => ({
      en: `${kin?.en}'s ${illness?.en}`,
      fr: `${illness?.fr} ${kin?.frOf}`,
    }),
  ),
  ...frames(
    [String.raw`${MY}{kin} (?:is |was |got sent |went |s )?(?:back )?(?:in|to) {where}`],
    ({ kin, where }) => ({ en: `${kin?.en} in ${where?.en}`, fr: `${kin?.fr} ${where?.fr}` }),
    { own: { where: WHERE } },
  ),
  ...frames(
    [
      String.raw`${MY}{kin} (?:just )?(?:lost (?:his|her|their) jobs?|got (?:laid off|fired)|was (?:laid off|fired))`,
    ],
    ({ kin }) => ({ en: `${kin?.en} losing job`, fr: `perte d'emploi ${kin?.frOf}` }),
  ),
  ...frames(
    [
      String.raw`(?:i'?m |im |i |and |literally )?(?:failing|failed|flunked|flunking|bombed) (?:my |the |a |at |in |out of )*(?:grade \d+ |ap |adv |first )?{subject}`,
    ],
    ({ subject }) => ({ en: `failing ${subject?.en}`, fr: `échec en ${subject?.fr}` }),
    { labels: ['anxiety_stress.school'], ofTexter: true },
  ),
  ...frames(
    [String.raw`(?:i |i'?ve |just |and )?(?:got|getting|been|was|were) suspended`],
    () => ({
      en: 'suspension from school',
      fr: "suspension de l'école",
    }),
    { ofTexter: true },
  ),
  ...frames(
    [String.raw`(?:i |i'?ve |just |and )?(?:got|getting|been|was|were) expelled`],
    () => ({
      en: 'expulsion from school',
      fr: "expulsion de l'école",
    }),
    { ofTexter: true },
  ),
  ...frames(
    [
      String.raw`(?<!\bi |\bi just |\bi always |\bi'll |\bto )(?:took|takes|taking|taken|confiscated) (?:away )?my {taken}(?: away| off)?(?! (?:out|with|to|everywhere|for a (?:drive|walk|ride)))`,
    ],
    ({ taken }) => ({ en: `${taken?.en} taken away`, fr: `confiscation ${taken?.frOf}` }),
    { own: { taken: TAKEN } },
  ),
  ...frames(
    [String.raw`${MY}{kin} (?:just )?(?:found|saw|discovered|took) my (?:chest )?binder`],
    ({ kin }) => ({ en: `chest binder found by ${kin?.en}`, fr: null }),
    { labels: ['gender_sexual_identity'], needsLabel: true },
  ),
  ...frames(
    [String.raw`${MY}{kin} (?:just )?(?:found|saw|discovered) (?:out about )?my {found}`],
    ({ kin, found }) => ({ en: `${found?.en} found by ${kin?.en}`, fr: null }),
    { own: { found: FOUND } },
  ),
  ...frames(
    [String.raw`(?:reads?|went (?:thru|through)|goes (?:thru|through)|going (?:thru|through)) my {found}`],
    ({ found }) => ({
      en: `${found?.en} ${found?.en === 'phone' ? 'searched' : 'read'} by others`,
      fr: null,
    }),
    {
      now: true,
      own: {
        found: new Nouns([
          ['journal|diary', 'journal', 'journal', 'du journal'],
          ['texts|messages|dms', 'private messages', 'messages', 'des messages'],
          ['phone|cell', 'phone', 'cellulaire', 'du cellulaire'],
        ]),
      },
    },
  ),
  ...frames(
    [
      String.raw`(?:i |had to |want to |wanna |told \w+ i want to )?(?:quit|quitting|gave up|stopped going to|dropped|stopped playing) {activity}`,
    ],
    ({ activity }) => ({ en: `quitting ${activity?.en}`, fr: `abandon ${activity?.frOf}` }),
    { ofTexter: true },
  ),
  ...frames(
    [String.raw`(?:kicked off|cut from|didn'?t make|benched from) (?:the|my) (?:{activity} )?(?:team|squad)`],
    ({ activity }) => ({
      en: `cut from ${activity ? `${activity.en} ` : ''}team`,
      fr: "exclusion de l'équipe",
    }),
  ),
  ...frames(
    [String.raw`(?:drop(?:ped|ping)? out|dropped) of {course}`],
    ({ course }) => ({ en: `dropping out of ${course?.en}`, fr: `abandon ${course?.frOf}` }),
    { own: { course: COURSES }, ofTexter: true },
  ),
  ...frames(
    [
      String.raw`(?:i |we )?(?:have|has|got|ve got|theres|there'?s) (?:a |an |my |the )?(?:big |huge |final )?(?:{subject} )?{exam} (?:is )?(?:tmrw|tmr|tomorrow|today|tonight|in \d+ (?:min|minutes|hours?|hrs?|days?)|on \w+day|next week|this week|monday)`,
    ],
    ({ subject, exam }) => ({ en: `upcoming ${subject ? `${subject.en} ` : ''}${exam?.en}`, fr: null }),
    { own: { exam: EXAMS } },
  ),
  ...frames(
    [
      String.raw`(?:my|the) (?:{subject} )?{exam} (?:is )?(?:tmrw|tmr|tomorrow|today|tonight|in \d+ (?:min|minutes|hours?|hrs?|days?)|on \w+day|next week|this week)`,
    ],
    ({ subject, exam }) => ({ en: `upcoming ${subject ? `${subject.en} ` : ''}${exam?.en}`, fr: null }),
    { own: { exam: EXAMS } },
  ),
  ...frames(
    [
      String.raw`(?:(?:can'?t|cannot|couldn'?t|can barely) (?:even )?(?:pay (?:for )?|afford (?:to pay )?)|(?:don'?t have (?:the )?(?:money|enough) for|months? behind on|behind on|no money for) )(?:even )?(?:my |the |our |for )*{need}`,
    ],
    ({ need }) => ({ en: `unable to afford ${need?.en}`, fr: `incapacité de payer ${need?.fr}` }),
    { own: { need: NEEDS } },
  ),
  ...frames(
    [
      String.raw`(?:scared|afraid|terrified|worried|fear|what if)(?: of| about| that)?(?: i'?l?l?)? los(?:e|ing) (?:my |the |our )*{loss}`,
    ],
    ({ loss }) => ({ en: `fear of losing ${loss?.en}`, fr: `peur de perdre ${loss?.fr}` }),
    { own: { loss: LOSSES } },
  ),
  ...frames(
    [String.raw`(?:too )?(?:scared|afraid|terrified) (?:to |of )?(?:tell|telling) (?:${MY})?{kin}`],
    ({ kin }) => ({ en: `fear of telling ${kin?.en}`, fr: `peur d'en parler ${toWhom(kin?.frOf)}` }),
  ),
  ...frames(
    [
      String.raw`(?:don'?t know how|idk how|how do i|how can i|how to) (?:to |i )?(?:tell|telling) (?:${MY})?{kin}`,
    ],
    ({ kin }) => ({ en: `telling ${kin?.en} about it`, fr: `en parler ${toWhom(kin?.frOf)}` }),
  ),
  ...frames(
    [
      String.raw`(?:c[ao]me out|coming out|told|tell|telling) (?:to )?(?:${MY}){kin} (?:i'?m |im |that i'?m |as |that im |about being )?${IDENTITY}`,
      String.raw`(?:c[ao]me|coming) out to (?:${MY}){kin}`,
    ],
    ({ kin }) => ({ en: `coming out to ${kin?.en}`, fr: `coming out ${toWhom(kin?.frOf)}` }),
    { labels: ['gender_sexual_identity'] },
  ),
  ...frames(
    [
      String.raw`${MY}{kin} (?:just |always |keeps |has |sometimes )?(?:hits?|hitting|beats?|beating|slap(?:s|ped)?|punch(?:es|ed)?|kick(?:s|ed)?|chok(?:es?|ed)|shov(?:es?|ed)|push(?:es|ed)?(?! me (?:to|too|away|hard|into (?!the|a wall|walls|things)))|grabb?(?:s|ed)?|burn(?:s|ed)?) me(?! (?:off|out|up|a|an|some|at|to|my|in (?:chess|mario|fifa|a game|the feelings)|on (?:insta|snap|discord)|from|with (?:the|a) (?:news|question)|like a truck|hard(?:er)? (?:that|how))(?![\p{L}]))`,
    ],
    ({ kin }) => ({ en: `being hurt by ${kin?.en}`, fr: null }),
    { labels: ['abuse_physical'], risk: true },
  ),
  ...frames(
    [
      String.raw`(?:fight(?:s|ing)?|fought|argu(?:e|ed|ing)|argument|beef) w(?:ith|/)? ${MY}{kin}`,
      String.raw`(?:me|i) (?:and|&|n) ${MY}{kin} ${EACH_OTHER}`,
      String.raw`${MY}{kin} (?:and|&|n) (?:i|me) ${EACH_OTHER}`,
    ],
    ({ kin }) => ({ en: `conflict with ${kin?.en}`, fr: `conflit avec ${kin?.fr}` }),
    { labels: ['relationship'] },
  ),
];

/** `de la mère` becomes `à la mère`, `du père` `au père`. */
function toWhom(of = ''): string {
  return of
    .replace(/^du /, 'au ')
    .replace(/^des /, 'aux ')
    .replace(/^de (?=l)/, 'à ')
    .replace(/^d'/, 'à ');
}
