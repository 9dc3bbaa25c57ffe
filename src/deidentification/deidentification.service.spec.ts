import { DeidentificationService } from './deidentification.service.js';

const service = new DeidentificationService();
type Line = readonly ['texter' | 'responder', string];

/** The texts of a conversation after de-identification. */
const texts = async (...lines: readonly Line[]): Promise<string[]> => {
  const { messages } = await service.deidentify(lines.map(([from, text]) => ({ from, at: null, text })));
  return messages.map(({ text }) => text);
};
const alone = async (text: string): Promise<string> => (await texts(['texter', text]))[0] ?? '';

describe('de-identification of a conversation', () => {
  it('keeps order, senders and times, and says where each placeholder stands in the new text', async () => {
    const at = '2023-02-01T03:04:05Z';
    expect(await service.deidentify([{ from: 'texter', at, text: 'my name is kayla' }])).toEqual({
      messages: [{ position: 0, from: 'texter', at, text: 'my name is [NAME_1]' }],
      redactions: [
        {
          message: 0,
          start: 11,
          end: 19,
          entity: 'NAME',
          recognizer: 'name-cue',
          score: 0.95,
          reason: 'follows words that introduce a name',
        },
      ],
    });
  });

  it('points every redaction at a placeholder, also behind emoji and other redactions', async () => {
    const { messages, redactions } = await service.deidentify([
      { from: 'texter', at: null, text: '😭 kayla from kapuskasing 😭 call 647-555-0134' },
    ]);
    const spans = redactions.map(({ start, end }) => messages[0]?.text.slice(start, end));
    expect(spans).toEqual(['[NAME_1]', '[PLACE_1]', '[PHONE_1]']);
  });

  it('removes a name from messages before the one that introduces it, and from the responder', async () => {
    expect(
      await texts(
        ['texter', 'bex hates me'],
        ['responder', 'I hear you'],
        ['texter', 'ya my sister is named bex'],
        ['responder', 'Does Bex know?'],
      ),
    ).toEqual(['[NAME_1] hates me', 'I hear you', 'ya my sister is named [NAME_1]', 'Does [NAME_1] know?']);
  });

  it('gives one placeholder to a person in any case, with a possessive, a typo or a surname', async () => {
    expect(
      await texts(
        ['texter', 'my bf tyler is mean'],
        ['texter', "TYLER yells, tylers mom too, Tyler's dad, tyyler, tylr, t4ler"],
        ['texter', 'tyler okafor is his name'],
      ),
    ).toEqual([
      'my bf [NAME_1] is mean',
      "[NAME_1] yells, [NAME_1] mom too, [NAME_1]'s dad, [NAME_1], [NAME_1], [NAME_1]",
      '[NAME_1] is his name',
    ]);
  });

  it('takes a misspelt name that was found by itself for the person it means', async () => {
    expect(await alone('tyler hit me and tyyler said sorry')).toBe('[NAME_1] hit me and [NAME_1] said sorry');
  });

  it('tells persons apart, also a surname after a title from a given name', async () => {
    expect(await alone('kayla and jayden told mrs smith about kayla')).toBe(
      '[NAME_1] and [NAME_2] told mrs [NAME_3] about [NAME_1]',
    );
  });

  it('numbers each kind of thing on its own, once per thing', async () => {
    expect(await alone('toronto to kapuskasing to toronto, 647 555 0134 is 647-555-0134')).toBe(
      '[PLACE_1] to [PLACE_2] to [PLACE_1], [PHONE_1] is [PHONE_1]',
    );
  });

  it('reads a sentence that is split over several texts', async () => {
    expect(
      await texts(
        ['texter', 'my name is'],
        ['texter', 'hope'],
        ['texter', 'my num is 647'],
        ['texter', '555 0134'],
      ),
    ).toEqual(['my name is', '[NAME_1]', 'my num is [PHONE_1]', '[PHONE_1]']);
  });

  it.each([
    ["What's your name?", 'wren', '[NAME_1]'],
    ['Who am I talking to?', 'zyla', '[NAME_1]'],
    ['What can I call you?', 'not telling u', 'not telling u'],
    ["C'est quoi ton nom?", 'maude', '[NAME_1]'],
    ['What city are you in?', 'brockport', '[PLACE_1]'],
    ['Which school?', 'brookhollow', '[SCHOOL_1]'],
    ["What's the zip code there?", '86999', '[POSTAL_CODE_1]'],
  ])('reads the answer to «%s»', async (question, answer, expected) => {
    expect((await texts(['responder', question], ['texter', answer]))[1]).toBe(expected);
  });

  it('leaves an everyday word that is a name as a word, and removes it as a name', async () => {
    expect(
      await texts(
        ['responder', "What's your name?"],
        ['texter', 'hope'],
        ['texter', 'i hope it gets better'],
        ['responder', 'Thanks Hope'],
        ['responder', 'Hope, I hear you'],
      ),
    ).toEqual([
      "What's your name?",
      '[NAME_1]',
      'i hope it gets better',
      'Thanks [NAME_1]',
      '[NAME_1], I hear you',
    ]);
  });

  it('removes a given name that only an e-mail address gives away', async () => {
    expect(
      await texts(['texter', 'sienna overboard lol'], ['texter', 'send it to sienna.rows@example.com']),
    ).toEqual(['[NAME_1] overboard lol', 'send it to [EMAIL_1]']);
  });

  it('leaves placeholders that someone typed, and gives their numbers to nobody else', async () => {
    expect(await alone('[NAME_1] and [SCHOOL_9] told kayla [NAME_x]')).toBe(
      '[NAME_1] and [SCHOOL_9] told [NAME_2] [NAME_x]',
    );
  });

  it('changes nothing when it reads its own output', async () => {
    const once = await alone('my name is kayla from kapuskasing, 647-555-0134, i go to westview high school');
    expect(await alone(once)).toBe(once);
  });

  it('links nothing across conversations', async () => {
    expect([await alone('jayden and kayla'), await alone('kayla and jayden')]).toEqual([
      '[NAME_1] and [NAME_2]',
      '[NAME_1] and [NAME_2]',
    ]);
  });

  it('normalises to NFC, so that accents written apart hide no name', async () => {
    expect(await alone('jai vu e\u0301loise, cafe\u0301')).toBe('jai vu [NAME_1], café');
  });

  it.each(['\u0000kayla\u0000', '\u202Ekayla\u202C', '👩‍👩‍👧kayla👩‍👩‍👧', '\uD800 kayla', '“kayla”'])(
    'finds a name among strange characters: %j',
    async (text) => {
      const { messages, redactions } = await service.deidentify([{ from: 'texter', at: null, text }]);
      expect(messages[0]?.text).toBe(text.replace('kayla', '[NAME_1]'));
      expect(redactions).toHaveLength(1);
    },
  );

  it('takes empty conversations and empty messages', async () => {
    expect(await service.deidentify([])).toEqual({ messages: [], redactions: [] });
    expect(await alone('')).toBe('');
  });

  it('leaves ages, grades, doses, times, money, years and crisis lines', async () => {
    const text =
      'im 15 in grade 9, born in 2009, took 20 mg of zoloft at 3:30pm 2 hrs ago, got 85%, owe $200, call 988 or 911 or text 686868 or 1-800-668-6868';
    expect(await alone(text)).toBe(text);
  });

  it('reads what a model wrote a second time, and takes placeholders for none', async () => {
    expect(service.findsIdentifier('fights with jayden')).toBe(true);
    expect(service.findsIdentifier('fights with [NAME_1] about caring for younger siblings')).toBe(false);
  });
});
