import type { PatternRecognizer } from '../deidentification.types.js';
import { fold, lexicon } from '../lexicon.js';

const PLATFORM =
  "(?:insta(?:gram)?|ig|snap(?:chat)?|sc|tik\\s?tok|tt|discord|disc|twitter|roblox|rblx|xbox|gamer\\s?tag|psn|playstation|kik|steam|twitch|telegram|whatsapp|wattpad|tumblr|reddit|fb|facebook|user\\s?names?|user|handle|fortnite|epic|minecraft|youtube|yt|bereal|vsco|finsta|rinsta|priv|nom\\sd['’]?utilisateur|pseudo)";
const PLATFORMS = new Set(
  'insta instagram ig snap snapchat sc tiktok tik tt discord disc twitter roblox rblx xbox gamertag gamer psn playstation kik steam twitch telegram whatsapp wattpad tumblr reddit fb facebook username usernames user users handle fortnite epic minecraft youtube yt bereal vsco finsta rinsta priv utilisateur pseudo'.split(
    ' ',
  ),
);
const SAYS =
  "(?:is|are|its|it['’]?s|was|name\\sis|user\\sis|username\\sis|handle\\sis|id\\sis|est|c['’]?est|c|:|=|->|-)";
const HANDLE = '@?(?<id>[\\p{L}\\p{N}_][\\p{L}\\p{N}_.#-]{1,31}[\\p{L}\\p{N}_])';

const hasMarks = (value: string): boolean =>
  /[\p{L}][._-]?\d|\d[\p{L}]|[_#]|\p{L}\.\p{L}/u.test(value) &&
  !/^\d+(?:st|nd|rd|th|am|pm|yo|yrs?|k|mg|min|hrs?)$/i.test(value);
const isStrange = (value: string): boolean => {
  const key = fold(value);
  return lexicon().word(key) === 0 && !lexicon().isRegion(key) && !lexicon().isTypo(key);
};

/** `glock.n.spiel`: more than a full stop without its space. */
const isDotted = (value: string): boolean =>
  /^(?=.*\p{L}{3})[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+){2,}$/u.test(value);

/** Account names on social media and in games. */
export const HANDLES: readonly PatternRecognizer[] = [
  {
    name: 'handle-at',
    entity: 'HANDLE',
    needs: /@/,
    patterns: [/(?<![\p{L}\p{N}.@/_-])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,29}[\p{L}\p{N}_])/gu],
    validate: (value) => hasMarks(value) || lexicon().word(fold(value.slice(1))) < 3,
    score: 0.85,
    reason: 'an account name after an at sign',
  },
  {
    name: 'handle-said',
    entity: 'HANDLE',
    triggers: PLATFORMS,
    patterns: [
      new RegExp(`(?<![\\p{L}\\p{N}])${PLATFORM}\\s{0,2}${SAYS}\\s{0,2}${HANDLE}(?![\\p{L}\\p{N}_])`, 'giu'),
    ],
    validate: (value) => hasMarks(value) || isStrange(value),
    score: 0.9,
    reason: 'an account name after the name of its platform',
  },
  {
    name: 'handle-said',
    entity: 'HANDLE',
    needs: /@|\bat\s(?:is|was)|goes\sby|(?:dms|messages?|posts?)\sas|acc(?:oun)?t\s/i,
    patterns: [
      new RegExp(
        `(?<![\\p{L}\\p{N}])(?:(?:my|her|his|their|the|ur|your)\\s(?:@|at)\\s(?:is|was)|goes\\sby|dms\\sas|messages?\\sas|posts?\\sas|acc(?:oun)?t\\s(?:is|was|called|named))\\s{1,2}${HANDLE}(?![\\p{L}\\p{N}_])`,
        'giu',
      ),
    ],
    validate: (value) => hasMarks(value),
    score: 0.8,
    reason: 'an account name after words that say so',
  },
  {
    name: 'handle-beside-platform',
    entity: 'HANDLE',
    triggers: new Set([...PLATFORMS, ...'add follow dm msg message find ajoute suis'.split(' ')]),
    patterns: [
      new RegExp(`(?<![\\p{L}\\p{N}])${PLATFORM}\\s{1,2}${HANDLE}(?![\\p{L}\\p{N}_])`, 'giu'),
      new RegExp(
        `(?<![\\p{L}\\p{N}])(?:add|follow|dm|msg|message|find|ajoute|suis)(?:\\sme|\\smoi|-moi)?\\s(?:on\\s|at\\s|sur\\s)?(?:${PLATFORM}\\s)?${HANDLE}(?![\\p{L}\\p{N}_])`,
        'giu',
      ),
    ],
    validate: (value) => hasMarks(value),
    score: 0.8,
    reason: 'an account name beside the name of its platform',
  },
  {
    name: 'handle-before-platform',
    entity: 'HANDLE',
    triggers: new Set([...PLATFORMS, 'acct', 'account', 'profile']),
    patterns: [
      new RegExp(
        `(?<![\\p{L}\\p{N}_.@])${HANDLE}\\s{1,2}(?:(?:on|sur|via|pour)\\s(?:my\\s|mon\\s)?${PLATFORM}|acct|account|profile)(?![\\p{L}\\p{N}_])`,
        'giu',
      ),
    ],
    // One digit in a word is spelling (`some1 on insta`), and a full stop may end a sentence (`home.hes on snap`).
    validate: (value) =>
      /\p{L}.*\d\D*\d|\d\D*\d.*\p{L}|_/u.test(value) ||
      isDotted(value) ||
      (value.includes('.') && value.split('.').some((part) => /\d/.test(part) || isStrange(part))),
    score: 0.8,
    reason: 'an account name before the name of its platform',
  },
  {
    name: 'handle-with-digits',
    entity: 'HANDLE',
    needs: /\p{L}[.]?\d/u,
    patterns: [/(?<![\p{L}\p{N}_.@/:-])(?:user\d{4,15}|\p{L}{4,20}[.]?\d{2,6})(?![\p{L}\p{N}_/:.-]\p{N}?)/gu],
    validate: (value) => {
      const word = lexicon().word(fold(value.replace(/[.\d]+$/, '')));
      return /^user/i.test(value) || (value.includes('.') ? word < 3 : word === 0);
    },
    score: 0.6,
    reason: 'a strange word with digits at its end, as account names have',
  },
  {
    name: 'handle-shape',
    entity: 'HANDLE',
    needs: /[_#]|u\//i,
    patterns: [
      /(?<![\p{L}\p{N}_.@[])[\p{L}\p{N}.]{1,24}_[\p{L}\p{N}_.]{0,24}[\p{L}\p{N}_]/gu,
      /(?<![\p{L}\p{N}_.@[])(?:[\p{L}\p{N}.]{3,24}_|_[\p{L}\p{N}.]{2,24}[\p{L}\p{N}])(?![\p{L}\p{N}_.])/gu,
      /(?<![\p{L}\p{N}_.@[])[\p{L}\p{N}_.]{2,32}#\d{4}(?!\p{N})/gu,
      /(?<![\p{L}\p{N}_.@/])u\/[\p{L}\p{N}_-]{3,20}/giu,
    ],
    score: 0.75,
    reason: 'the shape of an account name',
  },
];
