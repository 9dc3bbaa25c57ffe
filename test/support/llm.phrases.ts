import type { Classification } from '../../src/classification/classification.types.js';
import type { Span } from '../../src/conversations/conversation.types.js';
import type { Keyphrase, KeyphraseGenerator, KeyphraseSet } from '../../src/keyphrases/keyphrase.types.js';
import { TaxonomyService } from '../../src/taxonomy/taxonomy.service.js';
import type { Concept } from '../../src/taxonomy/taxonomy.types.js';
import { smallTaxonomy } from './small-taxonomy.js';
import { chat } from './transcripts.js';

const caring: Concept = {
  id: 'caring-for-siblings',
  phrase: 'caring for younger siblings',
  fr: 'prendre soin des plus jeunes',
  labels: [],
  risk: false,
  exemplars: { en: ['i look after my brothers'], fr: [] },
  cues: { en: [], fr: [] },
};
export const taxonomy = new TaxonomyService({ ...smallTaxonomy, concepts: [caring] });

/** A conversation with more than one concern. */
export const transcript = chat([
  't: hi',
  'r: Hello, is there trouble at school?',
  't: mom works nights so i do dinner n bedtime for my lil bros',
  't: i fail math bc im so tired and [NAME_1] from church keeps texting me pics',
]);
const chores: Span = { message: 2, start: 19, end: 57 };

/** A phrase as a model answers it. */
export const phrase = (text: string, quote: string, canonical = text) => ({
  text,
  canonical,
  quotes: [quote],
});
export const siblings = phrase('caring for younger siblings', 'i do dinner n bedtime for my lil bros');
export const math = phrase('failing math', 'i fail math');
export const pictures = phrase('unwanted pictures by text', 'keeps texting me pics');

export const classification: Classification = {
  scores: [],
  labels: [{ id: 'relationship.family', score: 0.8, evidence: [{ message: 3, start: 30, end: 60 }] }],
  needsReview: [],
  provenance: { engine: 'llm', model: 'test', taxonomy: '0.0.1', prompt: 'classify@1', degraded: false },
};

/** A local engine that always finds the same. */
export const finding = (...texts: string[]): KeyphraseGenerator => ({
  generate: () =>
    Promise.resolve<KeyphraseSet>({
      keyphrases: texts.map((text): Keyphrase => ({
        text,
        canonical: text,
        evidence: [chores],
        inTaxonomy: false,
        concept: null,
      })),
      rejected: {},
      provenance: { engine: 'local', model: 'bank', taxonomy: '0.0.1', prompt: null, degraded: false },
    }),
});
