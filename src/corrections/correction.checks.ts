import { Injectable } from '@nestjs/common';
import type { Span, Transcript } from '../conversations/conversation.types.js';
import type { ConstraintName } from '../keyphrases/constraints/candidate.js';
import { isEvidence } from '../keyphrases/constraints/grounding.js';
import { KeyphraseConstraints, MOST_KEYPHRASES } from '../keyphrases/keyphrase.constraints.js';
import { PublicError } from '../operations/public.error.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import type { Correction, Findings } from './apply.corrections.js';
import type { Corrections } from './correction.types.js';

/** So many corrections of a kind at once are a mistake. */
const MOST_AT_ONCE = 50;

/** What each constraint expects of a phrase. */
const EXPECTED: Readonly<Record<ConstraintName, string>> = {
  length: 'expected 1 to 5 words',
  form: 'expected a noun phrase or gerund phrase in lower case',
  language: 'expected English, or the language of the conversation with an English `canonical`',
  placeholder: 'expected no placeholder',
  specificity: 'expected more than the name of a label',
  grounding: "expected evidence in the texter's words",
  judgement: 'expected no diagnosis, blame or judgement that the texter did not state',
  identifier: 'expected nothing that could identify a person',
  distinctness: 'expected a meaning that no other keyphrase of the conversation has',
  count: `expected at most ${MOST_KEYPHRASES} keyphrases in all: remove one first`,
};

/** A phrase that a responder gives, with the name of its field. */
interface Proposed {
  field: string;
  text: string;
  canonical: string | null;
  evidence: readonly Span[];
}

/** Checks a responder's corrections against the stored text and the rules that engines are held to. */
@Injectable()
export class CorrectionChecks {
  constructor(
    private readonly taxonomy: TaxonomyService,
    private readonly constraints: KeyphraseConstraints,
  ) {}

  /**
   * @returns the corrections to record, in the order in which they apply
   * @throws PublicError BAD_INPUT with the field of the first fault; it quotes neither phrases nor text
   */
  async check(input: Corrections, transcript: Transcript, findings: Findings): Promise<Correction[]> {
    for (const [field, list] of Object.entries(input))
      if ((list ?? []).length > MOST_AT_ONCE) throw fault(field, `expected at most ${MOST_AT_ONCE}`);
    const labels = [...this.removedLabels(input, findings), ...this.addedLabels(input, transcript)];
    const keyphrases = await this.keyphrases(input, transcript, findings);
    if (labels.length + keyphrases.length === 0) throw fault('', 'expected something to correct');
    return [...labels, ...keyphrases];
  }

  private removedLabels({ removeLabels }: Corrections, { labels }: Findings): Correction[] {
    return (removeLabels ?? []).map((id, index) => {
      if (!labels.some((label) => label.id === id))
        throw fault(`removeLabels[${index}]`, 'expected a label that the conversation has');
      return { kind: 'label_removed', before: id, after: null, canonical: null, evidence: [] };
    });
  }

  private addedLabels({ addLabels }: Corrections, transcript: Transcript): Correction[] {
    return (addLabels ?? []).map(({ id, evidence }, index) => {
      const field = `addLabels[${index}]`;
      if (!this.taxonomy.byId(id)) throw fault(`${field}.id`, 'expected the id of a label of the taxonomy');
      return {
        kind: 'label_added',
        before: null,
        after: id,
        canonical: null,
        evidence: checkedEvidence(evidence, transcript, `${field}.evidence`),
      };
    });
  }

  private async keyphrases(
    { removeKeyphrases, editKeyphrases, addKeyphrases }: Corrections,
    transcript: Transcript,
    { keyphrases }: Findings,
  ): Promise<Correction[]> {
    const stored = (text: string, field: string) => {
      const found = keyphrases.find((keyphrase) => keyphrase.text === text);
      if (!found) throw fault(field, 'expected a keyphrase that the conversation has');
      return found;
    };
    const removed = (removeKeyphrases ?? []).map((text, index): Correction => ({
      kind: 'keyphrase_removed',
      before: stored(text, `removeKeyphrases[${index}]`).text,
      after: null,
      canonical: null,
      evidence: [],
    }));
    const edits = (editKeyphrases ?? []).map(({ from, text, canonical, evidence, why }, index) => {
      const field = `editKeyphrases[${index}]`;
      const old = stored(from, `${field}.from`);
      const given = evidence ? checkedEvidence(evidence, transcript, `${field}.evidence`) : old.evidence;
      return {
        field: `${field}.text`,
        from,
        text,
        canonical: canonical ?? null,
        evidence: given,
        why: why ?? null,
      };
    });
    const additions = (addKeyphrases ?? []).map(({ text, canonical, evidence }, index) => {
      const field = `addKeyphrases[${index}]`;
      const given = checkedEvidence(evidence, transcript, `${field}.evidence`);
      return { field: `${field}.text`, text, canonical: canonical ?? null, evidence: given };
    });
    const replaced = new Set([...(removeKeyphrases ?? []), ...edits.map(({ from }) => from)]);
    const staying = keyphrases.filter(({ text }) => !replaced.has(text));
    await this.checkPhrases([...edits, ...additions], staying, transcript);
    return [
      ...removed,
      ...edits.map(({ from, text, canonical, evidence, why }): Correction => ({
        kind: 'keyphrase_edited',
        before: from,
        after: text,
        canonical,
        evidence,
        why,
      })),
      ...additions.map(({ text, canonical, evidence }): Correction => ({
        kind: 'keyphrase_added',
        before: null,
        after: text,
        canonical,
        evidence,
      })),
    ];
  }

  /** Holds phrases to the constraints that engines are held to, beside the keyphrases that stay. */
  private async checkPhrases(
    proposed: readonly Proposed[],
    staying: Findings['keyphrases'],
    transcript: Transcript,
  ): Promise<void> {
    if (proposed.length === 0) return;
    const taken = new Set(staying.map(({ text }) => text));
    for (const { text, field } of proposed) {
      if (taken.has(text)) throw fault(field, EXPECTED.distinctness);
      taken.add(text);
    }
    const { refused } = await this.constraints.check(
      [
        ...staying.map((keyphrase) => ({ ...keyphrase, score: 2 })),
        ...proposed.map(({ text, canonical, evidence }, index) => ({
          text,
          canonical: canonical ?? undefined,
          evidence,
          score: 1 - index / 1000,
        })),
      ],
      transcript,
    );
    for (const { text, field } of proposed) {
      const refusal = refused.find(({ candidate }) => candidate.text === text);
      if (refusal) throw fault(field, EXPECTED[refusal.constraint]);
    }
  }
}

function checkedEvidence(evidence: readonly Span[], transcript: Transcript, field: string): Span[] {
  const messages = new Map(transcript.messages.map((message) => [message.position, message]));
  if (evidence.length === 0) throw fault(field, 'expected 1 span or more');
  if (evidence.length > MOST_AT_ONCE) throw fault(field, `expected at most ${MOST_AT_ONCE} spans`);
  return evidence.map((span, index) => {
    if (!isEvidence(span, messages))
      throw fault(
        `${field}[${index}]`,
        "expected a span within one of the texter's messages, with words in it",
      );
    return { message: span.message, start: span.start, end: span.end };
  });
}

function fault(field: string, expected: string): PublicError {
  return new PublicError('BAD_INPUT', expected, field ? `input.${field}` : 'input');
}
