import { COUNTRIES } from './countries.js';
import { as, type Frame, frames } from './frame.js';
import { ADV } from './pattern.words.js';

const own = { country: COUNTRIES };
/** The texter, or the texter's family. */
const WE = String.raw`(?:i|we|my family|my (?:mom|dad|parents)(?: and (?:i|me))?|me and my (?:mom|dad|parents|family))(?:'?ve)? ${ADV}(?:had to )?`;
const NOUS = String.raw`(?:je |j'|on |nous |ma famille |mes parents(?: et moi)? )(?:(?:est |sommes |suis |a |ont |avons |ai |vient de |viens de |dû ){1,2})?`;
/** Between a French verb of leaving and a country. */
const DE = String.raw`(?:de |d'|du |des |le |la |les |l')?`;
const NO_HOLIDAY = String.raw`(?!(?: \S+){0,3} (?:vacation|holidays?|trip|weekend|vacances|voyage))`;

/** Facts of where texters come from and where they go to school now. */
export const MOVE_FRAMES: readonly Frame[] = [
  ...frames(
    [
      String.raw`${WE}(?:moved?|came|fled|immigrated|emigrated|arrived|escaped|relocated)(?: (?:here|over|away|to (?:canada|this country|\p{L}+)))? from {country}${NO_HOLIDAY}`,
      String.raw`${WE}(?:left|fled|escaped) {country}${NO_HOLIDAY}`,
      String.raw`${NOUS}(?:arrivée?s?|venue?s?|partie?s?|immigrée?s?|quittée?|fui|déménagée?) (?:ici |au (?:québec|canada) )?${DE}{country}${NO_HOLIDAY}`,
    ],
    ({ country }) => ({ en: `moved from ${country?.en ?? ''}`, fr: null }),
    { own },
  ),
  ...frames(
    [
      String.raw`(?:i|i'?m|im|i am|i'?ll be|we) ${ADV}(?:start(?:ed|ing)?|switch(?:ed|ing)?|mov(?:ed|ing)|transferr?(?:ed|ing)?|chang(?:ed|ing)) (?:(?:at|to|in) )?(?:a |my |this )?(?:new|different|another) (?:high ?|middle ?)?school(?! (?:year|supplies|bag|rule|day|project))`,
      String.raw`(?:je |j'ai )(?:viens de |vais )?(?:commencée?|commence|commencer|changée?|change|changer) (?:d'école|(?:à |dans )?une nouvelle école)`,
    ],
    as('starting a new school', 'commencer une nouvelle école'),
    { now: true },
  ),
  ...frames(
    [
      String.raw`(?:this|some|a|the|that) (?:(?:random|weird|creepy|older|old|strange) )?(?:guy|man|dude|person|stranger|boy|girl|kid) (?:i (?:met|know) )?(?:from|on|in|off) (?:(?:the|my|a|this|our|some) )?(?:(?:discord|game|gaming|minecraft|roblox|online) )?(?:server|discord|game|roblox|minecraft|fortnite|snap(?:chat)?|insta(?:gram)?|tiktok|online|internet|chat|app) (?:just |still |literally )?(?:(?:won'?t|wouldn'?t|doesn'?t|will not) (?:leave me alone|stop (?:messaging|texting|dming|calling|adding|asking|writing|following))|keeps? (?:messaging|texting|dming|calling|adding|following|writing))`,
      String.raw`(?:un|ce|le) (?:gars|gar|type|homme|inconnu|mec|joueur) (?:du|de la|sur|de|dans) (?:(?:le|mon|un) )?(?:serveur|discord|jeu|roblox|snap(?:chat)?|insta(?:gram)?|tiktok|internet) (?:(?:me lâche|me lache|me laisse|arrête|arrete) (?:pas|jamais))`,
    ],
    as('unwanted online contact', 'contacts en ligne non désirés'),
    { now: true },
  ),
];
