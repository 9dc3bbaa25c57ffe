/** A diagnosis, a blame or a judgement: how a phrase puts it, and how a texter would have said it. */
interface Verdict {
  phrase: RegExp;
  said: RegExp;
}

/** Words that only the texter may say first, as one stem or several; a stem may run on into an ending. */
const verdict = (...stems: string[]): Verdict => {
  const pattern = new RegExp(`(?<![\\p{L}])(?:${stems.join('|')})`, 'iu');
  return { phrase: pattern, said: pattern };
};

/** Diagnoses. Symptoms that any responder may name (panic attacks, low mood) are none. */
const DIAGNOSES: readonly Verdict[] = [
  verdict('bipolar', 'bipolaire', 'manic\\b', 'mania\\b', 'maniaque'),
  verdict('borderline', 'bpd\\b', 'tpl\\b', 'personality disorder', 'trouble de (?:la )?personnalité'),
  verdict('ptsd', 'c-?ptsd', 'post[- ]?traumatic', 'tspt\\b', 'post-?traumatique'),
  verdict('ocd\\b', 'obsessive[- ]compulsive', 'toc\\b', 'trouble obsessi'),
  verdict('adhd', 'add\\b', 'attention deficit', 'tdah?\\b', 'déficit d.attention'),
  verdict('autis', 'asperger', 'on the spectrum', 'tsa\\b'),
  verdict('schizo', 'psychosis', 'psychotic', 'psychose', 'psychotique', 'delusion', 'délire'),
  verdict('anorexi', 'anorexique'),
  verdict('bulimi', 'boulimi'),
  verdict('binge[- ]eating disorder', 'hyperphagie'),
  verdict('eating disorder', 'ed\\b', 'trouble(?:s)? alimentaire', 'tca\\b'),
  verdict('depressi', 'depressed', 'dépressi', 'depressif', 'déprim', 'deprim'),
  verdict('anxiety disorder', 'gad\\b', 'trouble anxieux'),
  verdict('dissociative', 'did\\b(?= (?:alter|system))', 'dissociatif', 'multiple personalit'),
  {
    // `he calls me a narc` is about telling on somebody.
    phrase: /(?<![\p{L}])(?:narcissis|narc\b|pervers)/iu,
    said: /(?<![\p{L}])(?:narcissis|pervers|(?:is|he'?s|she'?s|are) (?:such )?(?:a )?narcs?\b)/iu,
  },
  verdict('psychopath', 'sociopath'),
  {
    phrase: /(?<![\p{L}])(?:addict|dependen|accro|dépendan|toxicoman)/iu,
    said: /(?<![\p{L}])(?:addict|dependen|accro|d[ée]pendan|toxicoman|hooked|withdrawal|sevrage|cravings?|(?:can'?t|cannot|try(?:ing)? to|tried to|need help to) (?:stop|quit)|(?:capable|essayé) d'arrêter)/iu,
  },
  verdict('alcoholi', 'alcolo', 'alcooli', 'aa\\b'),
  verdict('disorder', 'diagnos', 'trouble mental'),
];

/** Blame and judgement of the texter or of those around them. */
const JUDGEMENTS: readonly Verdict[] = [
  verdict('attention[- ]seek', 'seeking attention', 'attention whore', 'faire l.intéressant'),
  verdict('manipulative', 'manipulatrice', 'manipulateur'),
  verdict('overreact', 'exaggerat', 'dramatic', 'exagér', 'dramatis'),
  verdict('lazy', 'laziness', 'paresse', 'lâche\\b', 'lazi'),
  verdict('irresponsib', 'reckless', 'careless', 'immatur', 'childish', 'spoiled', 'ungrateful', 'ingrat'),
  verdict('promiscu', 'slut', 'whore', 'pute\\b'),
  verdict('self[- ]inflicted', 'own fault', 'deserv', 'brought on', 'mérit'),
  verdict('crazy', 'insane', 'psycho\\b', 'weird', 'abnormal', 'folle?\\b', 'fou\\b', 'bizarre'),
  verdict('stupid', 'dumb', 'foolish', 'naive', 'idiot', 'stupide', 'niaiseu'),
  verdict('selfish', 'égoïste', 'evil', 'wicked', 'sinful', 'shameful', 'disgusting', 'pathetic', 'dégoût'),
  verdict('toxic', 'toxique'),
  verdict('weakness', 'coward', 'lâcheté'),
  verdict('bad (?:parent|mother|father|mom|dad|friend|girl|boy|kid)', 'mauvais(?:e)? (?:parent|mère|père)'),
  verdict('liar', 'lying', 'lies\\b', 'menteu', 'mensonge', 'lied'),
  verdict('delinquen', 'délinquan', 'misbehav', 'disobedien', 'désobéi', 'bratty?'),
];

const VERDICTS: readonly Verdict[] = [...DIAGNOSES, ...JUDGEMENTS];

/**
 * Whether a phrase holds no diagnosis, blame or judgement but those that the texter stated.
 * @param said the texter's messages in the form that cues are written for, one a line
 */
export function isUnjudging(phrase: string, said: string): boolean {
  return VERDICTS.every((each) => !each.phrase.test(phrase) || each.said.test(said));
}
