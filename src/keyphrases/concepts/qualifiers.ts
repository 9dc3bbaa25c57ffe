import { type Particular, type Rule, rules } from './particular.js';

/** Fear has to be said, or put as what may yet come: what has come is no fear. */
const FEARED = String.raw`scared|afraid|terrif\w+|worr(?:y|ied|ying)|fear\w*|frighten\w*|anxious|anxiety|nervous|panic\w*|freak\w*|stress\w*|dread|paranoid|what if|might|could|would|gonna|going to|will|won'?t|'ll|if (?:i|we|he|she|they|my|it|someone)|can'?t (?:lose|sleep|go)|(?:don'?t|dont) want|not ready|never|skip|shak\w+|think\w*|knock|letter|said|dead|over|again|rather|peur|lettre|jamais|capable|manquer|rester|finie|pr[êe]te?|mort|inqui[eè]te?|angoiss\p{L}+|panique\p{L}*|capote|terrifi\p{L}+|si (?:on|ils?|elles?|je)|s'ils?|veux (?:pas|plus)|va|vont|vais`;
const AFRAID = String.raw`scared|afraid|terrif\w+|fear\w*|frighten\w*|anxious|anxiety|nervous|panic\w*|dread|asham\w+|embarrass\w*|(?:not|feel|feels|isn'?t|un) ?safe|trust myself|agoraphob\w+|can'?t (?:leave|go out)|idk how|don'?t know how|hard|peur|honte|g[êe]n[ée]e?|angoiss\p{L}+|s[ée]curit[ée]|capable|ose|dur|difficile|sais pas comment`;
const GUILTY = String.raw`guilt\w*|selfish|fault|blame\w*|regret\w*|sorry|asham\w+|owe|bad (?:about|for|person)|feel bad|should(?:'?ve| have| of|a)|could(?:'?ve| have| of|a)|wish i|disappoint\w*|let(?:ting)? (?:\w+ )?down|wast\w+|forgive|sick about|feel sick|confess|haven'?t told|sins?|sinful|hell|dirty|horrible|repent\w*|disgust\w*|gross|hate myself|pig|crying|who will|can'?t leave|chance to|never (?:got|said)|didn'?t (?:get to|say)|last (?:thing|words?)|coupable|[ée]go[ïi]ste|faute|regrette|m'en v(?:eux|oulais)|aurais (?:d[ûu]|pu)|d[ée]cevoir|pardon\p{L}*|honte|p[ée]ch[ée]\p{L}*|enfer|sale|sait pas|qui va|peux pas|refus[ée]|dire (?:au revoir|adieu)|serait encore`;
const EATING = String.raw`eat\w*|ate|food|meals?|lunch|dinner|breakfast|calories|cals|fasting|starv\w+|skip\w*|hungry|appetite|weigh\w*|stuff(?:ed|ing)|throw(?:ing)? up|threw up|puk\w+|vom\w+|purg\w+|laxatives?|pills|bing\w+|snack\w*|fridge|anorexi\w+|bulimi\w+|eating disorder|ed|mang\p{L}+|repas|bouffe|nourriture|d[iî]ner|souper|d[ée]jeuner|faim|affame|je[ûu]ne|boulimi\p{L}+|tca|frigo`;
const TODAY = String.raw`tomorrow|tmrw|tmr|tonight|today|next|soon|upcoming|coming up|going|goin|gonna|have|having|need|scheduled|before|waiting|until|in (?:a|\d+|two|three)|on \w+day|\w+day|third|second|demain|bient[ôo]t|avant|prochaine?|dans|lundi|mardi|mercredi|jeudi|vendredi|vais|dois|va|troisi[èe]me|deuxi[èe]me`;
const CHILDHOOD = String.raw`(?:as|was|were|been|when) (?:a |just a |only a |still a )?(?:little|lil|kid|child|small|younger|young|a baby|in (?:elementary|primary|kindergarten|grade \d|gr \d))|i was (?:like |only |about |just )?\d{1,2}|age \d+|aged \d+|at \d{1,2}\b|\d+ to \d+|kid|child\w*|growing up|for years|little|upbringing|younger|petite?|enfan\p{L}+|jeune|(?:j'avais|[àa]) \d+ ans|grandi\p{L}*`;

/** When, how often and since when. */
const TIMES: readonly Particular[] = [
  [
    'recurring|frequent',
    String.raw`every|daily|again|always|keeps?|all the time|often|constant\w*|attacks|nightmares|terrors|(?:bad|scary|horrible|same) dreams|each|lots?|many|so much|weekly|a (?:day|week)|worse|chaque|souvent|tout le temps|encore|toujours|tous les|des cauchemars|cauchemars|crises|plusieurs|arr[êe]te pas`,
  ],
  [
    'persistent',
    String.raw`every ?day|all (?:the time|day)|always|for (?:\w+ )*(?:days|weeks|months|years|a while)|(?:days|weeks|months|years)|lately|since|constant\w*|still|never (?:happy|ok|better)|last time|can'?t remember|any ?more|keeps?|most days|go away|lift|depuis|toujours|tout le temps|jours?|semaines|mois|jamais|encore|tellement|moral|broie|file pas|feel pas`,
  ],
  [
    'happening now',
    String.raw`rn|right now|now|im|i'm|i am|can'?t|cannot|cant|hard to|having|help|currently|en ce moment|l[àa]|maintenant|j'arrive|arrive pas|fais|suis|chu|peux`,
  ],
  [
    'another panic',
    String.raw`another|again|next|more|attacks|more attacks|come back|recommence|refaire|encore|autre|nouvelle`,
  ],
  ['upcoming', TODAY],
  ['childhood', CHILDHOOD],
  [
    'just taken',
    String.raw`just|rn|now|already|tonight|today|(?:min\w*|hours?|hrs?) ago|took|swallowed|downed|taken|an hour|viens|pris|aval[ée]\p{L}*`,
  ],
  [
    'lasting',
    String.raw`still|years?|ever since|since|now|trauma\w*|ruin\w*|affect\w*|long|months?|weeks?|was|when|confidence|trust|never|forever|encore|depuis|toujours|ans|ann[ée]es|mois|semaines|s[ée]quelles|confiance|longue|toute ma|v[ée]cue?|subie?`,
  ],
  ['daily', String.raw`every ?day|daily|all day|every (?:night|morning)|24\/7|chaque jour|tous les jours`],
  [
    'constant(?:ly)?',
    String.raw`constant\w*|always|all the time|every|non ?stop|keeps?|tout le temps|toujours|chaque`,
  ],
  [
    'teen|as a teen|teen years',
    String.raw`teen\w*|1[3-9]|young|kid|childhood|friends|school|high ?school|ado\p{L}*|ans|enfance|jeune|[ée]cole|amis`,
  ],
  [
    'anniversary',
    String.raw`anniversary|year|years|months?|first|birthday|christmas|ago|ans?|mois|semaines?|premi[eè]re?s?|anniversaire|f[êe]te`,
  ],
];

/** What is felt about it, where the phrase says so. */
const FEELINGS: readonly Particular[] = [
  ['fear of(?! (?:asking|acting|leaving home|serious illness))', FEARED],
  ['fear of (?:asking|acting|leaving home)|afraid', AFRAID],
  ['guilt', GUILTY],
  [
    'regret\\p{L}*',
    String.raw`regret\w*|shouldn'?t|should not|should(?:'?ve| have)|wish\w*|stupid|dumb|delet\w+|feel (?:so )?bad|guilt\w*|sorry|mean to|was a bully|can'?t even|regrette\p{L}*|pas d[ûu]|aurai\p{L}+|voulu|marche|en veux|intimid\p{L}+|[ée]c[oœ]\p{L}+`,
  ],
  [
    'shame',
    String.raw`asham\w+|shame|embarrass\w*|fun of|laugh\w*|hid(?:e|ing)|hate\w*|wish|bleach\w*|bullied|honte|g[êe]n[ée]e?|ri(?:t|re|ent)|aimerais|voudrais|jette|[ée]tranger|compliqu[ée]|payer`,
  ],
  [
    'lonely|loneliness',
    String.raw`lone\w+|lonley|alone|isolat\w+|miss\w*|see (?:my|any)\w*|friends|nobody|no ?one|by myself|seule?s?|isol\p{L}+|ennui\p{L}*|amis|personne|[àa] part`,
  ],
  [
    'pretending',
    String.raw`pretend\w*|fak\w+|act(?:ing)?|mask\w*|smil\w+|hid(?:e|ing)|front|brave face|(?:say|tell|said|saying) (?:\w+ ){0,3}(?:im|i'm|i am|that i'm)? ?(?:fine|ok|okay|good)|nobody (?:knows|sees|can tell)|no ?one (?:knows|sees|can tell)|look happy|on the outside|semblant|fais genre|masque\p{L}*|sourire|sourit|fa[çc]ade|cache\p{L}*|dis que [çc]a va`,
  ],
  [
    'wishing to be straight',
    String.raw`straight|normal|wish\w*|hate (?:being|that|how|myself|it)|asham\w+|don'?t want to be|pray\w*|change|go away|cure|fix|disgust\w*|h[ée]t[ée]ro|honte|d[ée]teste|veux pas|voudrais pas|changer|gu[ée]ri\p{L}*|normale?`,
  ],
  [
    'considering',
    String.raw`drop\w* out|quit\w*|leav\w+|withdraw\w*|done with school|never go(?:ing)? back|l[âa]cher?|quitter|abandonn\p{L}+|arr[êe]ter|d[ée]croch\p{L}+`,
  ],
  [
    'burnout|exhausted|too tired',
    String.raw`burn\w*|exhaust\w*|tired|drain\w*|worn out|sick of|can'?t (?:do|take|keep|handle|go on|carry|anymore)|so done|no (?:energy|motivation|strength|break)|give up|giving up|falling apart|nothing left|cry|overwork\w*|short ?staffed|understaffed|stress\w*|too much|crying|sleep\w*|killing me|energy|strength|[ée]puis\p{L}+|br[ûu]l\p{L}+|fatigu\p{L}+|tann[ée]e?|bout|force|motivation|pleure\p{L}*|me tue|plus|pu|personne`,
  ],
  [
    'compulsive exercise',
    String.raw`run|running|runs|gym|workouts?|work(?:ing)? (?:it |them |everything )?(?:out|off)|exercis\w+|sit ?ups|push ?ups|burn\w*|laps|squats|steps|miles|walk\w*|br[ûu]ler?|entra[iî]n\p{L}+|cour\p{L}*`,
  ],
  [
    'unrequited',
    String.raw`doesn'?t|don'?t|didn'?t|reject\w*|not (?:like|into|feel)|friend ?zon\w*|taken|someone else|has a|another|unrequited|back|never|no|likes|dating|pas|impossible|sans retour|autre|jamais|blonde|chum`,
  ],
  [
    'unable to get over',
    String.raw`over|still|miss\w*|stop (?:thinking|loving)|love|forget|moved? on|moving on|think\w*|back|stalk\w*|months|years|oubli\p{L}+|encore|ennui\p{L}*|revenir|pense|repense|rêve`,
  ],
  [
    'tension|strain(?:ed)?|distrust|mistrust',
    String.raw`hat(?:e|es|ed)|mean|yell\w*|scream\w*|fight\w*|fought|argu\w+|don'?t|doesn'?t|can'?t|cant|won'?t|never|rude|mad|weird|creep\w*|rules|treat\w*|control\w*|drunk|hit\w*|not|stress\w*|hard|miss\w*|far|away|alone|jealous\w*|trust\w*|cut|blames?|refus\w*|long ?-?distance|snitch\w*|told|called|d[ée]test\p{L}+|ha[iï]t|crie\p{L}*|chican\p{L}+|dispute\p{L}*|pas|plus|loin|distance|jalou\p{L}+|confiance|m[ée]fian\p{L}+|contre|dit|[ée]nerve\p{L}*|toute? seule?|fais|criée?`,
  ],
];

/** What was done, and to what end. */
const DEEDS: readonly Particular[] = [
  [
    'hiding|hidden|secret',
    String.raw`hid(?:e|es|ing|den)?|secret\w*|cover\w*|sleeves|hoodies?|sweaters?|makeup|lie[sd]?|lying|told|tell\w*|know\w*|find(?:s|ing)? out|found|caught|noticed?|sees?|seen|saw|nobody|no ?one|closet\w*|out|sneak\w*|alone|delete|bracelets|promis\w+|swore|swear|trust|cach\p{L}+|dire|dit|dis|sait|savent|personne|manches|placard|garde-?robe|secr[eè]te?|pogn\p{L}+|trouv\p{L}+|d[ée]couv\p{L}+|voi\p{L}+|promi\p{L}+|jur\p{L}+|amie|trahir|confiance|briser|parle`,
  ],
  [
    'witnessing',
    String.raw`saw|seen?|sees|watch\w*|hear\w*|heard|witness\w*|in front of|(?:hit\w*|beat\w*|hurt\w*|chok\w*|punch\w*|slap\w*|abus\w*|threw|shov\w*|push\w*) (?:\w+ ){0,3}(?:my (?:mom|mum|mother|dad|sister|brother|siblings|grandma|stepmom)|her|him|them|each other)|there was|shooting|stabbing|stabbed|shot|cops came|tirer|vu|voi[rst]|entend\p{L}*|devant|(?:frappe|frappait|bat|battait|frapp[ée]|battu) (?:ma|mon|mes)|fusillade|poignard\p{L}*|coups de`,
  ],
  [
    'stopping|trying to stop|unable to stop',
    String.raw`stop\w*|quit\w*|can'?t|cant|clean|without|instead|addict\w*|withdrawals?|alcoholic|problem|off|ran out|cold turkey|haven'?t|not|need|arr[êe]t\p{L}*|l[âa]ch\p{L}+|diminuer|sans|au lieu|plus|capable|alcooli\p{L}+|probl[èe]me\p{L}*|manque`,
  ],
  [
    'staying alive',
    String.raw`only (?:reason|thing|person)|reason|stay\w*|alive for|here for|going for|couldn'?t do that to|can'?t do that to|wouldn'?t do that to|because of my|why i haven'?t|wasn'?t for|stop\w* me|keep\w* me|from (?:suicide|killing|doing it|ending)|for my|seule (?:raison|chose)|reste|rester|encore (?:l[àa]|en vie)|pour (?:ma|mon|mes)|[àa] cause de (?:ma|mon|mes)`,
  ],
  [
    'better off',
    String.raw`better|happier|easier|without me|care if|notice if|miss me|burden|relie\w+|mieux|sans moi|heureu\p{L}+|plus l[àa]|disparaissais|mourais|soulag\p{L}+`,
  ],
  [
    'never wake up',
    String.raw`wak\w+|woke|sleep\w*|exist\w*|alive|be here|dead|born|live|disappear\w*|r[ée]veill\p{L}+|dormir|exister|vivre|[êe]tre (?:l[àa]|ici)|morte?|dispara\p{L}+|n[ée]e?|na[iî]tre`,
  ],
  [
    'to cope',
    String.raw`cop(?:e|ing)|forget\w*|numb\w*|sleep|feel\w* (?:better|something|less|normal|ok)|escape\w*|deal\w*|pain|so i (?:don'?t|can)|stop thinking|calm\w*|help\w*|get through|relax|quiet|oublier|dormir|g[ée]rer|geler|pas penser|moins mal|tenir|calmer`,
  ],
  ['as self-punishment', String.raw`punish\w*|deserv\w+|punir|m[ée]rit\p{L}+`],
  [
    'relapse',
    String.raw`relaps\w*|again|clean|sober|sobriety|slip\w*|back to|broke|rechut\p{L}+|recommenc\p{L}+|retomb\p{L}+|sobre|sobri[ée]t[ée]|encore`,
  ],
  [
    'urges',
    String.raw`urg\w+|want\w*|wanna|need\w*|crav\w+|tempt\w*|feel like|itch\w*|think\w*|close to|about to|envies?|go[ûu]t|pulsions?|besoin|pense`,
  ],
  [
    'stockpiling',
    String.raw`sav(?:e|ed|ing)|stash\w*|stockpil\w*|collect\w*|hid\w*|enough|have|keep\w*|how many|bottle|all (?:of )?my|gard\p{L}+|cach\p{L}+|accumul\p{L}+|ramass\p{L}+|combien|bouteille|pot`,
  ],
  ['suicide note', String.raw`notes?|letters?|goodbye\w*|lettres?|mots?|adieux?`],
  [
    'pressured',
    String.raw`pressur\w*|ask\w*|beg\w*|wants?|keeps?|demand\w*|forc\w+|made me|makes? me|threat\w*|guilt\w*|if i (?:don'?t|dont|loved)|unless|said no|told me to|gave in|coerc\w*|won'?t stop|veut|demand\p{L}+|insist\p{L}+|pression|oblig\p{L}+|forc\p{L}+`,
  ],
  [
    'without consent',
    String.raw`leak\w*|without|every ?(?:one|body)|school|people|around|group|revenge|(?:he|she|they|ex|who|someone|somebody|friend|bf|gf|boyfriend) (?:\w+ ){0,2}(?:sent|shared|show\w*|post\w*|spread\w*|outed|told|read\w*)|outed|found out|tout le monde|partag\p{L}+|sans|(?:a|ont|il|elle) (?:\p{L}+ )?(?:envoy[ée]|montr[ée]|publi[ée]|dit|racont[ée])|out[ée]e?|d[ée]voil\p{L}+|d[ée]couvert`,
  ],
  [
    'leaving an abusive',
    String.raw`abus\w+|violen\w+|hits?|hit|beats?|chok\w+|hurts? me|threat\w*|kill me|abusi(?:f|ve)|toxique|toxic|frappe|bat|menace`,
  ],
  [
    'not understood',
    String.raw`understand\w*|over it|by now|already|move on|moved on|get it|better place|alone|nobody|no ?one|everyone|comprend\p{L}*|passer [àa] autre|personne`,
  ],
  [
    'ending sport',
    String.raw`play\w*|teams?|season|hockey|soccer|football|sports?|danc\w+|gymnastics|games?|basketball|volleyball|rugby|compet\w+|coach|track|run|saison|[ée]quipe|jou\p{L}+|patin\p{L}*`,
  ],
  [
    'losing an online',
    String.raw`disappear\w*|gone|offline|vanish\w*|stopped|delet\w+|ghost\w*|hasn'?t|haven'?t|block\w*|never met|died|disparue?|r[ée]pond\p{L}*|effac[ée]|parti|connect[ée]e?`,
  ],
  [
    'turned away',
    String.raw`sent|send|turn\w*|home|(?:sick|bad|serious) enough|minutes|renvoy\p{L}+|retourn\p{L}+|pas assez|d[ée]pliant|pour rien|minutes`,
  ],
  [
    'milestones missed',
    String.raw`grad\w*|prom|birthday|wedding|trip|season|year|first|sports?|party|concert|school|travel|canc\w+|bal|voyage|anniversaire|f[êe]te|finissants|saison|annul\p{L}+`,
  ],
  [
    'translating',
    String.raw`translat\w*|interpret\w*|talk for|speak for|read\w*|call\w*|phone|appointments?|bank|letters?|forms?|doctors?|explain\w*|because|bc|cuz|tradui\p{L}+|interpr\p{L}+|appels?|lettres?|rendez-vous|banque|explique\p{L}*|papiers`,
  ],
  [
    'cannabis use',
    String.raw`(?:i|im|i'm|ive|i've|we|to|keep|started|been|just|from|and) (?:\w+ ){0,3}(?:smok\w+|vap\w+|dab\w*|us(?:e|ed|ing)|hit)|(?:get|got|getting|am|im|i'm|always|be|being|so|too) (?:\w+ ){0,2}(?:high|stoned|baked)|high (?:every|all|before|at|again|rn|most)|addict\w*|quit\w*|stop|need|smok(?:e|ing) (?:weed|pot|dope)|without (?:weed|it)|fum\p{L}+|gel[ée]e?|stone|accro|batte?s?`,
  ],
  ['eating\\b|food intake|meals|calorie\\b', EATING],
  ['unable to leave bed', String.raw`bed|get up|getting up|lit|lever`],
  ['vaccines', String.raw`vaccin\p{L}*|vax\w*|anti ?-?vax\w*|booster|shot|mask\w*`],
];

/** Where, and before whom. */
const PLACES: readonly Particular[] = [
  [
    'in public',
    String.raw`public|class\w*|school|mall|bus|subway|train|stores?|work|gym|hall\w*|church|crowd\w*|people|everyone|restaurants?|street|m[ée]tro|autobus|[ée]cole|magasin|gens|monde|classe|travail`,
  ],
  [
    'at home|out of home|go home|away from home',
    String.raw`home|house|live|living|apartment|apt|room|my (?:mom|mum|mother|dad|father|parents?|step\w+|brother|sister|family|husband|wife|bf|gf|boyfriend|girlfriend|partner|uncle|grand\w+|roommate)|mom|dad|family|parents|culture|wifi|kids|locks|kicked|ran away|run(?:ning)? away|maison|chez|famille|parents?|m[eè]re|p[eè]re|beau|belle|fugu\p{L}*|dehors|sort\p{L}*`,
  ],
  [
    'at work',
    String.raw`work\w*|jobs?|boss|manager|coworkers?|customers?|clients?|office|shift|store|travail\p{L}*|job|patron\w*|coll[èe]gues?`,
  ],
  [
    'online',
    String.raw`online|internet|insta\w*|snap\w*|tiktok|discord|roblox|facebook|fb|twitter|reddit|web|chat|apps?|accounts?|posts?|posted|comments?|dms?|messag\w+|texts?|videos?|pics?|met|game|server|zoom|virtual|remote|distance|number|block\w*|stranger|en ligne|r[ée]seaux|comptes?|messages?|vid[ée]os?|photos?|[ée]cri\p{L}+|text\p{L}+|teams`,
  ],
  [
    'group chat',
    String.raw`group ?chats?|gc|chat|discord|server|snap group|groupe|conversation|conv|clavardage`,
  ],
  ['on school bus|scolaire', String.raw`bus|autobus`],
  [
    'street',
    String.raw`streets?|outside|block|park|stores?|hood|bus|station|party|shooting|stabbing|stabbed|shot|jumped|guy|man|someone|kid|mugged|rue|dehors|parc|arr[êe]t|gang|gars|quelqu'un|fusillade|coups? de`,
  ],
  [
    'in care',
    String.raw`care|foster|placements?|group home|worker|cas|cps|adopt\w*|split|homes?|accueil|plac[ée]e?s?|dpj|foyer|adopt\p{L}+|s[ée]par\p{L}+`,
  ],
  [
    'studies|schoolwork',
    String.raw`school\w*|class\w*|uni\w*|college|stud(?:y|ying|ies|ent)|exams?|homework|work|assignments?|grades?|courses?|focus|concentrat\w*|attention|procrastinat\w*|[ée]cole|c[ée]gep|cours|examens?|[ée]tudes|universit[ée]|devoirs?|travaux|concentr\p{L}*|procrastin\p{L}+|lis|relis|page`,
  ],
  [
    'abroad',
    String.raw`back home|overseas|abroad|country|there|visa|sponsor\w*|years|reunification|pays|l[àa]-bas|[ée]tranger|familiale?|parrainage`,
  ],
  [
    'gendered',
    String.raw`trans\w*|non ?-?binary|enby|gender\w*|dysphori\w*|which (?:bathroom|washroom|one|locker)|wrong (?:bathroom|washroom|locker|body)|misgender\w*|pronouns?|chest|(?:my|a|chest) binder|binding|femin\w+|mascul\w+|(?:boy|girl|man|woman|guy)'?s? body|born|genre|binaire|corps de|poitrine|voix`,
  ],
  [
    'gender-affirming',
    String.raw`trans\w*|gender|hrt|t|testosterone|estrogen|puberty blockers|(?:top|bottom) surgery|dysphori\w*|(?:start\w*|on|get|getting|taking|need|want) hormones|genre|bloqueurs|testost[ée]rone|\p{L}?estrog[èe]nes?|mastectomie|affirmation`,
  ],
  [
    'military',
    String.raw`deploy\w*|military|army|navy|forces|overseas|missions?|militaires?|arm[ée]e|d[ée]ploy\p{L}+`,
  ],
  [
    'childcare',
    String.raw`kids|little ones|bab(?:y|ies)|diapers|bedtime|baths?|daycare|siblings?|brothers?|sisters?|them|him|her|petits|enfants|flos|bains|lunchs?|b[ée]b[ée]`,
  ],
];

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
    String.raw`c[ao]me? out|coming out|out|tell\w*|told|gay|trans|bi|bisexual|lesbian|queer|pan|sexuality|closet|girlfriend|conversion|placard|coming ?-?out|dire|dit|dis|gaie?|lesbienne|avouer|annonc\p{L}+|rejet\p{L}+`,
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
]);

/** Checked in all that the texter wrote: who was named at the start is meant to the end. */
export const RELATION_RULES: readonly Rule[] = rules(RELATIONS);
