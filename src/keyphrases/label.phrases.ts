import type { CueHit } from '../classification/cues.js';
import type { Classification } from '../classification/classification.types.js';
import type { Span } from '../conversations/conversation.types.js';
import type { Sentence } from '../conversations/utterances.js';
import type { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { isOwnUse } from './concepts/whose.js';
import type { Candidate } from './constraints/candidate.js';
import { spanOf } from './phrases/phrase.finder.js';

/** What can be said of a conversation in English and French from a label alone: always less than its words say. */
const GENERAL: Readonly<Record<string, readonly [en: string, fr: string]>> = {
  'suicide.ideation': ['thoughts of ending life', "pensées d'en finir"],
  'suicide.plan_or_means': ['plan to end life', 'plan pour en finir'],
  'suicide.attempt': ['attempt to end life', "tentative d'en finir"],
  self_harm: ['hurting self on purpose', 'se blesser volontairement'],
  abuse_physical: ['being physically hurt', 'subir de la violence physique'],
  abuse_emotional: ['being belittled or controlled', 'être rabaissé ou contrôlé'],
  abuse_sexual: ['unwanted sexual contact', 'contact sexuel non désiré'],
  'abuse_sexual.online_exploitation': ['sexual approaches online', 'sollicitation sexuelle en ligne'],
  depressed: ['low mood', 'humeur basse'],
  'depressed.hopelessness': ['no hope for the future', "aucun espoir pour l'avenir"],
  'depressed.low_self_worth': ['never feeling good enough', 'jamais se sentir assez bien'],
  anxiety_stress: ['feeling overwhelmed', 'se sentir dépassé'],
  'anxiety_stress.panic': ['panic felt in the body', 'panique ressentie dans le corps'],
  'anxiety_stress.school': ['strain of school', "poids de l'école"],
  'anxiety_stress.work_money': ['worry over work or money', "soucis de travail ou d'argent"],
  isolated: ['feeling alone', 'se sentir seul'],
  'relationship.family': ['tension in the family', 'tension dans la famille'],
  'relationship.friends': ['trouble with friends', 'difficultés entre amis'],
  'relationship.romantic': ['romantic feelings or relationship', 'sentiments ou relation amoureuse'],
  'bully.in_person': ['being mistreated by others', 'mauvais traitement par autrui'],
  'bully.online': ['being mistreated online', 'mauvais traitement en ligne'],
  'substance_abuse.alcohol': ['own alcohol use', "sa consommation d'alcool"],
  'substance_abuse.drugs_vaping': ['own vaping or drug use', 'sa consommation de drogues'],
  'eating_body_image.disordered_eating': ['distress around eating', 'détresse face à la nourriture'],
  'eating_body_image.body_image': ['distress over own body', 'détresse face à son corps'],
  'gender_sexual_identity.gender_identity': ['own sense of gender', 'vécu de son genre'],
  'gender_sexual_identity.sexual_orientation': [
    'concerns around sexual attraction',
    "vécu lié à l'attirance",
  ],
  grief: ['mourning a loved one', "deuil d'un proche"],
  third_party: ['worry over another person', 'inquiétude pour une autre personne'],
  covid_19: ['life upset by covid', 'vie bouleversée par la covid'],
};

/** Whether a canonical phrase is the general one of a label. */
export function isPhraseOf(label: string, phrase: string): boolean {
  return GENERAL[label]?.[0] === phrase;
}

/** Labels of substance use, which their phrases say to be the texter's own. */
const USE = 'substance_abuse.';

/** A weaker cue is a hint that no phrase can rest on. */
const TELLING = 0.55;

/** From this score on a label of no risk needs no cue. */
const SURE = 0.65;

const MOST_SPANS = 2;

/** Above what is no danger, which stays below 1, and below what says more of the danger. */
const RISK = 1;

/** Candidates below this score only fill up a conversation with few. */
export const FILL = 0.2;

/**
 * General phrases of the labels that hold: of a risk label that no other phrase speaks for, so that no danger is
 * left out because the bank lacks the texter's words for it; of others, to fill up where little was found.
 * A danger is only spoken of where the texter's words hold a cue of it.
 */
export class LabelPhrases {
  /** Some are phrases of the bank, too. */
  private readonly conceptOf: ReadonlyMap<string, string>;

  constructor(private readonly taxonomy: TaxonomyService) {
    this.conceptOf = new Map(taxonomy.concepts.map(({ id, phrase }) => [phrase, id]));
  }

  /**
   * @param hits cues of the taxonomy's labels
   * @param covered labels that a phrase speaks for already
   * @param sentences all that the texter wrote
   */
  candidates(
    { labels }: Classification,
    hits: readonly CueHit[],
    covered: ReadonlySet<string>,
    sentences: readonly Sentence[],
    language: string,
  ): Candidate[] {
    return labels.flatMap(({ id, score, evidence }) => {
      const phrase = GENERAL[id];
      const said = saying(id, hits);
      const risk = this.taxonomy.byId(id)?.risk === true;
      if (!phrase || labels.some((other) => other.id.startsWith(`${id}.`))) return [];
      if (id.startsWith(USE) && !isOwnUse(said.length > 0 ? said : sentences)) return [];
      if (risk ? covered.has(id) || !isStated(id, said, hits) : said.length === 0 && score < SURE) return [];
      // A bare yes to a question is no evidence to show; what the label rests on beside it is.
      const telling = said.filter(({ filler }) => !filler).map(spanOf);
      const [en, fr] = phrase;
      return [
        {
          text: language === 'fr' ? fr : en,
          canonical: en,
          concept: this.conceptOf.get(en) ?? null,
          evidence: (telling.length > 0 ? telling : fullest(evidence)).slice(0, MOST_SPANS),
          score: (risk ? RISK : 0) + (score * FILL) / 2,
        },
      ];
    });
  }
}

/** The sentences with a cue of the label that the texter says of themselves, the surest first. */
function saying(id: string, hits: readonly CueHit[]): Sentence[] {
  return hits
    .filter(({ label, weight, denied, voice }) => {
      const own = voice === 'self' || id === 'third_party';
      return label === id && weight >= TELLING && !denied && own;
    })
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ sentence }) => sentence);
}

/** Whether the texter says it; after a denial a bare yes to a question does not. */
function isStated(id: string, said: readonly Sentence[], hits: readonly CueHit[]): boolean {
  const denied = hits.some((hit) => hit.label === id && hit.denied);
  return said.some(({ filler }) => !filler || !denied);
}

/** The longest first: of what a label rests on, whole sentences say more than short answers. */
function fullest(spans: readonly Span[]): Span[] {
  return spans.toSorted((a, b) => b.end - b.start - (a.end - a.start));
}
