import { chat } from '../../../test/support/transcripts.js';
import { texterSentences } from '../../conversations/utterances.js';
import { IMMIGRATION } from './matters.immigration.js';
import { mattersTold } from './matters.js';

const conceptsOf = (...lines: string[]) => [
  ...new Set(mattersTold(texterSentences(chat(lines, 'en')), IMMIGRATION).map(({ concept }) => concept)),
];

describe('immigration that is told in pieces', () => {
  it.each([
    ['immigration-application-refused', ['t: dad got a letter from immigration', 't: our case is denied']],
    ['immigration-application-refused', ['t: we got turned down', 'r: For what?', 't: asylum']],
    ['waiting-on-immigration-papers', ['t: my work permit is up', 't: been waiting 7 months']],
    ['waiting-on-immigration-papers', ['t: applied for her to come here', 't: now they want another form']],
    ['fear-of-deportation', ['t: im on a study permit', 't: if i fail they will send me back']],
    ['living-without-legal-status', ['t: we came on a visitor visa', 't: never left. mom says tell nobody']],
    [
      'translating-for-parents',
      ['t: my mom only speaks tigrinya', 't: i have to tell her what the doctor says'],
    ],
  ])('is %s', (concept, lines) => {
    expect(conceptsOf(...lines)).toEqual([concept]);
  });

  it.each([
    ['the papers are a friend’s', ['t: my friend is on a study permit', 't: they might send her back']],
    ['the visa is a card', ['t: my visa is maxed', 't: they denied my loan']],
    [
      'something else is refused',
      ['t: my visa was for a trip', 't: they said no to my grad school application'],
    ],
    ['it is a film', ['t: saw a movie about deportation', 't: they got sent back, i cried']],
    ['it is school work', ['t: my immigration essay', 't: it got refused for being late']],
    ['it is settled', ['t: our pr took forever', 't: finally got our pr', 't: they kept delaying it']],
    [
      'the turn is far from the matter',
      ['t: we got refused', ...Array<string>(6).fill('t: so tired'), 't: asylum'],
    ],
  ])('is none where %s', (_, lines) => {
    expect(conceptsOf(...lines)).toEqual([]);
  });
});
