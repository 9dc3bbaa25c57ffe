import { z } from 'zod';
import { TopicInputError } from './topic.input.error.js';

/** A hit's place in the ranking. */
export interface Rank {
  score: number;
  id: string;
}

/** The database takes no id with the character NUL. */
const rankSchema = z.tuple([z.number(), z.string().regex(/^[^\0]*$/)]);

/** A place in the ranking as an opaque text: base64url of a JSON pair. */
export function encodeRank({ score, id }: Rank): string {
  return Buffer.from(JSON.stringify([score, id])).toString('base64url');
}

/** @throws TopicInputError for a text that `encodeRank` did not make */
export function decodeRank(cursor: string): Rank {
  try {
    const [score, id] = rankSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { score, id };
  } catch {
    throw new TopicInputError('after', 'expected the endCursor of an earlier page');
  }
}
