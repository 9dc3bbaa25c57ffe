import { type ShippedClassifier, shippedClassifier } from '../../test/support/shipped.classifier.js';
import { chat } from '../../test/support/transcripts.js';

describe('the presenting issue', () => {
  let shipped: ShippedClassifier;
  beforeAll(async () => {
    shipped = await shippedClassifier();
  });
  afterAll(() => shipped.close());

  const read = async (...lines: string[]) => {
    const { labels, scores, needsReview } = await shipped.classifier.classify(chat(lines));
    return { held: labels.map(({ id }) => id), first: scores[0]!.id, needsReview };
  };

  it.each([
    ['t: my friend wants to die'],
    ['t: hi', 'r: Hello!', 't: my best friend wants to die'],
    ['t: my friend said she wants to kill herself what do i do'],
  ])('is worry for another, and for a person to see: %s %s %s', async (...lines) => {
    const { held, needsReview } = await read(...lines);
    expect(held).toContain('third_party');
    expect(held.filter((id) => id.startsWith('suicide'))).toEqual([]);
    expect(needsReview).toContain('third_party_risk');
  });

  it('is nothing that only greetings and the responder speak of', async () => {
    const { held } = await read(
      't: hi',
      'r: Hello! Are you thinking about suicide, or did someone hit you?',
      't: no',
      'r: Do you drink or cut yourself?',
      't: nope',
    );
    expect(held).toEqual([]);
  });

  it('is not what is mentioned once in passing', async () => {
    const { held, first } = await read(
      't: my finals start monday and im so scared ill fail everything',
      'r: That sounds stressful. What is hardest?',
      't: math. i study till 3am and my grades still drop',
      'r: Who is with you?',
      't: my boyfriend is here he says hi',
    );
    expect(first).toBe('anxiety_stress.school');
    expect(held).not.toContain('relationship.romantic');
  });

  it('may be told by what is lacking', async () => {
    const { held } = await read('t: my parents dont accept that im bisexual and it hurts');
    expect(held).toContain('gender_sexual_identity');
  });
});
