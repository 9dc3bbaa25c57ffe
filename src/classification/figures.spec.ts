import { chat } from '../../test/support/transcripts.js';
import { makeLabel } from '../../test/support/small-taxonomy.js';
import { texterSentences } from '../conversations/utterances.js';
import { CueIndex } from './cues.js';

const index = new CueIndex({
  concepts: [],
  labels: [
    makeLabel('abuse_physical', { cues: { '\\bbeats me\\b': 0.8, 'à côté de moi': 0.5 } }),
    makeLabel('suicide.ideation', { cues: { '\\bwant to die\\b': 0.9 } }),
  ],
});
const hits = (text: string) =>
  index.find(texterSentences(chat([`t: ${text}`]))).labels.filter(({ weight }) => weight > 0);

describe('a figure of speech', () => {
  it('is not what a cue in it says', () => {
    expect(hits('my brother beats me at chess')).toMatchObject([{ denied: true }]);
    expect(hits('i want to die my hair blue')).toMatchObject([{ denied: true }]);
  });

  it('takes nothing from what stands beside it', () => {
    const said = hits('he beats me at chess and i want to die');
    expect(said.map(({ label, denied }) => [label, denied])).toEqual([
      ['abuse_physical', true],
      ['suicide.ideation', false],
    ]);
    expect(hits('he beats me at home')).toMatchObject([{ denied: false }]);
  });
});

describe('a cue with accents', () => {
  it.each(['à côté de moi', 'a coté de moi', 'a cote de moi'])('finds %s', (text) =>
    expect(hits(text)).toHaveLength(1),
  );
});
