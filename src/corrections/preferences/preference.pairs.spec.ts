import type { Provenance } from '../../conversations/conversation.types.js';
import { type KeyphraseCorrection, preferencePairs } from './preference.pairs.js';

const madeFrom: Provenance = {
  engine: 'llm',
  model: 'm',
  taxonomy: '1.0.0',
  prompt: 'classify@1 keyphrases@1',
  degraded: false,
};
const span = (message: number) => ({ message, start: 0, end: 4 });

const edit = (
  before: string,
  after: string,
  more: Partial<KeyphraseCorrection> = {},
): KeyphraseCorrection => ({
  kind: 'keyphrase_edited',
  before,
  after,
  why: null,
  evidence: [span(0)],
  madeFrom,
  ...more,
});
const removal = (before: string) =>
  edit(before, '', { kind: 'keyphrase_removed', after: null, evidence: [] });
const addition = (after: string) => edit('', after, { kind: 'keyphrase_added', before: null });

describe('preferencePairs', () => {
  it('keeps an edit as it was made', () => {
    expect(preferencePairs([edit('fights with dad', 'fights with stepdad', { why: 'inaccurate' })])).toEqual([
      {
        before: 'fights with dad',
        after: 'fights with stepdad',
        why: 'inaccurate',
        evidence: [span(0)],
        madeFrom,
      },
    ]);
  });

  it("makes one of edits of an edit, from the engine's words to the last, with the last reason given", () => {
    const pairs = preferencePairs([
      edit('a', 'b', { why: 'unclear' }),
      edit('x', 'y'),
      edit('b', 'c', { evidence: [span(1)], madeFrom: null }),
    ]);
    expect(pairs).toMatchObject([
      { before: 'x', after: 'y' },
      { before: 'a', after: 'c', why: 'unclear', evidence: [span(1)], madeFrom },
    ]);
  });

  it('keeps nothing of an edit that was taken back, or whose phrase was removed', () => {
    expect(preferencePairs([edit('a', 'b'), edit('b', 'a')])).toEqual([]);
    expect(preferencePairs([edit('a', 'b'), removal('b')])).toEqual([]);
    expect(preferencePairs([edit('a', 'a')])).toEqual([]);
  });

  it("keeps nothing of a responder's own phrase, through all its wordings", () => {
    expect(preferencePairs([addition('a'), edit('a', 'b'), edit('b', 'c')])).toEqual([]);
  });

  it('leaves labels out', () => {
    expect(
      preferencePairs([edit('grief', '', { kind: 'label_removed', after: null }), edit('a', 'b')]),
    ).toHaveLength(1);
    expect(preferencePairs([edit('', 'grief', { kind: 'label_added', before: null }), removal('z')])).toEqual(
      [],
    );
  });
});
