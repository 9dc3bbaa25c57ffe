import type { Particular } from './particular.js';

/** Fear has to be said, or put as what may yet come: what has come is no fear. */
const FEARED = String.raw`scared|afraid|terrif\w+|worr(?:y|ied|ying)|fear\w*|frighten\w*|anxious|anxiety|nervous|panic\w*|freak\w*|stress\w*|dread|paranoid|what if|might|could|would|gonna|going to|will|won'?t|'ll|if (?:i|we|he|she|they|my|it|someone)|can'?t (?:lose|sleep|go)|(?:don'?t|dont) want|not ready|never|skip|shak\w+|think\w*|knock|letter|said|dead|over|again|rather|peur|lettre|jamais|capable|manquer|rester|finie|pr[êe]te?|mort|inqui[eè]te?|angoiss\p{L}+|panique\p{L}*|capote|terrifi\p{L}+|si (?:on|ils?|elles?|je)|s'ils?|veux (?:pas|plus)|va|vont|vais`;

const AFRAID = String.raw`scared|afraid|terrif\w+|fear\w*|frighten\w*|anxious|anxiety|nervous|panic\w*|dread|asham\w+|embarrass\w*|(?:not|feel|feels|isn'?t|un) ?safe|trust myself|agoraphob\w+|can'?t (?:leave|go out)|idk how|don'?t know how|hard|peur|honte|g[êe]n[ée]e?|angoiss\p{L}+|s[ée]curit[ée]|capable|ose|dur|difficile|sais pas comment`;

const GUILTY = String.raw`guilt\w*|selfish|fault|blame\w*|regret\w*|sorry|asham\w+|owe|bad (?:about|for|person)|feel bad|should(?:'?ve| have| of|a)|could(?:'?ve| have| of|a)|wish i|disappoint\w*|let(?:ting)? (?:\w+ )?down|wast\w+|forgive|sick about|feel sick|confess|haven'?t told|sins?|sinful|hell|dirty|horrible|repent\w*|disgust\w*|gross|hate myself|pig|crying|who will|can'?t leave|chance to|never (?:got|said)|didn'?t (?:get to|say)|last (?:thing|words?)|coupable|[ée]go[ïi]ste|faute|regrette|m'en v(?:eux|oulais)|aurais (?:d[ûu]|pu)|d[ée]cevoir|pardon\p{L}*|honte|p[ée]ch[ée]\p{L}*|enfer|sale|sait pas|qui va|peux pas|refus[ée]|dire (?:au revoir|adieu)|serait encore`;

/** What is felt about it, where the phrase says so. */
export const FEELINGS: readonly Particular[] = [
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
