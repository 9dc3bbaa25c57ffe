import type { Mention } from '../deidentification.types.js';
import { lexicon } from '../lexicon.js';
import { annotatedLineSchema } from './annotated.text.js';
import { RedactionTally } from './redaction.tally.js';

const mention = (message: number, start: number, end: number): Mention => ({
  message,
  start,
  end,
  entity: 'NAME',
  recognizer: 'name-cue',
  score: 0.9,
  reason: 'a reason',
  identity: 'x',
});

describe('scores of de-identification', () => {
  const text = 'my name is kayla b from kapuskasing ok';
  const spans = [
    { start: 11, end: 18, type: 'NAME' },
    { start: 24, end: 35, type: 'PLACE' },
  ];
  const scored = (mentions: Mention[]) => {
    const tally = new RedactionTally(lexicon());
    const misses = tally.add('a', [{ from: 'texter', text, spans }], mentions);
    return { misses, ...tally.scores() };
  };

  it('count a span as gone only when no letter or digit of it can be read', () => {
    expect(scored([mention(0, 11, 16)]).all).toMatchObject({ spans: 2, gone: 0 });
    expect(scored([mention(0, 11, 16), mention(0, 17, 18)]).all).toMatchObject({ spans: 2, gone: 1 });
    expect(scored([mention(0, 11, 18), mention(0, 20, 35)]).types).toEqual([
      { type: 'NAME', spans: 1, gone: 1 },
      { type: 'PLACE', spans: 1, gone: 1 },
    ]);
  });

  it('count the words outside the spans that a finding takes, even in part', () => {
    expect(scored([]).words).toEqual({ other: 5, kept: 5 });
    const { words, misses } = scored([mention(0, 11, 18), mention(0, 20, 35)]);
    expect(words).toEqual({ other: 5, kept: 4 });
    expect(misses).toEqual([{ id: 'a', message: 0, start: 20, end: 35, kind: 'removed', by: 'name-cue' }]);
  });

  it('ask nothing of kinds that stay by rule', () => {
    const tally = new RedactionTally(lexicon());
    tally.add('a', [{ from: 'texter', text: 'im 15', spans: [{ start: 3, end: 5, type: 'AGE' }] }], []);
    expect(tally.scores()).toMatchObject({ all: { spans: 0 }, words: { other: 1, kept: 1 } });
  });

  it('leave out the article that was marked with a place', () => {
    const tally = new RedactionTally(lexicon());
    const at = (text: string) => ({
      from: 'texter' as const,
      text,
      spans: [{ start: 3, end: text.length, type: 'PLACE' }],
    });
    tally.add('a', [at('at the zone')], [mention(0, 7, 11)]);
    tally.add('b', [at("à  l'étape")], [mention(0, 5, 10)]);
    tally.add('c', [at('at the zone')], [mention(0, 3, 6)]);
    expect(tally.scores().all).toMatchObject({ spans: 3, gone: 2 });
  });

  it('tell countries and states apart, which stay by rule', () => {
    const tally = new RedactionTally(lexicon());
    const place = { start: 5, end: 12, type: 'PLACE' };
    tally.add('a', [{ from: 'texter', text: 'from ontario', spans: [place] }], []);
    expect(tally.scores().regions).toMatchObject({ spans: 1, gone: 0 });
  });
});

describe('a line of an annotated file', () => {
  const decomposed = 'cafe\u0301 kayla';

  it('is NFC-normalised with its spans moved along', () => {
    const line = { id: 'a', text: decomposed, spans: [{ start: 6, end: 11, type: 'NAME' }] };
    expect(annotatedLineSchema.parse(line)).toEqual({
      id: 'a',
      messages: [{ from: 'texter', text: 'caf\u00e9 kayla', spans: [{ start: 5, end: 10, type: 'NAME' }] }],
    });
  });

  it.each([
    ['a span beyond the text', [{ start: 0, end: 99, type: 'NAME' }]],
    ['an empty span', [{ start: 3, end: 3, type: 'NAME' }]],
    ['no spans', undefined],
  ])('with %s is refused', (_what, faulty) => {
    expect(annotatedLineSchema.safeParse({ id: 'a', text: 'short', spans: faulty }).success).toBe(false);
  });
});
