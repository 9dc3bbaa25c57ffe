import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.js';
import { stemsOf } from '../keyphrases/constraints/words.js';
import { EMBEDDER, type Embedder } from '../embeddings/embedder.types.js';
import { dot } from '../embeddings/vectors.js';
import { once } from '../operations/once.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { FrenchConcepts, isFrenchTopic } from './french.concepts.js';
import { LabelFit } from './label.fit.js';
import { PhraseVectors } from './phrase.vectors.js';
import { chosenBy, inTextersWords, type ReadTopic } from './read.topic.js';
import { byNearness, nearness, type Nearness, phraseWeight, rarity, shares, SIMILAR } from './similarity.js';
import { inSteps } from './small.groups.js';
import { TopicInputError } from './topic.input.error.js';
import { TopicStore } from './topic.store.js';
import type { NearLabel, NearPhrase, TopicQuery } from './topic.types.js';
import { WordingStore } from './wording.store.js';

const MAX_TOPIC_LENGTH = 500;
/** So many vocabulary phrases, nearest in wording, are looked at. */
const NEAREST = 80;
/** Of a topic whose words nobody has ever used, only what is as near as this is believed: any nonsense comes near something. */
export const CLEAR = 0.7;
/** A phrase that the analyst adds is meant: it says as much as labels do, where one found near is a guess. */
const ADDED = 3;

/** A topic as the ranking uses it. */
export interface UnderstoodTopic {
  /** Nearest first; `weight` is 0..1, similarity by rarity, or three times that where the analyst added it. */
  phrases: (NearPhrase & { weight: number; isAdded: boolean })[];
  /** Nearest first. */
  labels: NearLabel[];
  /** How much of it the labels say, 0..1. */
  covered: number;
  /** The weights, by rarity, sum to 1. */
  stems: { stem: string; weight: number }[];
  /** Stems so rare that a conversation may be about the topic for one of them alone. */
  telling: readonly string[];
  /** Whether the archive is too large to look for a common word in every conversation. */
  isLarge: boolean;
  /** Whether many conversations hold all of its stems. */
  areCommon: boolean;
  /** Whether stems count only where a keyphrase holds them. */
  keyphrasesOnly: boolean;
  /** What its words mean, less what all phrases share. */
  wording: Float32Array;
  /** What a conversation about it means, and the inner product of that with what all utterances share. */
  meaning: { vector: Float32Array; shared: number };
  /** Whether its vector says nothing, for the bundled embeddings know English only. */
  french: boolean;
  embedder: string;
}

/** A topic with what the analyst chose for it. */
type Choices = Omit<TopicQuery, 'filter' | 'first' | 'after'>;

/** What a topic is near, whoever brought it: what may be told of it is for others to say. */
export interface NearTopic {
  /** The topic, trimmed. */
  text: string;
  /** Nearest first. */
  labels: NearLabel[];
  /** Whether the taxonomy knows what the topic is about; where it does not, only a phrase that is `CLEAR` makes labels credible. */
  isClear: boolean;
  /** Nearest first. `vocabularyId` is null for a phrase of the concept bank that nobody has brought. */
  phrases: (Nearness & Omit<NearPhrase, 'vocabularyId'> & { vocabularyId: number | null })[];
}

/**
 * From a topic in plain words to the phrases, labels, stems and the vector by which conversations are found. An
 * analyst words a topic as no texter would, so the concepts nearest to it lend it their exemplars.
 */
@Injectable()
export class TopicUnderstanding {
  private readonly frenchConcepts: () => FrenchConcepts;
  /** The words of the taxonomy, in both languages. */
  private readonly known: () => ReadonlySet<string>;

  constructor(
    private readonly store: TopicStore,
    private readonly wordings: WordingStore,
    private readonly labelFit: LabelFit,
    private readonly vectors: PhraseVectors,
    @Inject(EMBEDDER) private readonly embedder: Embedder,
    @Inject(SETTINGS) private readonly settings: Settings,
    taxonomy: TaxonomyService,
  ) {
    this.frenchConcepts = once(() => new FrenchConcepts(taxonomy.concepts));
    this.known = once(() => new Set(wordsOf(taxonomy).flatMap((text) => [...stemsOf(text)])));
  }

  /** @throws TopicInputError for a topic of no letters or of too many, or a label that the taxonomy lacks */
  async understand({ topic, keyphrasesOnly = false, ...query }: Choices): Promise<UnderstoodTopic> {
    const include = await this.wordings.meaningsOf(query.include ?? []);
    const exclude = await this.wordings.meaningsOf(query.exclude ?? []);
    // Also as given, for nobody may have brought a phrase of the bank, and what a choice does must not tell that.
    const read = chosenBy(
      await this.read(topic),
      [...(query.include ?? []), ...include],
      [...(query.exclude ?? []), ...exclude],
    );
    const { stems, meanings } = read;
    const [labels, near, { counts, read: counted, ...archive }] = await Promise.all([
      this.labelFit.near(read.text, read.raw, read.concepts),
      this.phrasesNear(read, include),
      this.store.stemFrequencies(stems, keyphrasesOnly),
    ]);
    const isClear = this.isClear(read, labels) || near.some(({ similarity }) => similarity >= CLEAR);
    const chosen = near
      .map((phrase) => (include.includes(phrase.phrase) ? { ...phrase, similarity: 1 } : phrase))
      .filter(
        ({ phrase, similarity }) =>
          similarity >= SIMILAR && !exclude.includes(phrase) && (isClear || include.includes(phrase)),
      )
      .toSorted(byNearness);
    const phrases = await this.store.phraseFrequencies(chosen.map(({ vocabularyId }) => vocabularyId));
    // In steps, so that a hit's score tells no more of a phrase than the counts that may be told.
    const rare = (count: number | undefined, of: number) =>
      rarity(inSteps(count ?? 0, this.settings.MIN_GROUP_SIZE) ?? 0, of);
    const meant = inTextersWords(read);
    const held = this.labelFit.chosen(isClear ? labels : [], query);
    return {
      phrases: chosen.map((phrase) => {
        const isAdded = include.includes(phrase.phrase);
        const weight = phraseWeight(
          phrase.similarity,
          rare(phrases.counts.get(phrase.vocabularyId), phrases.total),
        );
        return { ...phrase, isAdded, weight: isAdded ? ADDED * weight : weight };
      }),
      labels: held,
      covered: Math.min(
        1,
        held.reduce((sum, { similarity }) => sum + similarity, 0),
      ),
      stems: shares(stems.map((stem) => ({ stem, weight: rare(counts.get(stem), counted) }))),
      ...archive,
      keyphrasesOnly,
      wording: read.vector,
      meaning: { vector: meant, shared: dot(meant, meanings.shared.voice) },
      french: read.french,
      embedder: this.embedder.id,
    };
  }

  /**
   * Labels near a topic, and down to `least` vocabulary phrases and phrases of the concept bank, whether anybody
   * brought them or not. What is said of labels and of the bank's is the same whoever brought what.
   * @throws TopicInputError for a topic of no letters or of too many
   */
  async near(topic: string, least: number): Promise<NearTopic> {
    const read = await this.read(topic);
    const words = [...stemsOf(read.text)];
    const bank = new Map(
      read.concepts.map(({ concept: { phrase, labels }, likeness }) => [
        phrase,
        { inTaxonomy: labels.length > 0, ...nearness(likeness, words, [...stemsOf(phrase)]) },
      ]),
    );
    const near = await this.phrasesNear(read, [], { most: read.concepts.length, asMeant: true });
    const ids = new Map(near.map(({ phrase, vocabularyId }) => [phrase, vocabularyId]));
    const labels = await this.labelFit.near(read.text, read.raw, read.concepts);
    return {
      text: read.text,
      labels,
      isClear: this.isClear(read, labels),
      phrases: [
        ...near.filter(({ phrase }) => !bank.has(phrase)),
        ...[...bank].map(([phrase, of]) => ({ phrase, ...of, vocabularyId: ids.get(phrase) ?? null })),
      ]
        .filter(({ similarity }) => similarity >= least)
        .toSorted(byNearness),
    };
  }

  private isClear({ text, concepts }: ReadTopic, labels: readonly NearLabel[]): boolean {
    return (
      Math.max(concepts[0]?.likeness ?? 0, labels[0]?.similarity ?? 0) >= CLEAR ||
      [...stemsOf(text)].some((word) => this.known().has(word)) ||
      this.labelFit.hasCue(text)
    );
  }

  private async read(topic: string): Promise<ReadTopic> {
    const text = checkTopic(topic);
    const french = isFrenchTopic(text);
    const [[raw], stems] = await Promise.all([
      this.embedder.embed([text]),
      this.store.stemsOf(text, french ? 'french' : 'english'),
    ]);
    if (!raw) throw new Error('The embedder gave no vector');
    const meanings = await this.vectors.meanings();
    const vector = meanings.ofPhrase(raw);
    const voice = meanings.ofUtterance(raw);
    const byWords = french ? this.frenchConcepts().likeness(text) : null;
    const concepts = meanings.concepts
      .map((concept) => ({
        concept,
        likeness: byWords
          ? (byWords.get(concept.id) ?? 0)
          : Math.max(dot(vector, concept.wording), dot(voice, concept.voice)),
      }))
      .toSorted((a, b) => b.likeness - a.likeness);
    return { text, french, stems, raw, vector, concepts, meanings };
  }

  /**
   * @param most so many concepts, nearest first, bring their phrases however far these are
   * @param asMeant whether a meaning is only as near as its own phrase: how near another wording is may be told to nobody,
   *   for one person may have brought it
   */
  private async phrasesNear(
    read: ReadTopic,
    named: readonly string[],
    { most = NEAREST, asMeant = false } = {},
  ): Promise<(NearPhrase & Nearness)[]> {
    const { vector, stems, concepts, meanings, french } = read;
    const likeness = new Map(concepts.map(({ concept, likeness: value }) => [concept.id, value]));
    const rows = await this.wordings.near(
      {
        vector,
        shared: meanings.shared.wording,
        embedder: this.embedder.id,
        stems,
        named,
        concepts: concepts.slice(0, most).map(({ concept }) => concept.id),
      },
      NEAREST,
    );
    const worded = rows.map(({ id, phrase, inTaxonomy, wording, concept, cosine, stems: own, meaning }) => {
      const known = asMeant ? meanings.find(null, phrase) : meanings.find(concept, wording);
      const alike = asMeant ? meaning : { cosine, stems: own };
      return {
        vocabularyId: id,
        phrase,
        inTaxonomy,
        ...nearness(likeness.get(known?.id ?? '') ?? (french ? 0 : alike.cosine), stems, alike.stems),
      };
    });
    // A meaning is as near as its nearest wording: of those in rising order, the last of each stays.
    const nearest = worded.toSorted((a, b) => a.similarity - b.similarity);
    return [...new Map(nearest.map((phrase) => [phrase.vocabularyId, phrase])).values()];
  }
}

/** All that the taxonomy says in words of responders and texters. */
function wordsOf({ labels, concepts }: TaxonomyService): string[] {
  return [
    ...labels.flatMap(({ id, name, exemplars }) => [
      id.replace(/[._]/g, ' '),
      name,
      ...exemplars.en,
      ...exemplars.fr,
    ]),
    ...concepts.flatMap(({ phrase, fr, exemplars }) => [phrase, fr, ...exemplars.en, ...exemplars.fr]),
  ];
}

function checkTopic(topic: string): string {
  const text = topic.normalize('NFC').trim();
  if (!/[\p{L}\p{N}]/u.test(text)) throw new TopicInputError('topic', 'expected words');
  if (text.length > MAX_TOPIC_LENGTH)
    throw new TopicInputError('topic', `expected at most ${MAX_TOPIC_LENGTH} characters`);
  return text;
}
