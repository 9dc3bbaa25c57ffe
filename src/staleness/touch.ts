import { assents } from '../classification/answers.js';
import { CueIndex } from '../classification/cues.js';
import { named } from '../classification/named.js';
import type { Transcript } from '../conversations/conversation.types.js';
import { isFrench } from '../conversations/french.js';
import { normalised } from '../conversations/normalised.js';
import { type Sentence, texterSentences, utterancesOf } from '../conversations/utterances.js';
import { once } from '../operations/once.js';
import {
  cueLine,
  diffTaxonomies,
  type EntryChange,
  type LabelField,
  type TaxonomyDiff,
} from '../taxonomy/taxonomy.diff.js';
import type { Concept, CueLanguage, Label, Taxonomy } from '../taxonomy/taxonomy.types.js';
import type { Reason, StoredResult } from './staleness.types.js';

/**
 * How near to a threshold's old and new place a score may lie for its label, or the doubt about it, to change: a score
 * this close above a threshold is doubted (0.05, `review.ts`), one that may not hold is put just below it (0.01,
 * `hierarchy.ts`), and scores are stored in single precision. A test compares the two with what the rules give.
 */
const NEAR = 0.061;

type Cues = Pick<Taxonomy, 'labels' | 'concepts'>;

/**
 * Tells whether a result that was made with one taxonomy may differ under another. It errs on one side only: a result
 * that it leaves alone is the same under both, whichever engine made it; one that it touches may turn out the same.
 */
export class Touch {
  private readonly diff: TaxonomyDiff;
  private readonly fields: ReadonlySet<LabelField>;
  /** In which languages exemplars of labels changed; those of concepts are compared across languages. */
  private readonly exemplars: ReadonlySet<CueLanguage>;
  private readonly changedCues: () => CueIndex | null;
  private readonly riskCues: () => CueIndex;

  constructor(
    private readonly before: Taxonomy,
    private readonly after: Taxonomy,
  ) {
    this.diff = diffTaxonomies(before, after);
    const changes = this.diff.labels.flatMap((change) => (change.kind === 'changed' ? change.fields : []));
    this.fields = new Set(changes.map(({ field }) => field));
    const differ = (language: CueLanguage) => {
      const [old, now] = [before, after].map(({ labels }) =>
        labels.map((label) => label.exemplars[language]),
      );
      return JSON.stringify(old) !== JSON.stringify(now);
    };
    this.exemplars = new Set((['en', 'fr'] as const).filter(differ));
    this.changedCues = once(() => this.indexOfChanges());
    this.riskCues = once(() => new CueIndex(this.cuesOfRisk()));
  }

  /** Whether nothing at all differs but the version. */
  get isNone(): boolean {
    const { labels, concepts, reordered } = this.diff;
    return labels.length + concepts.length === 0 && !reordered.labels && !reordered.concepts;
  }

  /**
   * All reasons for which a result is touched; none where it holds as it is.
   * @param transcript what the result is of
   */
  reasons(result: StoredResult, transcript: Transcript): Reason[] {
    const reasons = new Set<Reason>();
    // A trained head serves one version of the taxonomy only.
    if (hasHead(result) && this.before.version !== this.after.version) reasons.add('engine');
    if (this.isNone) return [...reasons];
    const sentences = texterSentences(transcript);
    if (this.cueChangesIn(sentences)) reasons.add('cues');
    if (this.riskMovesIn(result, transcript, sentences)) reasons.add('risk');
    const asked = result.engine?.startsWith('llm') === true;
    // Where a texter said nothing at all, none of the rest has anything to weigh.
    if (sentences.length === 0) return [...reasons];
    if (this.labelsDiffer()) reasons.add('labels');
    if (this.conceptsDiffer()) reasons.add('concepts');
    const french = utterancesOf(sentences).map(({ text }) => isFrench(normalised(text)));
    if (french.some((is) => this.exemplars.has(is ? 'fr' : 'en'))) reasons.add('exemplars');
    if (this.fields.has('threshold') && (asked || this.scoreIsNear(result))) reasons.add('threshold');
    if (this.fields.has('risk') && hasHead(result)) reasons.add('risk');
    if (asked && this.fields.size > 0) reasons.add('prompt');
    return [...reasons];
  }

  private labelsDiffer(): boolean {
    const { labels, reordered } = this.diff;
    // No keyphrase may be a bare name, so that a name bears on all of them.
    return reordered.labels || labels.some(({ kind }) => kind !== 'changed') || this.fields.has('name');
  }

  /** Cues aside, which are looked for. */
  private conceptsDiffer(): boolean {
    const { concepts, reordered } = this.diff;
    return (
      reordered.concepts ||
      concepts.some(
        (change) => change.kind !== 'changed' || change.fields.some(({ field }) => field !== 'cues'),
      )
    );
  }

  private cueChangesIn(sentences: readonly Sentence[]): boolean {
    const index = this.changedCues();
    return index !== null && hasHit(index, sentences);
  }

  private riskMovesIn(result: StoredResult, transcript: Transcript, sentences: readonly Sentence[]): boolean {
    if (!this.fields.has('risk')) return false;
    const moved = new Set(changedIn(this.diff.labels, 'risk').map(({ id }) => id));
    const told = assents(transcript, sentences);
    const answered = [...told, ...named(transcript, sentences, told)].some(({ label }) => moved.has(label));
    const mayHold = this.before.labels.some(
      ({ id, threshold }, index) => moved.has(id) && (result.scores?.[index] ?? 1) >= threshold - NEAR,
    );
    return (
      mayHold || answered || result.labels.some((id) => moved.has(id)) || hasHit(this.riskCues(), sentences)
    );
  }

  /** Whether a label whose threshold moved scores so that it, its doubt or its parent's evidence may change. */
  private scoreIsNear({ scores }: StoredResult): boolean {
    if (!scores) return true;
    const now = new Map(this.after.labels.map((label) => [label.id, label.threshold]));
    return this.before.labels.some(({ id, threshold }, index) => {
      const moved = now.get(id);
      if (moved === undefined || moved === threshold) return false;
      // What a parent scores by itself, which its children hide, decides whether it adds evidence of its own.
      const isParent = this.before.labels.some((label) => label.id.startsWith(`${id}.`));
      const score = scores[index] ?? 1;
      return (
        score >= Math.min(threshold, moved) - NEAR && (isParent || score < Math.max(threshold, moved) + NEAR)
      );
    });
  }

  /** The cues that only one of the two has, or that moved among the others; null where there are none. */
  private indexOfChanges(): CueIndex | null {
    const lines = new Map<string, ReadonlySet<string> | null>();
    for (const [kind, changes] of [
      ['label', this.diff.labels],
      ['concept', this.diff.concepts],
    ] as const)
      for (const change of changes) {
        const cues = change.kind === 'changed' ? change.fields.find(({ field }) => field === 'cues') : null;
        if (cues === undefined) continue;
        // Of what came, went or was put in another order, all counts.
        const all = cues === null || cues.reordered;
        const changed = all ? null : new Set([...cues.removed, ...cues.added]);
        lines.set(`${kind} ${change.id}`, changed);
        if (change.kind === 'renamed') lines.set(`${kind} ${change.was}`, changed);
      }
    if (lines.size === 0) return null;
    const counts = (entry: string, line: string) => {
      const changed = lines.get(entry);
      return changed === null || changed?.has(line) === true;
    };
    const labels = [...this.before.labels, ...this.after.labels].map((label) => ({
      ...label,
      cues: filtered(label.cues, (language, cue) =>
        counts(`label ${label.id}`, cueLine(language, cue.pattern, cue.weight)),
      ),
    }));
    const concepts = [...this.before.concepts, ...this.after.concepts].map((concept) => ({
      ...concept,
      cues: filtered(concept.cues, (language, cue) =>
        counts(`concept ${concept.id}`, cueLine(language, cue)),
      ),
    }));
    return new CueIndex({ labels, concepts });
  }

  private cuesOfRisk(): Cues {
    const moved = new Set(changedIn(this.diff.labels, 'risk').map(({ id }) => id));
    const { labels, concepts } = this.before;
    return {
      labels: labels.filter(({ id }) => moved.has(id)),
      concepts: concepts.filter((concept) => concept.labels.some((id) => moved.has(id))),
    };
  }
}

/** What `LocalClassifier` adds to the name of its model where it has a trained head. */
const hasHead = ({ engine }: StoredResult): boolean => engine?.includes('+head-') === true;

/** A hit without weight is a figure of speech, which no cue stands for. */
function hasHit(index: CueIndex, sentences: readonly Sentence[]): boolean {
  const { labels, concepts } = index.find(sentences);
  return concepts.length > 0 || labels.some(({ weight }) => weight > 0);
}

function changedIn<Field extends string>(changes: readonly EntryChange<Field>[], field: Field) {
  return changes.filter(
    (change) => change.kind === 'changed' && change.fields.some((each) => each.field === field),
  );
}

function filtered<Cue extends Label['cues']['en'][number] | Concept['cues']['en'][number]>(
  cues: Readonly<Record<CueLanguage, readonly Cue[]>>,
  keep: (language: CueLanguage, cue: Cue) => boolean,
): Record<CueLanguage, Cue[]> {
  return {
    en: cues.en.filter((cue) => keep('en', cue)),
    fr: cues.fr.filter((cue) => keep('fr', cue)),
  };
}
