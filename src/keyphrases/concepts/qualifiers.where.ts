import type { Particular } from './particular.js';

/** Where, and before whom. */
export const PLACES: readonly Particular[] = [
  [
    'in public',
    String.raw`public|class\w*|school|mall|bus|subway|train|stores?|work|gym|hall\w*|church|crowd\w*|people|everyone|restaurants?|street|m[ée]tro|autobus|[ée]cole|magasin|gens|monde|classe|travail`,
  ],
  [
    'at home|out of home|go home|away from home',
    String.raw`home|house|live|living|apartment|apt|room|my (?:mom|mum|mother|dad|father|parents?|step\w+|brother|sister|family|husband|wife|bf|gf|boyfriend|girlfriend|partner|uncle|grand\w+|roommate)|mom|dad|family|parents|culture|wifi|kids|locks|kicked|ran away|run(?:ning)? away|maison|chez|famille|parents?|m[eè]re|p[eè]re|beau|belle|fugu\p{L}*|dehors|sort\p{L}*`,
  ],
  [
    'at work',
    String.raw`work\w*|jobs?|boss|manager|coworkers?|customers?|clients?|office|shift|store|travail\p{L}*|job|patron\w*|coll[èe]gues?`,
  ],
  [
    'online',
    String.raw`online|internet|insta\w*|snap\w*|tiktok|discord|roblox|facebook|fb|twitter|reddit|web|chat|apps?|accounts?|posts?|posted|comments?|dms?|messag\w+|texts?|videos?|pics?|met|game|server|zoom|virtual|remote|distance|number|block\w*|stranger|en ligne|r[ée]seaux|comptes?|messages?|vid[ée]os?|photos?|[ée]cri\p{L}+|text\p{L}+|teams`,
  ],
  [
    'group chat',
    String.raw`group ?chats?|gc|chat|discord|server|snap group|groupe|conversation|conv|clavardage`,
  ],
  ['on school bus|scolaire', String.raw`bus|autobus`],
  [
    'street',
    String.raw`streets?|outside|block|park|stores?|hood|bus|station|party|shooting|stabbing|stabbed|shot|jumped|guy|man|someone|kid|mugged|rue|dehors|parc|arr[êe]t|gang|gars|quelqu'un|fusillade|coups? de`,
  ],
  [
    'in care',
    String.raw`care|foster|placements?|group home|worker|cas|cps|adopt\w*|split|homes?|accueil|plac[ée]e?s?|dpj|foyer|adopt\p{L}+|s[ée]par\p{L}+`,
  ],
  [
    'studies|schoolwork',
    String.raw`school\w*|class\w*|uni\w*|college|stud(?:y|ying|ies|ent)|exams?|homework|work|assignments?|grades?|courses?|focus|concentrat\w*|attention|procrastinat\w*|[ée]cole|c[ée]gep|cours|examens?|[ée]tudes|universit[ée]|devoirs?|travaux|concentr\p{L}*|procrastin\p{L}+|lis|relis|page`,
  ],
  [
    'abroad',
    String.raw`back home|overseas|abroad|country|there|visa|sponsor\w*|years|reunification|pays|l[àa]-bas|[ée]tranger|familiale?|parrainage`,
  ],
  [
    'gendered',
    String.raw`trans\w*|non ?-?binary|enby|gender\w*|dysphori\w*|which (?:bathroom|washroom|one|locker)|wrong (?:bathroom|washroom|locker|body)|misgender\w*|pronouns?|chest|(?:my|a|chest) binder|binding|femin\w+|mascul\w+|(?:boy|girl|man|woman|guy)'?s? body|born|genre|binaire|corps de|poitrine|voix`,
  ],
  [
    'gender-affirming',
    String.raw`trans\w*|gender|hrt|t|testosterone|estrogen|puberty blockers|(?:top|bottom) surgery|dysphori\w*|(?:start\w*|on|get|getting|taking|need|want) hormones|genre|bloqueurs|testost[ée]rone|\p{L}?estrog[èe]nes?|mastectomie|affirmation`,
  ],
  [
    'military',
    String.raw`deploy\w*|military|army|navy|forces|overseas|missions?|militaires?|arm[ée]e|d[ée]ploy\p{L}+`,
  ],
  [
    'childcare',
    String.raw`kids|little ones|bab(?:y|ies)|diapers|bedtime|baths?|daycare|siblings?|brothers?|sisters?|them|him|her|petits|enfants|flos|bains|lunchs?|b[ée]b[ée]`,
  ],
];
