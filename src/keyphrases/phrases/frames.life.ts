import { type Frame } from './frame.js';
import { LIVELIHOOD_FRAMES } from './frames.livelihood.js';
import { OUTSIDE_FRAMES } from './frames.outside.js';
import { fact, OPEN } from './fact.js';
import { AM, I, JE, MA, SCARED } from './pattern.words.js';

const FAMILY = ['relationship.family'];
const GRIEF = ['grief'];
const LOVE = ['relationship.romantic'];
const ALONE = ['isolated'];
const NUMB = ['depressed'];
const FRIENDS = ['relationship.friends', 'isolated'];

/** Facts of daily life that texters state: family, friends, school, sleep, money, papers, work. */
export const LIFE_FRAMES: readonly Frame[] = [
  ...fact("fear of {parent's} reaction", 'réaction redoutée {of parent}', FAMILY, [
    String.raw`${SCARED}(?: (?:of|about|for))? my {parent}(?:'s|s|s')? reaction`,
    String.raw`${SCARED}(?: (?:of|about|for))? (?:what|how) my {parent} (?:will|would|might|gonna|is gonna|are gonna|is going to|are going to) (?:react|do|say|think|take it)`,
    String.raw`${SCARED}(?: that)? my {parent} (?:will|would|might|gonna|is gonna|are gonna|is going to|are going to) (?:be (?:so |really )?(?:mad|angry|upset|disappointed)|freak out|flip|kill me|yell)`,
    String.raw`my {parent} (?:is|are|will|would)? ?(?:going to |gonna )?(?:be so (?:mad|angry|disappointed)|freak out|kill me|flip out|lose it)(?: (?:on|at) me)? (?:if|when|once) (?:he|she|they) (?:finds?|sees?|hears?)`,
    String.raw`peur (?:que|de ce que) ${MA} {parent} (?:le |la |l')?(?:sach\p{L}+|apprenn\p{L}+|r[eé]agiss\p{L}+|(?:va|vont) (?:dire|faire|penser|capoter))`,
    String.raw`${MA} {parent} (?:va|vont) (?:me tuer|capoter|p[eé]ter (?:un|une|sa) \p{L}+) (?:si|quand)`,
  ]),
  ...fact('fear of {parent} finding out', 'peur que ça se sache', FAMILY, [
    String.raw`${SCARED}(?: that)? my {parent} (?:will|would|might|gonna|is gonna|are gonna|is going to|are going to) (?:find out|see it|hear about it)`,
    String.raw`${SCARED} of my {parent} (?:finding out|seeing it)`,
  ]),
  ...fact('parents splitting up', 'séparation des parents', FAMILY, [
    String.raw`my (?:parents|mom and dad) (?:(?:are|r|just|have|recently|said they(?:'re| are)|told (?:us|me) they(?:'re| are)) ){0,4}(?:getting (?:a )?(?:divorced?|separated)|got (?:a )?(?:divorced?|separated)|divorc(?:ing|ed)|separat(?:ing|ed)|split(?:ting)?(?: up)?(?! (?:the|a|it|my|our|rent|bills?|time|custody|chores)(?![\p{L}])))`,
    String.raw`mes parents (?:(?:se|sont|vont|viennent|de|en train|ont|se sont) ){0,4}(?:divorc\p{L}+|s[eé]par\p{L}+)`,
  ]),
  ...fact("guilt over parents' separation", 'culpabilité pour la séparation parentale', FAMILY, [
    String.raw`(?:i (?:think|feel like|know|believe) (?:that )?)?(?:it'?s|it was|it is)(?: all| probably| literally)? my fault (?:that |why )?(?:my (?:parents|mom and dad|mom|dad)|they) (?:(?:are|r|is|got|getting|just|'re) ){0,4}(?:divorc\w+|split\w*|separat\w+|broke up)`,
    String.raw`my parents (?:are )?(?:getting )?(?:split\w*|divorc\w+|separat\w+)(?: up)? (?:because|cuz|bc|cause) of me`,
    String.raw`c'?est (?:de )?ma faute (?:si|que) (?:mes parents|ils) (?:(?:se|sont|ont|se sont) ){0,4}(?:s[eé]par|divorc)\p{L}+`,
  ]),
  ...fact('parents fighting', 'chicanes entre les parents', FAMILY, [
    String.raw`my (?:parents|mom and (?:step)?dad|dad and (?:step)?mom) (?:(?:are|r|were|have been|won'?t stop|keep|always|constantly|never stop|don'?t stop|just|started) ){0,4}(?:fight(?:ing)?|fought|argu(?:e|ing)|scream(?:ing)?|yell(?:ing)?)(?! (?:at (?!each)|with (?!each)|for|against|cancer|covid|me|my|the)(?![\p{L}]))`,
    String.raw`mes parents (?:arr[eê]tent pas de )?(?:se (?:chican|disput|pogn|crient dessus)\p{L}*|s'engueul\p{L}+)`,
  ]),
  ...fact('caught between parents', 'tiraillement entre les parents', FAMILY, [
    String.raw`my {parent} (?:always |keeps |just )?(?:uses?|using|makes?|making) me (?:(?:be|as|the|a|their|into) ){0,4}(?:messenger|go-? ?between|middle ?man|pass (?:on )?messages)`,
    String.raw`${AM} (?:(?:stuck |caught |put )?in the middle of|(?:stuck|caught|torn) between) (?:my parents|mom and dad|their (?:divorce|fights?|fighting|arguments?))`,
    String.raw`(?:prise?|pogn[eé]e?) (?:entre|au milieu de) (?:mes (?:deux )?parents|mon p[eè]re et ma m[eè]re|ma m[eè]re et mon p[eè]re)`,
  ]),
  ...fact("{parent's} drinking", "consommation d'alcool {of parent}", OPEN, [
    String.raw`my {parent} (?:(?:is|are|'s|was|has been|have been|started|keeps?|gets?|got|comes? home|came home|always|constantly) ){1,4}(?:drunk|wasted|hammered|drinking(?! (?:water|coffee|tea|pop|juice|milk|enough|more|less)))`,
    String.raw`my {parent} drinks? (?:way )?(?:too much|a lot|so much|every (?:day|night)|all (?:the time|day)|again)(?! (?:of )?(?:water|coffee|tea|pop|juice|milk))`,
    String.raw`${MA} {parent} (?:boit|boivent)(?: encore| beaucoup| ben){0,4} (?:trop|tout le temps|tous les (?:soirs|jours)|chaque (?:soir|jour)|de l'alcool|de la bi[eè]re)(?! (?:de |d')(?:caf[eé]|eau|th[eé]))`,
    String.raw`${MA} {parent} (?:est|sont|rentre|arrive|revient) (?:encore |toujours |souvent )?(?:sao?ule?s?|so[uû]le?s?|paquet[eé]e?s?)`,
  ]),
  ...fact('yelled at by {adult}', 'cris {of adult}', OPEN, [
    String.raw`my {adult} (?:(?:always|keeps?|just|was|were|is|are|has been|constantly|literally) ){0,4}(?:yell(?:s|ed|ing)?|scream(?:s|ed|ing)?|shout(?:s|ed|ing)?) at (?:me|us)`,
    String.raw`${MA} {adult} (?:me crie|me gueule|m'engueule|m'a (?:cri[eé]|gueul[eé]|engueul[eé]e?))`,
  ]),
  ...fact('caring for siblings', 'soin des frères et sœurs', OPEN, [
    String.raw`(?:${I}|${AM}|i'm the one (?:who|that)) (?:raises?|raising|raised|parenting|feeds?|bathes?|takes? care of|taking care of|took care of|looks? after|looking after|babysit(?:s|ting)?) my (?:(?:little|younger|baby|lil|two|three|four|2|3|4) ){0,4}(?:siblings|brothers?|sisters?)(?!'?s [a-z]+)(?! (?:dog|cat|pet|fish|hamster))`,
    String.raw`(?:je|c'est moi qui) (?:m'occupe de|garde|[eé]l[eè]ve) (?:mes|mon|ma) (?:petite?s? |jeunes )?(?:fr[eè]res?|s(?:oe|œ)urs?)`,
  ]),
  ...fact("{kin's} illness", 'maladie {of kin}', OPEN, [
    String.raw`my {kin} (?:(?:is|are|'s|got|has been|have been) )(?:(?:really|very|seriously|chronically|terminally|extremely|getting) ){1,4}(?:sick|ill|sicker)(?! (?:of|and tired|in the head|at|to my|beats?|moves?|leave)(?![\p{L}]))`,
    String.raw`${MA} {kin} (?:est|sont) (?:(?:tr[eè]s|vraiment|ben|gravement|encore) ){1,4}malades?`,
  ]),
  ...fact("{kin's} medical treatment", 'traitement médical {of kin}', OPEN, [
    String.raw`my {kin} (?:(?:is|'s|starts?|started|going through|getting|had|needs?|having|on|his|her|their|the|a) ){1,4}(?:chemo(?:therapy)?|radiation|dialysis|open heart surgery|(?:heart |kidney |liver )?transplant)`,
    String.raw`${MA} {kin} (?:(?:a|commence|fait|suit|re[cç]oit|de la|sa|ses|des) ){1,4}(?:chimio\p{L}*|radioth[eé]rapie|dialyse|greffe)`,
  ]),
  ...fact('{kin} in hospital', 'hospitalisation {of kin}', OPEN, [
    String.raw`${MA} {kin} (?:est|sont) (?:encore |toujours )?(?:[aà] l'h[oô]pital|hospitalis[eé]e?s?|aux soins intensifs)`,
  ]),
  ...fact(
    'not having said goodbye',
    'adieux manqués',
    GRIEF,
    [
      String.raw`i (?:didn'?t|never|couldn'?t)(?: even| ever)? (?:get to |got to |got a chance to |get a chance to )?(?:say|said) (?:good ?)?bye`,
      String.raw`(?:pas|jamais) (?:pu )?(?:lui |leur )?di(?:t|re) (?:adieu|au revoir|bye)`,
    ],
    { needsLabel: true },
  ),
  ...fact(
    'last words to loved one',
    'derniers mots à un proche',
    GRIEF,
    [
      String.raw`(?:the )?last (?:thing|words) (?:that )?i (?:ever )?(?:said|told|texted)(?: to)? (?:him|her|them|my {kin})`,
      String.raw`derni[eè]re chose que (?:je lui ai|j'ai) dite?`,
    ],
    { needsLabel: true },
  ),
  ...fact(
    'unanswered call',
    'appel resté sans réponse',
    GRIEF,
    [
      String.raw`i (?:didn'?t|never) (?:even )?(?:(?:pick|picked) up(?: the phone)?|(?:answer|answered) (?:his|her|their|the|that) (?:last )?(?:calls?|phone|texts?))(?! (?:my|him|her|the (?:kids|food|order|slack)|a|some)(?![\p{L}]))`,
      String.raw`(?:ignored|missed|declined) (?:his|her|their) last (?:call|text|message)`,
      String.raw`pas r[eé]pondu [aà] son (?:dernier )?(?:appel|texto|message)`,
    ],
    { needsLabel: true },
  ),
  ...fact('scene replaying in mind', 'scène qui revient en tête', OPEN, [
    String.raw`i (?:just )?(?:(?:still|always|can'?t stop|keep|constantly) ){1,2}(?:see(?:ing)?|hear(?:ing)?|replay(?:ing)?|reliv(?:e|ing)|pictur(?:e|ing)) (?:that (?:day|night|moment)|(?:his|her|their) (?:body|screams?)|the (?:crash|accident|scene|fire(?! ?(?:trucks?|station|alarm|drill|department|works))|gun ?shots?|blood|body)|it (?:over and over|again and again|in my (?:head|mind)|(?:every time|whenever|when) i (?:close|shut|try)))`,
    String.raw`(?:je|j') ?(?:la |le |les )?(?:revois|revis|revoit) (?:encore |tout le temps |toujours )?(?:la sc[eè]ne|l'accident|cette nuit|le moment)`,
  ]),
  ...fact('breakup after {span}', 'rupture après {span}', LOVE, [
    String.raw`(?:(?:we|my (?:bf|gf|boyfriend|girlfriend|partner)(?: and i)?) (?:just )?(?:broke up|split up)|(?<!(?:mom|dad|mother|father|parents|brother|sister|friend|dog|cat)(?: just)? )(?:dumped|left) me|broke up with me|ended (?:it|things) with me) after (?:(?:being together|dating|for|almost|over|about|like|nearly) ){0,4}{span}`,
    String.raw`(?:m'a (?:laiss[eé]e?|quitt[eé]e?|dump[eé]e?)|on a cass[eé]|on s'est (?:laiss[eé]e?s?|quitt[eé]e?s?|s[eé]par[eé]e?s?)) apr[eè]s {span}`,
  ]),
  ...fact('exclusion by friends', 'exclusion par les amis', FRIENDS, [
    String.raw`my (?:whole |entire |old )?friend ?group (?:(?:all|just|has|suddenly) ){0,4}(?:kicked me|dropped me|cut me|left me|ditched me|excludes? me|excluded me|stopped (?:talking to|inviting) me|turned (?:on|against) me)`,
    String.raw`(?:all )?my friends (?:(?:all|just|suddenly|have) ){0,4}(?:ditched me|dropped me|ghosted me|turned (?:on|against) me|abandoned me|cut me off|stopped (?:talking to|inviting|texting) me|(?:don'?t|never) (?:invite|include|talk to) me)`,
    String.raw`mes ami?es? (?:m'ont (?:laiss[eé]e? tomber|l[aâ]ch[eé]e?|rejet[eé]e?|exclue?s?|flush[eé]e?)|(?:me parlent|m'invitent) (?:plus|pu|jamais|pas))`,
  ]),
  ...fact('falling out with best friend', 'brouille avec meilleur ami', FRIENDS, [
    String.raw`my best ?friend (?:(?:just|has|suddenly|completely) ){0,4}(?:stopped talking to me|ghosted me|won'?t talk to me|doesn'?t talk to me|blocked me(?! (?:in|from)(?![\p{L}]))|dropped me(?! (?:off|at)(?![\p{L}]))|ditched me|hates me now|ended our friendship|replaced me)`,
    String.raw`${MA} meilleure? amie? (?:me parle (?:plus|pu)|m'a (?:bloqu[eé]e?|l[aâ]ch[eé]e?|flush[eé]e?|ghost[eé]e?))`,
  ]),
  ...fact('eating lunch alone', 'dîner sans compagnie à midi', FRIENDS, [
    String.raw`(?:${I}|${AM}) (?:eat|eating|ate|sit|sitting|sat|spend|spending|have)(?: my| at)? lunch(?: (?:all|every day|everyday))? (?:alone|by myself|in (?:the|a) (?:bathroom|washroom|stall|stairwell))`,
    String.raw`(?:${I}|${AM}) (?:eat|eating|ate|sit|sitting|sat) (?:all )?(?:alone|by myself) (?:at|for|during|every) lunch`,
    String.raw`${JE} ?(?:mange|d[iî]ne) (?:toujours |tout le temps |mon lunch )?(?:toute? seule?|dans les toilettes) (?:[aà] l'[eé]cole|le midi|[aà] midi|tous les midis)`,
  ]),
  ...fact('not speaking to anyone', 'ne parler à personne', ALONE, [
    String.raw`i (?:haven'?t|have not)(?: even| really)? (?:talked|spoken|said a word)(?: to| with) (?:anyone|anybody|a (?:single )?(?:soul|person)|another (?:person|human)|a human)(?: (?:irl|in person|else|really|at all|outside)){0,4} (?:for|in|since|all)(?: [a-z\d]+){0,3}? (?:days?|weeks?|months?|years?|ages|forever|\p{L}+day|summer|break)`,
    String.raw`${JE} ?(?:parle|parl[eé])(?: plus| pu)? [aà] personne (?:depuis|pendant)`,
  ]),
  ...fact('being ignored by others', 'se faire ignorer des autres', FRIENDS, [
    String.raw`(?:nobody|no one|noone)(?: ever| even| really)? (?:talks? to|speaks? to|texts) me(?! (?:like|that way|about))`,
    String.raw`personne (?:ne )?(?:me parle|me texte)`,
  ]),
  ...fact('not being included', 'être laissé de côté', FRIENDS, [
    String.raw`(?:nobody|no one|noone)(?: ever| even| really)? (?:sits with|hangs? out with|plays with|invites) me(?! (?:like|that way|about))`,
    String.raw`personne (?:ne )?(?:m'invite|s'assoit avec moi|joue avec moi)`,
  ]),
  ...fact('crying every {time}', 'pleurs chaque {time}', OPEN, [
    String.raw`(?:${I}|${AM}) (?:cry|crying|cried|sob|sobbing|bawl|bawling)(?: myself to sleep| my eyes out| in my room| alone){0,4} (?:(?:almost|every|each|single|most) ){1,4}{time}`,
    String.raw`${JE} ?(?:pleure|braille)(?: toute? seule?| dans ma chambre| dans mon lit){0,4} (?:presque )?(?:tous les|toutes les|chaque|[aà] tous les) {time}`,
  ]),
  ...fact('trouble sleeping', 'difficulté à dormir', OPEN, [
    String.raw`i (?:can'?t|cannot|couldn'?t|haven'?t been able to|can barely|barely|can hardly|hardly|haven'?t) (?:(?:even|really|ever|seem to) ){0,2}(?:sleep|slept|fall asleep|get (?:any )?sleep)(?! (?:over|with|in(?! (?:days|weeks|like|forever|so|a))|at (?:my|his|her|their|the)|on|until|unless|without|alone|tonight (?:lol|haha)|cuz (?:im|i'm) (?:so )?excited)(?![\p{L}]))`,
    String.raw`(?:arrive|r[eé]ussis|capable|j'arrive) (?:(?:pas|pu|plus|de|[aà]) ){1,3}dormir|${JE} ?(?:dors|dort) (?:pas|pu|plus|presque pas|quasiment pas)(?! chez)`,
  ]),
  ...fact('waking up at night', 'réveils la nuit', OPEN, [
    String.raw`i (?:(?:keep|always|still|constantly) ){1,4}(?:wake|waking) up (?:at (?:like )?[2-4](?: ?am)?|in the middle of the night|every (?:hour|night|few hours)|all night|\d+ times|screaming|from nightmares)(?! (?:for|to (?:go|work|study|pray|train|catch)))`,
    String.raw`je me r[eé]veille (?:tout le temps |toujours |plusieurs fois )?(?:la nuit|en pleine nuit|toutes les nuits|chaque nuit|[aà] [2-4] ?h)`,
  ]),
  ...fact('not getting out of bed', 'rester au lit', OPEN, [
    String.raw`i (?:can'?t|cannot|haven'?t|don'?t|barely|can barely|hardly|won'?t|couldn'?t) (?:(?:even|really|ever|seem to|want to) ){0,2}(?:(?:get|got|gotten) out of|leave|left|get up from|move from) (?:my |the )?bed(?! ?room)`,
    String.raw`(?:i'?ve|i have|i|im|i'm) (?:just )?(?:been|stay|stayed|lay|lie|laying|lying)(?: just)?(?: laying| lying)? in bed (?:all day (?:every|again|crying)|for (?:days|weeks)|every ?day)`,
    String.raw`(?:arrive|r[eé]ussis|capable|sors|suis) (?:(?:pas|pu|plus|de|[aà]|capable) ){1,4}(?:me lever|sortir (?:du|de mon) lit)`,
  ]),
  ...fact('not feeling anything', 'ne rien ressentir', NUMB, [
    String.raw`i (?:just |really )?(?:don'?t|can'?t|cannot) (?:(?:even|really|ever) ){0,2}feel (?:anything|a thing|emotions|my emotions)(?: anymore| at all| inside)?(?! (?:for|wrong|about|from|yet|when i (?:take|smoke|drink|poke)|in my|different|special|towards?|like|but)(?![\p{L}]))`,
    String.raw`${JE} ?(?:ressens|sens) (?:plus|pu|p[uo]s) rien|${JE} ?ressens rien`,
  ]),
  ...fact('compared with {kin}', 'comparaison avec {kin}', OPEN, [
    String.raw`(?:compares?|comparing|compared) me (?:to|with) my {kin}`,
    String.raw`why (?:can'?t|cant|aren'?t) (?:you|u|i) (?:be )?(?:more )?like (?:your|ur|my) {kin}`,
    String.raw`(?:me compare\p{L}*|m'a compar[eé]e?|m'ont compar[eé]e?|me comparer) (?:toujours |tout le temps |sans cesse )?(?:[aà]|avec) (?:mon|ma|mes) {kin}`,
  ]),
  ...fact('pressure from {parent}', 'pression {of parent}', OPEN, [
    String.raw`my {parent} (?:always |just |only |really )?(?:wants?|expects?|forces?|push(?:es)?|pressures?) me to (?:(?:get|have|keep|make)(?: \S+){0,2}? (?:straight a'?s|a'?s|9\d'?s?|100s?|perfect (?:grades|marks|scores?)|top marks|honou?rs?)|(?:be|become)(?: \S+){0,2}? (?:perfect|the best|top of|doctor|lawyer|engineer|nurse)|(?:go into|study|do) (?:med(?:icine| school)?|law|engineering|nursing|business))`,
    String.raw`my {parent} (?:always |just |keeps? )?(?:puts?|putting) (?:so much |a lot of |too much |all this )?pressure on me`,
    String.raw`${MA} {parent} me (?:mett?(?:ent)?|met) (?:trop de |tellement de |beaucoup de |ben de |de )?(?:la )?pression`,
  ]),
  ...OUTSIDE_FRAMES,
  ...LIVELIHOOD_FRAMES,
];
