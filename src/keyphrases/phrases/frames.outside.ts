import { type Frame } from './frame.js';
import { fact, OPEN } from './fact.js';
import { AM, I, JE, MA, SCARED } from './pattern.words.js';

const SCHOOL = ['anxiety_stress.school'];
const PANIC = ['anxiety_stress.panic'];
const LOVE = ['relationship'];
const QUEER = ['gender_sexual_identity'];

/** Facts of school, identity and health that texters state. */
export const OUTSIDE_FRAMES: readonly Frame[] = [
  ...fact('need for a scholarship', "besoin d'une bourse", SCHOOL, [
    String.raw`i (?:really |just )?(?:need|have to|gotta|must|got to) (?:to )?(?:keep|get|maintain|win)(?: (?!not)\S+){0,3}? scholarship`,
    String.raw`j'ai (?:vraiment )?besoin (?:de la|d'une|de ma) bourse`,
  ]),
  ...fact('blanking on tests', 'blanc pendant les examens', SCHOOL, [
    String.raw`${I} (?:blank(?:ed)?(?: out)?|freeze|froze|go blank|went blank|forget everything|forgot everything)(?: up)? (?:on|in|during|when|every|at|for) (?:(?:i|get|have|took|take|the|a|my|an|all|every|single) ){0,4}(?:[a-z]+ )?(?:tests?|exams?|quiz(?:zes)?|midterms?|finals?)`,
    String.raw`(?:ai|fais|fait|eu) (?:toujours |souvent |encore )?(?:un|des) (?:gros )?blancs?(?: de m[eé]moire)? (?:dans|pendant|durant|aux?|[aà])(?: (?:les|mon|mes|l'|un))? ?(?:examens?|tests?|oral|oraux)`,
  ]),
  ...fact('overdue schoolwork', 'travaux en retard', SCHOOL, [
    String.raw`${AM} (?:(?:way|really|far|like|a (?:week|month)|weeks) ){0,3}(?:behind on|behind in|missing|late on)(?: (?:like|about|so|too|all|my|of|the|a lot of|many|\d+|several|tons of|two|three|half|some)){0,4} (?:assignments?|labs?|homework|school ?work|projects?|essays?|lab reports?)`,
    String.raw`i(?:'ve)? (?:have|got) (?:(?:like|about|so|too|a lot of|many|\d+|several|tons of|two|three|four|five|a bunch of) ){0,3}(?:missing|late|overdue|unfinished) (?:assignments?|labs?|homework|projects?|essays?|work)`,
    String.raw`i (?:haven'?t|didn'?t|never) (?:hand(?:ed)? in|submit(?:ted)?|turn(?:ed)? in|start(?:ed)?)(?: (?:any|all|half|most|of|my|the|a lot)){1,4} (?:[a-z]+ )?(?:assignments?|labs?|homework|projects?|essays?)`,
    String.raw`j'ai (?:plein|beaucoup|tellement|\d+|trop) (?:de |d')?(?:travaux|devoirs) (?:en retard|[aà] remettre|pas remis)`,
  ]),
  ...fact('fear of failing year', "peur de l'échec scolaire", SCHOOL, [
    String.raw`(?:${SCARED}|stressed|what if)(?: (?:of|about|that|i'?m|i'?ll|i|gonna|going to|might|will|am|to)){0,5} (?:fail|failing|flunk|flunking|repeat|repeating|redo|not pass|not passing|held back)(?: (?:the|this|my|school|whole|entire|a)){1,3} (?:year|grade|semester)`,
    String.raw`peur de (?:couler|doubler|rater|redoubler)(?: (?:mon|ma|cette)| l')? ?(?:ann[eé]e|secondaire|session)`,
  ]),
  ...fact('first panic attack', 'première crise de panique', PANIC, [
    String.raw`${I} (?:had|got|having) my (?:very )?first (?:ever )?(?:panic|anxiety) attack`,
    String.raw`(?:eu|fait) ma (?:toute )?premi[eè]re (?:crise|attaque) (?:de panique|d'anxi[eé]t[eé]|d'angoisse)`,
  ]),
  ...fact('fear of panic attack', 'peur de paniquer', PANIC, [
    String.raw`${SCARED}(?: (?:of|to|that|about|i'?ll|i'?m|i|might|will|gonna|going to|it will)){1,4} (?:have|having|get|getting)(?: (?:a|an|another|the next|more)){0,2}(?: (?:panic|anxiety)) attacks?`,
    String.raw`peur (?:de|d'en) (?:re)?faire (?:encore )?(?:une |d'autres )?(?:autre )?(?:crises?|attaques?) (?:de panique|d'angoisse|d'anxi[eé]t[eé])`,
  ]),
  ...fact('not believed by {adult}', 'incrédulité {of adult}', OPEN, [
    String.raw`(?:my|the) {adult} (?:just |still )?(?:(?:don'?t|doesn'?t|didn'?t|won'?t|never|refuses? to) (?:even |ever )?(?:believes?|believed) me|(?:thinks?|says?|said|thought|told me) (?:that )?i'?m (?:just )?(?:faking|lying|making (?:it|this|stuff) up|exaggerating|pretending))`,
    String.raw`(?:mon|ma|mes|le|la|les) {adult} (?:me (?:croit|croient|crois) (?:pas|jamais|pu)|(?:m'a|m'ont) (?:pas|jamais) crue?)`,
  ]),
  ...fact('being misgendered', 'se faire mégenrer', QUEER, [
    String.raw`misgender(?:s|ed|ing)? me|(?:getting|got|get|being) misgendered`,
    String.raw`(?:keeps?|always|still|only)(?: on)? (?:using|uses?|calls? me(?: by)?) (?:the |my )?wrong pronouns`,
    String.raw`(?:won'?t|doesn'?t|don'?t|refuses? to) (?:even )?(?:use|respect) my pronouns`,
    String.raw`(?:me |m'a |m'ont )m[eé]genr\p{L}+|(?:faire|fais) m[eé]genrer`,
  ]),
  ...fact('called by old name', "appel par l'ancien prénom", QUEER, [
    String.raw`dead ?nam(?:es|ed|ing) me|(?:calls?|called|calling|call) me (?:by )?my (?:dead ?name|old name|birth name)`,
    String.raw`(?:use|uses|using) my (?:dead ?name|birth name)|(?:won'?t|don'?t|doesn'?t|refuses? to) (?:use|call me(?: by)?) my (?:chosen|preferred|real|new) name`,
    String.raw`(?:m'appell?ent?|mappell?ent?|m'appeler) (?:encore |toujours |tout le temps )?par mon (?:ancien|vieux|dead) ?(?:pr[eé]nom|nom|name)`,
  ]),
  ...fact('fear of coming out', 'peur du coming out', QUEER, [
    String.raw`${SCARED}(?: (?:to|of|about)) (?:even )?(?:come|coming) out(?! (?:of|tonight|and play|here|there|with|on|from|today|in)(?![\p{L}]))`,
    String.raw`peur de (?:faire mon coming out|sortir du placard|dire que (?:je suis|chu|jsuis) (?:gaie?|trans|lesbienne|bi|queer))`,
  ]),
  ...fact(
    'conflict of faith and identity',
    'conflit entre foi et identité',
    QUEER,
    [
      String.raw`(?:my|our|the) (?:[a-z]+ )?(?:church|pastor|priest|youth group|mosque|imam|religion|temple|faith|congregation|bible) (?:says?|said|teaches|thinks?|preach(?:es|ed)|believes?)(?: (?:that|people|being|who|are|is)){0,4} (?:gay|lgbt\w*|trans|queer|homosexual\w*)(?: (?:people|is|are|ppl|a|an|will|go|to)){0,5} (?:sin|sinful|hell|wrong|abomination|evil|haram)`,
    ],
    { needsLabel: true },
  ),
  ...fact('crush on a friend', 'sentiments pour un ami', LOVE, [
    String.raw`(?:${I}|${AM}) (?:have|got|had|caught|catching|having|developed|developing) (?:a )?(?:(?:huge|big|massive|major|secret) )?(?:crush on|feelings for) my (?:(?:best|guy|straight|closest|male|female) ?)?friend(?!'?s [a-z]+)(?! ?group)`,
    String.raw`(?:${I}|${AM}) (?:in love with|falling for|fell for|crushing on) my (?:(?:best|guy|straight|closest|male|female) ?)?friend(?!'?s [a-z]+)`,
    String.raw`(?:j'ai|jai) (?:un |le |encore ){0,2}(?:gros )?(?:kick|crush|[oœ]eil) sur (?:mon|ma) (?:meilleure? )?amie?|(?:chu|jsuis|je suis) (?:en amour avec|amoureu(?:x|se) de) (?:mon|ma) (?:meilleure? )?amie?`,
  ]),
  ...fact('changing schools', "changement d'école", OPEN, [
    String.raw`(?:${I}|${AM}) (?:switch(?:ed|ing)?|chang(?:ed|ing)|mov(?:ed|ing)) (?:schools|to a (?:new|different|another) school)`,
    String.raw`${JE} ?(?:viens de |vais |dois )?(?:chang(?:e|[eé]|er)) (?:encore )?d'[eé]cole`,
  ]),
  ...fact('long-lasting pain or illness', 'douleur ou maladie qui dure', OPEN, [
    String.raw`(?:${I}|${AM}) (?:(?:been|having|have|had|get|getting|bad|these|constant|in|so much) ){0,4}(?:pain|headaches|migraines|stomach ?aches|sick|dizzy)(?: (?:every ?day|all the time|constantly))?(?: (?:every ?day|all the time|constantly|for (?:like |over |almost )?(?:months|years|weeks|a year|\d+ (?:months|years|weeks))))`,
    String.raw`j'ai mal (?:au|aux|[aà] la|dans le|partout)(?: \p{L}+)? (?:tous les jours|depuis (?:des (?:mois|ann[eé]es)|\d+ (?:mois|ans)))`,
  ]),
  ...fact('only one of own background', 'seule personne de son origine', OPEN, [
    String.raw`${AM} (?:basically |like )?the only (?:black|brown|asian|muslim|indigenous|native|hijabi|jewish|latin[ao]|arab|indian|immigrant|filipin[ao]|sikh|african|chinese|first nations)(?: (?:kid|person|girl|guy|boy|student|one|family))?(?: \S+)? (?:in|at|on) (?:my|the|our|this) (?:whole |entire )?(?:school|class|grade|town|team|work|program)`,
    String.raw`${JE} ?(?:la|le) seule? (?:noire?|arabe|musulmane?|asiatique|autochtone|immigrante?) (?:de|dans|[aà]) (?:ma|mon|l'|toute l') ?(?:classe|[eé]cole|[eé]quipe|cours)`,
  ]),
  ...fact('fear of presenting', 'peur des exposés oraux', OPEN, [
    String.raw`${SCARED}(?: (?:of|to|about|for|when i have to|my)){1,3} (?:present(?:ing)?(?: in| my| to)|public speaking|(?:speak|talk)(?:ing)? (?:in front of|in public)|(?:class |oral )?presentations?)`,
    String.raw`peur (?:de |d')?(?:parler|pr[eé]senter) (?:devant|en avant)`,
  ]),
  ...fact('stage fright', 'trac sur scène', OPEN, [
    String.raw`${SCARED}(?: (?:of|to|about|for|when i have to|my)){1,3} (?:(?:perform|sing|danc|play)(?:ing|e)? (?:in front of|on stage)|go(?:ing)? on stage)`,
    String.raw`peur (?:de |d')?(?:chanter|jouer|danser|monter) (?:devant|en avant|sur (?:la )?sc[eè]ne)`,
  ]),
  ...fact('gaming through the night', 'jeux vidéo la nuit', OPEN, [
    String.raw`(?:${I}|${AM})(?: up| awake)? (?:play|playing|gaming|game)(?: (?:video ?games|games|fortnite|roblox|minecraft|valorant|league|apex|genshin|xbox|ps5|with \w+|on my (?:pc|console))){0,2} (?:all night|(?:until|till?) (?:like )?[2-6](?: ?am)?)(?<=(?:gam|fortnite|roblox|minecraft|valorant|league|apex|genshin|xbox|ps5|console|pc).*)`,
    String.raw`${JE} ?(?:joue|gam\p{L}*) (?:[aà] des jeux |aux? jeux vid[eé]o |en ligne |[aà] fortnite )?(?:toute la nuit|jusqu'[aà] [2-6] ?h)`,
  ]),
  ...fact("{pet's} illness", 'maladie {of pet}', OPEN, [
    String.raw`my {pet} (?:is|'s|has been) (?:really |very |so |super |getting )?(?:sick|dying|ill)`,
    String.raw`${MA} {pet} est (?:tr[eè]s |vraiment |ben )?malade`,
  ]),
  ...fact('missing {pet}', '{pet} disparu', OPEN, [
    String.raw`my {pet} (?:ran away|is missing|went missing|got lost)(?! (?:from|with|at|in)(?![\p{L}]))`,
  ]),
];
