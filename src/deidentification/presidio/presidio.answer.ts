import { z } from 'zod';
import { type Entity, THRESHOLD } from '../deidentification.types.js';
import { codePointOffsets } from './code.points.js';
import { entityOf } from './presidio.entities.js';
import { PresidioError } from './presidio.error.js';

/** What Presidio found in one text and what is not to stay by its kind: UTF-16 offsets, end exclusive. */
export interface PresidioFinding {
  start: number;
  end: number;
  entity: Entity;
  score: number;
}

const answerSchema = z.array(
  z.object({
    start: z.int().min(0),
    end: z.int().min(0),
    score: z.number().min(0).max(1),
    entity_type: z.string().min(1),
  }),
);

/**
 * Reads the body of an answer about a text.
 * @throws PresidioError also where an offset is not in the text: what counts otherwise than we do would leave
 * letters of a name readable
 */
export function readAnswer(body: string, text: string): PresidioFinding[] {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    // The parser's own message quotes what it stopped at.
    throw new PresidioError('not_json');
  }
  const answer = answerSchema.safeParse(json);
  if (!answer.success) throw new PresidioError('wrong_shape');
  const offsets = answer.data.length > 0 ? codePointOffsets(text) : [];
  return answer.data.flatMap(({ score, entity_type, ...span }) => {
    const [start, end] = [offsets[span.start], offsets[span.end]];
    if (start === undefined || end === undefined || end <= start) throw new PresidioError('wrong_offsets');
    const entity = entityOf(entity_type);
    return entity && score >= THRESHOLD ? [{ start, end, entity, score }] : [];
  });
}
