import { chat } from '../../test/support/transcripts.js';
import { texterSentences } from '../conversations/utterances.js';
import { assents } from './answers.js';

const agreed = (...lines: string[]) => {
  const transcript = chat(lines);
  return assents(transcript, texterSentences(transcript)).map(({ label, sentence }) => [
    label,
    sentence.message,
  ]);
};

describe('a yes to a question about safety', () => {
  it.each([
    ['Are you having thoughts of suicide?', 'yeah', 'suicide.ideation'],
    ['I ask everyone. Have you thought of killing yourself?', 'sometimes', 'suicide.ideation'],
    ['Have you been hurting yourself?', 'um yes', 'self_harm'],
    ['Have you ever attempted to end your life?', 'once, in grade 8', 'suicide.ideation'],
    ['As-tu des pensées suicidaires ?', 'oui', 'suicide.ideation'],
  ])('counts as said: %s %s', (question, answer, label) => {
    expect(agreed(`r: ${question}`, `t: ${answer}`)).toContainEqual([label, 1]);
  });

  it.each([
    ['Are you having thoughts of suicide?', 'no'],
    ['Are you having thoughts of suicide?', 'yes but not anymore, im safe'],
    ['Are you thinking of suicide? Or is it more the stress?', 'yes'],
    ['Is your friend thinking of suicide?', 'yes'],
    ['What is going on tonight?', 'yes'],
    ['Suicide can be hard to talk about.', 'yeah'],
  ])('does not count: %s %s', (question, answer) => {
    expect(agreed(`r: ${question}`, `t: ${answer}`)).toEqual([]);
  });

  it('has for its evidence what the texter goes on to say in the same turn', () => {
    const transcript = chat([
      'r: Do you have thoughts of suicide?',
      't: yeah. like most nights. i lie there and think about not being. idk why',
      'r: Thank you for telling me.',
      't: ok then',
    ]);
    const [hit] = assents(transcript, texterSentences(transcript));
    expect(hit!.more!.map(({ text }) => text)).toEqual([
      'like most nights.',
      'i lie there and think about not being.',
    ]);
  });

  it('counts only for the first answer after the question', () => {
    expect(agreed('r: Any thoughts of suicide?', 't: no', 't: yeah my day was ok')).toEqual([]);
  });
});
