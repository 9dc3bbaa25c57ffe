import { DeidentificationService } from '../deidentification.service.js';
import { readPassage } from '../passage.js';
import { Organisation } from './organisation.js';
import { organisationSchema } from './organisation.schema.js';

const serviceWith = (content: object) =>
  new DeidentificationService(new Organisation(organisationSchema.parse(content)));
const cleaned = async (content: object, ...texts: string[]) => {
  const lines = texts.map((text) => ({ from: 'texter' as const, at: null, text }));
  const { messages } = await serviceWith(content).deidentify(lines);
  return messages.map(({ text }) => text);
};

describe("an organisation's own names, places and schools", () => {
  const own = {
    names: ['Bo Quill', 'Wishard', 'L’Arche-Roy', '王小明', 'Marys'],
    places: ['Rocking Chair'],
    schools: ["St. Mary's Annex"],
  };

  it.each([
    ['ask wishard', 'ask [NAME_1]'],
    ['WISHARD said so', '[NAME_1] said so'],
    ["wishard's dog, wishards cat", "[NAME_1]'s dog, [NAME_1] cat"],
    ['saw bo quill and BO-QUILL', 'saw [NAME_1] and [NAME_1]'],
    ['a quill pen', 'a quill pen'],
    ['the rocking chair by the lake', 'the [PLACE_1] by the lake'],
    ["l'arche-roy sait", '[NAME_1] sait'],
    ['我叫王小明。', '我叫[NAME_1]。'],
    ["mary's or marys", "[NAME_1]'s or [NAME_1]"],
    ['st marys annex sucks', '[SCHOOL_1] sucks'],
  ])('go from «%s»', async (text, expected) => {
    expect(await cleaned(own, text)).toEqual([expected]);
  });

  it('are not found within a longer word', () => {
    const organisation = new Organisation(organisationSchema.parse(own));
    expect(organisation.find(readPassage([{ message: 0, text: 'wishardly speaking' }]))).toEqual([]);
  });

  it('go from a phrase that is split over two texts', async () => {
    expect(await cleaned(own, 'i saw bo', 'quill today')).toEqual(['i saw [NAME_1]', '[NAME_1] today']);
  });

  it('are the same person as the name that our recognizers find around them', async () => {
    expect(await cleaned(own, 'my name is wishard okafor', 'ya wishard, like mr okafor')).toEqual([
      'my name is [NAME_1]',
      'ya [NAME_1], like mr [NAME_1]',
    ]);
  });

  it('leave a longer finding whole', async () => {
    expect(await cleaned(own, 'mail wishard@example.com', 'at wishard high school')).toEqual([
      'mail [EMAIL_1]',
      'at [SCHOOL_1]',
    ]);
  });

  it('are found by the second reader, too, which says by which recognizer and why', () => {
    expect(serviceWith(own).scan('talks with Wishard')).toEqual([
      {
        message: 0,
        start: 11,
        end: 18,
        entity: 'NAME',
        recognizer: 'organisation-name',
        score: 1,
        reason: "in the organisation's own list",
      },
    ]);
    expect(serviceWith({}).scan('talks with a rocking chair')).toEqual([]);
    expect(serviceWith(own).findsIdentifier('talks with a rocking chair')).toBe(true);
  });

  it('leave placeholders that someone typed', async () => {
    expect(await cleaned({ names: ['name'] }, '[NAME_1] is my name')).toEqual(['[NAME_1] is my [NAME_2]']);
  });
});

describe("an organisation's own patterns", () => {
  const own = {
    patterns: [
      { name: 'file-number', entity: 'ID_NUMBER', pattern: String.raw`\bKL-?(?<id>\d{4,8})\b` },
      {
        name: 'bed',
        entity: 'ID_NUMBER',
        pattern: String.raw`\bb\d{2}\b`,
        score: 0.2,
        context: ['Bed', 'lit'],
      },
    ],
  };

  it.each([
    ['its kl-20871 ok', 'its kl-[ID_NUMBER_1] ok'],
    ['KL20871 again', 'KL[ID_NUMBER_1] again'],
    ['vitamin b12', 'vitamin b12'],
    ['my bed is b12', 'my bed is [ID_NUMBER_1]'],
  ])('find what they are for in «%s»', async (text, expected) => {
    expect(await cleaned(own, text)).toEqual([expected]);
  });

  it('say of a finding what the file says of it', () => {
    const [finding] = serviceWith(own).scan('kl-20871');
    expect(finding).toMatchObject({ recognizer: 'file-number', reason: 'a pattern of the organisation' });
  });
});

describe('what an organisation allows', () => {
  const own = { allow: ['Jordan', 'Kapuskasing House', 'help@jordan.example.org', '647-555-0134'] };

  it.each([
    'jordan said hi',
    'my name is Jordan',
    "jordan's place, jordans",
    'i stay at kapuskasing house',
    'mail help@jordan.example.org',
    'call 647 555 0134',
  ])('stays in «%s»', async (text) => {
    expect(await cleaned(own, text)).toEqual([text]);
    expect(serviceWith(own).scan(text)).toEqual([]);
  });

  it.each([
    ['jordan@example.com', '[EMAIL_1]'],
    ['me.help@jordan.example.org', '[EMAIL_1]'],
    ['my name is jordan okafor', 'my name is [NAME_1]'],
    ['insta @jordan', 'insta [HANDLE_1]'],
    ['im from kapuskasing', 'im from [PLACE_1]'],
    ['1-647-555-0134', '[PHONE_1]'],
  ])('frees no longer identifier: «%s»', async (text, expected) => {
    expect(await cleaned(own, text)).toEqual([expected]);
  });

  it('stays where the words go elsewhere in the conversation', async () => {
    const lines = ['im from kapuskasing', 'kapuskasing house helped', 'kapuskasing didnt'];
    expect(await cleaned(own, ...lines)).toEqual([
      'im from [PLACE_1]',
      'kapuskasing house helped',
      '[PLACE_1] didnt',
    ]);
  });

  it('is not found across a mark that parts sentences', async () => {
    expect(await cleaned(own, 'im from kapuskasing, house is fine')).toEqual([
      'im from [PLACE_1], house is fine',
    ]);
  });
});
