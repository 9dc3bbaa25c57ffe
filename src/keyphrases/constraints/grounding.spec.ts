import { chat } from '../../../test/support/transcripts.js';
import type { Span, Transcript } from '../../conversations/conversation.types.js';
import { evidenceOf, ground } from './grounding.js';

const transcript = chat([
  'r: Do you want to die?',
  't: no. i CAN’T  take it anymore, the therapist said so',
  't: [NAME_1] hit me… every day',
  'r: I am so sorry that he hits you.',
  't: i want to be left alone',
]);
const textOf = ({ messages }: Transcript, { message, start, end }: Span) =>
  messages[message]!.text.slice(start, end);
const said = (quote: string) => ground(quote, transcript).map((span) => textOf(transcript, span));

describe('ground', () => {
  it.each([
    ["I can't take it anymore", ['i CAN’T  take it anymore']],
    ['i cant take it anymore!!', ['i CAN’T  take it anymore']],
    ['take it anymore the therapist', ['take it anymore, the therapist']],
    ['[NAME_1] hit me every day', ['[NAME_1] hit me… every day']],
    ['"hit me"', ['hit me']],
  ])('finds %p whatever its case, spacing, punctuation and apostrophes', (quote, found) =>
    expect(said(quote)).toEqual(found),
  );

  it.each([
    ['I am so tired because you know', ['im sooooo tired bc u know']],
    ['im so tired bc u know', ['im sooooo tired bc u know']],
    ["i'm soooo tired because u know", ['im sooooo tired bc u know']],
    ["I don't know what I want to do right now", ['idk what i wanna do rn']],
    ['people at school', ['ppl at school']],
    ['je suis vraiment fatiguée parce que', ['chui vrm fatiguée pcq']],
  ])('finds %p however the texter spells it', (quote, found) => {
    const chatter = chat([
      't: im sooooo tired bc u know',
      't: idk what i wanna do rn. ppl at school',
      't: chui vrm fatiguée pcq',
      't: took 2 pills',
    ]);
    expect(ground(quote, chatter).map((span) => textOf(chatter, span))).toEqual(found);
    expect(ground('to pills', chatter)).toEqual([]);
    expect(ground('so exhausted', chatter)).toEqual([]);
  });

  it('follows a quote over consecutive messages of one turn, with a span in each', () =>
    expect(said('the therapist said so [NAME_1] hit me')).toEqual([
      'the therapist said so',
      '[NAME_1] hit me',
    ]));

  it.each([
    ['i cannot take it anymore', 'other words'],
    ['the rapist said so', 'other words that sound alike'],
    ['i take it anymore', 'words left out'],
    ['Do you want to die', 'the responder’s words'],
    ['hit me every day i want', 'words of two turns'],
    ['no i want to', 'words of two turns'],
    ['anymore it take', 'another order'],
    ['theràpist', 'another letter'],
    ['', 'nothing'],
    ['?!…', 'nothing but punctuation'],
  ])('does not find %p: %s', (quote) => expect(said(quote)).toEqual([]));
});

describe('evidence', () => {
  const spans = (...evidence: Span[]) => evidenceOf({ evidence }, transcript);

  it('keeps a span within a texter’s message', () =>
    expect(spans({ message: 4, start: 2, end: 23 })).toEqual([{ message: 4, start: 2, end: 23 }]));

  it.each([
    ['a responder’s message', { message: 0, start: 0, end: 10 }],
    ['no message', { message: 9, start: 0, end: 3 }],
    ['an end past the text', { message: 4, start: 0, end: 99 }],
    ['an empty stretch', { message: 4, start: 3, end: 3 }],
    ['a stretch turned round', { message: 4, start: 9, end: 3 }],
    ['a place before the text', { message: 4, start: -4, end: 3 }],
    ['half a character', { message: 4, start: 0.5, end: 9 }],
    ['a greeting or assent', { message: 1, start: 0, end: 2 }],
    ['a placeholder alone', { message: 2, start: 0, end: 8 }],
  ])('drops a span on %s', (_, span) => expect(spans(span)).toEqual([]));

  it('joins spans and quotes without repeats, in the order of the conversation', () =>
    expect(
      evidenceOf(
        {
          evidence: [{ message: 4, start: 2, end: 23 }],
          quotes: ['hit me', 'want to be left alone', 'made up'],
        },
        transcript,
      ),
    ).toEqual([
      { message: 2, start: 9, end: 15 },
      { message: 4, start: 2, end: 23 },
    ]));
});
