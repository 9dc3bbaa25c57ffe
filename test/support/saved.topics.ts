import type { Caller } from '../../src/access/access.types.js';
import type { TopicDefinition } from '../../src/topics/saved/saved.topic.types.js';
import type { Analysed } from './topics.js';

export const ana: Caller = { name: 'ana', role: 'analyst' };
export const ben: Caller = { name: 'ben', role: 'analyst' };

/** A topic that finds `exact` and `loose` of the archive below. */
export const papers: TopicDefinition = { topic: 'immigration papers', include: [], exclude: [], filter: {} };

/** So many conversations, each of a texter of its own. */
export const several = (prefix: string, count: number, more: Omit<Analysed, 'id'>): Analysed[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `${prefix}-${n}`,
    texter: `${prefix}-texter-${n}`,
    ...more,
  }));

/** What the tests of saved topics find things in. */
export const smallArchive: readonly Analysed[] = [
  ...several('exact', 8, { keyphrases: [{ text: 'waiting for immigration papers' }], labels: ['other'] }),
  ...several('loose', 6, { keyphrases: [{ text: 'losing papers' }], labels: ['other'], day: '2026-03-02' }),
  ...several('hinted', 5, { words: 'the papers again', keyphrases: [{ text: 'sleepless nights' }] }),
  ...several('else', 9, { keyphrases: [{ text: 'fights at home' }], words: 'we fight', day: '2026-03-03' }),
];
