import { chat } from '../../../test/support/transcripts.js';
import { texterSentences } from '../../conversations/utterances.js';
import { careTold } from './care.js';

const conceptsOf = (...lines: string[]) =>
  careTold(texterSentences(chat(lines, 'en'))).map(({ concept }) => concept);

describe('care that is told in pieces', () => {
  it.each([
    ['caring-for-younger-siblings', ['t: my sister is 4', 't: i bathe her and read her stories']],
    ['caring-for-younger-siblings', ['t: i have a lil bro', 't: im the one who feeds him every night']],
    ['childcare-duties', ['t: i get the boys dressed, pack their bags', 't: then i walk them to school']],
    ['sibling-with-a-disability', ['t: my brother has downs', 't: i sit with him till 8 every night']],
    [
      'caring-for-a-parent',
      ['t: mom cant walk good with her ms', 't: i do the cooking and help her up the stairs'],
    ],
    ['caring-for-a-parent', ['t: my dad hurt his back', 't: i put his socks on and do his shots']],
    ['caring-for-grandparents', ['t: my gramps has parkinsons', 'r: And you?', 't: i feed him. every meal']],
    ['caring-for-grandparents', ['t: my oma has dementia', 't: i have to settle her, shes up all night']],
    ['nursing-a-loved-one', ['t: cant leave my sister alone', 't: she has seizures and i sleep in her room']],
  ])('is %s', (concept, lines) => {
    expect(conceptsOf(...lines)).toEqual([concept]);
  });

  it.each([
    [
      'others care for the texter',
      ['t: my mom is sick of me', 't: she wakes me up, feeds me and does my meds'],
    ],
    [
      'another cares',
      ['t: my mom takes care of my grandma', 't: she gives her pills and bathes her every day'],
    ],
    ['it is a job', ['t: im a nurse aide, 12 hrs', 't: lifting my gran, washing her, feeding her']],
    [
      'it is for a neighbour',
      ['t: the neighbours kid wont sleep', 't: i feed him and put him to bed every day'],
    ],
    [
      'it is for an animal',
      ['t: my mom hates my dog', 't: hes sick, i feed him and give him his pills every day'],
    ],
    [
      'the children are their own',
      ['t: my kids wont listen', 't: i get them up and dressed and feed them every day'],
    ],
    ['it is over', ['t: my little brother is 20 now', 't: i used to feed him and put him to bed every day']],
    ['it is denied', ['t: my little brother is 4', 't: i dont feed him or bathe him ever']],
    ['it is once', ['t: my brother was hungry', 't: i made him dinner']],
    ['it is a chore', ['t: i do the dishes and laundry and my mom still yells']],
    [
      'partners are well',
      ['t: my girlfriend is mad', 't: i help her with everything, i drive her places every day'],
    ],
  ])('is none where %s', (_, lines) => {
    expect(conceptsOf(...lines)).toEqual([]);
  });

  it('rests on what is done and on where those were named for whom it is done', () => {
    const sentences = texterSentences(
      chat(['t: my nan fell', 't: idk', 't: i do her insulin every day'], 'en'),
    );
    expect(careTold(sentences)[0]?.sentences).toEqual([sentences[2], sentences[0]]);
  });
});
