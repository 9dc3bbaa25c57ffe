import { Logger } from '@nestjs/common';
import {
  failing,
  finding,
  inEnglishOnly,
  presidioFaults,
  PresidioServer,
} from '../../../test/support/presidio.server.js';
import { SettingsError } from '../../config/settings.js';
import { DeidentificationService } from '../deidentification.service.js';
import { Organisation } from '../organisation/organisation.js';
import { organisationSchema } from '../organisation/organisation.schema.js';
import { PresidioAnalyzer } from './presidio.analyzer.js';
import { PresidioError } from './presidio.error.js';

describe('the Presidio analyzer', () => {
  let server: PresidioServer;
  let analyzer: PresidioAnalyzer;
  const organisation = new Organisation(organisationSchema.parse({ allow: ['Qorvex House'] }));
  /** Waits for no answer long, and so is for the servers that give none. */
  let hasty: PresidioAnalyzer;
  const connect = (url = server.url) => PresidioAnalyzer.connect({ url, deadline: 1_000 });

  beforeAll(async () => {
    Logger.overrideLogger(false);
    server = await PresidioServer.start();
    analyzer = await PresidioAnalyzer.connect({ url: server.url });
    hasty = await connect();
  });
  beforeEach(() => {
    server.behaviour = finding({});
    server.asked.length = 0;
    server.mostOpen = 0;
  });
  afterAll(() => server.stop());

  const cleaned = async (types: Record<string, string>, ...texts: string[]) => {
    server.behaviour = finding(types);
    const service = new DeidentificationService(organisation, analyzer);
    const { messages } = await service.deidentify(
      texts.map((text) => ({ from: 'texter' as const, at: null, text })),
    );
    return messages.map(({ text }) => text);
  };

  describe('joins its findings with ours', () => {
    it.each([
      ['a person', { waffle: 'PERSON' }, 'lol waffle is mad', 'lol [NAME_1] is mad'],
      ['a place', { waffle: 'LOCATION' }, 'lol waffle is mad', 'lol [PLACE_1] is mad'],
      ['a number', { 'zz 81': 'US_PASSPORT' }, 'its zz 81 ok', 'its [ID_NUMBER_1] ok'],
      ['a kind nobody foresaw', { zz81: 'ES_NIF' }, 'its zz81 ok', 'its [ID_NUMBER_1] ok'],
      ['a name behind emoji', { waffle: 'PERSON' }, '😭👩‍👩‍👧 waffle 😭', '😭👩‍👩‍👧 [NAME_1] 😭'],
      ['a name within a letter beyond 16 bits', { waffle: 'PERSON' }, '𝓱𝓲 waffle', '𝓱𝓲 [NAME_1]'],
      ['a whole word where it marks a part', { waff: 'PERSON' }, 'saw waffle', 'saw [NAME_1]'],
      [
        'the surname of a name of ours',
        { 'kayla will': 'PERSON' },
        'my name is kayla will',
        'my name is [NAME_1]',
      ],
      ['two names apart', { 'waffle and pickle': 'PERSON' }, 'waffle and pickle', '[NAME_1] and [NAME_2]'],
    ])('%s', async (_what, types, text, expected) => {
      expect(await cleaned(types, text)).toEqual([expected]);
      expect(await cleaned({}, text)).not.toEqual(await cleaned(types, text));
    });

    it.each([
      ['within a longer one of ours', { waffle: 'PERSON' }, 'waffle@example.com', '[EMAIL_1]'],
      ['and leaves its title', { 'dr qorvex': 'PERSON' }, 'saw dr qorvex', 'saw dr [NAME_1]'],
      ['and leaves kinship before it', { 'uncle qorvex': 'PERSON' }, 'uncle qorvex', 'uncle [NAME_1]'],
    ])('a name %s', async (_what, types, text, expected) => {
      expect(await cleaned(types, text)).toEqual([expected]);
    });

    it.each([
      ['a time', { monday: 'DATE_TIME' }, 'on monday'],
      ['a people', { muslim: 'NRP' }, 'im muslim'],
      ['an age', { fifteen: 'AGE' }, 'im fifteen'],
      ['an organisation', { leafs: 'ORGANIZATION' }, 'the leafs game'],
      ['a country', { canada: 'LOCATION' }, 'moved to canada'],
      ['a province', { 'british columbia': 'LOCATION' }, 'in british columbia'],
      ['a kept phrase', { 'taylor swift': 'PERSON' }, 'i love taylor swift'],
      ['kinship', { grandma: 'PERSON' }, 'grandma is nice'],
      ['a helpline', { '1-800-668-6868': 'PHONE_NUMBER' }, 'call 1-800-668-6868'],
      ['a short line', { '686868': 'PHONE_NUMBER' }, 'text 686868'],
      ['a public site', { 'kidshelpphone.ca': 'URL' }, 'see kidshelpphone.ca'],
      ['an allowed phrase', { 'qorvex house': 'PERSON' }, 'at qorvex house'],
      ['a typed placeholder', { NAME_1: 'PERSON' }, 'hi [NAME_1]'],
    ])('but not %s', async (_what, types, text) => {
      expect(await cleaned(types, text)).toEqual([text]);
    });

    it('and leaves the province of a town', async () => {
      expect(await cleaned({ 'qorvex, ontario': 'LOCATION' }, 'from qorvex, ontario')).toEqual([
        'from [PLACE_1], ontario',
      ]);
    });

    it('and takes none that is less sure than ours have to be', async () => {
      server.behaviour = finding({ waffle: 'PERSON' }, 0.4);
      const service = new DeidentificationService(organisation, analyzer);
      const raw = [{ from: 'texter' as const, at: null, text: 'lol waffle is mad' }];
      expect((await service.deidentify(raw)).redactions).toEqual([]);
    });

    it('and looks for them in the whole conversation, one placeholder for a person', async () => {
      expect(
        await cleaned({ 'Qorvex Zylph': 'PERSON' }, 'qorvex hates me', 'it was Qorvex Zylph', 'qorvexs mom'),
      ).toEqual(['[NAME_1] hates me', 'it was [NAME_1]', '[NAME_1] mom']);
    });

    it('and says which recognizer it was', async () => {
      server.behaviour = finding({ lamp: 'PERSON' });
      const service = new DeidentificationService(organisation, analyzer);
      const { redactions } = await service.deidentify([{ from: 'texter', at: null, text: 'lol lamp' }]);
      expect(redactions).toMatchObject([{ recognizer: 'presidio', score: 0.85, entity: 'NAME' }]);
      expect(service.scan('lol lamp')).toEqual([]);
    });
  });

  it('is asked each text once, several at a time and never more than 8', async () => {
    server.behaviour = (response) => void setImmediate(() => response.end('[]'));
    const texts = Array.from({ length: 60 }, (_, i) => `text ${i % 40}`);
    const found = await Promise.all([
      analyzer.analyze([...texts, '', '😭'], 'en'),
      analyzer.analyze(texts, 'en'),
    ]);
    expect(found.map(({ length }) => length)).toEqual([62, 60]);
    expect(server.asked).toHaveLength(80);
    expect(server.mostOpen).toBeGreaterThan(1);
    expect(server.mostOpen).toBeLessThanOrEqual(8);
    expect(server.asked[0]).toMatchObject({
      method: 'POST',
      path: '/analyze',
      language: 'en',
      score_threshold: 0.5,
    });
  });

  it('is asked in French where it reads French, and in English else', async () => {
    await analyzer.analyze(['allo'], 'fr');
    await analyzer.analyze(['hola'], 'es');
    server.behaviour = inEnglishOnly(finding({}));
    const english = await connect();
    server.asked.length = 0;
    await english.analyze(['allo'], 'fr');
    expect(server.asked.map(({ language }) => language)).toEqual(['en']);
  });

  it('is asked below a path, with the user of its address as authentication', async () => {
    const user = Buffer.from('me:pa ss').toString('base64');
    await connect(server.url.replace('http://', 'http://me:pa%20ss@') + '/presidio/');
    expect(server.asked[0]).toMatchObject({ path: '/presidio/analyze', authorization: `Basic ${user}` });
  });

  it('is asked again where it has closed an idle connection', async () => {
    let first = true;
    server.behaviour = (response, asked) => {
      if (first) response.socket?.resetAndDestroy();
      else finding({})(response, asked);
      first = false;
    };
    await expect(analyzer.analyze(['hi'], 'en')).resolves.toEqual([[]]);
  });

  describe.each(presidioFaults)('that %s', (_what, behaviour, reason) => {
    it('leaves nothing de-identified, and neither text nor answer in the error', async () => {
      const secret = 'zerlindavale';
      server.behaviour = (response, asked) =>
        asked.text.includes(secret) ? behaviour(response, asked) : finding({})(response, asked);
      const service = new DeidentificationService(organisation, hasty);
      const error: unknown = await service
        .deidentify([
          { from: 'texter', at: null, text: 'hello' },
          { from: 'texter', at: null, text: `my name is ${secret}` },
        ])
        .catch((fault: unknown) => fault);
      expect(error).toBeInstanceOf(PresidioError);
      expect(error).toMatchObject({
        code: 'UNAVAILABLE',
        message: expect.stringMatching(reason),
      });
      expect(error).not.toHaveProperty('cause');
      expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/zerlindavale|my name/);
      await expect(hasty.analyze(['hello'], 'en')).resolves.toEqual([[]]);
    });

    it('stops the start by the name of the setting', async () => {
      server.behaviour = behaviour;
      const attempt = connect();
      await expect(attempt).rejects.toThrow(SettingsError);
      await expect(attempt).rejects.toThrow(/^PRESIDIO_URL: the Presidio analyzer [^\n]*$/);
    });
  });

  it('that is not there stops the start', async () => {
    const gone = await PresidioServer.start();
    await gone.stop();
    await expect(connect(gone.url)).rejects.toThrow(/^PRESIDIO_URL: .* cannot be reached, or broke off$/);
  });

  it('that fails for French otherwise than by an error stops the start, too', async () => {
    server.behaviour = (response, asked) =>
      asked.language === 'fr'
        ? void response.end('<html>')
        : failing(asked.language === 'en' ? 200 : 500)(response, asked);
    await expect(connect()).rejects.toThrow(SettingsError);
  });
});
