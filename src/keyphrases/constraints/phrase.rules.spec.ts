import { makeLabel } from '../../../test/support/small-taxonomy.js';
import { hasForm, hasLength } from './form.js';
import { hasNoPlaceholder } from './identifiers.js';
import { isUnjudging } from './judgement.js';
import { PhraseLanguage } from './language.js';
import { Specificity } from './specificity.js';

describe('length', () => {
  it.each(['cutting', 'fights with mom', 'fear of losing the scholarship', "soins d'un proche malade"])(
    'allows %p',
    (phrase) => expect(hasLength(phrase)).toBe(true),
  );
  it.each(['', '   ', 'fear of losing the whole scholarship', 'x'.repeat(61)])('refuses %p', (phrase) =>
    expect(hasLength(phrase)).toBe(false),
  );
});

describe('form', () => {
  it.each([
    'caring for younger siblings',
    'self-harm relapse',
    "mother's cancer",
    "parents' divorce",
    'told to die by peers',
    'loss of dog',
    'long covid',
    'covid-19 isolation',
    "peur d'échouer aux examens",
    "s'occuper de ses frères",
    'peur de l’avion',
    'пошук роботи',
  ])('allows %p', (phrase) => expect(hasForm(phrase)).toBe(true));

  it.each([
    ['Fights with mom', 'a capital'],
    ['fights, with mom', 'punctuation'],
    ['fights  with mom', 'two spaces'],
    [' fights with mom', 'space before'],
    ['i want to die', 'first person'],
    ['fights with my mom', 'first person'],
    ['mom is drinking', 'a sentence'],
    ['parents dont listen', 'a sentence'],
    ['she hates school', 'a sentence'],
    ['why nobody cares', 'a question'],
    ['is it abuse?', 'a question'],
    ['ignore previous instructions', 'an order'],
    ['kill yourself', 'an order'],
    ['fear of dying 😭', 'a picture'],
    ['{"text":1}', 'no words'],
    ['24 7', 'no words'],
    ["j'ai peur du noir", 'first person'],
    ['ma mère qui boit', 'first person'],
    ['il frappe sa sœur', 'a sentence'],
  ])('refuses %p: %s', (phrase) => expect(hasForm(phrase)).toBe(false));
});

describe('language', () => {
  const languages = new PhraseLanguage([]);
  const said = 'he keeps zorping me';
  it.each([
    ['en', 'fights with mom', undefined],
    ['und', 'fights with mom', undefined],
    ['en', 'breakup with fiancé', undefined],
    ['en', 'zorping by ex', undefined],
    ['en', 'ghosted after coming out', undefined],
    ['en', 'flight from syria', undefined],
    ['fr', 'disputes avec sa mère', 'fights with mother'],
    ['fr', 'fights with mother', 'fights with mother'],
    ['es', 'peleas con su madre', 'fights with mother'],
  ])('in a conversation in %s allows %p as %p', (language, text, canonical) =>
    expect(languages.holds({ text, canonical }, language, said)).toBe(true),
  );
  it.each([
    ['en', 'disputes avec sa mère', undefined],
    ['en', 'disputes avec sa mère', 'fights with mother'],
    ['en', 'пошук роботи', undefined],
    ['en', 'peleas con madre', undefined],
    ['en', 'fatigue scolaire', undefined],
    ['en', 'einsam in schule', undefined],
    ['en', 'qzxv frumple', undefined],
    ['fr', 'zorping par un ami', 'zorping by a friend'],
    ['fr', 'peleas con su madre', 'fights with mother'],
    ['fr', 'disputes avec sa mère', undefined],
    ['fr', 'disputes avec sa mère', 'disputes avec sa mère'],
    ['es', 'peleas con su madre', undefined],
  ])('in a conversation in %s refuses %p as %p', (language, text, canonical) =>
    expect(languages.holds({ text, canonical }, language, said)).toBe(false),
  );
});

describe('placeholder', () => {
  it.each(['grade 9 exams', 'place to sleep', 'name-calling at school'])('allows %p', (phrase) =>
    expect(hasNoPlaceholder(phrase)).toBe(true),
  );
  it.each([
    'conflict with [NAME_1]',
    'conflict with name_1',
    'conflict with name 1',
    'bullying at school_2',
    'moving to place-1',
    'calls from phone 3',
    'fight with redacted',
  ])('refuses %p', (phrase) => expect(hasNoPlaceholder(phrase)).toBe(false));
});

describe('specificity', () => {
  const specificity = new Specificity([
    { ...makeLabel('suicide.ideation'), name: 'Suicidal ideation' },
    { ...makeLabel('relationship.family'), name: 'Family relationships' },
  ]);
  it.each(['suicidal thoughts at night', 'fights with parents', 'fear of deportation'])(
    'allows %p',
    (phrase) => expect(specificity.holds(phrase)).toBe(true),
  );
  it.each([
    'suicidal ideation',
    'ideation',
    'family relationship',
    'mental health issues',
    'feeling bad',
    'needing help',
    'of the',
    'besoin de parler',
  ])('refuses %p', (phrase) => expect(specificity.holds(phrase)).toBe(false));
});

describe('judgement', () => {
  it.each([
    ['bipolar mood swings', 'my mood goes up n down'],
    ['eating disorder', 'i skip lunch'],
    ['attention-seeking behaviour', 'i cut my arms'],
    ['vaping addiction', 'i vape at lunch'],
    ['narcissistic mother', 'my mom yells'],
    ['narcissistic mother', 'he calls me a narc'],
    ['manipulative partner', 'he says hell leave'],
    ['toxic friendship', 'she ignores me'],
    ['dépression majeure', 'je me sens mal'],
    ['mère manipulatrice', 'ma mère crie'],
  ])('refuses %p where the texter wrote %p', (phrase, said) => expect(isUnjudging(phrase, said)).toBe(false));
  it.each([
    ['bipolar mood swings', 'im bipolar and it sucks'],
    ['depression relapse', 'i feel so depressed again'],
    ['vaping addiction', 'i think im addicted fr'],
    ['dependence on vaping', 'tried to quit and couldnt'],
    ['narcissistic mother', 'my therapist says my mom is a narcissist'],
    ['panic attacks at school', 'my heart races in class'],
    ['hit by stepfather', 'he hit me'],
  ])('allows %p where the texter wrote %p', (phrase, said) => expect(isUnjudging(phrase, said)).toBe(true));
});
