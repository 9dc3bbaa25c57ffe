/** What a label alone says, in English and French. */
interface GeneralPhrase {
  en: string;
  fr: string;
  /** What the texter's words have to hold for it, normalised; of several that do, the first is said. */
  where?: (words: string) => boolean;
}

/** Told as over, and nothing told of today. */
const OVER =
  /(?<!\p{L})(?:used to|that'?s over|over it|not (?:now|any ?more|since)|(?:yrs|years?) ago|back in|when i was|(?:one time|once) in|last year|in (?:gr|grade) \d+|il y a \S+ ans|quand j'?(?:[ée]tais|avais)|(?:pas|plus) maintenant|c'est (?:fini|pass[ée]))(?!\p{L})/u;
const TODAY =
  /(?<!\p{L})(?:again|tonight|today|lately|still|rn|right now|(?<!not )now|keep|relapsed|encore|ce soir|aujourd'hui|recommenc\p{L}*|(?<!(?:pas|plus) )maintenant)(?!\p{L})/u;
const isOver = (words: string) => OVER.test(words) && !TODAY.test(words);

const naming = (words: RegExp) => (said: string) => words.test(said);
const VAPING = naming(/(?<!\p{L})(?:vap\p{L}*|juul\p{L}*|nicotine|puff ?bars?)(?!\p{L})/u);
const CANNABIS = naming(
  /(?<!\p{L})(?:weed|pot|edibles?|stoned|dabs?|joints?|blunts?|bong|thc|cannabis)(?!\p{L})/u,
);

/**
 * What can be said from a label alone: always less than its words say. Labels of a topic have none (`tension in the
 * family`, `strain of school`): it would be their name in other words.
 */
const GENERAL: Readonly<Record<string, readonly GeneralPhrase[]>> = {
  'suicide.ideation': [
    { en: 'past thoughts of suicide', fr: 'pensées suicidaires passées', where: isOver },
    { en: 'thoughts of ending life', fr: "pensées d'en finir" },
  ],
  'suicide.plan_or_means': [
    { en: 'past thoughts of suicide', fr: 'pensées suicidaires passées', where: isOver },
    { en: 'means or plan to die', fr: 'moyens ou plan pour mourir' },
  ],
  'suicide.attempt': [{ en: 'attempt to end life', fr: "tentative d'en finir" }],
  self_harm: [
    { en: 'past self-harm', fr: 'automutilation passée', where: isOver },
    { en: 'hurting self on purpose', fr: 'se blesser volontairement' },
  ],
  abuse_physical: [
    { en: 'physical violence in the past', fr: 'violence physique passée', where: isOver },
    { en: 'being physically hurt', fr: 'subir de la violence physique' },
  ],
  abuse_emotional: [{ en: 'being belittled or controlled', fr: 'être rabaissé ou contrôlé' }],
  abuse_sexual: [{ en: 'unwanted sexual contact', fr: 'contact sexuel non désiré' }],
  'abuse_sexual.online_exploitation': [{ en: 'sexual pressure online', fr: 'pression sexuelle en ligne' }],
  depressed: [{ en: 'low mood', fr: 'humeur basse' }],
  'depressed.hopelessness': [{ en: 'no hope for the future', fr: "aucun espoir pour l'avenir" }],
  'depressed.low_self_worth': [{ en: 'feeling bad about self', fr: 'mauvaise image de soi' }],
  'anxiety_stress.panic': [{ en: 'panic felt in the body', fr: 'panique ressentie dans le corps' }],
  isolated: [{ en: 'feeling alone', fr: 'se sentir seul' }],
  'bully.online': [{ en: 'being mistreated online', fr: 'mauvais traitement en ligne' }],
  'substance_abuse.alcohol': [{ en: 'own alcohol use', fr: "sa consommation d'alcool" }],
  'substance_abuse.drugs_vaping': [
    { en: 'own vaping', fr: 'son vapotage', where: VAPING },
    { en: 'own cannabis use', fr: 'sa consommation de cannabis', where: CANNABIS },
    { en: 'own drug use', fr: 'sa consommation de drogues' },
  ],
  'eating_body_image.disordered_eating': [
    { en: 'distress around eating', fr: 'détresse face à la nourriture' },
  ],
  'eating_body_image.body_image': [{ en: 'distress over own body', fr: 'détresse face à son corps' }],
};

/**
 * The general phrase of a label, as exact as the words beside what states it allow.
 * @param said what the texter wrote in one breath, normalised
 */
export function generalPhrase(label: string, said: string): Pick<GeneralPhrase, 'en' | 'fr'> | undefined {
  return GENERAL[label]?.find(({ where }) => where?.(said) ?? true);
}

/** Whether something can be said from a label alone. */
export const hasPhrase = (label: string): boolean => GENERAL[label] !== undefined;

/** Whether a canonical phrase is a general one of a label. */
export function isPhraseOf(label: string, phrase: string): boolean {
  return GENERAL[label]?.some(({ en }) => en === phrase) ?? false;
}
