import { as, type Frame, frames } from './frame.js';

/** What `hit me` and the like do not mean: messages, thoughts, games, doors. */
const HARMLESS = String.raw`(?! (?:up|out|off|back|from|to it|at|in (?:chess|mario|fifa|a game|the feels|basketball)|on (?:insta|snap|discord)|with (?:the|a) (?:news|question|text)|like a (?:truck|wave))(?![\p{L}]))`;

/** Who takes things without being a peer. */
const HOUSEHOLD = String.raw`(?<!\p{L})(?:mom|mum|dad|parents?|stepdad|brother|sister|staff|workers?|teacher|principal|cops?|police|foster|group home|shelter|hospital|nurses?)(?!\p{L})`;

const PEERS = ['bully.in_person', 'bully'];
const VIOLENCE = ['abuse_physical', 'bully.in_person', 'relationship.romantic', 'relationship.family'];
const FRIENDS = ['relationship.friends', 'bully.online', 'bully', 'isolated'];

/** What happens to texters, told as a plain event: who feels it is left to the reader, as texters do. */
export const EVENT_FRAMES: readonly Frame[] = [
  ...frames(
    [
      String.raw`(?<!(?:${HOUSEHOLD}).*)(?:take|takes|took|throw|throws|threw|stole|steal|steals|hid|hide|hides) (?:\w+ ){0,3}?my (?:hat|bag|backpack|shoes|lunch|books?|coat|locker|stuff|tray)`,
      String.raw`(?:pris|jet[eé]|cach[eé]|vol[eé]) (?:ma|mon|mes) (?:tuque|sac|souliers|lunch|livres?|manteau|affaires)`,
    ],
    as('belongings taken by peers', 'affaires prises par des pairs'),
    { labels: PEERS, needsLabel: true },
  ),
  ...frames(
    [
      String.raw`(?<!(?:i|i'll|to) (?:\w+ )?)(?:trash|ruin|rip|destroy|smash|br[eo]ak|broke)(?:s|es|ed|ped|en)? my (?:hat|bag|backpack|shoes|lunch|books?|coat|locker|stuff|tray|binder)`,
      String.raw`(?<!(?:i|i'll|to) (?:\w+ )?)(?:pour|dump|spit|spat)(?:s|ed|ting)? (?:\w+ ){0,3}?(?:in|on|over) my (?:hat|bag|backpack|shoes|lunch|books?|coat|locker|stuff|tray|head|hair)`,
      String.raw`(?:vid[eé]|bris[eé]|scrap[eé]|d[eé]chir[eé]|crach[eé] (?:dans|sur)) (?:ma|mon|mes) (?:tuque|sac|souliers|lunch|livres?|manteau|affaires|casier|cheveux)`,
    ],
    as('belongings damaged by peers', 'affaires abîmées par des pairs'),
    { labels: PEERS },
  ),
  ...frames(
    [
      String.raw`(?:calls?|called|calling) me (?:a |an |the |their |her |his )?(?:names|pig\w*|fat\w*|ugly|loser|freak|skeleton|cow|whale|slut|whore|stupid|dumb|idiot|useless|worthless|weirdo|psycho|fag\w*|tranny)`,
      String.raw`(?:m'appell?ent?|mappell?ent?|me traitent?|m'a trait[eé]e?) (?:de |d'|la |le |"|« ?)*(?:grosse?|vache|laide?|conne?|cave|niaiseu\w*|pute|tapette|fif|folle|noms)`,
    ],
    as('being called names', 'se faire insulter'),
  ),
  ...frames(
    [
      String.raw`(?:kids|boys|girls|guys|people|ppl|everyone|evrybody|everybody) on (?:my|the) (?:school )?bus`,
      String.raw`(?:veux|veut|jveux) (?:plus|pu) prendre l'?autobus`,
    ],
    as('mistreatment on school bus', "problèmes dans l'autobus scolaire"),
  ),
  ...frames(
    [
      String.raw`(?:he|she|they) (?:just |also |once |even )?(?:hits?|slap(?:s|ped)|punch(?:es|ed)|kick(?:s|ed)|beats?|smack(?:s|ed)) me${HARMLESS}`,
      String.raw`(?:and|then) (?:just |also |once |even )?(?:hits|slap(?:s|ped)|punch(?:es|ed)|kick(?:s|ed)|beats|smack(?:s|ed)) me(?! (?:like|hard|harder|that|how|all|again|when)(?![\p{L}]))${HARMLESS}`,
    ],
    as('being hit', 'se faire frapper'),
    { labels: VIOLENCE, risk: true },
  ),
  ...frames(
    [
      String.raw`(?:he|she|they|ex) (?:just |also |once |even )?(?:chok(?:es|ed)|strangl(?:es|ed)) me(?! (?:up|out))`,
      String.raw`(?:il|elle|y) (?:m'a|ma|m') ?(?:étranglée?|etranglee?|étrangle|serré (?:la gorge|le cou))`,
    ],
    as('being choked', 'subir un étranglement'),
    { labels: VIOLENCE, risk: true, danger: true },
  ),
  ...frames(
    [
      String.raw`(?:he|she|they|and|then) (?:just |also |once |even )?(?:(?:grab(?:s|bed)|shov(?:es|ed)|pin(?:s|ned)) (?:me(?! (?:a|an|some|my|food|coffee)(?![\p{L}]))|my (?:arm|wrist|hair|neck))|push(?:es|ed) me(?! (?:to|too|away|hard|harder|off the list|out of|into (?:doing|going|it|sports|dating|therapy))(?![\p{L}]))|drag(?:s|ged) me (?:by|across|out|down|off)|(?:threw|throws) me (?:on|onto|against|into|down|across|at)|held me (?:down|against|by)|(?:pull(?:s|ed)|held) my (?:hair|neck|wrists?|arm))`,
    ],
    as('being grabbed or shoved', 'se faire pousser ou agripper'),
    { labels: VIOLENCE, risk: true },
  ),
  ...frames(
    [
      String.raw`my (?:\w+ )?(?:arm|shoulder|wrist|face|eye|leg|elbow|back) (?:is|are|was|r) (?:all |really |so )?(?:purple|bruised|swollen|sore|scraped|black)`,
      String.raw`(?:i )?(?:have|got|get) (?:a |some |these )?bruises?`,
    ],
    as('bruises on body', 'ecchymoses sur le corps'),
    { labels: ['abuse_physical', 'bully.in_person'], needsLabel: true },
  ),
  ...frames(
    [
      String.raw`(?:got |was |been )?(?:taken|kicked|removed) (?:me )?(?:out of|from|off) (?:it|the (?:group ?chat|gc|chat|server))`,
    ],
    as('removed from group chat', 'exclusion du groupe en ligne'),
    { labels: FRIENDS },
  ),
  ...frames(
    [
      String.raw`(?:made|have|started) (?:a |an |their )?(?:new |another |own )?(?:group ?chat|gc|chat|server) (?:without|w\/?o) me`,
      String.raw`(?:fait|parti|cr[eé][eé]) (?:un |une )(?:nouveau |nouvelle |autre )?(?:groupe|conv\p{L}*|chat) sans moi`,
    ],
    as('left out of group chat', 'mise à part du groupe'),
    { labels: FRIENDS },
  ),
  ...frames(
    [
      String.raw`(?:went|hung out|hang out|partied|got together|made plans|made new ones|sont all[eé]e?s) (?:\S+ ){0,5}?(?:without|w out|w\/?o|sans) (?:me|moi)`,
    ],
    as('being left out', "mise à l'écart"),
    { labels: FRIENDS },
  ),
];
