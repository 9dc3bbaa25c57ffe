import type { Transcript } from '../../src/conversations/conversation.types.js';
import type { Keyphrase } from '../../src/keyphrases/keyphrase.types.js';
import type { Label } from '../../src/taxonomy/taxonomy.types.js';

const OTHER_THAN_PHRASE = /[^\p{Ll}\p{Lo}\p{M}\p{N} '’-]/u;
const SENTENCE =
  /^(?:i|we|you|he|she|they|it|this|that|why|what|please|je|tu|il|elle|on)(?: |$)| (?:i|my|me|mon|ma|mes) /u;

/**
 * What is wrong with stored keyphrases by DESIGN.md's rules, written down a second time and without the code that
 * checks them: count, length, form, placeholders and numbers, bare labels, grounding, distinctness.
 */
export function violations(
  keyphrases: readonly Pick<Keyphrase, 'text' | 'canonical' | 'evidence'>[],
  { messages }: Transcript,
  labels: readonly Label[],
): string[] {
  const names = new Set(labels.flatMap(({ id, name }) => [id, name.toLowerCase()]));
  const faults = keyphrases.flatMap(({ text, canonical, evidence }) => [
    ...[text, canonical].flatMap((form) => [
      ...(form.split(' ').length > 5 || !form ? [`${form}: length`] : []),
      ...(OTHER_THAN_PHRASE.test(form) || SENTENCE.test(form) ? [`${form}: form`] : []),
      ...(/\d{3}|(?:name|place|school|phone|email)[ _-]\d/.test(form.replace('covid-19', ''))
        ? [`${form}: identifier`]
        : []),
      ...(names.has(form) ? [`${form}: specificity`] : []),
      ...(/(?!\p{Script=Latin})\p{L}/u.test(form) ? [`${form}: language`] : []),
    ]),
    ...(evidence.length === 0 ? [`${text}: grounding`] : []),
    ...evidence.flatMap(({ message, start, end }) => {
      const source = messages.find(({ position }) => position === message);
      const holds = source?.from === 'texter' && start >= 0 && start < end && end <= source.text.length;
      return holds && /\p{L}/u.test(source.text.slice(start, end)) ? [] : [`${text}: grounding`];
    }),
  ]);
  const meanings = new Set(keyphrases.map(({ canonical }) => canonical.split(' ').toSorted().join(' ')));
  if (meanings.size < keyphrases.length) faults.push('distinctness');
  if (keyphrases.length > 7) faults.push('count');
  return faults;
}
