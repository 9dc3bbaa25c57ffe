import { chat } from '../../../test/support/transcripts.js';
import { texterSentences } from '../../conversations/utterances.js';
import { hasForm, hasLength } from '../constraints/form.js';
import { COUNTRIES } from './countries.js';
import { MOVE_FRAMES } from './frames.moves.js';
import { PhraseFinder } from './phrase.finder.js';

const finder = new PhraseFinder();
const phrases = (text: string, language = 'en') =>
  finder.find(texterSentences(chat([`t: ${text}`], language))).map(({ en }) => en);

describe('the frames of moves and strangers online', () => {
  it.each([
    ['hi i moved here from syria last year', 'moved from syria'],
    ['we came to canada from lebanon when i was 12', 'moved from lebanon'],
    ['my family fled afghanistan bc of the war', 'moved from afghanistan'],
    ['me and my mom came from the philippines', 'moved from philippines'],
    ['we had to leave everything, we left ukraine in march', 'moved from ukraine'],
    ['i moved from the states in grade 9', 'moved from the united states'],
    ["on est arrivés d'haïti en mars", 'moved from haiti'],
    ['ma famille a quitté le congo y a deux ans', 'moved from congo'],
    ['i started a new school in september', 'starting a new school'],
    ['so yeah and im starting at a new high school', 'starting a new school'],
    ["j'ai changé d'école en janvier", 'starting a new school'],
    ['this guy from the server wont leave me alone', 'unwanted online contact'],
    ['nobody talks to me at lunch and some guy on discord keeps messaging me', 'unwanted online contact'],
    ['un gars du serveur me lâche pas', 'unwanted online contact'],
  ])('puts %p as %p', (text, phrase) => expect(phrases(text)).toContain(phrase));

  it.each([
    'i didnt move here from syria',
    'if we moved from france i would die',
    'we came back from mexico on sunday',
    'we left italy after the vacation',
    'my friend moved here from syria',
    'i want to move to a new school',
    'i started a new school project',
    'my sister started a new school',
    'this guy from my class wont leave me alone',
    'some guy on discord wont leave my friend alone',
  ])('says nothing of the kind of %p', (text) => {
    const kinds = new Set(['starting a new school', 'unwanted online contact']);
    expect(phrases(text).filter((phrase) => phrase.startsWith('moved from') || kinds.has(phrase))).toEqual(
      [],
    );
  });

  it('has a form that may be stored, whatever the country', () => {
    for (const { phrasing } of MOVE_FRAMES)
      for (const name of ['syria', 'trinidad', 'haïti', 'south korea', 'états-unis', 'new zealand']) {
        const { en } = phrasing({ country: COUNTRIES.of(name) });
        expect([en, hasForm(en), hasLength(en)]).toEqual([en, true, true]);
      }
  });

  it('knows a country by its English name, its French one, and what texters say', () => {
    for (const [name, english] of [
      ['syrie', 'syria'],
      ['the uk', 'england'],
      ['corée', 'korea'],
      ['bresil', 'brazil'],
    ])
      expect(COUNTRIES.of(name!)?.en).toBe(english);
    expect(COUNTRIES.of('toronto')).toBeUndefined();
  });
});
