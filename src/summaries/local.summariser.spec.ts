import { makeLabel } from '../../test/support/small-taxonomy.js';
import { chat } from '../../test/support/transcripts.js';
import type { Classification, LabelScore } from '../classification/classification.types.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { LocalSummariser } from './local.summariser.js';

const taxonomy = new TaxonomyService({
  version: '0.0.1',
  labels: [makeLabel('suicide', { risk: true }), makeLabel('anxiety_stress')],
  concepts: [],
});
const summariser = new LocalSummariser(taxonomy);
const classified = (...labels: LabelScore[]): Classification => ({
  scores: labels,
  labels,
  needsReview: [],
  provenance: { engine: 'local', model: 'm', taxonomy: '0.0.1', prompt: null, degraded: false },
});
const summarise = async (lines: readonly string[], ...labels: LabelScore[]) =>
  (await summariser.summarise(chat(lines), classified(...labels))).text;

/** A texter who tells much of little weight. */
const THINGS =
  'lamp river stone cloud piano bread train glass horse paper wheel clock chair fence apple tower'.split(' ');
const chatter = THINGS.flatMap((thing, i) => [
  `t: then on another day there was a ${thing} beside the ${THINGS[(i + 5) % 16]}s and the ${THINGS[(i + 9) % 16]}y`,
]);

describe('the local summariser', () => {
  it('tells the issue in the texter’s own sentences, in their order', async () =>
    expect(
      await summarise([
        't: hi',
        'r: Hello, what is on your mind?',
        't: my parents are splitting up and im moving with my dad',
        't: ok',
        't: i dont want to leave my school',
      ]),
    ).toBe('my parents are splitting up and im moving with my dad… i dont want to leave my school.'));

  it('holds at most 60 words, cut at sentences', async () => {
    const text = await summarise(chatter);
    const words = text.match(/\S+/g) ?? [];
    expect(words.length).toBeGreaterThan(30);
    expect(words.length).toBeLessThanOrEqual(60);
    expect(text).toMatch(/y[….]$/);
  });

  it('always holds a sentence that a risk label rests on, however late it comes', async () => {
    const late = { message: 17, start: 0, end: 35 };
    const text = await summarise([...chatter, 'r: Tell me more.', 't: i think about dying every night now'], {
      id: 'suicide',
      score: 0.6,
      evidence: [late],
    });
    expect(text).toContain('i think about dying every night now');
  });

  it('tells each danger though another weighs more, and says it by the fullest sentence of its evidence', async () => {
    const text = await summarise(
      [...chatter, 'r: Any thoughts of suicide?', 't: yeah. i lie there and think about not being.'],
      { id: 'suicide', score: 0.5, evidence: [{ message: 17, start: 0, end: 44 }] },
      { id: 'anxiety_stress', score: 0.9, evidence: [{ message: 3, start: 0, end: 70 }] },
    );
    expect(text).toContain('i lie there and think about not being.');
  });

  it('leaves out single words, unless there is nothing else', async () => {
    expect(await summarise(['t: bad', 't: my dad left us in may', 't: lourd.'])).toBe(
      'my dad left us in may.',
    );
    expect(await summarise(['t: anxiety'])).toBe('anxiety.');
  });

  it.each([
    ['a greeting', ['t: hi', 't: ok thanks']],
    ['a silent texter', ['r: Hello? Are you there?']],
    ['nobody', []],
  ])('is empty for %s', async (_, lines) => expect(await summarise(lines)).toBe(''));

  it('keeps placeholders and says nothing of the responder’s', async () => {
    const text = await summarise([
      'r: I also know a secret.',
      't: [NAME_1] from [SCHOOL_1] keeps laughing at me',
    ]);
    expect(text).toBe('[NAME_1] from [SCHOOL_1] keeps laughing at me.');
  });

  it('shortens a text without spaces and leaves no broken character', async () => {
    const text = await summarise([`t: ${'😭'.repeat(2000)}aa bb cc`, `t: ${'x'.repeat(3999)}`]);
    expect(text.length).toBeLessThan(600);
    expect(text.isWellFormed()).toBe(true);
  });

  it('says a thing once', async () => {
    const text = await summarise([
      't: im so scared of my exam on friday',
      't: IM SO SCARED OF MY EXAM ON FRIDAY',
    ]);
    expect(text.match(/exam/gi)).toHaveLength(1);
  });
});
