import type { Source } from '../classification/conversation.label.entity.js';
import type { LabelScore } from '../classification/classification.types.js';
import type { Keyphrase } from '../keyphrases/keyphrase.types.js';
import type { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import type { CorrectionEntity } from './correction.entity.js';

/** What is stored of an analysis, with who said it. */
export interface Findings {
  labels: (LabelScore & { source: Source })[];
  keyphrases: (Keyphrase & { source: Source })[];
}

/** What `applyCorrections` needs of a correction. */
export type Correction = Pick<CorrectionEntity, 'kind' | 'before' | 'after' | 'evidence'>;

/**
 * Lays a responder's corrections over an engine's findings, oldest first. A label that a person added holds
 * with score 1, and its parents with it; one that a person removed goes with its children.
 */
export function applyCorrections(
  findings: Findings,
  corrections: readonly Correction[],
  taxonomy: TaxonomyService,
): Findings {
  return corrections.reduce((current, correction) => apply(current, correction, taxonomy), findings);
}

function apply(findings: Findings, correction: Correction, taxonomy: TaxonomyService): Findings {
  const { kind, before, after, evidence } = correction;
  switch (kind) {
    case 'label_added': {
      const added = after === null ? [] : [after, ...taxonomy.ancestorsOf(after).map(({ id }) => id)];
      return {
        ...findings,
        labels: added.reduce((labels, id) => withLabel(labels, id, evidence), findings.labels),
      };
    }
    case 'label_removed': {
      const gone = new Set(
        before === null ? [] : [before, ...taxonomy.descendantsOf(before).map(({ id }) => id)],
      );
      return { ...findings, labels: findings.labels.filter(({ id }) => !gone.has(id)) };
    }
    case 'keyphrase_added':
      return { ...findings, keyphrases: withKeyphrase(findings.keyphrases, after, evidence) };
    case 'keyphrase_removed':
      return { ...findings, keyphrases: findings.keyphrases.filter(({ text }) => text !== before) };
    case 'keyphrase_edited':
      return {
        ...findings,
        keyphrases: findings.keyphrases.map((keyphrase) =>
          keyphrase.text === before && after !== null
            ? { ...keyphrase, text: after, canonical: after, concept: null, source: 'responder' }
            : keyphrase,
        ),
      };
  }
}

function withLabel(
  labels: Findings['labels'],
  id: string,
  evidence: LabelScore['evidence'],
): Findings['labels'] {
  const others = labels.filter((label) => label.id !== id);
  const known = labels.find((label) => label.id === id);
  return [
    { id, score: 1, evidence: known ? [...known.evidence, ...evidence] : evidence, source: 'responder' },
    ...others,
  ];
}

function withKeyphrase(
  keyphrases: Findings['keyphrases'],
  text: string | null,
  evidence: Keyphrase['evidence'],
): Findings['keyphrases'] {
  if (text === null || keyphrases.some((keyphrase) => keyphrase.text === text)) return keyphrases;
  const added = {
    text,
    canonical: text,
    concept: null,
    inTaxonomy: false,
    evidence,
    source: 'responder' as const,
  };
  return [...keyphrases, added];
}
