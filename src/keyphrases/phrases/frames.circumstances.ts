import { as, type Frame, frames } from './frame.js';
import { AM } from './pattern.words.js';

const CONTROL = ['abuse_emotional', 'relationship.romantic'];

/** What texters have to live with, told as a plain circumstance. */
export const CIRCUMSTANCE_FRAMES: readonly Frame[] = [
  ...frames(
    [
      String.raw`how (?:do|can|does|would) (?:u|you|i|someone|ya) (?:even )?(?:get|find|see|start with) (?:a |an )?(?:therapist|counsell?or|psychologist|psychiatrist)`,
    ],
    as('finding a therapist', 'trouver un thérapeute'),
  ),
  ...frames(
    [
      String.raw`(?:no|any|a|find me a) place to (?:sleep|stay|go tonight|live)`,
      String.raw`no ?where to (?:go|sleep|stay|live)`,
      String.raw`nulle part (?:où|ou) (?:dormir|aller|rester)`,
    ],
    as('no place to stay', 'nulle part où dormir'),
  ),
  ...frames(
    [
      String.raw`report cards? (?:go|goes|come|comes|came|went|is|are|day)`,
      String.raw`(?:le |mon )?bulletin (?:arrive|sort|est sorti|rentre)`,
    ],
    as('report card coming home', 'bulletin à venir'),
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
    as('very little sleep', 'très peu de sommeil'),
  ),
  ...frames(
    [
      String.raw`(?:missed|skipped|manqu[eé]) (?:like |about )?(?:\d+|so many|a lot of) (?:days|classes|jours)`,
    ],
    as('missing many school days', "absences répétées à l'école"),
    { labels: ['anxiety_stress.school'] },
  ),
  ...frames(
    [
      String.raw`i (?:talk|translate|interpret|speak) for (?:them|my (?:mom|dad|parents|family))`,
      String.raw`c'est moi qui (?:lis|traduis) (?:les |pour )`,
    ],
    as('translating for parents', 'traduire pour ses parents'),
  ),
  ...frames(
    [String.raw`(?:my )?hours (?:at \S+ \S+ )?(?:got|were|are) cut`, String.raw`cut my (?:hours|shifts)`],
    as('work hours cut', 'heures de travail coupées'),
    { labels: ['anxiety_stress.work_money'] },
  ),
  ...frames(
    [String.raw`rent (?:went|goes|going|is going) up`, String.raw`loyer (?:a |va )?(?:mont|augment)\p{L}+`],
    as('rent increase', 'hausse de loyer'),
    { labels: ['anxiety_stress.work_money'] },
  ),
  ...frames(
    [
      String.raw`(?:rent is|rent'?s|bills are) (?:due|late|overdue)`,
      String.raw`(?:hydro|rent|bill) is \d+ months? late`,
    ],
    as('rent or bills due', 'loyer ou factures dus'),
    { labels: ['anxiety_stress.work_money'] },
  ),
  ...frames(
    [
      String.raw`(?:haven'?t|have not|not|hasn'?t|has not) (?:seen|touched|hugged|held) (?:them|my (?:whole )?family) (?:in|for|since) (?:\S+ )?(?:\d+ |a |two |three )?(?:years?|yrs?|months?)`,
    ],
    as('long separation from family', 'longue séparation de la famille'),
  ),
  ...frames(
    [
      String.raw`(?:haven'?t|have not|hasn'?t|has not) (?:seen|touched|hugged|held) (?:me|her|him) (?:in|for|since) (?:\S+ )?(?:\d+ |a |two |three )?(?:years?|yrs?|months?)`,
    ],
    as('long separation from relative', "longue séparation d'un proche"),
  ),
  ...frames(
    [
      String.raw`(?:do|does|give|gives|giving) (?:his|her|my (?:mom|dad|gran\w*)'?s?|moms|dads) (?:meds|pills|insulin|medication|dressings?)`,
      String.raw`(?:douche|pilules|bain) de (?:ma|mon) (?:m[eè]re|p[eè]re|grand[- ]m[eè]re)`,
    ],
    as('caring for ill relative', "soins d'un proche malade"),
  ),
  ...frames(
    [
      String.raw`(?:lost|missed|haven'?t (?:had|got(?:ten)?)|stopped getting) my period(?! (?:\d|class|one|two))`,
      String.raw`pas eu mes r[eè]gles`,
    ],
    as('missed periods', 'absence de règles'),
  ),
  ...frames(
    [
      String.raw`saut(?:er|e|é|ais) (?:le |la |les |des |un |mon )?(?:d[iî]ner|d[eé]jeuner|souper|lunch|repas)`,
    ],
    as('skipping meals', 'sauter des repas'),
    { labels: ['eating_body_image.disordered_eating'] },
  ),
  ...frames(
    [
      String.raw`(?:has|have|share|shares|wants|checks|tracks) (?:my|ur|your) (?:location|passwords?)`,
      String.raw`(?:makes me share|turn off) (?:it|my location)`,
    ],
    as('location tracked by partner', 'localisation surveillée par partenaire'),
    { labels: CONTROL, needsLabel: true },
  ),
  ...frames(
    [String.raw`(?:picks|chooses|decides|controls|tells me) what (?:i|to) wear`],
    as('clothing controlled by partner', 'vêtements choisis par partenaire'),
    { labels: CONTROL, needsLabel: true },
  ),
  ...frames(
    [
      String.raw`(?:saw|noticed|found|has|have) (?:the |these |some )?(?:marks|cuts|scars|scratches) on (?:her|his|their) (?:arms?|legs?|wrists?|thighs?)`,
    ],
    as("noticing another's self-harm", 'automutilation remarquée chez autrui'),
    { labels: ['third_party'], needsLabel: true },
  ),
  ...frames(
    [
      String.raw`(?:don'?t think (?:she'?s|he'?s|they'?re|shes|hes)|(?:she'?s|he'?s|shes|hes) not|(?:she|he) (?:won'?t|doesn'?t|barely)) (?:been )?eat(?:ing|s)?`,
    ],
    as("worry over another's eating", "inquiétude pour l'alimentation d'autrui"),
    { labels: ['third_party'], needsLabel: true },
  ),
  ...frames(
    [
      String.raw`(?:i was the one (?:who|that) found|i found|found) (?:him|her|them) (?:dead|not breathing|on the floor|gone|like that|unresponsive|hanging|cold)`,
      String.raw`i was the one (?:who|that) found (?:him|her|them)`,
    ],
    as('finding loved one dead', 'avoir trouvé un proche mort'),
    { labels: ['grief'], needsLabel: true },
  ),
  ...frames(
    [
      String.raw`i (?:just |really |still )?miss (?:him|her|them) (?:so (?:much|bad))?`,
      String.raw`i (?:just |really |still )?miss (?:him|her)`,
      String.raw`(?:m'ennuie|mennuie) (?:tellement )?d(?:e lui|'elle)`,
    ],
    as('missing loved one', "ennui d'un être cher"),
    { labels: ['grief'], needsLabel: true },
  ),
  ...frames(
    [
      String.raw`ex (?:\S+ ){0,4}?(?:has a new|with someone (?:new|else)|dating someone|moved on|avec une? autre)`,
      String.raw`has a new (?:gf|bf|girlfriend|boyfriend) already`,
    ],
    as('ex with someone new', "ex avec quelqu'un d'autre"),
    { labels: ['relationship.romantic'] },
  ),
  ...frames(
    [
      String.raw`(?:send|post|leak|share|show) (?:them|it|my (?:pics|nudes|photos)) to (?:\S+ ){0,5}?(?:if i (?:don'?t|do not)|unless i|until i) (?:pay|send)`,
      String.raw`(?:he|she|they) wants? (?:me to (?:pay|send) )?\$? ?\d+(?: ?(?:\$|dollars|bucks))?(?: \S+){0,6}? or (?:he|she|they|it)(?:'?ll| will)? ?(?:sends?|posts?|leaks?|shows?|shares?|goes)`,
      String.raw`if i (?:don'?t|stop)(?: \S+){0,3}? (?:they|he|she)(?:'?ll| will|'?re gonna|'?s gonna) (?:send|post|leak|share|show) (?:it|them|my|everyone)`,
      String.raw`(?:il|elle|ils|y) (?:veut|veulent|demande|demandent) \d+ ?(?:\$|piasses?|dollars)(?: \S+){0,5}? (?:ou|sinon) (?:il|elle|ils|y) (?:l'|les |la |le )?(?:envoie|publie|montre|partage)`,
      String.raw`(?:someone|somebody|he|she|they|(?:this|some|a) (?:guy|girl|person)|my ex)(?:'s| is| are|'re| was| keeps| has been)? (?:just )?(?:blackmail(?:ing|ed|s)|extort(?:ing|ed|s)) me`,
      String.raw`${AM} (?:being|getting) (?:blackmailed|extorted)`,
      String.raw`(?:me fait|me font|m'a fait|m'ont fait) (?:du )?chant(?:er|age)`,
    ],
    as('sextortion over photos', 'sextorsion avec des photos'),
    { labels: ['abuse_sexual.online_exploitation'], risk: true, needsLabel: true },
  ),
  ...frames(
    [
      String.raw`pray\w* (?:\S+ ){0,4}?(?:for it to go away|to be (?:straight|normal)|god (?:to )?(?:fix|change)s? me)`,
    ],
    as('praying to be straight', 'prier pour être hétéro'),
    { labels: ['gender_sexual_identity.sexual_orientation'], needsLabel: true },
  ),
  ...frames(
    [
      String.raw`papers (?:are|r|is) (?:still )?(?:waiting|pending|processing|not (?:come|ready))`,
      String.raw`(?:study|work) permit (?:\S+ ){0,2}?(?:finish\w*|expir\w*|run(?:s|ning)? out|ends)`,
      String.raw`immigration (?:\S+ ){0,3}(?:asking|ask|asks|asked) for another document`,
      String.raw`dossier (?:d'immigration )?de (?:papa|mon père|maman|ma mère) (?:\S+ ){0,3}immigration`,
    ],
    as('waiting on immigration papers', "attente de papiers d'immigration"),
  ),
];
