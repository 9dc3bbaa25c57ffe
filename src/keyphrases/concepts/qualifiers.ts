import { type Particular, type Rule, rules } from './particular.js';
import { CORES } from './qualifiers.core.js';
import { DEEDS } from './qualifiers.done.js';
import { FEELINGS } from './qualifiers.felt.js';
import { TIMES } from './qualifiers.when.js';
import { PLACES } from './qualifiers.where.js';

/** How it is judged or counted, and what else has to be there. */
const OTHERS: readonly Particular[] = [
  [
    'dying soon',
    String.raw`dying|hospice|palliative|terminal\w*|weeks|months|days|life support|not going to make|stage (?:4|four)|to live|fin de vie|palliatifs|mourir|vivre|terminale|g[ée]n[ée]ralis[ée]`,
  ],
  [
    'abandoned by',
    String.raw`left|leav\w+|gone|never (?:calls?|visits?|shows?|wanted)|forgot|new family|walked out|abandon\p{L}*|doesn'?t want (?:me|us)(?! (?:to|around|in|at|with|dating|going))|gave up|absent|deadbeat|chose|partie?|appelle jamais|laiss[ée]\p{L}*|refait`,
  ],
  [
    'breakup',
    String.raw`br[eo]a?ke?\w*|dump\w*|left me(?! (?:on|at|in|alone|out|here|there|hanging|waiting))|left|end(?:ed|ing)?|over|split|single|heart ?\w*|together|laiss[ée]\p{L}*|quitt[ée]\p{L}*|cass[ée]|romp\p{L}+|rupture|peines?|s[ée]paration|criss[ée]\p{L}*|flush\p{L}*|domp\p{L}+|fini|bris[ée]`,
    String.raw`on (?:read|seen|delivered)`,
  ],
  [
    'food banks',
    String.raw`food|soup|hampers?|banques?|paniers?|soupes?|comptoirs?`,
    String.raw`volunteer\w*|fundrais\w*|donat\w+|b[ée]n[ée]vol\p{L}*`,
  ],
  [
    'tension with stepparent',
    String.raw`\p{L}+`,
    String.raw`(?:really |so |very )?(?:nice|great|cool|awesome|sweet|kind|gentille?)`,
  ],
  [
    'lonely around others',
    String.raw`people|friends|around|surround\w*|every ?one|family|crowd\w*|part(?:y|ies)|house|entour[ée]e?|gang|monde|avec|amis`,
  ],
  [
    'no one',
    String.raw`no ?one|no body|nobody|don'?t (?:really )?have|(?:any|every) ?(?:one|body)|no friends|alone|lonely|(?:no|zero|0) friends|personne|pas|aucune?s?|plus|pu`,
  ],
  ['staying in a shelter', String.raw`shelters?|refuge|h[ée]bergement`],
  [
    'hating',
    String.raw`hat\w+|loath\w+|despis\w+|disgust\w*|asham\w+|can'?t (?:stand|look)|ugly|gross|insecure|uncomfortable|avoid\w*|fat|don'?t like|d[ée]test\p{L}+|ha[iï]s|honte|complex\p{L}+|supporte|aime pas|d[ée]go\p{L}+|grosse?|laide?`,
  ],
  [
    'overcrowded home',
    String.raw`of us|bedroom|beds?|room|house|home|apartment|place|quatre et demi|chambre|appart\p{L}*|maison|chez|dans`,
  ],
  [
    'by cutting',
    String.raw`cut\w*|slic\w+|blades?|razors?|wrists?|coup\p{L}+|mutil\p{L}+|scarif\p{L}+|lames?`,
  ],
  [
    'loved ones?',
    String.raw`my|he|she|they|him|her|someone|family|friends?|mom|dad|brother|sister|kids?|ma|mon|mes|elle|il|famille|cousin\w*|aunt\w*|uncle|auntie|people i love|proches?|on`,
  ],
  [
    'someone close|another',
    String.raw`friends?|bestie|bff|bf|gf|boyfriend|girlfriend|ex|sisters?|brothers?|sis|bro|cousins?|mom|dad|roommate|classmate|partner|husband|wife|son|daughter|she|he|they|him|her|them|himself|herself|someone|somebody|amie?s?|chum|blonde|soeur|fr[eè]re|elle|il|lui|quelqu'un|copain|copine|fils|fille|another|again|next|refaire|autre|nouvelle|recommence|encore`,
  ],
  [
    'sports?',
    String.raw`play\w*|teams?|season|hockey|soccer|sports?|danc\w+|gymnastics|game|basketball|volleyball|running|saison|[ée]quipe|jou\p{L}+|football|rugby|ski\w*`,
  ],
  [
    'of peers|by peers|peers',
    String.raw`kids?|people|ppl|every ?(?:one|body)|they|them|girls?|boys?|guys?|students?|class\w*|friends?|someone|somebody|school|comments?|online|group|accounts?|anon\w*|bull\w+|team\w*|locker|bus|gang|gars|filles?|[ée]l[eè]ves|ils|yont|elles|monde|gens|[ée]cole|classe|amis|pairs`,
  ],
  [
    'adult',
    String.raw`adults?|older|grown|man|men|woman|guy|teacher|coach|\d\d|groom\w*|mature|homme|monsieur|adulte|gars de \d\d|ans`,
  ],
  [
    'mental health',
    String.raw`mental\w*|depress\w*|anxi\w+|suicid\w*|cut\w*|harm\w*|hurt\w*|panic\w*|bipolar|ptsd|bpd|sad|not (?:ok|okay|himself|herself)|kill\w*|die|therap\w*|psych\w*|crying|eat\w*|sleep\w*|room|bed|doing|feelings?|culture|d[ée]pri\p{L}+|d[ée]press\p{L}+|va (?:vraiment )?(?:pas|mal)|mourir|coup\p{L}+|mutil\p{L}+|sant[ée]|psy\p{L}*|anxi\p{L}+|parle pas|croient|inqui[eè]te?`,
  ],
  [
    'therap(?:y|ist)|counsellors',
    String.raw`therap\w*|counsel\w*|psych\w*|shrinks?|hotlines?|you guys|guidance|social workers?|workers?|sessions?|(?:mental )?help|not ok(?:ay)?|pas bien|assessment|insurance|clinic|file|referr\w+|psys?|th[ée]rap\p{L}+|psycholog\p{L}+|intervenante?s?|ts|travailleuse|[ée]ducatrice|conseill\p{L}+|suivi|clsc|aide|s[ée]ances?|dossier|consult\p{L}+|r[ée]f[ée]r[ée]e?|rendez-vous|rdv`,
  ],
  [
    'into sex|sexual\\p{L}*',
    String.raw`sex\w*|rap\w*|assault\w*|molest\w*|touch\w*|sleep with|nudes?|naked|forced|gave in|said (?:no|stop)|clothes off|my clothes|consent|did (?:stuff|things)|do things|happened|bed|drugged|virgin\w*|body|csa|viol\p{L}*|agress\p{L}*|touch\p{L}+|coucher|abus\p{L}*|attouch\p{L}*|inceste|dit non|caress\p{L}*|l'amour|gay|lesbian|bi|bisexual|queer|attract\w*|into (?:girls|guys|boys)|like (?:girls|guys|boys)|like both|straight|pan|pansexual|asexual|ace|closet\w*|out|girlfriend|boyfriend|gf|bf|secret|attir[ée]\p{L}*|filles|gars|lesbienne|gaie?|h[ée]t[ée]ro|placard|blonde|chum|cache|sexu\p{L}+|amie|aime`,
  ],
  [
    'coming out|out to|rejected after coming out',
    String.raw`c[ao]me? out|coming out|out|tell\w*|told|says?|said|know\w*|closet\w*|conversion|placard|coming ?-?out|dire|dit|dis|sait|savent|avou\p{L}+|annonc\p{L}+|rejet\p{L}+`,
  ],
  [
    'war',
    String.raw`war\w*|bomb\w*|soldiers?|regime|taliban|camp|boat|fled|flee\w*|genocide|invasion|air ?strikes?|shelling|attacked|guerre|bomb\p{L}+|fui\p{L}*|camp|bateau|travers[ée]e|conflit`,
  ],
  [
    'gang',
    String.raw`gangs?|gangbang\w*|older guys|drugs?|guns?|deal\w*|jump\w*|packages?|stock|drogue|livrer`,
  ],
  [
    'car accident',
    String.raw`cars?|truck|van|driv\w+|crash\w*|wreck|motorcycle|bike|atv|sled|bus|hit by|accident|char|auto|camion|voiture|conduis\p{L}*|volant`,
  ],
  [
    'indigenous|reserve',
    String.raw`native|indigenous|first nations?|inuit|inuk|m[eé]tis|rez|reserves?|indian|residential|cree|ojib\w+|anishi\w+|mohawk|nation|land|community|ceremon\w+|elders?|up north|boarding|fly|flew|autochtones?|innue?s?|crie?s?|atikamekw|sauvages?|r[ée]serve|communaut[ée]|nord|pensionnats?|culture|traditions?|language|langue`,
  ],
  [
    'watched or followed',
    String.raw`watch\w*|follow\w*|spy\w*|camera\w*|mics?|track\w*|listening|plotting|after me|bugs|surveill\p{L}+|espionn\p{L}+|suiv\p{L}+|cam[ée]ras?|complot\p{L}*|guett\p{L}+|suit`,
  ],
  [
    'flashbacks',
    String.raw`flash ?-?backs?|reliv\w+|keep seeing|see it|back there|happening again|memor\w+|nightmares?|smell|revis|revois|cauchemars?|souvenirs?`,
  ],
  ['porn', String.raw`porn\p{L}*`],
  [
    'fainting',
    String.raw`faint\w*|dizz\w*|pass(?:ed|ing)? out|light ?-?headed|collaps\w+|black\w* out|connaissance|[ée]tourdie?s?|pommes|[ée]vanoui\p{L}*`,
  ],
  [
    'opposed|disapproving',
    String.raw`hat\w+|doesn'?t|don'?t|won'?t|disapprov\w*|never|refus\w*|accept\w*|hid\w+|secret|against|forbid\w*|pas|cachette|contre|refus\p{L}+`,
  ],
  [
    'influencers',
    String.raw`insta\w*|tiktok|fyp|models?|influenc\w+|celeb\w*|social media|online|filters?|feed|girls|people|others|every ?one|mannequins?|filtres?|r[ée]seaux|filles`,
  ],
  ['facial', String.raw`face|nose|acne|skin|teeth|smile|lips|jaw|forehead|visage|nez|boutons|dents`],
  [
    'hours spent',
    String.raw`hours?|hrs?|all (?:day|night)|every ?day|addict\w*|can'?t stop|too much|\d ?am|nuit|heures|accro|d[ée]pendan\p{L}*|temps|arr[êe]ter`,
  ],
  [
    'to save money|money',
    String.raw`money|afford|broke|rent|save|saving|pay\w*|cash|bills?|debts?|fare|cost\w*|financ\w*|wages|card|loans?|bank|gambl\w*|bet\w*|casino|poker|crypto|slots|parlays?|sportsbook|argent|pay\p{L}+|loyer|cher|moyens|piasses?|dollars?|paye|paie|carte|factures?|paris?|casino|jeux?|fins? de mois|serr[ée]s|gag\p{L}+|perdu`,
  ],
  [
    'community gossip',
    String.raw`community|village|town|rez|reserve|church|mosque|temple|aunt\w*|relatives|neighbou?rs|people|gossip\w*|talk\w*|communaut[ée]|voisins|matantes|monde|jase\p{L}*|parle\p{L}*|dira`,
  ],
  ['surgery', String.raw`surgery|operat\w+|transplant|op[ée]r\p{L}+|chirurgie|greffe`],
  [
    'marriage',
    String.raw`marr\w+|husband|wife|spouse|wedding|groom|bride|suitors?|rishta|couples? (?:counsel\w+|therapy)|mari\p{L}*|femme|conjointe?|[ée]pous\p{L}*|couple|pr[ée]tendants?|partner|relationship`,
  ],
  [
    'gendered spaces',
    String.raw`trans\w*|non ?-?binary|enby|gender\w*|which|wrong|misgender\w*|binaire|genre|neutres?`,
  ],
  [
    'going through a divorce',
    String.raw`husband|wife|spouse|my divorce|our divorce|i (?:want|filed)|we|we're|im|i'm|married|marriage|he|she|mari|femme|conjointe?|mon divorce|notre|demand[ée]|je`,
  ],
];

/** Whom a phrase means that names a relation loosely. */
const RELATIONS: readonly Particular[] = [
  [
    '(?:before|after|over) assault|not believed after|self-blame after',
    String.raw`rap\w*|assault\w*|touch\w*|molest\w*|abus\w*|forced|groped|what (?:he|she|they) did|happened|sex\w*|viol\p{L}*|agress\p{L}*|attouch\p{L}*|ce qu'il|arriv[ée]`,
  ],
  [
    'family|relatives?|household',
    String.raw`family|families|relatives?|moms?|mum|mother|dads?|father|parents?|brothers?|sisters?|siblings?|sis|bro|aunt\w*|uncles?|cousins?|grand\w+|nana|kids?|son|daughter|husband|wife|step\w+|folks|we|our|us|house|home|they|famille|parent[ée]?s?|m[eè]re|p[eè]re|maman|papa|fr[eè]res?|s(?:oe|œ)urs?|mari|femme|enfants?|cousine?s?|tante|oncle|chez nous|on|maison`,
  ],
  ['best friend', String.raw`best|bestie|bff|besties|bestah?|meilleure?`],
  [
    'single parenting|parenting|custody of child',
    String.raw`(?:my|the|our|her|his) (?:\w+ ){0,3}(?:sons?|daughters?|kids?|child(?:ren)?|baby|babies|toddler|newborn|teen)|(?:im|i'm|i am|as|being|become|becoming|a) (?:a |the )?(?:\w+ )?(?:single |teen |bad |good |terrible |worst )?(?:mom|mum|mother|dad|father|parent)|rais(?:e|ing)|(?:mes|les) enfants|(?:mon|ma|notre) (?:fils|b[ée]b[ée]|enfant|fille|gars|ado)|b[ée]b[ée]|(?:je suis|être|comme) (?:une? )?(?:\p{L}+ )?(?:m[eè]re|p[eè]re|parent|maman|papa)|monoparental\p{L}*|[ée]l[eè]ve\p{L}*`,
  ],
  ['roommates?', String.raw`room ?mates?|roomies?|flatmates?|housemates?|coloc\p{L}*`],
];

/** Checked in the words that a phrase rests on. */
export const QUALIFIER_RULES: readonly Rule[] = rules([
  ...TIMES,
  ...FEELINGS,
  ...DEEDS,
  ...PLACES,
  ...OTHERS,
  ...CORES,
]);

/** Checked in all that the texter wrote: who was named at the start is meant to the end. */
export const RELATION_RULES: readonly Rule[] = rules(RELATIONS);
