import { Inject, Injectable } from '@nestjs/common';
import { ConversationReader } from '../../classification/reader.js';
import { SETTINGS, type Settings } from '../../config/settings.js';
import type { Message, Transcript } from '../../conversations/conversation.types.js';
import { EMBEDDER, type Embedder } from '../../embeddings/embedder.types.js';
import { TaxonomyService } from '../../taxonomy/taxonomy.service.js';
import { sizeOf } from '../windows.js';
import { type Remark, remarksOf } from './remarks.js';
import { riskMessages } from './risk.js';
import { select } from './selection.js';
import { similarityGraph } from './similarity.graph.js';

/** What a model is shown of a conversation. */
export interface Pruned {
  messages: readonly Message[];
  /** Positions of the messages that it is not shown, ascending. */
  leftOut: readonly number[];
}

/** However long a conversation is, at least this share of it is kept, so that every part can still be followed. */
const LEAST_SHARE = 3 / 8;

/** Characters of a stretch with a graph of its own, which grows with their square: some 240 messages. */
const STRETCH = 24_000;

/**
 * Prunes transcripts that are longer than `LLM_PRUNE_OVER` before a model reads them: what repeats is dropped, what
 * is central and what is risky stays, each stretch keeps its share, and what was left out is listed. Without
 * training, and the same for the same transcript. The local engine reads every message all the same.
 */
@Injectable()
export class TranscriptPruner {
  private readonly most: number;
  private readonly pruned = new WeakMap<Transcript, Promise<Pruned>>();

  constructor(
    private readonly reader: ConversationReader,
    private readonly taxonomy: TaxonomyService,
    @Inject(EMBEDDER) private readonly embedder: Embedder,
    @Inject(SETTINGS) { LLM_PRUNE_OVER }: Pick<Settings, 'LLM_PRUNE_OVER'>,
  ) {
    this.most = LLM_PRUNE_OVER || Infinity;
  }

  /** A transcript is pruned once, however many questions are asked about it; a short one is left whole. */
  prune(transcript: Transcript): Promise<Pruned> {
    const { messages } = transcript;
    if (sizeOf(messages) <= this.most) return Promise.resolve({ messages, leftOut: [] });
    const known = this.pruned.get(transcript);
    if (known) return known;
    const pruned = this.pruneAnew(transcript);
    this.pruned.set(transcript, pruned);
    // A failure is not kept: the next stage or attempt prunes again.
    pruned.catch(() => this.pruned.delete(transcript));
    return pruned;
  }

  private async pruneAnew(transcript: Transcript): Promise<Pruned> {
    const reading = await this.reader.read(transcript);
    const remarks = remarksOf(transcript, reading, riskMessages(transcript, reading, this.taxonomy));
    const share = Math.max(this.most / sizeOf(transcript.messages), LEAST_SHARE);
    const kept = new Set<number>();
    for (const stretch of stretchesOf(remarks)) {
      const telling = await this.mostTelling(stretch, share);
      for (const { messages } of telling) for (const { position } of messages) kept.add(position);
    }
    const isKept = ({ position }: Message) => kept.has(position);
    return {
      messages: transcript.messages.filter(isKept),
      leftOut: transcript.messages.filter((message) => !isKept(message)).map(({ position }) => position),
    };
  }

  /** What is kept of a stretch: never nothing, for a stretch that says nothing is to be seen to do so. */
  private async mostTelling(stretch: readonly Remark[], share: number): Promise<ReadonlySet<Remark>> {
    const speaking = stretch.filter(({ text }) => text !== '');
    const embedded = await this.embedder.embed(speaking.map(({ text }) => text));
    const vectorOf = new Map(speaking.map((remark, index) => [remark, embedded[index]!]));
    const vectors = stretch.map((remark) => vectorOf.get(remark) ?? null);
    const budget = share * sizeOfAll(stretch);
    const kept = select(stretch, similarityGraph(stretch, vectors), budget);
    return kept.size > 0 ? kept : new Set(stretch.slice(0, 1));
  }
}

function sizeOfAll(remarks: readonly Remark[]): number {
  return remarks.reduce((sum, { size }) => sum + size, 0);
}

/** Consecutive remarks in as many stretches as are needed, of nearly the same size. */
function stretchesOf(remarks: readonly Remark[]): Remark[][] {
  const whole = sizeOfAll(remarks);
  const most = whole / Math.ceil(whole / STRETCH);
  const stretches: Remark[][] = [[]];
  let size = 0;
  for (const remark of remarks) {
    if (size >= most) {
      stretches.push([]);
      size = 0;
    }
    stretches.at(-1)!.push(remark);
    size += remark.size;
  }
  return stretches;
}
