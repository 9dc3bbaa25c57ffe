import { z } from 'zod';

const span = z
  .object({ start: z.int().min(0), end: z.int(), type: z.string().min(1) })
  .refine(({ start, end }) => end > start, { error: 'ends before it starts', path: ['end'] });

const annotated = z
  .object({ text: z.string().transform((text) => text.toWellFormed()), spans: z.array(span) })
  .superRefine(({ text, spans }, context) => {
    spans.forEach(({ end }, index) => {
      if (end > text.length)
        context.addIssue({ code: 'custom', path: ['spans', index, 'end'], message: 'is beyond the text' });
    });
  })
  .transform(composed);

const message = z.intersection(z.object({ from: z.enum(['texter', 'responder']) }), annotated);

/** A line of an annotated file: one text, or a conversation of texts. */
export const annotatedLineSchema = z.union([
  z.intersection(z.object({ id: z.string() }), annotated).transform(({ id, text, spans }) => ({
    id,
    messages: [{ from: 'texter' as const, text, spans }],
  })),
  z.object({ id: z.string(), messages: z.array(message).min(1) }),
]);

/** Where an identifier stands that a person has marked: UTF-16 offsets, end exclusive, and its kind. */
export interface AnnotatedSpan {
  start: number;
  end: number;
  type: string;
}

/** A message in which people have marked what must go. */
export interface AnnotatedMessage {
  from: 'texter' | 'responder';
  text: string;
  spans: AnnotatedSpan[];
}

/** The text NFC-normalised, as de-identification reads it, with the spans moved along. */
function composed({ text, spans }: { text: string; spans: AnnotatedSpan[] }): {
  text: string;
  spans: AnnotatedSpan[];
} {
  const moved = (offset: number) => text.slice(0, offset).normalize('NFC').length;
  return {
    text: text.normalize('NFC'),
    spans: spans.map(({ start, end, type }) => ({ start: moved(start), end: moved(end), type })),
  };
}
