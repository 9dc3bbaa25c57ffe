// Pieces that patterns of several frames are made of, over normalised text. Those in English and French at once say so
// by their words; a piece ends without a space unless its comment says otherwise.

/** `i am`, with adverbs: before an adjective or a gerund. */
export const AM = String.raw`(?:i'?m|i am)(?: (?:just|so|really|always|still|too|literally|basically|kinda|lowkey|super|already|actually|constantly|finally)){0,4}`;
/** `i` or `i have`, with adverbs: before a verb in the present, the past or the perfect. */
export const I = String.raw`i(?:'?ve| have)?(?: (?:just|also|always|still|keep|keeps|usually|literally|basically|have to|had to|end up|been|even|only|really|already|actually|sometimes|often|finally|rl?ly|constantly|kinda)){0,4}`;
/** `je`, `j'ai` or `je suis`, with pronouns and adverbs, each with the space after it: before a verb. */
export const JE = String.raw`(?:je|j'|chu|jsuis|j'ai|jai) ?(?:(?:l'(?:ai )?|me |déjà |deja |encore |juste |toujours )){0,2}`;
/** `mon`, `ma` or `mes`. */
export const MA = '(?:mon|ma|mes)';
/** Afraid; what of comes after it. */
export const SCARED = String.raw`(?:scared|afraid|terrified|worried|nervous|dreading|anxious)`;
/** Adverbs between a subject and its verb, each with the space after it. */
export const ADV = String.raw`(?:(?:just|really|always|already|actually|literally|still|also|even|sometimes|often|usually|finally|basically|rl?ly|constantly|kinda|keep|keeps) ){0,2}`;
/** Before someone or something of the texter's. */
export const MY = String.raw`(?:my|our|mon|ma|mes) (?:(?:own|older|ex|sweet) )?`;
/** Before a relative who may be somebody else's: `her dad`. */
export const NOT_THEIRS = String.raw`(?<!(?:(?<![\p{L}])(?:his|her|their|your|ur|sa|son|leur)|'s) )`;
/** A time that has yet to come, and is near. */
export const WHEN = String.raw`(?:tonight|tmrw|tmr|tomorrow|on (?:my birthday|\p{L}+day)|this (?:weekend|\p{L}+day)|next week|at midnight|ce soir|demain|(?:cette|la) (?:nuit|semaine prochaine)|en fin de semaine|samedi|dimanche|lundi|mardi|mercredi|jeudi|vendredi)`;
/** So many, or about so many. */
export const NUMBER = String.raw`(?:\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|few|un|une|deux|trois|quatre|cinq|six)`;
/** Where the texter can reach it. */
export const HERE = String.raw`(?:(?:right |just )?(?:here|next to me|beside me|in front of me|in my (?:hands?|bag|drawer|closet|room|pocket)|on my (?:desk|bed|lap)|under my (?:bed|pillow|mattress))|(?:ici|icitte|à côté de moi|devant moi|dans (?:ma|mes|mon) (?:mains?|chambre|sac|tiroir|poches?)))`;
/** Means of suicide; no phrase names them. */
export const MEANS = String.raw`(?:pills|meds|tylenol|advil|sleeping pills|rope|noose|gun|rifle|knife|pilules|médicaments|corde|fusil|couteau)`;
/** What texters hurt themselves with. */
export const BLADES = String.raw`(?:blades?|razors?(?: blades?)?|exacto|box ?cutter|lames?|rasoir)`;
/** To die by one's own hand, as an infinitive or a gerund. */
export const END_LIFE = String.raw`(?:kill(?:ing)? myself|kms|end(?:ing)? (?:my life|it all)|tak(?:e|ing) my (?:own )?life|commit(?:ting)? suicide|me tuer|me suicider|m'enlever la vie|en finir)`;
/** Pictures that nobody else was to see. */
export const PICTURES = String.raw`(?:nudes?|(?:nude |naked |private )?(?:pics|pictures|photos|vids?|videos?))`;
/** Where nobody may touch unasked. */
export const BODY = String.raw`(?:butt|ass|boobs?|breasts?|crotch|private parts?|privates|vagina|penis)`;
/** After a verb of drinking, so that what is drunk is alcohol. */
export const NO_SOFT_DRINK = String.raw`(?! (?:\S+ ){0,3}?(?:water|coffee|tea|milk|juice|pop|soda|monster|red ?bull|energy|protein|smoothies?|coke|pepsi|eau|café|thé|lait|jus)(?![\p{L}]))`;
