import { Document, isPair, type Pair, YAMLMap } from 'yaml';
import type { Theme } from './topic.types.js';

/** What only a person can write, by the key that it belongs to. */
const LEFT_TO_WRITE: Readonly<Record<string, string>> = {
  definition: ' who and what belongs here, in a sentence or two',
  excludes: ' what comes near and does not count; the labels are those that its conversations hold',
  risk: ' true where a person is in danger',
  threshold: ' fitted by `npm run fit:calibration` once the exemplars are there',
  exemplars: ' at least 15 in texters’ style, invented: never words of a conversation',
  cues: ' words that show it, with a weight',
};

/**
 * A theme as an entry of a label file, for people to review: made of nothing but what may be told of it. The
 * taxonomy refuses it until somebody has written exemplars.
 * @returns YAML, a list of one label
 */
export function proposedLabel({ name, texters, labels, phrases }: Theme): string {
  const counted = phrases.map(({ phrase }) => phrase);
  const document = new Document([
    {
      id: name.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^[^a-z]+|_$/g, ''),
      name: name.charAt(0).toUpperCase() + name.slice(1),
      definition: `Texters who bring up ${name}.`,
      counts: counted.length > 0 ? counted : [name],
      excludes: labels.map((label) => `what is ${label.name} alone (${label.id})`),
      risk: false,
      threshold: 0.5,
      exemplars: { en: [], fr: [] },
      cues: { en: [], fr: [] },
    },
  ]);
  document.commentBefore = ` Proposed from a theme of ${texters} texters or more. Review all of it before it is used.`;
  const entry = document.getIn([0], true);
  if (entry instanceof YAMLMap)
    for (const pair of entry.items)
      if (isPair(pair)) comment(pair as Pair<{ value: string; commentBefore?: string }>);
  return document.toString({ lineWidth: 120 });
}

function comment({ key }: Pair<{ value: string; commentBefore?: string }>): void {
  const text = LEFT_TO_WRITE[key.value];
  if (text !== undefined) key.commentBefore = text;
}
