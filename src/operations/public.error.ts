/** What an error is, for programs: the `code` of a GraphQL error's extensions and of an HTTP error's body. */
export const httpStatusOf = {
  BAD_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  TOO_LARGE: 413,
  UNSUPPORTED: 415,
  TOO_COMPLEX: 400,
  UNAVAILABLE: 503,
  INTERNAL: 500,
} as const;
export type ErrorCode = keyof typeof httpStatusOf;

/**
 * The only kind of error whose message reaches a caller. Whoever throws it has written the message for strangers:
 * it holds no word of a conversation and quotes nothing that came in.
 */
export class PublicError extends Error {
  override readonly name: string = 'PublicError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    /** Which part of the input is meant, such as `addLabels[0].evidence`. */
    readonly field: string | null = null,
  ) {
    super(message);
  }
}

/** What a caller is told of an error that was not written for callers. */
export const INTERNAL_MESSAGE = 'Something went wrong here; the log of the server names it';
