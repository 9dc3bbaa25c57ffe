import { dangerToOther, voiceOf } from './voice.js';

const voice = (marked: string) => {
  const start = marked.indexOf('*');
  return voiceOf(marked.replaceAll('*', ''), start, marked.lastIndexOf('*') - 1);
};

describe('a cue is about another', () => {
  it.each([
    'my friend *wants to die*',
    'i think my best friend is *suicidal*',
    'she says shes *suicidal*',
    'my friend told me he *wants to die*',
    'someone *wants to die*',
    'my brother said "*i want to die*',
    'mon amie est *suicidaire*',
    'ma meilleure amie *veut mourir*',
  ])('%s', (sentence) => expect(voice(sentence)).toBe('other'));
});

describe('a cue is about the texter', () => {
  it.each([
    '*want to die*',
    'my mom makes me *want to die*',
    'i told my mom i *want to die*',
    'my dad said im *suicidal*',
    'when he yells i *want to die*',
    'she left and now i want to *kill myself*',
    'ma mère sait pas que je *veux mourir*',
  ])('%s', (sentence) => expect(voice(sentence)).toBe('self'));
});

describe('danger to somebody else', () => {
  it.each([
    'my friend wants to die',
    'shes been cutting herself again',
    'my sister is threatening to kill herself',
    'mon ami veut mourir',
    'my cousin is being abused by her stepdad',
  ])('is seen in: %s', (sentence) => expect(dangerToOther(sentence)).toBe(true));

  it.each([
    'i want to die',
    'my brother killed himself last year',
    'my mom cut her hair',
    'he makes me suicidal',
  ])('is not seen in: %s', (sentence) => expect(dangerToOther(sentence)).toBe(false));
});
