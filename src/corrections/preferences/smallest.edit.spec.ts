import { smallestEdit } from './smallest.edit.js';

describe('smallestEdit', () => {
  it.each([
    ['fights with dad', 'fights with stepdad', [{ before: 'dad', after: 'stepdad' }]],
    ['fear of failing', 'fear of failing math', [{ before: '', after: 'math' }]],
    ['very little sleep', 'little sleep', [{ before: 'very', after: '' }]],
    ['sad about school', 'dread of exams', [{ before: 'sad about school', after: 'dread of exams' }]],
    [
      'fights with dad daily',
      'arguing with stepdad daily',
      [
        { before: 'fights', after: 'arguing' },
        { before: 'dad', after: 'stepdad' },
      ],
    ],
    ['left out', 'left out', []],
  ])('between "%s" and "%s" is what had to change', (before, after, edits) => {
    expect(smallestEdit(before, after)).toEqual(edits);
  });
});
