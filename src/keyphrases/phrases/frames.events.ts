import { type Frame, frames } from './frame.js';

const fixed =
  (en: string, fr: string | null = null) =>
  () => ({ en, fr });

/** What `hit me` and the like do not mean: messages, thoughts, games, doors. */
const HARMLESS = String.raw`(?! (?:up|out|off|back|from|to it|at|in (?:chess|mario|fifa|a game|the feels|basketball)|on (?:insta|snap|discord)|with (?:the|a) (?:news|question|text)|like a (?:truck|wave))(?![\p{L}]))`;

const PEERS = ['bully.in_person', 'bully'];
const VIOLENCE = ['abuse_physical', 'bully.in_person', 'relationship.romantic', 'relationship.family'];
const FRIENDS = ['relationship.friends', 'bully.online', 'bully', 'isolated'];
const CONTROL = ['abuse_emotional', 'relationship.romantic'];

/** What happens to texters, told as a plain event: who feels it is left to the reader, as texters do. */
export const EVENT_FRAMES: readonly Frame[] = [
  ...frames(
    [
      String.raw`(?:take|takes|took|throw|throws|threw|stole|steal|steals|hid|hide|hides) (?:\w+ ){0,3}?my (?:hat|bag|backpack|shoes|lunch|books?|coat|locker|stuff|tray)`,
      String.raw`(?:pris|jet[eé]|cach[eé]|vol[eé]) (?:ma|mon|mes) (?:tuque|sac|souliers|lunch|livres?|manteau|affaires)`,
    ],
    fixed('belongings taken by peers', 'affaires prises par des pairs'),
    { labels: PEERS },
  ),
  ...frames(
    [
      String.raw`(?<!(?:i|i'll|to) (?:\w+ )?)(?:trash|ruin|rip|destroy|smash|br[eo]ak|broke)(?:s|es|ed|ped|en)? my (?:hat|bag|backpack|shoes|lunch|books?|coat|locker|stuff|tray|binder)`,
      String.raw`(?<!(?:i|i'll|to) (?:\w+ )?)(?:pour|dump|spit|spat)(?:s|ed|ting)? (?:\w+ ){0,3}?(?:in|on|over) my (?:hat|bag|backpack|shoes|lunch|books?|coat|locker|stuff|tray|head|hair)`,
      String.raw`(?:vid[eé]|bris[eé]|scrap[eé]|d[eé]chir[eé]|crach[eé] (?:dans|sur)) (?:ma|mon|mes) (?:tuque|sac|souliers|lunch|livres?|manteau|affaires|casier|cheveux)`,
    ],
    fixed('belongings damaged by peers', 'affaires abîmées par des pairs'),
    { labels: PEERS },
  ),
  ...frames(
    [
      String.raw`(?:calls?|called|calling) me (?:a |an |the |their |her |his )?(?:names|pig\w*|fat\w*|ugly|loser|freak|skeleton|cow|whale|slut|whore|stupid|dumb|idiot|useless|worthless|weirdo|psycho|fag\w*|tranny)`,
      String.raw`(?:m'appell?ent?|mappell?ent?|me traitent?|m'a trait[eé]e?) (?:de |d'|la |le |"|« ?)*(?:grosse?|vache|laide?|conne?|cave|niaiseu\w*|pute|tapette|fif|folle|noms)`,
    ],
    fixed('being called names', 'se faire insulter'),
  ),
  ...frames(
    [
      String.raw`(?:kids|boys|girls|guys|people|ppl|everyone|evrybody|everybody) on (?:my|the) (?:school )?bus`,
      String.raw`(?:veux|veut|jveux) (?:plus|pu) prendre l'?autobus`,
    ],
    fixed('mistreatment on school bus', "problèmes dans l'autobus scolaire"),
  ),
  ...frames(
    [
      String.raw`(?:he|she|they) (?:just |also |once |even )?(?:hits?|slap(?:s|ped)|punch(?:es|ed)|kick(?:s|ed)|chok(?:es|ed)|beats?|smack(?:s|ed)) me${HARMLESS}`,
      String.raw`(?:and|then) (?:just |also |once |even )?(?:hits|slap(?:s|ped)|punch(?:es|ed)|kick(?:s|ed)|chok(?:es|ed)|beats|smack(?:s|ed)) me(?! (?:like|hard|harder|that|how|all|again|when)(?![\p{L}]))${HARMLESS}`,
    ],
    fixed('being hit', 'se faire frapper'),
    { labels: VIOLENCE, risk: true },
  ),
  ...frames(
    [
      String.raw`(?:he|she|they|and|then) (?:just |also |once |even )?(?:(?:grab(?:s|bed)|shov(?:es|ed)|pin(?:s|ned)) (?:me(?! (?:a|an|some|my|food|coffee)(?![\p{L}]))|my (?:arm|wrist|hair|neck))|push(?:es|ed) me(?! (?:to|too|away|hard|harder|off the list|out of|into (?:doing|going|it|sports|dating|therapy))(?![\p{L}]))|drag(?:s|ged) me (?:by|across|out|down|off)|(?:threw|throws) me (?:on|onto|against|into|down|across|at)|held me (?:down|against|by)|(?:pull(?:s|ed)|held) my (?:hair|neck|wrists?|arm))`,
    ],
    fixed('being grabbed or shoved', 'se faire pousser ou agripper'),
    { labels: VIOLENCE, risk: true },
  ),
  ...frames(
    [
      String.raw`my (?:\w+ )?(?:arm|shoulder|wrist|face|eye|leg|elbow|back) (?:is|are|was|r) (?:all |really |so )?(?:purple|bruised|swollen|sore|scraped|black)`,
      String.raw`(?:i )?(?:have|got|get) (?:a |some |these )?bruises?`,
    ],
    fixed('visible bruises', 'ecchymoses visibles'),
    { labels: ['abuse_physical', 'bully.in_person'], needsLabel: true },
  ),
  ...frames(
    [
      String.raw`(?:got |was |been )?(?:taken|kicked|removed) (?:me )?(?:out of|from|off) (?:it|the (?:group ?chat|gc|chat|server))`,
      String.raw`made (?:a )?(?:new )?(?:group ?chat|gc|chat|one) (?:without|w\/?o) me`,
    ],
    fixed('removed from group chat', 'exclusion du groupe en ligne'),
    { labels: FRIENDS },
  ),
  ...frames(
    [
      String.raw`(?:went|hung out|hang out|partied|got together|made plans|made new ones|play|jouent|sont all[eé]e?s) (?:\S+ ){0,5}?(?:without|w out|w\/?o|sans) (?:me|moi)`,
    ],
    fixed('being left out', "mise à l'écart"),
    { labels: FRIENDS },
  ),
  ...frames(
    [
      String.raw`how (?:do|can|does|would) (?:u|you|i|someone|ya) (?:even )?(?:get|find|see|start with) (?:a |an )?(?:therapist|counsell?or|psychologist|psychiatrist)`,
    ],
    fixed('finding a therapist', 'trouver un thérapeute'),
  ),
  ...frames(
    [
      String.raw`(?:no|any|a|find me a) place to (?:sleep|stay|go tonight|live)`,
      String.raw`no ?where to (?:go|sleep|stay|live)`,
      String.raw`nulle part (?:où|ou) (?:dormir|aller|rester)`,
    ],
    fixed('no place to stay', 'nulle part où dormir'),
  ),
  ...frames(
    [
      String.raw`report cards? (?:go|goes|come|comes|came|went|is|are|day)`,
      String.raw`(?:le |mon )?bulletin (?:arrive|sort|est sorti|rentre)`,
    ],
    fixed('report card coming home', 'bulletin à venir'),
    { labels: ['anxiety_stress.school'] },
  ),
  ...frames(
    [
      String.raw`(?:got|have|j'ai eu|jai eu|got my) (?:a |an )?[3-6]\d ?(?:%|percent)? (?:in|on|en) (?:my |the )?{subject}`,
    ],
    ({ subject }) => ({ en: `low mark in ${subject?.en}`, fr: `mauvaise note en ${subject?.fr}` }),
    { labels: ['anxiety_stress.school'] },
  ),
  ...frames(
    [
      String.raw`(?:only )?(?:sleep|sleeping|slept) (?:for )?(?:like |about |maybe )?(?:2|3|4|5|two|three|four)(?: ?(?:-|to|or) ?\d)? ?(?:hrs?|hours)`,
      String.raw`(?:get|getting|got) (?:like |about |maybe )?(?:2|3|4|5|two|three|four)(?: ?(?:-|to|or) ?\d)? ?(?:hrs?|hours) (?:of )?sleep`,
    ],
    fixed('very little sleep', 'très peu de sommeil'),
  ),
  ...frames(
    [
      String.raw`(?:missed|skipped|manqu[eé]) (?:like |about )?(?:\d+|so many|a lot of) (?:days|classes|jours)`,
    ],
    fixed('missing many school days', "absences répétées à l'école"),
    { labels: ['anxiety_stress.school'] },
  ),
  ...frames(
    [
      String.raw`i (?:talk|translate|interpret|speak) for (?:them|my (?:mom|dad|parents|family))`,
      String.raw`c'est moi qui (?:lis|traduis) (?:les |pour )`,
    ],
    fixed('translating for parents', 'traduire pour ses parents'),
  ),
  ...frames(
    [String.raw`(?:my )?hours (?:at \S+ \S+ )?(?:got|were|are) cut`, String.raw`cut my (?:hours|shifts)`],
    fixed('work hours cut', 'heures de travail coupées'),
    { labels: ['anxiety_stress.work_money'] },
  ),
  ...frames(
    [String.raw`rent (?:went|goes|going|is going) up`, String.raw`loyer (?:a |va )?(?:mont|augment)\p{L}+`],
    fixed('rent increase', 'hausse de loyer'),
    { labels: ['anxiety_stress.work_money'] },
  ),
  ...frames(
    [
      String.raw`(?:rent is|rent'?s|bills are) (?:due|late|overdue)`,
      String.raw`(?:hydro|rent|bill) is \d+ months? late`,
    ],
    fixed('rent or bills due', 'loyer ou factures dus'),
    { labels: ['anxiety_stress.work_money'] },
  ),
  ...frames(
    [
      String.raw`(?:haven'?t|have not|not|hasn'?t|has not) (?:seen|touched|hugged|held) (?:me|her|him|my (?:mom|mother|dad|father|family|parents)) (?:in|for|since) (?:\S+ )?(?:\d+ |a |two |three )?(?:years?|yrs?|months?)`,
    ],
    fixed('long separation from family', 'longue séparation de la famille'),
  ),
  ...frames(
    [
      String.raw`(?:do|does|give|gives|giving) (?:his|her|my (?:mom|dad|gran\w*)'?s?|moms|dads) (?:meds|pills|insulin|medication|dressings?)`,
      String.raw`(?:douche|pilules|bain) de (?:ma|mon) (?:m[eè]re|p[eè]re|grand[- ]m[eè]re)`,
    ],
    fixed('caring for ill relative', "soins d'un proche malade"),
  ),
  ...frames(
    [
      String.raw`(?:lost|missed|haven'?t (?:had|got(?:ten)?)|stopped getting) my period(?! (?:\d|class|one|two))`,
      String.raw`pas eu mes r[eè]gles`,
    ],
    fixed('missed periods', 'absence de règles'),
  ),
  ...frames(
    [
      String.raw`saut(?:er|e|é|ais) (?:le |la |les |des |un |mon )?(?:d[iî]ner|d[eé]jeuner|souper|lunch|repas)`,
    ],
    fixed('skipping meals', 'sauter des repas'),
    { labels: ['eating_body_image.disordered_eating'] },
  ),
  ...frames(
    [
      String.raw`(?:has|have|share|shares|wants|checks|tracks) (?:my|ur|your) (?:location|passwords?)`,
      String.raw`(?:makes me share|turn off) (?:it|my location)`,
    ],
    fixed('location tracked by partner', 'localisation surveillée par partenaire'),
    { labels: CONTROL, needsLabel: true },
  ),
  ...frames(
    [String.raw`(?:picks|chooses|decides|controls|tells me) what (?:i|to) wear`],
    fixed('clothing controlled by partner', 'vêtements choisis par partenaire'),
    { labels: CONTROL, needsLabel: true },
  ),
  ...frames(
    [
      String.raw`(?:saw|noticed|found|has|have) (?:the |these |some )?(?:marks|cuts|scars|scratches) on (?:her|his|their) (?:arms?|legs?|wrists?|thighs?)`,
    ],
    fixed("noticing another's self-harm", 'automutilation remarquée chez autrui'),
    { labels: ['third_party'], needsLabel: true },
  ),
  ...frames(
    [
      String.raw`(?:don'?t think (?:she'?s|he'?s|they'?re|shes|hes)|(?:she'?s|he'?s|shes|hes) not|(?:she|he) (?:won'?t|doesn'?t|barely)) (?:been )?eat(?:ing|s)?`,
    ],
    fixed("worry over another's eating", "inquiétude pour l'alimentation d'autrui"),
    { labels: ['third_party'], needsLabel: true },
  ),
  ...frames(
    [
      String.raw`(?:i was the one (?:who|that) found|i found|found) (?:him|her|them) (?:dead|not breathing|on the floor|gone|like that|unresponsive|hanging|cold)`,
      String.raw`i was the one (?:who|that) found (?:him|her|them)`,
    ],
    fixed('finding loved one dead', 'avoir trouvé un proche mort'),
    { labels: ['grief'], needsLabel: true },
  ),
  ...frames(
    [
      String.raw`i (?:just |really |still )?miss (?:him|her|them) (?:so (?:much|bad))?`,
      String.raw`i (?:just |really |still )?miss (?:him|her)`,
      String.raw`(?:m'ennuie|mennuie) (?:tellement )?d(?:e lui|'elle)`,
    ],
    fixed('missing loved one', "ennui d'un être cher"),
    { labels: ['grief'], needsLabel: true },
  ),
  ...frames(
    [
      String.raw`ex (?:\S+ ){0,4}?(?:has a new|with someone (?:new|else)|dating someone|moved on|avec une? autre)`,
      String.raw`has a new (?:gf|bf|girlfriend|boyfriend) already`,
    ],
    fixed('ex with someone new', "ex avec quelqu'un d'autre"),
    { labels: ['relationship.romantic'] },
  ),
  ...frames(
    [
      String.raw`(?:send|post|leak|share|show) (?:them|it|my (?:pics|nudes|photos)) to (?:\S+ ){0,5}?(?:if i (?:don'?t|do not)|unless i|until i) (?:pay|send)`,
    ],
    fixed('sextortion over photos', 'sextorsion avec des photos'),
    { labels: ['abuse_sexual.online_exploitation'], risk: true },
  ),
  ...frames(
    [
      String.raw`pray\w* (?:\S+ ){0,4}?(?:for it to go away|to be (?:straight|normal)|god (?:to )?(?:fix|change)s? me)`,
    ],
    fixed('praying to be straight', 'prier pour être hétéro'),
    { labels: ['gender_sexual_identity.sexual_orientation'], needsLabel: true },
  ),
  ...frames(
    [
      String.raw`papers (?:are|r|is) (?:still )?(?:waiting|pending|processing|not (?:come|ready))`,
      String.raw`(?:study|work) permit (?:\S+ ){0,2}?(?:finish\w*|expir\w*|run(?:s|ning)? out|ends)`,
      String.raw`immigration (?:\S+ ){0,3}(?:asking|ask|asks|asked) for another document`,
      String.raw`dossier (?:d'immigration )?de (?:papa|mon père|maman|ma mère) (?:\S+ ){0,3}immigration`,
    ],
    fixed('waiting on immigration papers', "attente de papiers d'immigration"),
  ),
];
