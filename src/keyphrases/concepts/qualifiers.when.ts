import type { Particular } from './particular.js';

const TODAY = String.raw`tomorrow|tmrw|tmr|tonight|today|next|soon|upcoming|coming up|going|goin|gonna|have|having|need|scheduled|before|waiting|until|in (?:a|\d+|two|three)|on \w+day|\w+day|third|second|demain|bient[ôo]t|avant|prochaine?|dans|lundi|mardi|mercredi|jeudi|vendredi|vais|dois|va|troisi[èe]me|deuxi[èe]me`;

const CHILDHOOD = String.raw`(?:as|was|were|been|when) (?:a |just a |only a |still a )?(?:little|lil|kid|child|small|younger|young|a baby|in (?:elementary|primary|kindergarten|grade \d|gr \d))|i was (?:like |only |about |just )?\d{1,2}|age \d+|aged \d+|at \d{1,2}\b|\d+ to \d+|kid|child\w*|growing up|for years|little|upbringing|younger|petite?|enfan\p{L}+|jeune|(?:j'avais|[àa]) \d+ ans|grandi\p{L}*`;

/** When, how often and since when. */
export const TIMES: readonly Particular[] = [
  [
    'recurring|frequent',
    String.raw`every|daily|again|always|keeps?|all the time|often|constant\w*|attacks|nightmares|terrors|(?:bad|scary|horrible|same) dreams|each|lots?|many|so much|weekly|a (?:day|week)|worse|chaque|souvent|tout le temps|encore|toujours|tous les|des cauchemars|cauchemars|crises|plusieurs|arr[êe]te pas`,
  ],
  [
    'persistent',
    String.raw`every ?day|all (?:the time|day)|always|for (?:\w+ )*(?:days|weeks|months|years|a while)|(?:days|weeks|months|years)|lately|since|constant\w*|still|never (?:happy|ok|better)|last time|can'?t remember|any ?more|keeps?|most days|go away|lift|depuis|toujours|tout le temps|jours?|semaines|mois|jamais|encore|tellement|moral|broie|file pas|feel pas`,
  ],
  [
    'happening now',
    String.raw`rn|right now|now|im|i'm|i am|can'?t|cannot|cant|hard to|having|help|currently|en ce moment|l[àa]|maintenant|j'arrive|arrive pas|fais|suis|chu|peux`,
  ],
  [
    'another panic',
    String.raw`another|again|next|more|attacks|more attacks|come back|recommence|refaire|encore|autre|nouvelle`,
  ],
  ['upcoming', TODAY],
  ['childhood', CHILDHOOD],
  [
    'just taken',
    String.raw`just|rn|now|already|tonight|today|(?:min\w*|hours?|hrs?) ago|took|swallowed|downed|taken|an hour|viens|pris|aval[ée]\p{L}*`,
  ],
  [
    'lasting',
    String.raw`still|years?|ever since|since|now|trauma\w*|ruin\w*|affect\w*|long|months?|weeks?|was|when|confidence|trust|never|forever|encore|depuis|toujours|ans|ann[ée]es|mois|semaines|s[ée]quelles|confiance|longue|toute ma|v[ée]cue?|subie?`,
  ],
  ['daily', String.raw`every ?day|daily|all day|every (?:night|morning)|24\/7|chaque jour|tous les jours`],
  [
    'constant(?:ly)?',
    String.raw`constant\w*|always|all the time|every|non ?stop|keeps?|tout le temps|toujours|chaque`,
  ],
  [
    'teen|as a teen|teen years',
    String.raw`teen\w*|1[3-9]|young|kid|childhood|friends|school|high ?school|ado\p{L}*|ans|enfance|jeune|[ée]cole|amis`,
  ],
  [
    'anniversary',
    String.raw`anniversary|year|years|months?|first|birthday|christmas|ago|ans?|mois|semaines?|premi[eè]re?s?|anniversaire|f[êe]te`,
  ],
];
