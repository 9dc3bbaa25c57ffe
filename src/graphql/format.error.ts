import { GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import { INTERNAL_MESSAGE, PublicError } from '../operations/public.error.js';

/** Parts of a query that hold names only; messages about them quote names, messages about values quote values. */
const NAMES: ReadonlySet<string> = new Set([
  Kind.FIELD,
  Kind.FRAGMENT_SPREAD,
  Kind.FRAGMENT_DEFINITION,
  Kind.INLINE_FRAGMENT,
  Kind.OPERATION_DEFINITION,
  Kind.VARIABLE_DEFINITION,
  Kind.VARIABLE,
  Kind.NAMED_TYPE,
  Kind.DIRECTIVE,
]);

/** Apollo's texts about the request's form, which quote nothing of it. */
const ABOUT_THE_REQUEST = new Set(['BAD_REQUEST', 'PERSISTED_QUERY_NOT_SUPPORTED']);

/**
 * The form in which an error leaves: a message that quotes no value, the place in the query, a code. Values may
 * be conversations, so a message that was not written for callers is replaced by one that was.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { code, message, field } = publicForm(formatted, error);
  return {
    message,
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions: { code, ...(field ? { field } : {}) },
  };
}

function publicForm(formatted: GraphQLFormattedError, error: unknown): PublicError {
  const original = error instanceof GraphQLError ? error.originalError : error;
  if (original instanceof PublicError) return original;
  const bad = (message: string) => new PublicError('BAD_INPUT', message);
  switch (formatted.extensions?.code) {
    case 'GRAPHQL_PARSE_FAILED':
      return formatted.message.includes('tokens. Parsing aborted')
        ? new PublicError('TOO_COMPLEX', 'The query is too long: pass data as variables')
        : bad('The query is not GraphQL from this place on');
    case 'GRAPHQL_VALIDATION_FAILED':
      return bad(speaksOfNamesOnly(error) ? formatted.message : 'The value here does not fit its type');
    case 'BAD_USER_INPUT':
      return bad('A value does not fit its type');
    case 'OPERATION_RESOLUTION_FAILURE':
      return bad('The document has no operation of this name, or several and no name was given');
    default:
      return ABOUT_THE_REQUEST.has(String(formatted.extensions?.code))
        ? bad(formatted.message)
        : new PublicError('INTERNAL', INTERNAL_MESSAGE);
  }
}

function speaksOfNamesOnly(error: unknown): boolean {
  return (
    error instanceof GraphQLError &&
    (error.nodes ?? []).length > 0 &&
    error.nodes!.every(({ kind }) => NAMES.has(kind))
  );
}
