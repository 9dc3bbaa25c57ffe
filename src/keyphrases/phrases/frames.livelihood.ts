import { type Frame } from './frame.js';
import { fact, OPEN } from './fact.js';
import { AM, I, JE, MA, SCARED } from './pattern.words.js';

const MONEY = ['anxiety_stress.work_money'];

/** Facts of money, work, papers and homes that texters state. */
export const LIVELIHOOD_FRAMES: readonly Frame[] = [
  ...fact('skipping meals to save money', "repas sautés faute d'argent", MONEY, [
    String.raw`(?:${I}|${AM}) (?:skip|skipped|skipping) (?:meals?|lunch|dinner|breakfast|supper|eating) (?:to (?:save|afford|pay)|so (?:i|we|my \w+) can (?:pay|eat|afford)|(?:because|cuz|cause|bc) (?:i|we) (?:can'?t|cannot|don'?t) (?:afford|have (?:the |any |enough )?money))`,
    String.raw`saute (?:des |le |les )?(?:repas|d[iî]ners?|soupers?|d[eé]jeuners?) (?:pour (?:payer|[eé]conomiser|sauver)|parce que? (?:j'ai|on a) (?:pas|pu))`,
  ]),
  ...fact('not enough food at home', 'manque de nourriture à domicile', OPEN, [
    String.raw`(?:no|barely any|not enough|hardly any) food (?:left )?(?:in|at) (?:my|our) (?:house|fridge|home|apartment|place|cupboards?)`,
    String.raw`(?:no|barely any|not enough|hardly any) food (?:left )?(?:in|at) (?:the (?:house|fridge|apartment|cupboards?)|home)`,
    String.raw`(?:notre|mon|le) (?:frigo|frigidaire) est (?:presque |toujours |encore )?vide|(?:rien|pu rien|plus rien|pas assez) [aà] manger (?:[aà] la maison|chez nous|chez moi)`,
  ]),
  ...fact('benefits delayed or denied', 'prestations retardées ou refusées', MONEY, [
    String.raw`(?:my|our|my (?:mom|dad)'?s) (?:ei|welfare|odsp|aish|disability (?:payments?|benefits?|cheque)|osap|benefits?|social assistance|child (?:tax )?benefit|student loans?|financial aid)(?: (?:is|are|got|get|has been|have been|was|were|keeps? getting|still|just)){0,3} (?:stuck|delayed|on hold|cut off|denied|refused|hasn'?t come|haven'?t come|not come)`,
    String.raw`(?:mon|ma|mes|notre) (?:ch[oô]mage|aide sociale|pr[eê]ts? et bourses|prestations?|allocations?)(?: (?:est|sont|a [eé]t[eé]|ont [eé]t[eé]|encore)){0,2} (?:bloqu[eé]|coup[eé]|refus[eé]|en attente|en retard)(?:e?s?)`,
  ]),
  ...fact('being scammed', 'victime de fraude', OPEN, [
    String.raw`(?:i|we) (?:just |recently )?(?:got|was|were) (?:scammed|phished|defrauded)|${I} lost (?:\$ ?\d\S*|\d\S* ?(?:dollars|bucks)|all my (?:money|savings)) (?:to|in|on) (?:a |an |this |some |online ){0,3}scam`,
    String.raw`(?:me suis|m'ai|on s'est) fait (?:frauder|scammer|arnaquer)`,
  ]),
  ...fact('facing eviction', "menace d'éviction", OPEN, [
    String.raw`(?:we'?re|we are|we|i'?m|i am|i|my (?:family|mom|dad|parents)(?: is| are|'s)?) (?:just |about to be |might be |probably |maybe )?(?:getting|got|being|been) evicted`,
    String.raw`(?:i|we|my (?:mom|dad|parents)) (?:just )?(?:got|received|were served|was served) (?:an? |our |the )?(?:eviction (?:notice|letter|papers)|n4|n12)`,
    String.raw`(?:my|our) landlord (?:is |wants to |just |keeps )?(?:kick(?:ing|ed)? (?:us|me) out|evict(?:ing|ed)? (?:us|me))`,
    String.raw`(?:re[cç]u|eu) (?:un avis|une lettre) d'[eé]viction|(?:on|je) (?:va|vais|se fait|me fais) (?:se faire |me faire )?[eé]vincer`,
  ]),
  ...fact('immigration application refused', "demande d'immigration refusée", OPEN, [
    String.raw`(?:my|our|my {kin}(?:'s|s)?) (?:visa|pr|permanent residen(?:ce|cy)|refugee claim|asylum claim|sponsorship|study permit|work permit|citizenship|immigration (?:case|application|claim))(?: (?:application|claim|card|request)){0,1}(?: (?:just|got|was|is|has been|were)){0,3} (?:refused|denied|rejected|turned down)`,
    String.raw`(?:mon|ma|notre) (?:visa|r[eé]sidence permanente|demande d'asile|permis (?:d'[eé]tudes?|de travail))(?: (?:a [eé]t[eé]|est|vient d'[eê]tre|s'est fait)){1,2} refus(?:[eé]e?|er)`,
  ]),
  ...fact('waiting on immigration papers', "attente de papiers d'immigration", OPEN, [
    String.raw`(?:we'?re|we are|${AM}|been|still)(?: still| been){0,2} waiting (?:(?:for|on|to hear about|to hear back from|to hear from) )(?:(?:my|our|the|a|an|mom's|dad's) ){0,2}(?:pr card|pr|permanent residen\w+|visa(?! (?:card|gift))|citizenship|refugee (?:claim|hearing)|immigration|ircc|work permit|study permit|sponsorship)`,
    String.raw`(?:attends?|en attente de|attente pour) (?:encore )?(?:ma|notre|mon|la|le) (?:r[eé]sidence permanente|visa|citoyennet[eé]|permis (?:d'[eé]tudes?|de travail)|demande d'asile)`,
  ]),
  ...fact('deportation of {kin}', 'expulsion {of kin}', OPEN, [
    String.raw`my {kin} (?:(?:is|was|are|were|got|just|has|been|have|getting|being) ){1,4}deported`,
    String.raw`(?:they|ice|cbsa|canada|immigration) (?:just )?deported my {kin}`,
    String.raw`${MA} {kin} (?:(?:a|est|sont|va|vient|s'est|se|fait|[eé]t[eé]|de|faire) ){1,4}(?:d[eé]port|expuls)(?:[eé]e?s?|er)(?! (?:de l'[eé]cole|du))`,
  ]),
  ...fact('fear of deportation', "peur de l'expulsion du pays", OPEN, [
    String.raw`${SCARED}(?: (?:of|to|that|about|i'?ll|i'?m|we'?ll|they'?ll|we|they|i|my {kin}|might|will|gonna|going to|get|be|being|getting)){0,5} (?:deport(?:ed|ation|ing)?|sent back to (?:our|my|his|her|their) country)`,
    String.raw`peur (?:de me faire|d'[eê]tre|qu'on se fasse|qu'ils nous|qu'on soit) (?:d[eé]port|expuls)\p{L}+`,
  ]),
  ...fact('{kin} living abroad', "{kin} à l'étranger", OPEN, [
    String.raw`my {kin} (?:(?:is|are|'s|lives?|stayed|had to stay|still|stuck|back) ){1,4}(?:in (?:our|my|another|their|a different) (?:home )?country|back home in (?:our|my|another) country|overseas|abroad)(?! (?:for|on|this week|next))`,
    String.raw`${MA} {kin} (?:est|sont|vit|vivent) (?:encore |toujours |rest[eé]e?s? )?(?:dans (?:notre|mon|un autre) pays|au pays|[aà] l'[eé]tranger)`,
  ]),
  ...fact('translating for parents', 'traduire pour ses parents', OPEN, [
    String.raw`${I} (?:translate|interpret)(?: everything| stuff| things| letters| mail| calls)? (?:for|at) (?:my {parent})`,
    String.raw`(?:je|faut que je) (?:dois )?tradui(?:s|re|se) (?:tout |les lettres |toujours )?pour (?:mes parents|ma m[eè]re|mon p[eè]re)`,
  ]),
  ...fact('moving to new town', 'déménagement dans autre ville', OPEN, [
    String.raw`(?:we'?re|we are|we|we'?ve|my family|${I}|${AM}) (?:(?:just|have to|had to|is|recently) ){0,2}(?:move|moved|moving) (?:to|into) (?:a |another )(?:new |different |whole new )?(?:city|town|province|country)`,
    String.raw`(?:on|j'ai|je) (?:vient de |viens de |va |vais |doit )?d[eé]m[eé]nag(?:e|[eé]|er) (?:dans une autre|dans une nouvelle) (?:ville|province)`,
  ]),
  ...fact('job loss', "perte d'emploi", MONEY, [
    String.raw`i (?:just |recently )?(?:lost my job(?! (?:application|interview|offer|letter))|got (?:fired|laid off)|was (?:just )?(?:fired|laid off))(?! (?:up|at with))|my (?:boss|manager|work|job) (?:just )?(?:fired me|laid me off)`,
    String.raw`(?:perdu|perds) (?:ma job|mon (?:emploi|travail))|(?:m'ont|m'a) (?:mise? [aà] pied|cong[eé]di[eé]e?|clair[eé]e?)`,
  ]),
  ...fact('work hours cut', 'heures de travail coupées', MONEY, [
    String.raw`my (?:shifts|work hours) (?:got|were|are|keep getting|have been) (?:cut|reduced|cancelled)|(?:boss|manager) (?:just |keeps )?(?:cut|cutting|took away|cancell?ed|cancell?ing) (?:all |half )?my (?:shifts|hours)`,
    String.raw`(?:coup[eé]|enlev[eé]) (?:toutes )?mes (?:heures|shifts|quarts)`,
  ]),
  ...fact('moves between foster homes', "changements de famille d'accueil", OPEN, [
    String.raw`(?:${I}|${AM}|my|this is my|they'?re|they) (?:(?:in|to|on|moving|moved|put|putting|send|sending|me|been|through|live|lived|a|my|now) ){0,5}(?:\d+(?:st|nd|rd|th)?|second|third|fourth|fifth|so many|too many|many|another|different|a new|new)(?: different)? (?:foster|group) (?:homes?|famil(?:y|ies))`,
    String.raw`(?:${JE} ?)?chang(?:e|[eé]|er) (?:encore |souvent )?de (?:famille|foyer) d'accueil|ma (?:\d+e|deuxi[eè]me|troisi[eè]me|quatri[eè]me) famille d'accueil`,
  ]),
  ...fact('going to court', 'passage en cour', OPEN, [
    String.raw`i (?:have to|had to|gotta|got to|need to|must) (?:go to court(?! to (?:play|practi[cs]e))|testify|appear in court|be in court)|my court date`,
    String.raw`(?:je dois|je vais|faut que j'aille|faut que je passe) (?:passer |aller |t[eé]moigner )?(?:en|[aà] la) cour`,
  ]),
];
