import { chat } from '../../../test/support/transcripts.js';
import { texterSentences } from '../../conversations/utterances.js';
import { hasForm, hasLength } from '../constraints/form.js';
import { DETAIL_FRAMES } from './frames.details.js';
import { KIN } from './people.js';
import { PhraseFinder } from './phrase.finder.js';

const finder = new PhraseFinder();
const found = (text: string, language = 'en') => finder.find(texterSentences(chat([`t: ${text}`], language)));
const phrases = (text: string) => found(text).map(({ en }) => en);

describe('the frames of details', () => {
  it.each([
    ['my mom went through my phone', 'privacy invaded by mother'],
    ['my stepdad read my diary', 'privacy invaded by stepfather'],
    ['my dad said hes gonna kick me out', 'threat of being kicked out'],
    ['my dad hasnt talked to me since', 'silence from father'],
    ['my sister is giving me the silent treatment', 'silence from sister'],
    ['my parents are fighting over custody', 'custody dispute'],
    ['the judge said i have to live with my dad', 'custody dispute'],
    ['my stepdad hits my little brother', 'brother hurt by stepfather'],
    ["my best friend's bf hits her", 'best friend hurt by partner'],
    ['my sister tried to kill herself last year', "sister's suicide attempt"],
    ['my best friend is cutting herself', "best friend's self-harm"],
    ['my sister stopped eating', 'sister not eating'],
    ['i take care of my grandma', 'caring for grandmother'],
    ['i tell my mom everything is fine', 'hiding troubles from mother'],
    ['my best friend is moving to another city', 'best friend moving away'],
    ['i moved across the country for uni', 'moving away for school'],
    ['we came to canada last year', 'recent arrival in country'],
    ['its my 5th school', 'many changes of school'],
    ['im failing the semester', 'failing the semester'],
    ['i failed my whole year', 'failing the year'],
    ['i keep falling asleep in class', 'falling asleep in class'],
    ['i throw up before every test', 'vomiting before exams'],
    ['i aged out of foster care', 'aged out of care'],
    ['my landlord told me to get out', 'told to leave by landlord'],
    ['i just got diagnosed with bipolar', 'new bipolar diagnosis'],
    ['my gf cheated on me', 'cheated on by girlfriend'],
    ['my mom died when i was 9', 'loss of mother in childhood'],
    ['i havent seen my mom in two years', 'long separation from mother'],
    ['they want 400 dollars or they send it to everyone', 'sextortion over photos'],
    ['someone is blackmailing me', 'sextortion over photos'],
    ['he choked me', 'being choked'],
    ['they made a new gc without me', 'left out of group chat'],
    ['nobody invites me', 'not being included'],
    ['my dad found my binder', 'chest binder found by father'],
    ['they make fun of my weight', 'mocked for weight'],
  ])('puts %p as %p', (text, phrase) => expect(phrases(text)).toContain(phrase));

  it.each([
    ['ma mère a fouillé ma chambre', 'intimité envahie par mère'],
    ['mon père menace de me mettre dehors', 'menace de mise dehors'],
    ['mon père me parle plus', 'silence du père'],
    ['mon beau-père frappe mon frère', 'violence subie par frère'],
    ['ma sœur a essayé de se tuer', 'tentative suicidaire de la sœur'],
    ['mon amie se coupe', "automutilation d'un ami"],
    ['ma sœur mange presque plus', 'alimentation réduite de la sœur'],
    ["je m'occupe de ma grand-mère", 'soins de la grand-mère'],
    ["j'ai coulé ma session", 'échec de la session'],
    ['je dors en classe', "s'endormir en classe"],
    ["c'est ma 4e école", "changements d'école répétés"],
    ["on m'a diagnostiqué un tdah", 'diagnostic récent de tdah'],
    ["mon chum m'a trompée", 'infidélité du chum'],
    ['elle me fait chanter', 'sextorsion avec des photos'],
    ['ils rient de mes cheveux', 'moqueries sur ses cheveux'],
  ])('puts %p as %p', (text, phrase) => expect(found(text, 'fr').map(({ fr }) => fr)).toContain(phrase));

  it.each([
    // Denied
    'my mom never went through my phone',
    'my dad didnt say hes gonna kick me out',
    'my stepdad doesnt hit my brother',
    'i wasnt diagnosed with bipolar',
    'nobody is blackmailing me',
    // Supposed or asked
    'what if my parents fight over custody',
    'i think my gf cheated on me',
    'do you think im failing the semester',
    'would my landlord tell me to get out',
    // Somebody else's
    'her mom went through her phone',
    'my friend aged out of care',
    'my cousin takes care of my grandma',
    'my brother is failing the semester',
    // Past
    'when i was 7 my mom went through my phone',
    'i used to fall asleep in class',
    'my dad didnt talk to me back then',
    // Other things
    'my brother beats my cousin at chess',
    'my mom is cutting back on coffee',
    'my sister isnt eating meat',
    'i take care of my grandmas dog',
    'my friend is moving on',
    'my mom looks for my phone',
    'i saw my landlord get out of his car',
    'staff at the group home took my shoes',
    'my dad found my school stuff',
  ])('finds nothing in %p', (text) => expect(phrases(text)).toEqual([]));

  it.each(['mon père me parle plus de ça', 'si ma sœur mange plus', 'ma blonde se coupe les cheveux'])(
    'finds nothing in %p',
    (text) => expect(found(text, 'fr').map(({ fr }) => fr)).toEqual([]),
  );

  it('asks for a label where the words alone could mean another thing', () => {
    const needing = (text: string) => found(text).map(({ needsLabel }) => needsLabel);
    expect(needing('they threw my hat out the window')).toEqual([true]);
    expect(needing('my dad found my binder')).toEqual([true]);
  });

  it('puts every detail in a form that a keyphrase may have', () => {
    const person = KIN.of('grandma');
    const names = ['kin', 'parent', 'elder', 'partner', 'victim', 'term', 'condition'];
    const slots = Object.fromEntries(names.map((name) => [name, person]));
    const wordings = DETAIL_FRAMES.flatMap(({ phrasing }) => Object.values(phrasing(slots)));
    expect(wordings.filter((phrase) => !hasForm(phrase) || !hasLength(phrase))).toEqual([]);
  });
});
