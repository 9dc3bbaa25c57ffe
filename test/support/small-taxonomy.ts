import { unaccented } from '../../src/conversations/accents.js';
import { TaxonomyService } from '../../src/taxonomy/taxonomy.service.js';
import type { Cue, Label } from '../../src/taxonomy/taxonomy.types.js';

/** A label for tests; whatever is not given is empty or ordinary. */
export function makeLabel(
  id: string,
  { risk = false, threshold = 0.5, en = [], fr = [], cues = {}, was = [] }: Partial<LabelOptions> = {},
): Label {
  const dot = id.lastIndexOf('.');
  return {
    id,
    was,
    name: id,
    parent: dot < 0 ? null : id.slice(0, dot),
    definition: id,
    counts: [],
    excludes: [],
    risk,
    threshold,
    exemplars: { en, fr },
    cues: {
      en: Object.entries(cues).map(([pattern, weight]): Cue => ({
        pattern: new RegExp(unaccented(pattern), 'u'),
        weight,
      })),
      fr: [],
    },
  };
}

interface LabelOptions {
  was: readonly string[];
  risk: boolean;
  threshold: number;
  en: readonly string[];
  fr: readonly string[];
  /** English patterns and their weights. */
  cues: Readonly<Record<string, number>>;
}

/** Ten labels with few exemplars and cues: enough to see every rule at work. */
export const smallTaxonomy = new TaxonomyService({
  version: '0.0.1',
  concepts: [],
  labels: [
    makeLabel('suicide', { risk: true, threshold: 0.4, en: ['suicide is on my mind', 'suicide scares me'] }),
    makeLabel('suicide.ideation', {
      risk: true,
      threshold: 0.4,
      en: ['i want to die', 'wish i would not wake up', 'i think about killing myself'],
      fr: ['je veux mourir', 'je pense à me suicider souvent'],
      cues: { '\\bsuicidal\\b': 0.9, '\\b(?:want(?:s|ed)?|wanna)(?: to)? die\\b': 0.9 },
    }),
    makeLabel('self_harm', {
      risk: true,
      threshold: 0.4,
      en: ['i cut my arms', 'i burn myself when im upset', 'i started cutting again'],
      cues: { '\\bcut(?:ting)? myself\\b': 0.9 },
    }),
    makeLabel('relationship', { en: ['people always leave me', 'i cant get along with anyone'] }),
    makeLabel('relationship.family', {
      en: ['my parents fight every night', 'my mom yells at me', 'i argue with my dad about everything'],
      fr: ['mes parents se chicanent tout le temps', 'ma mère crie après moi'],
      cues: { '\\bmy (?:mom|dad|parents)\\b': 0.3, '\\bfight(?:s|ing)? with my (?:mom|dad)\\b': 0.85 },
    }),
    makeLabel('relationship.romantic', {
      en: ['my boyfriend broke up with me', 'my girlfriend cheated on me', 'i miss my ex'],
      fr: ['mon chum m’a laissée', 'ma blonde m’a trompé'],
      cues: { '\\bbroke up\\b': 0.8 },
    }),
    makeLabel('third_party', { en: ['im worried about my friend', 'how do i help my brother'] }),
    makeLabel('other', { en: ['i need a lawyer', 'my dog is sick', 'where can i get food'] }),
    makeLabel('prank', { en: ['i am a potato haha', 'your mom lol gotcha'], cues: { '\\bpotato\\b': 0.9 } }),
    makeLabel('testing', { en: ['testing the line', 'this is a test'], cues: { '^test$': 0.9 } }),
  ],
});
