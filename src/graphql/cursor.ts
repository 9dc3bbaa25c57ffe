import { z } from 'zod';
import { PublicError } from '../operations/public.error.js';

/** A row's place in an order of time: its moment, as `Date.toISOString` writes it, and its id, which decides among equals. */
export interface Position {
  by: string;
  id: string;
}

/** Only what the database can read: a moment that exists, from the year 1 on, and an id without the character NUL. */
const positionSchema = z.tuple([
  z.iso.datetime({ precision: 3 }).refine((by) => !by.startsWith('0000')),
  z.string().regex(/^[^\0]*$/),
]);

/** A position as an opaque cursor: base64url of a JSON pair. */
export function encodeCursor({ by, id }: Position): string {
  return Buffer.from(JSON.stringify([by, id])).toString('base64url');
}

/** @throws PublicError BAD_INPUT for a text that `encodeCursor` did not make */
export function decodeCursor(cursor: string): Position {
  try {
    const [by, id] = positionSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { by, id };
  } catch {
    throw new PublicError('BAD_INPUT', 'expected the `endCursor` of an earlier page', 'after');
  }
}
