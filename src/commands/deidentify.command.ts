import { z } from 'zod';
import { parseConversation, type Refusal } from '../conversations/conversation.schema.js';
import { deidentify as deidentifyConversation } from '../conversations/deidentified.conversation.js';
import { DeidentificationModule } from '../deidentification/deidentification.module.js';
import { DeidentificationService } from '../deidentification/deidentification.service.js';
import type { ExplainedRedaction, Redaction } from '../deidentification/deidentification.types.js';
import { toRedaction } from '../deidentification/redaction.js';
import { withModules } from './application.js';
import { processSettings } from './process.settings.js';
import { ExitStatus } from './exit.status.js';
import { linesOf, noteRefusal, print } from './terminal.js';

const textLine = z.object({
  id: z.string('expected text'),
  text: z.string('expected text').transform((text) => text.toWellFormed()),
});

/** Whether a line is meant as a text rather than as a conversation: what is wrong with it is told accordingly. */
const isMeantAsText = (value: unknown) =>
  typeof value === 'object' && value !== null && 'text' in value && !('messages' in value);

/**
 * `keyline deidentify FILE`: conversation lines or `{"id","text"}` lines in, the same shape out.
 * @param explain whether each redaction says its score and reason, too
 */
export async function deidentify(
  file: string,
  { explain = false }: { explain?: boolean },
): Promise<ExitStatus> {
  const lines = linesOf(file);
  return withModules(processSettings(), [DeidentificationModule], async (application) => {
    const service = application.get(DeidentificationService);
    const told = (redactions: ExplainedRedaction[]) => (explain ? redactions : redactions.map(toRedaction));
    let refused = 0;
    for await (const line of lines) {
      const result = 'refusal' in line ? line.refusal : await deidentifyLine(line.value, service, told);
      if ('status' in result) {
        refused += 1;
        noteRefusal(line.number, result);
      } else {
        await print(JSON.stringify(result.output));
      }
    }
    return refused > 0 ? ExitStatus.someRefused : ExitStatus.ok;
  });
}

async function deidentifyLine(
  value: unknown,
  service: DeidentificationService,
  told: (redactions: ExplainedRedaction[]) => Redaction[],
): Promise<{ output: object } | Refusal> {
  const single = textLine.safeParse(value);
  if (isMeantAsText(value) && !single.success) return refusalOf(single.error);
  if (single.success) {
    const { id, text } = single.data;
    const { messages, redactions } = await service.deidentify([{ from: 'texter', at: null, text }]);
    return { output: { id, text: messages[0]?.text ?? '', redactions: told(redactions) } };
  }
  const parsed = parseConversation(value);
  if (parsed.status === 'refused') return parsed;
  const { id, startedAt, endedAt, tags, survey, transcript, redactions } = await deidentifyConversation(
    parsed.conversation,
    service,
  );
  const messages = transcript.messages.map(({ from, at, text }) => ({ from, at, text }));
  return { output: { id, startedAt, endedAt, tags, survey, messages, redactions: told(redactions) } };
}

function refusalOf({ issues: [issue] }: z.ZodError): Refusal {
  const field = issue && issue.path.length > 0 ? String(issue.path[0]) : null;
  return { status: 'refused', id: null, code: 'invalid', field, reason: issue?.message ?? 'expected text' };
}
