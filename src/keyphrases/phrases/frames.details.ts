import { fact, OPEN } from './fact.js';
import type { Frame } from './frame.js';
import { ADV, AM, I, JE, MA, NUMBER } from './pattern.words.js';

const FAMILY = ['relationship.family'];
const SCHOOL = ['anxiety_stress.school'];
const GRIEF = ['grief'];
const OF_OTHER = ['third_party'];
const CHEATED = ['relationship.romantic'];

/** A blow, by whoever's hand. */
const HITS = String.raw`(?:hits?|hitting|beats?|beating|punch(?:es|ed)|kicks|kicked|slap(?:s|ped)|chok(?:es|ed)|(?:is|was|keeps|been) (?:hitting|beating|hurting)|frappe|bat|fesse)`;

/** Details of one conversation, which a phrase for its topic would lose: who, what and where to. */
export const DETAIL_FRAMES: readonly Frame[] = [
  ...fact('privacy invaded by {parent}', 'intimité envahie par {parent}', FAMILY, [
    String.raw`my {parent} ${ADV}(?:(?:went|goes|go|going|looks?|looked) (?:through|thru)|search(?:es|ed)?) (?:all )?my (?:room|phone|bag|backpack|stuff|drawers|texts|messages|dms)(?! (?:for|with) me)`,
    String.raw`my {parent} ${ADV}reads? my (?:journal|diary|texts|messages|dms)`,
    String.raw`${MA} {parent} (?:fouille|fouillent|a fouillé|ont fouillé|lit|lisent|a lu|ont lu) (?:dans )?(?:mon|ma|mes) (?:chambre|cell|cellulaire|journal|messages|textos|affaires|sac)`,
  ]),
  ...fact('threat of being kicked out', 'menace de mise dehors', FAMILY, [
    String.raw`my {parent} ${ADV}(?:says?|said|told me|threaten(?:s|ed)?|keeps? (?:saying|threatening)|wants?)(?: that| to)?(?: (?:she|he|they)(?:'?s|'?re|'?ll| is| are| will|'?d)?)?(?: gonna| going to)? ?kick(?:ing)? me out`,
    String.raw`${MA} {parent} (?:menace|menacent|veut|veulent|va|vont|parle) (?:de )?(?:me )?(?:mettre|crisser|câlisser|sacrer) (?:dehors|à la porte)`,
  ]),
  ...fact('silence from {kin}', 'silence {of kin}', OPEN, [
    String.raw`my {kin} (?:hasn'?t|haven'?t|won'?t|doesn'?t|isn'?t|refuses to|stopped|has stopped) (?:even )?(?:talk(?:ed|ing)?|spoken|speak(?:ing)?) to me(?! (?:like|that way|about))`,
    String.raw`my {kin} (?:is|was|keeps|has been|gives?|gave|giving) (?:giving )?me the silent treatment`,
    String.raw`${MA} {kin} me parle (?:plus|pu)(?! de)`,
  ]),
  ...fact('custody dispute', 'litige pour la garde', FAMILY, [
    String.raw`my (?:parents|mom and dad|mom|dad) (?:(?:are|is|keep|keeps|still|both|just|have been) ){0,3}(?:fighting (?:over|for|about)|in court (?:over|for)|going to court (?:over|for)|suing for) (?:full )?(?:custody(?! of (?!me|us))|me(?! and)|us)(?![\p{L}'])`,
    String.raw`(?:the )?(?:court|judge) (?:said|says|decided|ordered) (?:that )?i (?:have to|gotta|need to|must) (?:go (?:back )?(?:to|live with)|live with|stay with) (?:my )?{parent}`,
    String.raw`${MA} parents (?:se (?:battent|chicanent)|vont en cour|sont en cour) pour (?:la garde|ma garde)`,
  ]),
  ...fact('{victim} hurt by {parent}', 'violence subie par {victim}', OPEN, [
    String.raw`my {parent} ${ADV}${HITS} my {victim}(?!'?s)(?! (?:at|in) (?:chess|cards|mario|fifa|basketball|a game))`,
    String.raw`${MA} {parent} ${HITS} (?:mon|ma|mes) {victim}`,
  ]),
  ...fact('{victim} hurt by partner', 'partenaire violent {of victim}', OF_OTHER, [
    String.raw`my {victim}'?s (?:bf|boyfriend|gf|girlfriend|husband|wife|partner|ex) ${ADV}${HITS} (?:her|him|them)(?! (?:up|at|in (?:chess|a game)))`,
  ]),
  ...fact(
    "{kin's} suicide attempt",
    'tentative suicidaire {of kin}',
    OF_OTHER,
    [
      String.raw`my {kin} ${ADV}(?:tried|attempted) (?:to )?(?:kill (?:him|her|them)sel(?:f|ves)|end (?:his|her|their) life|suicide|commit suicide|die by suicide)`,
      String.raw`${MA} {kin} a (?:essayé|tenté) de (?:se (?:tuer|suicider)|s'enlever la vie)`,
    ],
    { now: false },
  ),
  ...fact("{kin's} self-harm", 'automutilation {of kin}', OF_OTHER, [
    String.raw`my {kin} (?:is|'s|has been|keeps|has started|started|admitted (?:to )?|told me (?:she|he|they)(?:'?s|'?ve been| is| has been)) ?(?:cutting|self ?-?harming|hurting)(?: (?:him|her|them)sel(?:f|ves))?(?! (?:class|hair|ties|back|my|the|people|me))`,
    String.raw`my {kin} (?:cuts|self ?-?harms|hurts) (?:him|her|them)sel(?:f|ves)`,
    String.raw`${MA} {kin} se (?:coupe|mutile|blesse|fait du mal)(?! (?:les cheveux|en travaillant))`,
  ]),
  ...fact('{kin} not eating', 'alimentation réduite {of kin}', OF_OTHER, [
    String.raw`my {kin} (?:isn'?t|is not|(?:has )?stopped|won'?t|barely|hardly|refuses to|doesn'?t|never) (?:been )?(?:eats?|eating)(?: (?:anything|at all|any ?more|lunch|much))?(?! (?:meat|pork|dairy|veggies|breakfast|with|together|at home))`,
    String.raw`${MA} {kin} mange (?:plus|pu|pas|presque (?:plus|rien|pas)|quasiment rien)(?! (?:de|avec))`,
  ]),
  ...fact('caring for {elder}', 'soins {of elder}', OPEN, [
    String.raw`(?:${I}|${AM}) (?:take care of|taking care of|took care of|look after|looking after|caring for|care for|bathe|feed|lift|dress|wash|change) my {elder}(?!'?s)(?! (?:dog|cat|pets?|plants|house|out))`,
    String.raw`(?:je|c'est moi qui|jm'|j') ?(?:m'occupe de|prends? soin de|lave|habille|nourris|occupe de) (?:ma|mon|mes) {elder}`,
  ]),
  ...fact('hiding troubles from {kin}', "difficultés cachées à l'entourage", OPEN, [
    String.raw`${I} (?:tell|told|telling) my {kin}(?: \S+){0,4}? (?:everything(?:'?s| is)|i'?m|i am|it'?s|its all) (?:all |very |doing |totally |perfectly )?(?:good|fine|ok|okay|great)(?! (?:with|at|for))`,
    String.raw`${JE} ?(?:dis|dit) (?:à|a) (?:ma|mon|mes) {kin} que (?:tout va|ça va|ca va|chu correcte?) ?(?:bien)?`,
  ]),
  ...fact('{kin} moving away', 'départ {of kin}', OPEN, [
    String.raw`my {kin} (?:(?:is|are|just|'s) ){0,2}(?:moving|moved) (?:away|out of (?:town|province|state|the country)|across the country|to (?:a(?:nother)?|a different) (?:city|town|province|country|school))`,
    String.raw`${MA} {kin} (?:va déménager|déménage|vient de déménager|a déménagé) (?:loin|dans une autre|à l'autre bout)`,
  ]),
  ...fact('moving away for school', 'déménagement pour les études', OPEN, [
    String.raw`(?:${I}|${AM}) (?:mov(?:ed|ing)|came|left home)(?: \S+){0,4}? (?:for|to (?:go to|start|study at)) (?:uni|university|college|school|my degree)(?! (?:trip|tomorrow|today))`,
    String.raw`${JE} ?(?:viens de |vais )?(?:déménagée?|déménager|partie?|parti)(?: \S+){0,4}? pour (?:l'université|l'uni|le cégep|mes études|les études|l'école)`,
  ]),
  ...fact('recent arrival in country', 'arrivée récente au pays', OPEN, [
    String.raw`(?:i|we|my family)(?:'?ve)? (?:just |only |recently )?(?:came|moved|immigrated|arrived)(?: here)?(?: (?:to|in) (?:canada|this country)| here) (?:last (?:year|month|summer|fall|winter|spring)|this (?:year|summer|fall|winter|spring)|(?:a few|${NUMBER}) (?:weeks|months) ago|in (?:january|february|march|april|may|june|july|august|september|october|november|december))(?! (?:for (?:the )?(?:weekend|holidays?)))`,
    String.raw`(?:je suis|chu|on est|ma famille est) (?:arrivée?s?|débarquée?s?) (?:ici|au (?:canada|québec|pays)) (?:il y a|ya|y a|depuis|cette année|l'an passé|en (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre))`,
  ]),
  ...fact('many changes of school', "changements d'école répétés", OPEN, [
    String.raw`(?:it'?s|this is|that'?s) (?:already )?my (?:[3-9](?:rd|th)|third|fourth|fifth|sixth|seventh) (?:new )?school`,
    String.raw`(?:${I} been to|${I} (?:changed|switched)) (?:[3-9]|three|four|five|six|seven|so many|too many) (?:different )?schools`,
    String.raw`(?:c'est|cest) ma (?:[3-9]e|troisième|quatrième|cinquième|sixième) école`,
  ]),
  ...fact('failing the {term}', 'échec {of term}', SCHOOL, [
    String.raw`(?:${I}|${AM}) (?:fail(?:ed|ing)?|flunk(?:ed|ing)?) (?:my |the |this )(?:whole |entire )?{term}`,
    String.raw`${JE} ?(?:coul[eé]|raté|échoué|coule) (?:ma|mon|toute ma) {term}`,
  ]),
  ...fact('falling asleep in class', "s'endormir en classe", OPEN, [
    String.raw`(?:${I}|${AM}) (?:fall|falling|fell|sleep|sleeping|slept)(?: asleep)? in (?:class|math|every class|lectures?)`,
    String.raw`(?:je m'endors|jm'endors|jmendors|je dors) (?:en classe|dans mes cours|en cours)`,
  ]),
  ...fact('vomiting before exams', 'vomir avant les examens', SCHOOL, [
    String.raw`${I} (?:throw up|threw up|puke|puked|vomit|vomited|got sick|get sick) (?:right |even )?(?:before|during|at)(?: (?:every|each|my|a|the|all|our|big)){0,3}(?: [a-z]+)? (?:tests?|exams?|quiz(?:zes)?|midterms?|finals?|presentations?)`,
    String.raw`${JE} ?(?:vomis|vomi) (?:avant|pendant) (?:(?:chaque|mes|mon|les|un|l') ?)(?:examens?|tests?|oral|oraux)`,
  ]),
  ...fact('aged out of care', 'sortie de placement', OPEN, [
    String.raw`(?:${I}|${AM}) (?:(?:just|about to|gonna|going to|recently) ){0,2}(?:aged?|aging) out(?: of (?:foster )?care| of the system)?`,
    String.raw`${JE} ?(?:suis )?sortie? (?:de placement|du centre jeunesse|de la dpj|de mon foyer)`,
  ]),
  ...fact('told to leave by landlord', 'renvoi par le propriétaire', OPEN, [
    String.raw`(?:my|our|the) landlord (?:just )?(?:says?|said|told|wants?|gave|is (?:telling|making|giving)) (?:me |us )?(?:that )?(?:(?:i|we)(?:'?ve| have)? )?(?:(?:until|til|till|have|got|only|to|need|must|gotta)(?: \S+){0,4}? )?(?:(?:to )?(?:get|move|be) out|to leave|out by)`,
    String.raw`(?:mon|ma|notre|le) (?:proprio|propriétaire) (?:veut|me dit|m'a dit|nous a dit)(?: \S+){0,4}? (?:que je parte|de partir|qu'on parte|de sortir|reprendre (?:le|mon|notre) logement)`,
  ]),
  ...fact('new {condition} diagnosis', 'diagnostic récent {of condition}', OPEN, [
    String.raw`(?:i|i'?ve)(?: (?:just|recently|finally)){0,2} (?:got|was|been|were)(?: (?:just|recently|finally)){0,2} diagnosed (?:with|as) (?:having )?(?:type [12] )?{condition}`,
    String.raw`(?:on m'a|m'ont|j'ai reçu|jai reçu|j'ai eu) (?:diagnostiquée? (?:avec |une? )?|(?:un|mon|le) diagnostic (?:de |d'|du ))(?:la |l'|le |une? )?{condition}`,
  ]),
  ...fact(
    'cheated on by {partner}',
    'infidélité {of partner}',
    CHEATED,
    [
      String.raw`my {partner} ${ADV}(?:cheat(?:s|ed) on me|(?:is|was|has been|been) cheating(?: on me)?|slept with (?:my|someone|another|some|his|her)|kissed (?:my (?:best )?friend|someone else|another (?:girl|guy)))`,
      String.raw`${MA} {partner} (?:m'a trompée?|me trompe|ma trompée?)`,
    ],
    { now: false },
  ),
  ...fact(
    'loss of {kin} in childhood',
    'deuil précoce {of kin}',
    GRIEF,
    [
      String.raw`my {kin} (?:died|passed(?: away)?)(?= when i was (?:\d(?!\d)|1[0-2]|little|small|young|a (?:kid|baby|child)))`,
      String.raw`${MA} {kin} (?:est|était) (?:morte?|décédée?)(?= quand j'?(?:avais (?:\d|1[0-2]) ans|étais (?:petite?|jeune|enfant)))`,
    ],
    { now: false },
  ),
  ...fact('long separation from {kin}', 'longue séparation {of kin}', OPEN, [
    String.raw`(?:i )?(?:haven'?t|have not) (?:even )?(?:seen|hugged|held|touched) my {kin} (?:in|for|since) (?:like |about |over |almost )?(?:\S+ )?(?:years?|yrs?|months?)`,
    String.raw`(?:${JE} ?)?(?:pas|jamais) (?:revu|vu|serré) (?:ma|mon|mes) {kin} depuis (?:\S+ )?(?:ans?|mois)`,
  ]),
];
