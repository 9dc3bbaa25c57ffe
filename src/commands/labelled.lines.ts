import { z } from 'zod';
import type { LabelledLine } from '../classification/labelled.types.js';
import type { TagMapping } from '../classification/training/tag.mapping.js';
import { parseConversation } from '../conversations/conversation.schema.js';
import { deidentify } from '../conversations/deidentified.conversation.js';
import { readJsonLines } from '../conversations/json.lines.js';
import type { DeidentificationService } from '../deidentification/deidentification.service.js';
import { noteRefusal, openFile } from './terminal.js';

const labelIds = z.array(z.string()).nullish();
const goldSchema = z.object({ gold: labelIds, labels: labelIds });

/** Which lines to read, and how. */
export interface LabelledLineOptions {
  /** The last line that was read before, and how many up to it were refused. */
  after?: number;
  refused?: number;
  /** What the tags of a conversation without labels mean. */
  mapping?: TagMapping | null;
}

/** A file of conversations that people have labelled, de-identified on the way. */
export class LabelledLines {
  refused = 0;
  /** How much of the file has been read. */
  bytes = 0;
  private readonly content: AsyncIterable<Uint8Array>;

  constructor(file: string) {
    this.content = openFile(file);
  }

  async *read(
    deidentification: DeidentificationService,
    { after = 0, refused = 0, mapping = null }: LabelledLineOptions = {},
  ): AsyncGenerator<LabelledLine> {
    this.refused = refused;
    for await (const line of readJsonLines(this.counted())) {
      if (line.number <= after) continue;
      const parsed = 'refusal' in line ? line.refusal : parseConversation(line.value);
      if (parsed.status === 'refused') {
        this.refuse(line.number, parsed);
        continue;
      }
      const labels = goldSchema.safeParse('value' in line ? line.value : null);
      if (!labels.success) {
        const reason = 'expected a list of label ids, or null';
        const { id } = parsed.conversation;
        this.refuse(line.number, { status: 'refused', id, code: 'invalid', field: 'gold or labels', reason });
        continue;
      }
      const place = { line: line.number, refused: this.refused };
      const { id, transcript, survey, tags } = await deidentify(parsed.conversation, deidentification);
      const texter = parsed.conversation.texterId ?? id;
      const gold = labels.data.gold ?? labels.data.labels ?? null;
      // Tags are looked up as they came and told of as they may be shown.
      const mapped =
        gold === null && tags.length > 0 ? mapping?.labelsOf(parsed.conversation.tags) : undefined;
      const unknownTags = (mapped?.unknown ?? []).map((index) => tags[index]!);
      const known = mapped && unknownTags.length === 0 ? mapped.labels : null;
      yield { ...place, transcript, texter, survey, gold: gold ?? known, unknownTags };
    }
  }

  private async *counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.content) {
      this.bytes += chunk.length;
      yield chunk;
    }
  }

  private refuse(...refusal: Parameters<typeof noteRefusal>): void {
    this.refused += 1;
    noteRefusal(...refusal);
  }
}
