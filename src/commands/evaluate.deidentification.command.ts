import { DeidentificationModule } from '../deidentification/deidentification.module.js';
import { DeidentificationService } from '../deidentification/deidentification.service.js';
import { type AnnotatedMessage, annotatedLineSchema } from '../deidentification/evaluation/annotated.text.js';
import { redactionTable } from '../deidentification/evaluation/redaction.table.js';
import { type Miss, RedactionTally } from '../deidentification/evaluation/redaction.tally.js';
import { lexicon } from '../deidentification/lexicon.js';
import { withModules } from './application.js';
import { processSettings } from './process.settings.js';
import { ExitStatus, UsageError } from './exit.status.js';
import { linesOf, note, noteRefusal, print } from './terminal.js';

export interface EvaluateDeidentificationOptions {
  json?: boolean;
  lower?: boolean;
  show?: boolean;
}

/**
 * `keyline evaluate deidentification FILE`: which marked identifiers are gone, and which other words are kept.
 * @throws UsageError for `show` away from a terminal, since it prints what leaked
 */
export async function evaluateDeidentification(
  file: string,
  { json = false, lower = false, show = false }: EvaluateDeidentificationOptions,
): Promise<ExitStatus> {
  if (show && !process.stdout.isTTY)
    throw new UsageError('--show prints identifiers, and so writes to a terminal only');
  const lines = linesOf(file);
  return withModules(processSettings(), [DeidentificationModule], async (application) => {
    const service = application.get(DeidentificationService);
    const tally = new RedactionTally(lexicon());
    let refused = 0;
    for await (const line of lines) {
      const parsed = 'refusal' in line ? undefined : annotatedLineSchema.safeParse(line.value);
      if (!parsed?.success) {
        refused += 1;
        const reason = 'expected {"id","text","spans":[{"start","end","type"}]}, or "messages" of such texts';
        noteRefusal(
          line.number,
          'refusal' in line
            ? line.refusal
            : { status: 'refused', id: null, code: 'invalid', field: null, reason },
        );
        continue;
      }
      const { id } = parsed.data;
      const messages = parsed.data.messages.map((message) => (lower ? lowered(message) : message));
      const misses = tally.add(
        id,
        messages,
        await service.find(messages.map(({ from, text }) => ({ from, at: null, text }))),
      );
      if (show) for (const miss of misses) await print(shown(miss, messages));
    }
    const scores = tally.scores();
    await print(json ? JSON.stringify(scores) : redactionTable(scores));
    if (scores.texts === 0) note(`${file}: no annotated texts in it`);
    return refused > 0 ? ExitStatus.someRefused : ExitStatus.ok;
  });
}

/** In lower case, as texters write; a text whose length that changes stays, because its spans would shift. */
function lowered(message: AnnotatedMessage): AnnotatedMessage {
  const text = message.text.toLowerCase();
  return text.length === message.text.length ? { ...message, text } : message;
}

function shown({ id, message, start, end, kind, by }: Miss, messages: readonly AnnotatedMessage[]): string {
  const text = messages[message]?.text ?? '';
  const marked = `${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`;
  return `${kind}\t${by}\t${id}\t${marked.replace(/\s+/g, ' ')}`;
}
