import { PublicError } from '../../operations/public.error.js';

/** What can go wrong with an analyzer's answer, in our own words: a server's may quote the text that it was asked. */
const REASONS = {
  unreachable: 'cannot be reached, or broke off',
  timeout: 'did not answer in time',
  status: 'answered with an error',
  too_large: 'answered with more than any right answer holds',
  not_json: 'did not answer with JSON',
  wrong_shape: 'did not answer with a list of findings',
  wrong_offsets: 'answered with offsets that are not in the text',
} as const;

export type PresidioFault = keyof typeof REASONS;

/**
 * The analyzer gave no usable answer, so that nothing may be de-identified without it. Callers are told: neither
 * message nor cause holds anything of a text or an answer.
 */
export class PresidioError extends PublicError {
  override readonly name = 'PresidioError';

  /** @param status the HTTP status, where that is the fault */
  constructor(
    readonly fault: PresidioFault,
    readonly status?: number,
  ) {
    const detail = status === undefined ? '' : ` (status ${status})`;
    super('UNAVAILABLE', `PRESIDIO_URL: the Presidio analyzer ${REASONS[fault]}${detail}`);
  }
}
