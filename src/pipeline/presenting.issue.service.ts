import { Inject, Injectable } from '@nestjs/common';
import { ConversationReader } from '../classification/reader.js';
import type { Transcript } from '../conversations/conversation.types.js';
import { EMBEDDER, type Embedder } from '../embeddings/embedder.types.js';

/** Embeds what the texter came with: the mean of the salient utterances by weight, at unit length. */
@Injectable()
export class PresentingIssueService {
  constructor(
    private readonly reader: ConversationReader,
    @Inject(EMBEDDER) private readonly embedder: Embedder,
  ) {}

  /** @returns null where the texter said nothing to go by */
  async embed(transcript: Transcript): Promise<{ vector: Float32Array; embedder: string } | null> {
    const { salient } = await this.reader.read(transcript);
    if (salient.length === 0) return null;
    const sum = new Float32Array(this.embedder.dimensions);
    for (const { vector, weight } of salient)
      for (let index = 0; index < sum.length; index += 1) sum[index]! += weight * vector[index]!;
    const length = Math.hypot(...sum);
    return length === 0 ? null : { vector: sum.map((value) => value / length), embedder: this.embedder.id };
  }
}
