import { MAX_MESSAGES, parseConversation } from './conversation.schema.js';

const valid = {
  id: 'c-1',
  startedAt: '2023-02-01T03:04:05Z',
  messages: [{ from: 'texter', text: 'hi' }],
};
const withMessage = (message: object) => ({ ...valid, messages: [{ ...valid.messages[0], ...message }] });

describe('the input contract', () => {
  it('takes the least and the most that DESIGN allows, and ignores unknown keys', () => {
    expect(parseConversation(valid)).toMatchObject({ status: 'valid' });
    expect(
      parseConversation({
        ...valid,
        endedAt: '2023-02-01T04:04:05+01:00',
        texterId: 't',
        tags: ['a'],
        survey: { ageGroup: '14-17', genderIdentity: null },
        gold: ['x'],
      }),
    ).toMatchObject({ status: 'valid', conversation: { tags: ['a'], survey: { ageGroup: '14-17' } } });
  });

  it.each([
    ['no object', 'secret', null, /JSON object/],
    ['no id', { ...valid, id: undefined }, 'id', /expected/],
    ['a number as id', { ...valid, id: 7 }, 'id', /expected text/],
    ['an empty id', { ...valid, id: '' }, 'id', /at least 1/],
    ['a NUL in the id', { ...valid, id: 'a\u0000' }, 'id', /control characters/],
    ['half a surrogate pair in the id', { ...valid, id: 'secret\ud83d' }, 'id', /half surrogate pair/],
    [
      'half a surrogate pair in the texter id',
      { ...valid, texterId: 'secret\ud83d' },
      'texterId',
      /half surrogate pair/,
    ],
    [
      'an end before the start',
      { ...valid, endedAt: '2023-02-01T03:04:04Z' },
      'endedAt',
      /not before startedAt/,
    ],
    ['the year 2999', { ...valid, startedAt: '2999-01-01T00:00:00Z' }, 'startedAt', /a day ahead of now/],
    ['a date that is none', { ...valid, startedAt: 'secret' }, 'startedAt', /date and time/],
    ['a 30th of February', { ...valid, startedAt: '2023-02-30T00:00:00Z' }, 'startedAt', /date and time/],
    ['the year 0', { ...valid, startedAt: '0000-01-01T00:00:00Z' }, 'startedAt', /years 1 to 9999/],
    [
      'a time before the year 1',
      withMessage({ at: '0001-01-01T00:00:00+23:59' }),
      'messages[0].at',
      /years 1/,
    ],
    ['a time after the year 9999', { ...valid, endedAt: '9999-12-31T23:59:00-01:00' }, 'endedAt', /years 1/],
    ['a date without a zone', { ...valid, startedAt: '2023-02-01T00:00:00' }, 'startedAt', /zone/],
    ['no messages', { ...valid, messages: [] }, 'messages', /at least 1 message/],
    ['messages that are no list', { ...valid, messages: 'secret' }, 'messages', /list of messages/],
    ['an unknown sender', withMessage({ from: 'secret' }), 'messages[0].from', /"texter" or "responder"/],
    ['text that is none', withMessage({ text: 5 }), 'messages[0].text', /expected text/],
    ['5 MB of text', withMessage({ text: 'secret'.repeat(900_000) }), 'messages[0].text', /at most 4000/],
    [
      'too many messages',
      { ...valid, messages: Array(MAX_MESSAGES + 1).fill(valid.messages[0]) },
      'messages',
      /10000/,
    ],
    ['tags that are no list', { ...valid, tags: 'secret' }, 'tags', /list of texts/],
    [
      'a survey answer that is no text',
      { ...valid, survey: { ageGroup: 9 } },
      'survey.ageGroup',
      /expected text/,
    ],
  ])('refuses %s by field and reason, never quoting it', (_what, input, field, reason) => {
    const refusal = parseConversation(input);
    expect(refusal).toMatchObject({
      status: 'refused',
      code: 'invalid',
      field,
      reason: expect.stringMatching(reason),
    });
    expect(JSON.stringify(refusal)).not.toMatch(/secret/);
  });

  it('takes what began and ended up to a day ahead of now, whose clock or zone may be wrong, and no more', () => {
    const now = new Date('2023-02-01T00:00:00Z');
    const [inTime, late] = ['2023-02-01T22:00:00-02:00', '2023-02-02T00:00:01Z'];
    const parse = (more: object) => parseConversation({ ...valid, ...more }, now);
    expect(parse({ startedAt: inTime, endedAt: inTime })).toMatchObject({ status: 'valid' });
    expect(parse({ startedAt: late })).toMatchObject({ status: 'refused', id: 'c-1', field: 'startedAt' });
    expect(parse({ endedAt: late })).toMatchObject({ status: 'refused', field: 'endedAt' });
  });

  it('lets messages lie outside the start and the end', () => {
    const outside = { ...withMessage({ at: '2023-01-31T00:00:00Z' }), endedAt: '2023-02-01T03:04:05Z' };
    expect(parseConversation(outside)).toMatchObject({ status: 'valid' });
  });

  it('reads a field of null as it reads an absent one', () => {
    const nothing = { endedAt: null, texterId: null, tags: null, survey: { ageGroup: null } };
    expect(parseConversation({ ...withMessage({ at: null }), ...nothing })).toEqual(parseConversation(valid));
  });

  it('names the conversation in a refusal where its id is usable', () => {
    expect(parseConversation({ ...valid, messages: [] })).toMatchObject({ id: 'c-1' });
    expect(parseConversation({ ...valid, id: 7 })).toMatchObject({ id: null });
  });

  it.each([
    ['emoji', 'ok 👩‍👩‍👧', 'ok 👩‍👩‍👧'],
    ['right-to-left text', 'مرحبا hello', 'مرحبا hello'],
    ['an empty message', '', ''],
    ['NUL, in its place', 'a\u0000b', 'a\ufffdb'],
    ['half a surrogate pair, in its place', 'a\ud83db', 'a\ufffdb'],
  ])('accepts %s', (_what, text, stored) => {
    expect(parseConversation(withMessage({ text }))).toMatchObject({
      conversation: { messages: [{ text: stored }] },
    });
  });
});
