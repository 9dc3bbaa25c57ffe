import { chat } from '../../test/support/transcripts.js';
import { texterSentences } from '../conversations/utterances.js';
import { assents } from './answers.js';
import { named } from './named.js';

const names = (...lines: string[]) => {
  const transcript = chat(lines);
  const sentences = texterSentences(transcript);
  return named(transcript, sentences, assents(transcript, sentences)).map(({ label, sentence }) => [
    label,
    sentence.message,
  ]);
};

describe('what a responder names', () => {
  it.each([
    ['she tears up my drawings and smiles', 'That is emotional abuse.', 'abuse_emotional'],
    ['the slipper came out again', 'Hitting a child is never okay.', 'abuse_physical'],
    ['he took me to the shed', 'What he did is called sexual assault.', 'abuse_sexual'],
    ['y dit quy va tout publier', "C'est du chantage.", 'abuse_sexual.online_exploitation'],
    ['i woke up in the bath', "I'm so glad that it didn't work.", 'suicide.attempt'],
    ['the blankness came back', 'Thank you for sharing those suicidal thoughts.', 'suicide.ideation'],
  ])('counts in what was told before: %s %s', (told, answer, label) => {
    expect(names(`t: ${told}`, `r: ${answer}`)).toEqual([[label, 0]]);
  });

  it.each([
    ['my coach yells', 'That is not abuse.'],
    ['my coach yells', 'Is that emotional abuse?'],
    ['im stressed', 'If you ever have thoughts of suicide, text us.'],
    ['my friend told me things', 'Your friend has suicidal thoughts, and you carry that.'],
    ['my phone is loud', 'Could you put it in another room?'],
  ])('does not count: %s %s', (told, answer) => {
    expect(names(`t: ${told}`, `r: ${answer}`)).toEqual([]);
  });

  it('takes a request to put means away for means, once suicide was told of', () => {
    const chatOf = (answer: string) =>
      names('r: Are you thinking of suicide?', `t: ${answer}`, 'r: Could you put the box in another room?');
    expect(chatOf('yes')).toEqual([['suicide.plan_or_means', 1]]);
    expect(chatOf('no, but im sad')).toEqual([]);
  });
});
