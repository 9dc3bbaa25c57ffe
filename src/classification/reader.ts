import { Inject, Injectable } from '@nestjs/common';
import type { Transcript } from '../conversations/conversation.types.js';
import { texterSentences, utterancesOf, type Sentence, type Utterance } from '../conversations/utterances.js';
import { EMBEDDER, type Embedder } from '../embeddings/embedder.types.js';
import { once } from '../operations/once.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { assents } from './answers.js';
import { type ConceptHit, CueIndex, type CueHit } from './cues.js';
import { named } from './named.js';
import { salientUtterances } from './salience.js';

/** An utterance that speaks for the conversation, with its vector. */
export interface EmbeddedUtterance {
  utterance: Utterance;
  /** 0..1; 1 for the message that presents the issue. */
  weight: number;
  vector: Float32Array;
}

/** A conversation as the local engine reads it. */
export interface Reading {
  /** All the texter's sentences, in order. */
  sentences: Sentence[];
  /** What the texter said beyond greetings and assent, in order. */
  utterances: Utterance[];
  /** Cues of the taxonomy in the texter's words, what the texter agreed to, and what the responder named. */
  hits: CueHit[];
  /** Cues of the concept bank in the texter's words. */
  conceptHits: ConceptHit[];
  /** Those worth embedding, in order. */
  salient: EmbeddedUtterance[];
}

/**
 * Reads conversations for every stage of the local engine: the same few utterances are embedded for
 * classification, keyphrases and the index. A transcript is read once, however many stages ask: readings are kept
 * for as long as the transcript object lives, and no longer.
 */
@Injectable()
export class ConversationReader {
  private readonly cues: () => CueIndex;
  private readonly readings = new WeakMap<Transcript, Promise<Reading>>();

  constructor(
    taxonomy: TaxonomyService,
    @Inject(EMBEDDER) private readonly embedder: Embedder,
  ) {
    this.cues = once(() => new CueIndex(taxonomy));
  }

  read(transcript: Transcript): Promise<Reading> {
    const known = this.readings.get(transcript);
    if (known) return known;
    const reading = this.readAnew(transcript);
    this.readings.set(transcript, reading);
    // A failure is not kept: the next stage or attempt reads again.
    reading.catch(() => this.readings.delete(transcript));
    return reading;
  }

  private async readAnew(transcript: Transcript): Promise<Reading> {
    const sentences = texterSentences(transcript);
    const cues = this.cues().find(sentences);
    const told = [...cues.labels, ...assents(transcript, sentences)];
    const hits = [...told, ...named(transcript, sentences, told)];
    const utterances = utterancesOf(sentences);
    const salient = salientUtterances(utterances, hits);
    const vectors = await this.embedder.embed(salient.map(({ utterance }) => utterance.text));
    return {
      sentences,
      utterances,
      hits,
      conceptHits: cues.concepts,
      salient: salient.map((entry, index) => ({ ...entry, vector: vectors[index]! })),
    };
  }
}
