import type { LabelScore, ReviewReason } from '../classification/classification.types.js';
import type { Source } from '../classification/conversation.label.entity.js';
import type { Keyphrase } from '../keyphrases/keyphrase.types.js';
import { MOST_KEYPHRASES } from '../keyphrases/keyphrase.constraints.js';
import { TaxonomyMembership } from '../keyphrases/taxonomy.membership.js';
import type { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import type { CorrectionEntity } from './correction.entity.js';

/** What is stored of an analysis, with who said it. */
export interface Findings {
  labels: (LabelScore & { source: Source })[];
  keyphrases: (Keyphrase & { source: Source })[];
}

/** What `applyCorrections` needs of a correction. */
export type Correction = Pick<CorrectionEntity, 'kind' | 'before' | 'after' | 'canonical' | 'evidence'> &
  Partial<Pick<CorrectionEntity, 'why'>>;

/**
 * Lays a responder's corrections over an engine's findings, oldest first. A label that a person added holds
 * with score 1, and its parents with it; one that a person removed goes with its children. A person's
 * keyphrases stay whatever the engine finds this time: where there are too many, the engine's least telling go.
 */
export function applyCorrections(
  findings: Findings,
  corrections: readonly Correction[],
  taxonomy: TaxonomyService,
): Findings {
  if (corrections.length === 0) return findings;
  const { labels, keyphrases } = corrections.reduce(
    (current, correction) => apply(current, correction, taxonomy),
    findings,
  );
  const membership = new TaxonomyMembership(taxonomy);
  return {
    labels,
    keyphrases: withinLimit(keyphrases).map((keyphrase) =>
      keyphrase.source === 'responder'
        ? { ...keyphrase, inTaxonomy: membership.holds(keyphrase, { labels }) }
        : keyphrase,
    ),
  };
}

/**
 * The reasons for a review once corrections are laid over an engine's labels: a risk label that the engine found
 * and a person removed is a disagreement, which is never silent.
 */
export function reviewAfterCorrections(
  needsReview: readonly ReviewReason[],
  found: readonly { id: string }[],
  corrected: readonly { id: string }[],
  taxonomy: TaxonomyService,
): ReviewReason[] {
  const holds = new Set(corrected.map(({ id }) => id));
  const disagree = found.some(({ id }) => taxonomy.byId(id)?.risk && !holds.has(id));
  return [...new Set<ReviewReason>([...needsReview, ...(disagree ? (['risk_disagreement'] as const) : [])])];
}

function apply(findings: Findings, correction: Correction, taxonomy: TaxonomyService): Findings {
  const { labels, keyphrases } = findings;
  const { kind, before, after, evidence } = correction;
  switch (kind) {
    case 'label_added': {
      // A later version of the taxonomy may have renamed the label, or lack it.
      const label = taxonomy.present(after ?? '');
      const added = label ? [...taxonomy.ancestorsOf(label.id), label] : [];
      return {
        ...findings,
        labels: added.reduce((current, { id }) => withLabel(current, id, evidence), labels),
      };
    }
    case 'label_removed': {
      const label = taxonomy.present(before ?? '')?.id ?? before;
      const gone = new Set(taxonomy.descendantsOf(label ?? '').map(({ id }) => id));
      return { ...findings, labels: labels.filter(({ id }) => id !== label && !gone.has(id)) };
    }
    case 'keyphrase_added':
      return { ...findings, keyphrases: withKeyphrase(keyphrases, correction) };
    case 'keyphrase_removed':
      return { ...findings, keyphrases: keyphrases.filter(({ text }) => text !== before) };
    case 'keyphrase_edited':
      return { ...findings, keyphrases: withEdited(keyphrases, correction) };
  }
}

function withLabel(
  labels: Findings['labels'],
  id: string,
  evidence: LabelScore['evidence'],
): Findings['labels'] {
  const known = labels.find((label) => label.id === id)?.evidence ?? [];
  const fresh = evidence.filter(
    (span) =>
      !known.some(
        (other) => other.message === span.message && other.start === span.start && other.end === span.end,
      ),
  );
  const others = labels.filter((label) => label.id !== id);
  return [{ id, score: 1, evidence: [...known, ...fresh], source: 'responder' }, ...others];
}

function withKeyphrase(keyphrases: Findings['keyphrases'], correction: Correction): Findings['keyphrases'] {
  const own = keyphraseOf(correction);
  if (!own) return keyphrases;
  return [...keyphrases.filter((other) => !same(other, own)), own];
}

/** In the place of the phrase it replaces; at the end where the engine does not find that one any more. */
function withEdited(keyphrases: Findings['keyphrases'], correction: Correction): Findings['keyphrases'] {
  const own = keyphraseOf(correction);
  const place = keyphrases.findIndex(({ text }) => text === correction.before);
  if (!own || place < 0) return withKeyphrase(keyphrases, correction);
  return keyphrases.flatMap((other, index) => (index === place ? [own] : same(other, own) ? [] : [other]));
}

function keyphraseOf({ after, canonical, evidence }: Correction): Findings['keyphrases'][number] | null {
  if (after === null) return null;
  return {
    text: after,
    canonical: canonical ?? after,
    concept: null,
    inTaxonomy: false,
    evidence,
    source: 'responder',
  };
}

function same(a: Keyphrase, b: Keyphrase): boolean {
  return a.text === b.text || a.canonical === b.canonical;
}

function withinLimit(keyphrases: Findings['keyphrases']): Findings['keyphrases'] {
  const own = keyphrases.filter(({ source }) => source === 'responder').length;
  const found = keyphrases.filter(({ source }) => source === 'engine');
  const room = new Set(found.slice(0, Math.max(0, MOST_KEYPHRASES - own)));
  return keyphrases.filter((keyphrase) => keyphrase.source === 'responder' || room.has(keyphrase));
}
