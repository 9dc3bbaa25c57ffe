import { z } from 'zod';
import type { LabelledConversation } from '../classification/labelled.types.js';
import { parseConversation } from '../conversations/conversation.schema.js';
import { deidentify } from '../conversations/deidentified.conversation.js';
import type { DeidentificationService } from '../deidentification/deidentification.service.js';
import { linesOf, noteRefusal } from './terminal.js';

const labelIds = z.array(z.string()).nullish();
const goldSchema = z.object({ gold: labelIds, labels: labelIds });

/** A file of conversations that people have labelled, de-identified on the way. */
export class LabelledLines {
  refused = 0;
  private readonly lines;

  constructor(file: string) {
    this.lines = linesOf(file);
  }

  async *read(deidentification: DeidentificationService): AsyncGenerator<LabelledConversation> {
    for await (const line of this.lines) {
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
      const { id, transcript, survey } = await deidentify(parsed.conversation, deidentification);
      const gold = labels.data.gold ?? labels.data.labels ?? null;
      yield { transcript, gold, texter: parsed.conversation.texterId ?? id, survey };
    }
  }

  private refuse(...refusal: Parameters<typeof noteRefusal>): void {
    this.refused += 1;
    noteRefusal(...refusal);
  }
}
