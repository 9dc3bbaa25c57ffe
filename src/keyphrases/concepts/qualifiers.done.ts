import type { Particular } from './particular.js';

const EATING = String.raw`eat\w*|ate|food|meals?|lunch|dinner|breakfast|calories|cals|fasting|starv\w+|skip\w*|hungry|appetite|weigh\w*|stuff(?:ed|ing)|throw(?:ing)? up|threw up|puk\w+|vom\w+|purg\w+|laxatives?|pills|bing\w+|snack\w*|fridge|anorexi\w+|bulimi\w+|eating disorder|ed|mang\p{L}+|repas|bouffe|nourriture|d[iî]ner|souper|d[ée]jeuner|faim|affame|je[ûu]ne|boulimi\p{L}+|tca|frigo`;

/** What was done, and to what end. */
export const DEEDS: readonly Particular[] = [
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
    'not to be alive',
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
