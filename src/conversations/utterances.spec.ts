import type { Sender, Transcript } from './conversation.types.js';
import { isFiller } from './fillers.js';
import { isFrench } from './french.js';
import { texterSentences, utterancesOf } from './utterances.js';

const transcript = (...messages: [Sender, string][]): Transcript => ({
  language: 'en',
  messages: messages.map(([from, text], position) => ({ position, from, at: null, text })),
});
const texts = (...messages: [Sender, string][]) =>
  utterancesOf(texterSentences(transcript(...messages))).map(({ text }) => text);

describe('utterances', () => {
  it('join the pieces of one thought and leave the responder out', () => {
    expect(
      texts(
        ['texter', 'hi'],
        ['responder', 'Hi, what is on your mind?'],
        ['texter', 'so my bf'],
        ['texter', 'broke up w me over text'],
        ['responder', 'That hurts.'],
        ['texter', 'ya'],
        ['texter', 'i cant stop crying'],
      ),
    ).toEqual(['so my bf. broke up w me over text', 'i cant stop crying']);
  });

  it('split a long post into several', () => {
    const post = 'i argue with my dad about school every single evening. '.repeat(8);
    const parts = utterancesOf(texterSentences(transcript(['texter', post])));
    expect(parts.length).toBeGreaterThan(3);
    for (const { words } of parts) expect(words).toBeLessThanOrEqual(28);
  });

  it('keep the place of every sentence in its message', () => {
    const conversation = transcript(['responder', 'Hello'], ['texter', 'I feel awful.  My DAD left! ok']);
    for (const { message, start, end, text } of texterSentences(conversation))
      expect(conversation.messages[message]!.text.slice(start, end)).toBe(text);
  });

  it('are none where the texter only greets', () => {
    expect(texts(['texter', 'hi'], ['responder', 'Hi!'], ['texter', 'ok thank you bye'])).toEqual([]);
  });
});

describe('fillers', () => {
  it.each([
    'hi',
    'ok thank you',
    'idk',
    'yeah i guess',
    'lol',
    '🙂',
    'bonjour',
    'oui merci',
    'is this a real person',
  ])('"%s" says nothing', (text) => expect(isFiller(text)).toBe(true));

  it.each(['help me', 'im not ok', 'i want to die', 'ça va pas', 'my mom'])('"%s" says something', (text) =>
    expect(isFiller(text)).toBe(false),
  );
});

describe('French', () => {
  it.each(["chu pu capable, j'en peux plus", 'je sais pas quoi faire', 'ma blonde pis moi on se chicane'])(
    'is told from English: %s',
    (text) => expect(isFrench(text)).toBe(true),
  );

  it.each(["i don't know what to do", 'my mom yells', 'english class sucks', ''])('is not %s', (text) =>
    expect(isFrench(text)).toBe(false),
  );
});
