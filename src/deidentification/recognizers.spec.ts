import { DeidentificationService } from './deidentification.service.js';
import type { Entity } from './deidentification.types.js';

const service = new DeidentificationService();

/** What is found of one entity in a text, `«»` around nothing else. */
const found = (text: string, entity: Entity): string[] =>
  service
    .scan(text)
    .filter((finding) => finding.entity === entity)
    .map(({ start, end }) => text.slice(start, end));

/** Entity, a text, and what of it identifies someone; an empty list where nothing does. */
const EXAMPLES: readonly (readonly [Entity, string, readonly string[]])[] = [
  ['PHONE', 'call me 647-555-0134', ['647-555-0134']],
  ['PHONE', 'its (416) 555 0199 ext 12', ['(416) 555 0199 ext 12']],
  ['PHONE', 'text +1.604.555.0117 ok', ['+1.604.555.0117']],
  ['PHONE', '6475550134', ['6475550134']],
  ['PHONE', 'mon cell c 514 555-0142', ['514 555-0142']],
  ['PHONE', '555-0199', ['555-0199']],
  ['PHONE', 'my number is 555 0199', ['555 0199']],
  ['PHONE', '+44 7700 900077', ['+44 7700 900077']],
  ['PHONE', '6 4 7 5 5 5 0 1 3 4', ['6 4 7 5 5 5 0 1 3 4']],
  [
    'PHONE',
    'six four seven five five five oh one three four',
    ['six four seven five five five oh one three four'],
  ],
  ['PHONE', 'text 686868 or 741741 or call 988 or 911', []],
  ['PHONE', 'kids help phone is 1-800-668-6868', []],
  ['PHONE', '5 4 3 2 1 things you can see', []],
  ['PHONE', 'i got 85 on one test and 90 on the other in 2023', []],
  ['EMAIL', 'write kay.b+1@mail.example.ca pls', ['kay.b+1@mail.example.ca']],
  ['EMAIL', 'its kaylab at gmail dot com', ['kaylab at gmail dot com']],
  ['EMAIL', 'kay dot b @ hotmail.com', ['kay dot b @ hotmail.com']],
  ['EMAIL', 'meet me @ 5', []],
  ['EMAIL', 'i was at school dot i hate it', []],
  ['URL', 'see https://example.org/me?x=1 now', ['https://example.org/me?x=1']],
  ['URL', 'my blog www.example.net/kay', ['www.example.net/kay']],
  ['URL', 'join discord.gg/abc123', ['discord.gg/abc123']],
  ['URL', 'go to kidshelpphone.ca', []],
  ['URL', 'idk.so i left.and then', []],
  ['HANDLE', 'hmu on insta mikk_7.4', ['mikk_7.4']],
  ['HANDLE', 'im @kay.bear', ['@kay.bear']],
  ['HANDLE', 'my snap is zzkaybearzz', ['zzkaybearzz']],
  ['HANDLE', 'discord: kay#1234', ['kay#1234']],
  ['HANDLE', 'my snap is broken', []],
  ['HANDLE', 'on insta all day', []],
  ['HANDLE', 'hmu if u can frogg1e_ ok', ['frogg1e_']],
  ['HANDLE', 'its _kaybear ok', ['_kaybear']],
  ['HANDLE', 'follow up w my bro hes t0ast.ghoul on snap', ['t0ast.ghoul']],
  ['HANDLE', 'i told some1 on insta', []],
  ['HANDLE', 'her acct is rotten.peach', ['rotten.peach']],
  ['HANDLE', 'he posts as rotten.peach', ['rotten.peach']],
  ['HANDLE', 'im home.she is on snap', []],
  ['IP', 'my ip is 203.0.113.7', ['203.0.113.7']],
  ['IP', '2001:0db8:85a3:0000:0000:8a2e:0370:7334', ['2001:0db8:85a3:0000:0000:8a2e:0370:7334']],
  ['IP', '00:1b:44:11:3a:b7', ['00:1b:44:11:3a:b7']],
  ['IP', 'at 12:30:45', []],
  ['CARD', 'card 4111 1111 1111 1111', ['4111 1111 1111 1111']],
  ['CARD', '1234567890123456 plain', []],
  ['BANK_ACCOUNT', 'GB82 WEST 1234 5698 7654 32', ['GB82 WEST 1234 5698 7654 32']],
  ['BANK_ACCOUNT', 'account number 12345-678', ['12345-678']],
  ['BANK_ACCOUNT', 'account number 1234 5678', ['1234 5678']],
  ['HEALTH_NUMBER', 'ohip 1234 567 897 ab', ['1234 567 897 ab']],
  ['HEALTH_NUMBER', 'ramq TREM 9552 1512', ['TREM 9552 1512']],
  ['HEALTH_NUMBER', 'i lost my health card', []],
  ['HEALTH_NUMBER', 'my health card is 4832 119 076 do u need it', ['4832 119 076']],
  ['HEALTH_NUMBER', 'my health card is 4832 119 076 jk', ['4832 119 076 jk']],
  ['ID_NUMBER', 'sin 046 454 286', ['046 454 286']],
  ['ID_NUMBER', '078-05-1120', ['078-05-1120']],
  ['ID_NUMBER', 'my student number is 401234', ['401234']],
  ['ID_NUMBER', 'officer badge #4471', ['4471']],
  ['ID_NUMBER', 'licence A1234-56789-01234', ['A1234-56789-01234']],
  ['ID_NUMBER', 'passport is AB123456', ['AB123456']],
  ['ID_NUMBER', 'his plate is CKRT 482', ['CKRT 482']],
  ['ID_NUMBER', 'im in room 214', ['214']],
  ['ID_NUMBER', 'the room is dark', []],
  ['BIRTH_DATE', 'born on march 3 2009', ['march 3 2009']],
  ['BIRTH_DATE', 'dob: 03/04/2009', ['03/04/2009']],
  ['BIRTH_DATE', 'née le 3 mars 2009', ['3 mars 2009']],
  ['BIRTH_DATE', 'exam on march 3', []],
  ['POSTAL_CODE', 'm5v 2t6', ['m5v 2t6']],
  ['POSTAL_CODE', 'H2X1Y4', ['H2X1Y4']],
  ['POSTAL_CODE', 'zip is 90210', ['90210']],
  ['POSTAL_CODE', 'zip code 79936 if u need it', ['79936']],
  ['POSTAL_CODE', '90210 people', []],
  ['ADDRESS', 'i live at 45 maple st apt 3', ['45 maple st apt 3']],
  ['ADDRESS', 'au 1200 rue Sainte-Catherine', ['1200 rue Sainte-Catherine']],
  ['ADDRESS', '12B-400 king street west', ['12B-400 king street west']],
  ['ADDRESS', 'on maple street', ['maple street']],
  ['ADDRESS', 'at the corner of king and dufferin', ['the corner of king and dufferin']],
  ['ADDRESS', 'im 15 and live down the road', []],
  ['ADDRESS', 'a 10 minute drive', []],
  ['ADDRESS', 'il marche dans la rue pis il crie', []],
  ['SCHOOL', 'i go to westview high school', ['westview high school']],
  ['SCHOOL', 'at maple grove secondary', ['maple grove secondary']],
  ['SCHOOL', "à l'école secondaire jean-grou", ['école secondaire jean-grou']],
  ['SCHOOL', 'polyvalente de Jonquière', ['polyvalente de Jonquière']],
  ['SCHOOL', 'my school is brookhollow', ['brookhollow']],
  ['SCHOOL', 'high school sucks and i hate middle school', []],
  ['SCHOOL', 'my school is hard', []],
  ['PLACE', 'im from kapuskasing', ['kapuskasing']],
  ['PLACE', 'we live in thunder bay', ['thunder bay']],
  ['PLACE', 'jhabite à chicoutimi', ['chicoutimi']],
  ['PLACE', 'i grew up in jane and finch', ['jane and finch']],
  ['PLACE', 'moved to maple ferry', ['maple ferry']],
  ['PLACE', 'at st josephs hospital', ['st josephs hospital']],
  ['PLACE', 'we came from syria to canada, i speak arabic', []],
  ['PLACE', 'i was reading in my room', []],
  ['PLACE', 'at the hospital near a park', []],
];

describe('recognizers', () => {
  it.each(EXAMPLES)('find each %s in «%s»', (entity, text, expected) => {
    expect(found(text, entity)).toEqual(expected);
  });

  it('say of each finding which recognizer found it, how sure it is and why, without the value', () => {
    const [finding] = service.scan('call 647-555-0134');
    expect(finding).toEqual({
      message: 0,
      start: 5,
      end: 17,
      entity: 'PHONE',
      recognizer: 'phone-north-american',
      score: expect.any(Number),
      reason: expect.any(String),
    });
    expect(finding?.score).toBeGreaterThanOrEqual(0.5);
    expect(finding?.reason).not.toContain('0134');
  });
});
