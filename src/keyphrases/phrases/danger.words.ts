import { Nouns } from './nouns.js';

/** Words that several frames of danger are made of: subjects with what may follow them, times, means, things. */
export const ADV = String.raw`(?:(?:just|really|always|already|actually|literally|still|also|even|sometimes|often|usually|finally|basically|rl?ly|constantly|kinda|keep|keeps) ){0,2}`;
export const WAS = String.raw`i(?:'?ve| have)? ${ADV}`;
export const AM = String.raw`i(?:'?m| am) ${ADV}`;
export const MY = String.raw`(?:my|our|mon|ma|mes) (?:(?:own|older|ex|sweet) )?`;
export const JE = String.raw`j(?:'|e |e l'|)(?:ai |me )?(?:déjà |deja |encore |juste |toujours )?`;
/** Before a relative who may be somebody else's: `her dad`. */
export const NOT_THEIRS = String.raw`(?<!(?:(?<![\p{L}])(?:his|her|their|your|ur|sa|son|leur)|'s) )`;
export const WHEN = String.raw`(?:tonight|tmrw|tmr|tomorrow|on (?:my birthday|\p{L}+day)|this (?:weekend|\p{L}+day)|next week|at midnight|ce soir|demain|(?:cette|la) (?:nuit|semaine prochaine)|en fin de semaine|samedi|dimanche|lundi|mardi|mercredi|jeudi|vendredi)`;
export const NUMBER = String.raw`(?:\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|few|un|une|deux|trois|quatre|cinq|six)`;
export const HERE = String.raw`(?:(?:right |just )?(?:here|next to me|beside me|in front of me|in my (?:hands?|bag|drawer|closet|room|pocket)|on my (?:desk|bed|lap)|under my (?:bed|pillow|mattress))|(?:ici|icitte|à côté de moi|devant moi|dans (?:ma|mes|mon) (?:mains?|chambre|sac|tiroir|poches?)))`;
export const MEANS = String.raw`(?:pills|meds|tylenol|advil|sleeping pills|rope|noose|gun|rifle|knife|pilules|médicaments|corde|fusil|couteau)`;
export const BLADES = String.raw`(?:blades?|razors?(?: blades?)?|exacto|box ?cutter|lames?|rasoir)`;
export const END_LIFE = String.raw`(?:kill(?:ing)? myself|kms|end(?:ing)? (?:my life|it all)|tak(?:e|ing) my (?:own )?life|commit(?:ting)? suicide|me tuer|me suicider|m'enlever la vie|en finir)`;
export const PICTURES = String.raw`(?:nudes?|(?:nude |naked |private )?(?:pics|pictures|photos|vids?|videos?))`;
export const BODY = String.raw`(?:butt|ass|boobs?|breasts?|crotch|private parts?|privates|vagina|penis)`;
export const DRINK = String.raw`(?! (?:\S+ ){0,3}?(?:water|coffee|tea|milk|juice|pop|soda|monster|red ?bull|energy|protein|smoothies?|coke|pepsi|eau|café|thé|lait|jus)(?![\p{L}]))`;

export const PARTNERS = new Nouns([
  ['boyfriend|bf|chum|copain', 'boyfriend', 'chum', 'du chum'],
  ['girlfriend|gf|blonde|copine', 'girlfriend', 'blonde', 'de la blonde'],
  ['husband|mari', 'husband', 'mari', 'du mari'],
  ['wife|femme', 'wife', 'femme', 'de la femme'],
  ['partner|conjointe?', 'partner', 'partenaire', 'du partenaire'],
  ['ex', 'ex', 'ex', "de l'ex"],
]);

/** Whoever may touch without being wanted; a partner's touch says nothing by itself. */
export const TOUCHERS = new Nouns([
  ['step ?-?(?:dad|father)|beau[- ]p[eè]re', 'stepfather', 'beau-père', 'du beau-père'],
  ['step ?-?brother|demi[- ]fr[eè]re', 'stepbrother', 'demi-frère', 'du demi-frère'],
  ["(?:mom|mum|mother)'?s (?:bf|boyfriend)", "mother's boyfriend", 'beau-père', 'du beau-père'],
  ['dad|father|p[eè]re', 'father', 'père', 'du père'],
  ['mom|mum|mother|m[eè]re', 'mother', 'mère', 'de la mère'],
  ['grand(?:pa|father)|grand[- ]p[eè]re', 'grandfather', 'grand-père', 'du grand-père'],
  ['(?:half )?brother|fr[eè]re', 'brother', 'frère', 'du frère'],
  ['uncle|oncle', 'uncle', 'oncle', "de l'oncle"],
  ['cousin', 'cousin', 'cousin', 'du cousin'],
  ['coach|entra[iî]neur', 'coach', 'entraîneur', "de l'entraîneur"],
  ['teacher|prof', 'teacher', 'prof', 'du prof'],
  ['boss|manager|patron', 'boss', 'patron', 'du patron'],
  ['co ?-?worker|collègue', 'coworker', 'collègue', "d'un collègue"],
  [
    'classmate|(?:guy|boy|kid|dude|gars) (?:in|from|at|dans|de) (?:my |ma |mon )?(?:\\w+ )?(?:class|school|grade|classe|école)',
    'classmate',
    'élève',
    "d'un élève",
  ],
]);

export const USES = new Nouns([
  [`(?:drink|drinking|get drunk|getting drunk|boi[st])${DRINK}`, 'drinking', 'boire', ''],
  ['vap(?:e|ing)|vapote', 'vaping', 'vapoter', ''],
  [
    '(?:smoke|smoking) (?:weed|pot)|(?:get|getting) (?:high|stoned)|fume du pot',
    'getting high',
    'être gelé',
    '',
  ],
  [
    '(?:use|using|do|doing|take|taking) (?:fent|coke|meth|xans?|drugs|percs)|consomme',
    'using',
    'consommer',
    '',
  ],
]);

export const GARMENTS = new Nouns([
  ['hijab|head ?scarf|voile', 'hijab', 'hijab', ''],
  ['turban|patka|dastar', 'turban', 'turban', ''],
  ['kippah?|yarmulke', 'kippah', 'kippa', ''],
]);

export const TRAITS = new Nouns([
  ['skin(?: colou?r)?|couleur(?: de peau)?|peau', 'skin colour', 'sa peau', ''],
  ['religion|faith|praying|religion', 'faith', 'sa religion', ''],
  ['being (?:gay|bi|queer|lesbian)|sexuality|orientation', 'orientation', 'son orientation', ''],
  ['being trans', 'being trans', 'la transidentité', ''],
  ['accent', 'accent', 'son accent', ''],
]);
