import type { Concept } from '../taxonomy/taxonomy.types.js';
import { FrenchConcepts, isFrenchTopic } from './french.concepts.js';

const concept = (id: string, fr: string, exemplar: string, cue: RegExp): Concept => ({
  id,
  phrase: id.replaceAll('-', ' '),
  fr,
  labels: [],
  risk: false,
  exemplars: { en: [id], fr: [exemplar] },
  cues: { en: [], fr: [cue] },
});

const bank = new FrenchConcepts([
  concept('fear-of-deportation', "peur de l'expulsion", 'on va se faire renvoyer dans notre pays', /deport/u),
  concept('trouble-sleeping', 'difficulté à dormir', 'je fais de l’insomnie', /insomni/u),
]);

describe('French topics', () => {
  it.each(["peur de l'expulsion", 'idées suicidaires', 'je dors plus'])('knows %p as French', (topic) =>
    expect(isFrenchTopic(topic)).toBe(true),
  );

  it.each(['immigration papers', 'fear of deportation', 'the café where i work'])(
    'knows %p as English',
    (topic) => expect(isFrenchTopic(topic)).toBe(false),
  );

  it('are the concept whose French phrase they are', () => {
    const likeness = bank.likeness("Peur de l'expulsion");
    expect(likeness.get('fear-of-deportation')).toBeCloseTo(1);
    expect(likeness.has('trouble-sleeping')).toBe(false);
  });

  it('are found by exemplars and cues, elisions and accents or not', () => {
    expect(bank.likeness('se faire renvoyer dans notre pays').get('fear-of-deportation')).toBeGreaterThan(
      0.3,
    );
    expect(bank.likeness('déportation').get('fear-of-deportation')).toBe(0.7);
    expect(bank.likeness('deportation').get('fear-of-deportation')).toBe(0.7);
    expect(bank.likeness('difficulté a dormir').get('trouble-sleeping')).toBeCloseTo(1);
  });

  it('in words that the bank lacks are like nothing', () => expect(bank.likeness('zxqv').size).toBe(0));
});
