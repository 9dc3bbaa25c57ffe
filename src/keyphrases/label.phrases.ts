import type { CueHit } from '../classification/cues.js';
import type { Classification } from '../classification/classification.types.js';
import type { Span } from '../conversations/conversation.types.js';
import type { Sentence } from '../conversations/utterances.js';
import type { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { isAsked, isOwnUse } from './concepts/whose.js';
import type { Candidate } from './constraints/candidate.js';
import { spanOf } from './phrases/phrase.finder.js';

/**
 * What can be said in English and French from a label alone: always less than its words say. Labels of a topic have
 * none (`tension in the family`, `strain of school`): it would be their name in other words.
 */
const GENERAL: Readonly<Record<string, readonly [en: string, fr: string]>> = {
  'suicide.ideation': ['thoughts of ending life', "pensées d'en finir"],
  'suicide.plan_or_means': ['means or plan to die', 'moyens ou plan pour mourir'],
  'suicide.attempt': ['attempt to end life', "tentative d'en finir"],
  self_harm: ['hurting self on purpose', 'se blesser volontairement'],
  abuse_physical: ['being physically hurt', 'subir de la violence physique'],
  abuse_emotional: ['being belittled or controlled', 'être rabaissé ou contrôlé'],
  abuse_sexual: ['unwanted sexual contact', 'contact sexuel non désiré'],
  'abuse_sexual.online_exploitation': ['sexual pressure online', 'pression sexuelle en ligne'],
  depressed: ['low mood', 'humeur basse'],
  'depressed.hopelessness': ['no hope for the future', "aucun espoir pour l'avenir"],
  'depressed.low_self_worth': ['feeling bad about self', 'mauvaise image de soi'],
  'anxiety_stress.panic': ['panic felt in the body', 'panique ressentie dans le corps'],
  isolated: ['feeling alone', 'se sentir seul'],
  'bully.online': ['being mistreated online', 'mauvais traitement en ligne'],
  'substance_abuse.alcohol': ['own alcohol use', "sa consommation d'alcool"],
  'substance_abuse.drugs_vaping': ['own vaping or drug use', 'sa consommation de drogues'],
  'eating_body_image.disordered_eating': ['distress around eating', 'détresse face à la nourriture'],
  'eating_body_image.body_image': ['distress over own body', 'détresse face à son corps'],
};

/** Whether something can be said from a label alone. */
export const hasPhrase = (label: string): boolean => GENERAL[label] !== undefined;

/** Whether a canonical phrase is the general one of a label. */
export function isPhraseOf(label: string, phrase: string): boolean {
  return GENERAL[label]?.[0] === phrase;
}

/** A weaker cue is a hint that no phrase can rest on. */
const TELLING = 0.55;

const MOST_SPANS = 2;

/** Labels of substance use, which their phrases say to be the texter's own. */
const USE = 'substance_abuse.';

/** Above what is no danger, which stays below 1, and below what says more of the danger. */
const DANGER = 1;

/** A candidate below this score is for a conversation of which nothing else can be said. */
export const LAST_RESORT = 0.2;

/**
 * General phrases of the labels that hold and that no other phrase speaks for: of a risk label always, so that no
 * danger is left out because the bank lacks the texter's words for it; of others as a last resort, for they were judged
 * right half of the time (docs/evaluation.md). Both only where the texter's words hold a cue of the label.
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
   */
  candidates(
    { labels }: Classification,
    hits: readonly CueHit[],
    covered: ReadonlySet<string>,
    language: string,
  ): Candidate[] {
    return labels.flatMap(({ id, score, evidence }) => {
      const phrase = GENERAL[id];
      const said = saying(id, hits);
      if (!phrase || covered.has(id) || labels.some((other) => other.id.startsWith(`${id}.`))) return [];
      if (!isStated(id, said, hits) || (id.startsWith(USE) && !isOwnUse(said))) return [];
      const danger = this.taxonomy.byId(id)?.risk === true ? DANGER : 0;
      if (danger === 0 && said.every(isAsked)) return [];
      // A bare yes to a question is no evidence to show; what the label rests on beside it is.
      const telling = said.filter(({ filler }) => !filler).map(spanOf);
      const [en, fr] = phrase;
      return [
        {
          text: language === 'fr' ? fr : en,
          canonical: en,
          concept: this.conceptOf.get(en) ?? null,
          evidence: (telling.length > 0 ? telling : fullest(evidence)).slice(0, MOST_SPANS),
          score: danger + (score * LAST_RESORT) / 2,
        },
      ];
    });
  }
}

/** The sentences with a cue of the label that the texter says of themselves: whole statements, then answers; the surest first. */
function saying(id: string, hits: readonly CueHit[]): Sentence[] {
  return hits
    .filter(({ label, weight, denied, voice }) => {
      return label === id && weight >= TELLING && !denied && voice === 'self';
    })
    .toSorted((a, b) => Number(a.more !== undefined) - Number(b.more !== undefined) || b.weight - a.weight)
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
