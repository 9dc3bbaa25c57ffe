import { smallTaxonomy } from '../../test/support/small-taxonomy.js';
import { chat } from '../../test/support/transcripts.js';
import { texterSentences } from '../conversations/utterances.js';
import { CueIndex } from './cues.js';

describe('cues', () => {
  const index = new CueIndex(smallTaxonomy);
  const find = (...lines: string[]) => index.find(texterSentences(chat(lines))).labels;

  it('are found where they stand, with their weight', () => {
    const [hit] = find('r: Are you suicidal?', 't: hi. I want\nto die');
    expect(hit).toBeUndefined();
    const [other] = find('t: so', 't: I’m SUICIDAL rn');
    expect(other).toMatchObject({ label: 'suicide.ideation', weight: 0.9, denied: false, voice: 'self' });
    expect(other!.sentence.message).toBe(1);
  });

  it('are never taken from the responder', () => {
    expect(find('r: Do you want to die?', 't: hm')).toEqual([]);
  });

  it('say whether they are denied and whom they are about', () => {
    expect(find("t: i'm not suicidal")[0]).toMatchObject({ denied: true });
    expect(find('t: my friend wants to die')[0]).toMatchObject({ voice: 'other' });
  });

  it('bound to a whole message are found in a conversation of many', () => {
    expect(find('t: hello there people', 't: test', 't: more words').map(({ label }) => label)).toEqual([
      'testing',
    ]);
  });

  it('count once in a sentence', () => {
    expect(find('t: suicidal suicidal suicidal')).toHaveLength(1);
  });
});
