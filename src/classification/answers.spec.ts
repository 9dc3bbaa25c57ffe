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
    ['Are you thinking of killing yourself?', 'ya', 'suicide.ideation'],
    ['Are you thinking of killing yourself?', 'tonight yea', 'suicide.ideation'],
    ['Are you thinking of killing yourself?', 'mhm', 'suicide.ideation'],
    ['Are you thinking of killing yourself?', 'idk, kinda', 'suicide.ideation'],
    ['Are you thinking of killing yourself?', 'its complicated', 'suicide.ideation'],
    ['Penses-tu à mourir ?', 'ouais', 'suicide.ideation'],
    ['Do you have a plan for how to end your life?', 'i guess', 'suicide.plan_or_means'],
    ['Have you attempted suicide before?', 'last year', 'suicide.attempt'],
    ["Tu t'es coupée encore ?", 'oui', 'self_harm'],
    ['Has he ever hit you?', 'yeah sometimes', 'abuse_physical'],
    ['Did he touch you?', 'yes', 'abuse_sexual'],
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
    ['Are you eating, and safe, no thoughts of hurting yourself?', 'ya eating fine'],
    ['Are you thinking of suicide?', 'i have three exams this week'],
    ['Are you thinking of suicide?', 'not since last year. before yes'],
    ['Is it close to you?', 'yes'],
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

  it('lets a question wait for a turn that only puts it off', () => {
    const asked = 'r: Are you thinking of suicide?';
    expect(agreed(asked, 't: why do u ask', 'r: Because I care.', 't: ya')).toEqual([
      ['suicide.ideation', 3],
    ]);
    expect(
      agreed(asked, 't: my mom grounded me again for the whole weekend', 'r: That is hard.', 't: ya'),
    ).toEqual([]);
  });

  it('follows up on suicide that was told of', () => {
    const asked = ['r: Are you thinking of suicide?', 't: yes', 'r: Is it close to you?', 't: yes'];
    expect(agreed(...asked)).toContainEqual(['suicide.plan_or_means', 3]);
    expect(agreed('t: i want to die', 'r: Do you have a way in mind?', 't: ya')).toContainEqual([
      'suicide.plan_or_means',
      2,
    ]);
  });
});
