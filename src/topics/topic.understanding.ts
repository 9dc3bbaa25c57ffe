import { Inject, Injectable } from '@nestjs/common';
import { isFrench } from '../conversations/french.js';
import { normalised } from '../conversations/normalised.js';
import { EMBEDDER, type Embedder } from '../embeddings/embedder.types.js';
import { LabelFit } from './label.fit.js';
import { TopicInputError } from './topic.input.error.js';
import { TopicStore } from './topic.store.js';
import type { NearLabel, NearPhrase, TopicQuery } from './topic.types.js';

const MAX_TOPIC_LENGTH = 500;
/** So many vocabulary phrases, nearest in meaning, are looked at. */
const NEAREST = 80;
/** Phrases less similar than this are left to the analyst to add. */
const SIMILAR = 0.4;
/** What a topic's words found in a phrase add to its likeness in meaning. */
const WORDING = 0.35;

/** A topic as the ranking uses it. */
export interface UnderstoodTopic {
  /** Nearest first; `weight` is 0..1, similarity by rarity. */
  phrases: (NearPhrase & { weight: number })[];
  /** Nearest first. */
  labels: NearLabel[];
  /** The weights, by rarity, sum to 1. */
  stems: { stem: string; weight: number }[];
  vector: Float32Array;
  embedder: string;
}

/** From a topic in plain words to the phrases, labels, stems and the vector by which conversations are found. */
@Injectable()
export class TopicUnderstanding {
  constructor(
    private readonly store: TopicStore,
    private readonly labelFit: LabelFit,
    @Inject(EMBEDDER) private readonly embedder: Embedder,
  ) {}

  /** @throws TopicInputError for a topic of no letters or of too many */
  async understand(query: Pick<TopicQuery, 'topic' | 'include' | 'exclude'>): Promise<UnderstoodTopic> {
    const topic = checkTopic(query.topic);
    const { include = [], exclude = [] } = query;
    const vector = await this.embed(topic);
    const stems = await this.store.stemsOf(topic, isFrench(normalised(topic)) ? 'french' : 'english');
    const near = await this.near({ vector, stems, named: include });
    const chosen = near
      .map((phrase) => (include.includes(phrase.phrase) ? { ...phrase, similarity: 1 } : phrase))
      .filter(({ phrase, similarity }) => similarity >= SIMILAR && !exclude.includes(phrase))
      .toSorted((a, b) => b.similarity - a.similarity || (a.phrase < b.phrase ? -1 : 1));
    const frequency = await this.store.frequencies(
      stems,
      chosen.map(({ vocabularyId }) => vocabularyId),
    );
    return {
      phrases: chosen.map((phrase) => ({
        ...phrase,
        weight: phraseWeight(
          phrase.similarity,
          rarity(frequency.phrases.get(phrase.vocabularyId) ?? 0, frequency.total),
        ),
      })),
      labels: await this.labelFit.near(topic, vector),
      stems: shares(
        stems.map((stem) => ({ stem, weight: rarity(frequency.stems.get(stem) ?? 0, frequency.total) })),
      ),
      vector,
      embedder: this.embedder.id,
    };
  }

  /** Vocabulary phrases near a topic, nearest first, down to `least`. */
  async suggest(topic: string, least: number): Promise<NearPhrase[]> {
    const text = checkTopic(topic);
    const vector = await this.embed(text);
    const stems = await this.store.stemsOf(text, 'english');
    const near = await this.near({ vector, stems, named: [] });
    return near
      .filter(({ similarity }) => similarity >= least)
      .toSorted((a, b) => b.similarity - a.similarity || (a.phrase < b.phrase ? -1 : 1));
  }

  private async near(topic: {
    vector: Float32Array;
    stems: readonly string[];
    named: readonly string[];
  }): Promise<NearPhrase[]> {
    const rows = await this.store.vocabularyNear({ ...topic, embedder: this.embedder.id }, NEAREST);
    return rows.map(({ id, phrase, inTaxonomy, cosine, stems }) => ({
      vocabularyId: id,
      phrase,
      inTaxonomy,
      similarity: similarity(cosine, topic.stems, stems),
    }));
  }

  private async embed(text: string): Promise<Float32Array> {
    const [vector] = await this.embedder.embed([text]);
    if (!vector) throw new Error('The embedder gave no vector');
    return vector;
  }
}

/**
 * Likeness of a topic and a phrase, 0..1: the cosine, and what it lacks to 1 made up in part by shared stems.
 * @param cosine of their embeddings
 */
export function similarity(cosine: number, topic: readonly string[], phrase: readonly string[]): number {
  const meaning = Math.min(1, Math.max(0, cosine));
  const shared = phrase.filter((stem) => topic.includes(stem)).length;
  const overlap = shared === 0 ? 0 : (2 * shared) / (topic.length + phrase.length);
  return meaning + (1 - meaning) * WORDING * overlap;
}

/** Inverse document frequency on a scale of 0 (everywhere) to 1 (nowhere). */
export function rarity(count: number, total: number): number {
  return total === 0 ? 1 : Math.log((total + 1) / (Math.min(count, total) + 1)) / Math.log(total + 1);
}

/** What a phrase adds to a conversation's score: nothing at `SIMILAR`, most at 1, half as much where it is everywhere. */
function phraseWeight(likeness: number, rare: number): number {
  return Math.min(1, (likeness - SIMILAR / 2) / (1 - SIMILAR / 2)) * (0.5 + 0.5 * rare);
}

function shares(stems: readonly { stem: string; weight: number }[]): { stem: string; weight: number }[] {
  const total = stems.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? [] : stems.map(({ stem, weight }) => ({ stem, weight: weight / total }));
}

function checkTopic(topic: string): string {
  const text = topic.normalize('NFC').trim();
  if (!/[\p{L}\p{N}]/u.test(text)) throw new TopicInputError('topic', 'expected words');
  if (text.length > MAX_TOPIC_LENGTH)
    throw new TopicInputError('topic', `expected at most ${MAX_TOPIC_LENGTH} characters`);
  return text;
}
