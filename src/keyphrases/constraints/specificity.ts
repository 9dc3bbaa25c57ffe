import type { Label } from '../../taxonomy/taxonomy.types.js';
import { stemsOf, wordsOf } from './words.js';

/** Words that name no concern when nothing more telling stands with them. */
const VAGUE = new Set(
  `problem problems issue issues difficulty difficulties trouble troubles concern concerns struggle struggles situation
   feeling feelings emotion emotions thing things stuff stress stressed sad sadness bad upset hard help support advice
   mental health emotional personal life general various multiple serious crisis distress need needing needs talk talking
   seeking looking someone conversation texter teen youth young person people well wellbeing anxiety depression
   problème problèmes difficulté difficultés souci soucis sentiment sentiments émotion émotions détresse aide besoin
   parler santé mentale vie tristesse mal soutien conseil jeune personne gens of for with in a the and to about de la
   du des le les l d un une avec et pour en dans à au`.split(/\s+/),
);

const keyOf = (words: Iterable<string>) => [...words].sort().join(' ');

/** Tells phrases that say something of this conversation from bare label names and empty words. */
export class Specificity {
  private readonly bare: ReadonlySet<string>;

  constructor(labels: readonly Label[]) {
    const names = labels.flatMap(({ id, name }) => [name, id, id.split('.').at(-1)!]);
    this.bare = new Set(names.map((name) => keyOf(stemsOf(name.replace(/[._]/g, ' ')))));
  }

  /** Whether a phrase is more than a label's name or id and more than words that fit any conversation. */
  holds(phrase: string): boolean {
    const stems = stemsOf(phrase);
    if (stems.size === 0 || this.bare.has(keyOf(stems))) return false;
    return !wordsOf(phrase).every((word) => VAGUE.has(word));
  }
}
