import { smallTaxonomy } from '../../test/support/small-taxonomy.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import {
  applyCorrections,
  reviewAfterCorrections,
  type Correction,
  type Findings,
} from './apply.corrections.js';

const span = (message: number) => ({ message, start: 0, end: 5 });

const findings: Findings = {
  labels: [
    { id: 'suicide', score: 0.8, evidence: [span(1)], source: 'engine' },
    { id: 'suicide.ideation', score: 0.8, evidence: [span(1)], source: 'engine' },
    { id: 'relationship', score: 0.6, evidence: [span(2)], source: 'engine' },
  ],
  keyphrases: ['wanting to die', 'fights with dad', 'trouble sleeping'].map((text, message) => ({
    text,
    canonical: text,
    concept: null,
    inTaxonomy: true,
    evidence: [span(message)],
    source: 'engine',
  })),
};

const correction = (kind: Correction['kind'], more: Partial<Correction> = {}): Correction => ({
  kind,
  before: null,
  after: null,
  canonical: null,
  evidence: [],
  ...more,
});

const apply = (...corrections: Correction[]) => applyCorrections(findings, corrections, smallTaxonomy);
const labelsAfter = (...corrections: Correction[]) => apply(...corrections).labels.map(({ id }) => id);
const phrasesAfter = (...corrections: Correction[]) =>
  apply(...corrections).keyphrases.map(({ text }) => text);

describe('applyCorrections', () => {
  it('leaves findings alone where there is nothing to correct', () => {
    expect(apply()).toBe(findings);
  });

  it("adds a label with its parents, certain and with the responder's evidence", () => {
    const { labels } = apply(
      correction('label_added', { after: 'relationship.family', evidence: [span(3)] }),
    );
    expect(labels.slice(0, 2)).toEqual([
      { id: 'relationship.family', score: 1, evidence: [span(3)], source: 'responder' },
      { id: 'relationship', score: 1, evidence: [span(2), span(3)], source: 'responder' },
    ]);
    expect(labels).toHaveLength(4);
  });

  it('says the same evidence once', () => {
    const { labels } = apply(correction('label_added', { after: 'relationship', evidence: [span(2)] }));
    expect(labels[0]?.evidence).toEqual([span(2)]);
  });

  it('removes a label with those under it, and keeps its parent when only a child goes', () => {
    expect(labelsAfter(correction('label_removed', { before: 'suicide' }))).toEqual(['relationship']);
    expect(labelsAfter(correction('label_removed', { before: 'suicide.ideation' }))).toEqual([
      'suicide',
      'relationship',
    ]);
  });

  it('follows a label that the taxonomy has renamed since', () => {
    const renamed = new TaxonomyService({
      ...smallTaxonomy,
      labels: smallTaxonomy.labels.map((label) =>
        label.id === 'relationship' ? { ...label, was: ['family_trouble'] } : label,
      ),
    });
    const after = (each: Correction) =>
      applyCorrections(findings, [each], renamed).labels.map(({ id, source }) => `${id} ${source}`);
    expect(after(correction('label_added', { after: 'family_trouble' }))).toContain('relationship responder');
    expect(after(correction('label_removed', { before: 'family_trouble' }))).not.toContain(
      'relationship engine',
    );
  });

  it('takes later corrections as later words', () => {
    expect(
      labelsAfter(
        correction('label_removed', { before: 'relationship' }),
        correction('label_added', { after: 'relationship', evidence: [span(2)] }),
      ),
    ).toContain('relationship');
  });

  it('adds no label that this version of the taxonomy lacks', () => {
    expect(labelsAfter(correction('label_added', { after: 'gone', evidence: [span(1)] }))).not.toContain(
      'gone',
    );
  });

  it('adds, removes and rewords keyphrases, a new wording in the place of the old', () => {
    expect(phrasesAfter(correction('keyphrase_removed', { before: 'fights with dad' }))).toEqual([
      'wanting to die',
      'trouble sleeping',
    ]);
    expect(
      phrasesAfter(
        correction('keyphrase_edited', { before: 'fights with dad', after: 'fights with stepdad' }),
      ),
    ).toEqual(['wanting to die', 'fights with stepdad', 'trouble sleeping']);
    const added = apply(
      correction('keyphrase_added', { after: 'peine de cœur', canonical: 'heartbreak', evidence: [span(4)] }),
    ).keyphrases.at(-1);
    expect(added).toMatchObject({ canonical: 'heartbreak', source: 'responder', evidence: [span(4)] });
  });

  it('keeps a new wording when the engine does not find the old one any more', () => {
    expect(
      phrasesAfter(
        correction('keyphrase_edited', {
          before: 'not found now',
          after: 'missing home',
          evidence: [span(0)],
        }),
      ),
    ).toContain('missing home');
  });

  it("has a meaning once, in the responder's words", () => {
    const { keyphrases } = apply(
      correction('keyphrase_added', { after: 'fights with dad', evidence: [span(5)] }),
    );
    expect(keyphrases.filter(({ text }) => text === 'fights with dad')).toMatchObject([
      { source: 'responder', evidence: [span(5)] },
    ]);
  });

  it("makes room for a responder's keyphrases by dropping the engine's least telling", () => {
    const seven = Array.from({ length: 7 }, (_, n) => ({
      ...findings.keyphrases[0]!,
      text: `p${n}`,
      canonical: `p${n}`,
    }));
    const { keyphrases } = applyCorrections(
      { ...findings, keyphrases: seven },
      [correction('keyphrase_added', { after: 'missing home', evidence: [span(0)] })],
      smallTaxonomy,
    );
    expect(keyphrases.map(({ text }) => text)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'missing home']);
  });

  it('tells whether the taxonomy covers a new keyphrase by the labels that rest on the same words', () => {
    const about = (message: number) =>
      apply(correction('keyphrase_added', { after: 'new phrase', evidence: [span(message)] })).keyphrases.at(
        -1,
      );
    expect(about(2)?.inTaxonomy).toBe(true);
    expect(about(9)?.inTaxonomy).toBe(false);
  });
});

describe('reviewAfterCorrections', () => {
  const after = (...corrections: Correction[]) =>
    reviewAfterCorrections(['low_confidence'], findings.labels, apply(...corrections).labels, smallTaxonomy);

  it('flags a risk label that a person removed', () => {
    expect(after(correction('label_removed', { before: 'suicide.ideation' }))).toEqual([
      'low_confidence',
      'risk_disagreement',
    ]);
  });

  it('flags nothing for other labels, nor for one that came back', () => {
    expect(after(correction('label_removed', { before: 'relationship' }))).toEqual(['low_confidence']);
    expect(
      after(
        correction('label_removed', { before: 'suicide' }),
        correction('label_added', { after: 'suicide.ideation', evidence: [span(1)] }),
      ),
    ).toEqual(['low_confidence']);
  });
});
