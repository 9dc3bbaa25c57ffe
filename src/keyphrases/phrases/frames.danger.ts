import {
  ADV,
  I,
  AM,
  JE,
  WHEN,
  NUMBER,
  HERE,
  MEANS,
  BLADES,
  END_LIFE,
  NO_SOFT_DRINK,
} from './pattern.words.js';
import { as, type Frame, type FrameOptions } from './frame.js';
import { USES } from './nouns.js';
import { HARM_FRAMES } from './frames.harm.js';
import { danger } from './danger.js';

/** What a knife or medication is there for. */
const NO_USE = String.raw`(?!.*(?<![\p{L}])(?:cook\p{L}*|kitchen|fish\p{L}*|hunt\p{L}*|camping|headaches?|fever|adhd|help me|locked)(?![\p{L}]))`;

const OWN = { ofTexter: true };
const SUICIDE = ['suicide', 'suicide.ideation', 'suicide.plan_or_means', 'suicide.attempt'];
const PLAN: FrameOptions = { ...OWN, labels: ['suicide.plan_or_means', 'suicide'], risk: true };
const IN_DANGER: FrameOptions = { ...OWN, labels: SUICIDE, risk: true, needsLabel: true };
const SELF_HARM: FrameOptions = { ...OWN, labels: ['self_harm'], risk: true };
const EATING: FrameOptions = { ...OWN, now: true, labels: ['eating_body_image.disordered_eating'] };
const USE: FrameOptions = { ...OWN, now: true, labels: ['substance_abuse'], own: { use: USES } };

/** Facts of danger that texters state, of themselves and of what others do; a means of suicide is never named. */
export const DANGER_FRAMES: readonly Frame[] = [
  ...danger(
    as('means within reach', 'moyens à portée de main'),
    { ...IN_DANGER, now: true },
    String.raw`i(?:'?ve| have|'?ve got)? ${ADV}(?:got |have )?(?:the|my|some|enough|all the|a bottle of|a) (?:\p{L}+ )?${MEANS} ${HERE}${NO_USE}`,
    String.raw`(?:the|my|les|mes|la|le|mon) ${MEANS} (?:are|is|r|sont|est) ${ADV}${HERE}${NO_USE}`,
    String.raw`(?:${AM} (?:holding|staring at)|${JE}(?:les|des|mes|la|une|un)) (?:the |my |a )?(?:bottle of )?${MEANS}(?: ${HERE}| (?:rn|right now))`,
  ),
  ...danger(
    as('self-harm tools within reach', "objets d'automutilation à portée"),
    { ...SELF_HARM, needsLabel: true, now: true },
    String.raw`(?:i(?:'?ve)? ${ADV}(?:have|got|keep|hide)|${AM} (?:holding|hiding)|${JE}) ?(?:a|the|my|some|une|des|mes|la|ma) ${BLADES} (?:hidden )?${HERE}`,
  ),
  ...danger(
    as('plan with a set time', 'plan à un moment fixé'),
    PLAN,
    String.raw`(?:i(?:'?m| am) ${ADV}(?:(?:gonna|going to|planning (?:to|on)) )?|i(?:'ll| will) |je vais |jvais |m'en vais )${END_LIFE} ${WHEN}(?! (?:if|when|with|at|during|in|si|avec))`,
    String.raw`i(?:'?ve)? ${ADV}(?:have |got )?(?:picked|chose|chosen|set|have|decided on)(?: out)? (?:a|the|my) (?:date|day|time)(?: and (?:a )?(?:time|place))? (?:to|for) (?:${END_LIFE}|die|dying)`,
    String.raw`${JE}(?:choisi|fixé) (?:une|la|ma) (?:date|journée) pour (?:mourir|${END_LIFE})`,
  ),
  ...danger(
    as('goodbye letter written', "lettre d'adieu écrite"),
    IN_DANGER,
    String.raw`${I} (?:wrote|written|finished|typed(?: up| out)?)(?: out)? (?:(?:my|a|the|all|some|writing) )*(?:(?:suicide|goodbye) (?:notes?|letters?)|(?:last|final) letters?)(?! (?:to|for) (?:my |the |our )?(?:class|teacher|coach|team|school|coworkers?|boss|ex|english|dog|cat|grand\p{L}+|baby))`,
    String.raw`my (?:suicide|goodbye) (?:notes?|letters?) (?:is|are) ${ADV}(?:written|done|ready|finished|on my desk|in my room)`,
    String.raw`${JE}(?:écrit|fini d'écrire|fini) (?:ma|mes|une|des|la) lettres? (?:d'adieux?|de suicide)`,
  ),
  ...danger(
    as('past suicide attempt', 'tentative de suicide passée'),
    { ...OWN, labels: ['suicide.attempt', 'suicide'], risk: true },
    String.raw`${I} (?:tried|attempted) (?:to )?(?:${END_LIFE}|suicide|die by suicide|hang myself|overdose|od) (?:\S+ ){0,4}?(?:before|once|twice|${NUMBER} times|last (?:year|month|week|summer|winter|fall|spring)|${NUMBER} (?:years?|yrs?|months?|weeks?) ago|when i was|in (?:grade|gr|middle|20\d\d|january|june))`,
    String.raw`i was (?:\d+|in (?:grade|gr) \d+) (?:when|the (?:first|last) time) i (?:tried to|attempted to) (?:${END_LIFE}|hang myself|overdose)`,
    String.raw`my (?:last|first|second|previous|past) suicide attempt(?! (?:note|story))`,
    String.raw`(?:j'?ai (?:déjà|deja) (?:essayé|tenté|essayer) (?:de |d')${END_LIFE}|j'?ai (?:déjà |deja )?fait ${NUMBER} (?:(?:tentatives? de suicide|ts)|tentatives?(?= (?:l'an|l'année|il y a|quand|en secondaire|avant)|$)))`,
  ),
  ...danger(
    as('past suicide attempt', 'tentative de suicide passée'),
    IN_DANGER,
    String.raw`${I} attempted (?:before|once|twice|${NUMBER} times|last year|${NUMBER} (?:years?|months?) ago)(?! (?:to|at|the))`,
  ),
  ...danger(
    as('giving belongings away', 'donner ses affaires'),
    IN_DANGER,
    String.raw`(?:i(?:'?m| am|'?ve been| have been| been) ${ADV}giving|${I} (?:gave|given|started giving)) (?:away )?(?:all )?(?:of )?my (?:stuff|things|belongings|clothes|jewel\p{L}+|favou?rite \p{L}+)(?: away| to (?:my|people|everyone))(?! (?:to )?(?:goodwill|charity|donation|value village))`,
    String.raw`${JE}(?:donne|donné|commencé à donner) (?:toutes )?mes (?:affaires|choses|bijoux)(?! (?:à laver|à réparer))`,
  ),
  ...danger(
    as('urge to self-harm now', 'envie de se blesser maintenant'),
    { ...SELF_HARM, now: true },
    String.raw`i ${ADV}(?:want to|wanna|need to|have (?:an? |the )?(?:strong |bad )?urges? to) (?:cut(?: myself)?|hurt myself|self ?-?harm|burn myself)(?: so (?:bad|badly|much))? (?:right now|rn|tonight)(?! (?:my|the|him|her))`,
    String.raw`(?:j'ai envie|jai envie|j'ai le goût) de me (?:couper|blesser|mutiler|faire du mal|brûler) (?:maintenant|là là|ce soir|en ce moment|tout de suite)`,
  ),
  ...danger(
    as('self-harm kept hidden', 'automutilation cachée'),
    { ...SELF_HARM, needsLabel: true, now: true },
    String.raw`i(?:'?m)? ${ADV}(?:hide|hiding|cover|covering)(?: up)? (?:all )?(?:my|the) (?:self ?-?harm )?(?:cuts|scars|marks|self ?-?harm)(?!.*(?:acne|surgery|band-?aids?|kitchen))`,
    String.raw`i ${ADV}wear (?:\S+ ){0,3}?(?:hoodies?|long sleeves|bracelets|sweaters?|pants) (?:\S+ ){0,4}?(?:to (?:hide|cover)(?: up)? (?:my|the) (?:cuts|scars|marks)|so (?:no ?one|nobody|they|my \p{L}+) (?:can'?t |won'?t |doesn'?t |can )?sees? (?:my|the) (?:cuts|scars|marks))(?!.*(?:acne|surgery|band-?aids?|kitchen))`,
    String.raw`(?:nobody|no ?one) (?:even )?knows (?:that )?i(?:'?m)? (?:cut(?:ting)?|self ?-?harm(?:ing)?|hurt(?:ing)? myself)`,
    String.raw`(?:je|j')(?: )?(?:cache|couvre) mes (?:coupures|cicatrices|marques)`,
    String.raw`personne (?:le |ne )?sait que je me (?:coupe|blesse|mutile)`,
  ),
  ...danger(
    as('self-harm after time clean', 'automutilation après une pause'),
    SELF_HARM,
    String.raw`i (?:was|had been|made it|went|got to|had) (?:like |almost |over )?${NUMBER} (?:days?|weeks?|months?|years?|yrs?)(?: (?:self ?-?harm|sh))? (?:clean|free)(?:[ ,]+\S+){0,3}?[ ,]+(?:i )?(?:just |then )?(?:cut|self ?-?harmed|hurt|burned|relapsed and cut)(?: myself)?(?: again| last night| yesterday| today| tonight)`,
    String.raw`i (?:was|had been) clean (?:for )?(?:like |almost |over )?${NUMBER} (?:days?|weeks?|months?|years?)(?:[ ,]+(?:and|but|then|until))?[ ,]+i (?:just )?(?:cut|self ?-?harmed|hurt)(?: myself)? (?:again|last night|yesterday|today|tonight)`,
    String.raw`i (?:just )?(?:cut|self ?-?harmed|hurt myself|cut myself) (?:again |last night |yesterday |today |tonight )?after (?:being )?(?:like |almost |over )?${NUMBER} (?:days?|weeks?|months?|years?) (?:clean|free|without)`,
    String.raw`${JE}(?:suis )?(?:recommencé à me (?:couper|blesser|mutiler)|me suis (?:recoupée?|coupée?)) (?:\S+ )?après ${NUMBER} (?:jours?|semaines?|mois|ans?)`,
  ),
  ...danger(
    as('relapse after time clean', 'rechute après une abstinence'),
    OWN,
    String.raw`i (?:just )?relapsed (?:\S+ )?after (?:being )?(?:(?:clean|sober) )?(?:for )?(?:like |almost |over )?${NUMBER} (?:days?|weeks?|months?|years?)`,
    String.raw`i (?:was|had been|made it|went|got to) (?:like |almost |over )?${NUMBER} (?:days?|weeks?|months?|years?) (?:clean|sober)(?:[ ,]+\S+){0,2}?[ ,]+(?:i )?(?:just )?(?:relapsed|slipped)`,
    String.raw`j'?ai rechuté (?:\S+ )?après ${NUMBER} (?:jours?|semaines?|mois|ans?)`,
  ),
  ...danger(
    as('making self vomit', 'se faire vomir'),
    EATING,
    String.raw`i(?:'?ve been| have been|'?m)? ${ADV}(?:make|made|making|force|forced|forcing) myself (?:to )?(?:throw up|puke|vomit|barf|purge|(?:be )?sick(?= after| when i eat|$))(?!.*(?:drunk|drank|hungover|poison|skip school|stay home|out of (?:school|gym|class)))`,
    String.raw`je me (?:fais|force à|suis fait) (?:encore |souvent |toujours )?vomir(?! (?:de|pour manquer))`,
  ),
  ...danger(
    as('skipping meals', 'sauter des repas'),
    EATING,
    String.raw`i(?:'?ve been| have been| been|'?m)? ${ADV}(?:skip|skipping|skipped) (?:(?:all )?(?:my )?meals|(?:breakfast|lunch|dinner|supper) (?:and (?:breakfast|lunch|dinner|supper)|every ?day|every single day|all week|most days))(?!.*(?:ramadan|fasting|no time|too busy|meeting|practice))`,
  ),
  ...danger(
    as('days without eating', 'jours sans manger'),
    EATING,
    String.raw`i (?:haven'?t|have not|didn'?t|did not) (?:really )?(?:eat|ate|eaten)(?: anything| food)? (?:in|for|since) (?:like |about |almost )?(?:[2-9]|two|three|four|five|a few) days(?! (?:of )?(?:school|meat|ago))`,
    String.raw`j'?ai (?:pas|rien|pas rien) mangé (?:depuis|pendant) (?:[2-9]|deux|trois|quatre|cinq) jours`,
  ),
  ...danger(
    as('counting calories', 'compter les calories'),
    EATING,
    String.raw`i(?:'?m| am|'?ve been)? ${ADV}(?:count|counting|track|tracking) (?:(?:all|every|my|the|each|single) )*(?:cals?|calories?)(?! (?:for|in) (?:my )?(?:health|gym|class|wrestling))`,
    String.raw`(?:je |j')(?:compte|calcule) (?:toutes )?(?:mes|les|chaque) calories?`,
  ),
  ...danger(
    ({ use }) => ({ en: `${use!.en} every day`, fr: `${use!.fr} chaque jour` }),
    USE,
    String.raw`(?:i(?:'?ve been| have been|'?m| am)? ${ADV}|je |j'|jme )(?:been )?{use}(?: \S+){0,3}? (?:every ?(?:single )?(?:day|night)|tous les (?:jours|soirs)|chaque (?:jour|soir))(?! (?:except|but not|sauf))`,
  ),
  ...danger(
    as('drinking in the morning', 'boire le matin'),
    USE,
    String.raw`i(?:'?ve been|'?m)? ${ADV}(?:drink|drinking|start drinking|started drinking|take shots|need a drink)${NO_SOFT_DRINK}(?: \S+){0,3}? (?:in the mornings?|before (?:school|class|breakfast)|(?:when|as soon as) i wake up|first thing)`,
    String.raw`(?:je |j')bois${NO_SOFT_DRINK}(?: \S+){0,3}? (?:le matin|avant (?:l'école|mes cours|de déjeuner)|en me levant)`,
  ),
  ...danger(
    as('shaking without substances', 'tremblements sans consommation'),
    USE,
    String.raw`(?:i ${ADV}(?:get (?:the shakes|(?:really |so )?shaky)|start (?:shaking|to shake)|shake)|my hands ${ADV}(?:shake|start shaking|start to shake)) (?:(?:really |so )?(?:bad|badly|much) )?(?:when|if|until|unless) i (?:don'?t |do not |haven'?t |stop |quit )?(?:drink|drank|drinking|use|using|smoke|smoking|have a drink|had a drink)${NO_SOFT_DRINK}`,
    String.raw`(?:je tremble|mes mains tremblent|jtremble) (?:quand|si) (?:je |j'ai |j')(?:(?:ne )?(?:bois|consomme|fume) pas|pas (?:bu|consommé|fumé)|arrête de (?:boire|consommer))`,
  ),
  ...danger(
    ({ use }) => ({ en: `${use!.en} alone`, fr: `${use!.fr} en solitaire` }),
    USE,
    String.raw`(?:i(?:'?ve been| have been|'?m| am)? ${ADV}|je |j')(?:been )?{use}(?: \S+){0,2}? (?:alone|all alone|by myself|on my own|toute? seule?)(?! (?:time|with))`,
  ),
  ...danger(
    as('nowhere to sleep tonight', 'nulle part où dormir'),
    OWN,
    String.raw`(?:i(?:'?ve| have| got|'?m| am)? ${ADV}(?:got )?|we have )(?:no ?where|no place|nowhere) to (?:sleep|stay|go) tonight`,
    String.raw`i (?:don'?t|do not) (?:even )?know where (?:i'?m|i am|i'?ll|i will|to|i can) ?(?:gonna |going to )?(?:be )?(?:sleep|stay|sleeping|staying) tonight`,
    String.raw`${AM} (?:sleeping|gonna (?:be )?sleep(?:ing)?|spending the night) (?:outside|in (?:my|the|a) (?:car|park|bus shelter|stairwell|parking lot)|on the streets?|at the bus (?:stop|station)) tonight(?!.*(?:camp|tent|stars))`,
    String.raw`(?:j'ai|jai|je sais|jsais) (?:vraiment )?(?:pas |nulle part |pas de place )(?:où |ou )?(?:dormir|coucher|aller dormir) (?:ce soir|cette nuit)`,
  ),
  ...danger(
    as('losing housing by set date', 'logement à quitter bientôt'),
    OWN,
    String.raw`(?:i|we)(?:'?ve)? (?:have to|need to|gotta|got to|must) (?:be out of|move out of|vacate) (?:here|the (?:house|apartment|place|shelter|apt)|(?:my|our) (?:place|apartment|room|apt|house)) by (?:tomorrow|next|the (?:end of|\d+(?:st|nd|rd|th)?)|(?!.*\d ?(?:am|pm))\p{L}+day|(?:jan|feb|march|april|may|june|july|aug|sept|oct|nov|dec)\p{L}*)`,
    String.raw`(?:i|we)(?:'?ll|'?ve| will| have)? (?:have |be )?(?:no ?where|no place) to (?:sleep|stay|live|go) (?:after|starting|as of|from) (?:tomorrow|next|the \d+|\p{L}+day|(?:jan|feb|march|april|may|june|july|aug|sept|oct|nov|dec)\p{L}*)`,
  ),
  ...danger(
    as('running away from home', 'fugue de la maison'),
    OWN,
    String.raw`i (?:just |already )?ran away (?:from (?:home|my (?:house|group home|foster home|parents|mom'?s|dad'?s))|last night|yesterday|today|tonight|this morning|\d+ days ago|again)(?! from (?:the|a|him|her|them|school|my problems))`,
    String.raw`(?:j'ai|jai|je suis en|chu en|jsuis en) (?:fugué|fugue)(?! (?:de musique|de bach))`,
  ),
  ...danger(
    as('planning to run away', 'projet de fugue'),
    OWN,
    String.raw`${AM} (?:gonna |going to |planning (?:to |on )|about to )?(?:run|running) away (?:from (?:home|my (?:house|parents|group home|foster home))|tonight|tomorrow|tmrw|this weekend|soon|on \p{L}+day)`,
    String.raw`${AM} (?:gonna|going to|planning (?:to|on)) (?:run|running) away$`,
    String.raw`i (?:already |just )?packed (?:a|my) bags? (?:to|so i can|and i'?m gonna|and im gonna) (?:run|run away|leave home|get out of here)`,
    String.raw`(?:je vais|jvais|m'en vais) fuguer`,
  ),
  ...HARM_FRAMES,
];
