import { PublicError } from '../operations/public.error.js';
import { TopicInputError } from './topic.input.error.js';

/** Gives a fault of a question the form in which callers see faults. `renamed` says what callers know a field by. */
export async function asked<T>(
  answer: Promise<T>,
  renamed: Readonly<Record<string, string>> = {},
): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof TopicInputError)) throw error;
    throw new PublicError('BAD_INPUT', error.reason, renamed[error.field] ?? error.field);
  }
}
