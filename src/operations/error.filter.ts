import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { httpStatusOf, INTERNAL_MESSAGE, PublicError } from './public.error.js';

/** What other code's errors come to. Their own messages may quote the request, so none is passed on. */
const known: ReadonlyMap<number, PublicError> = new Map([
  [400, new PublicError('BAD_INPUT', 'The request cannot be read: expected well-formed JSON in UTF-8')],
  [401, new PublicError('UNAUTHENTICATED', 'A key is needed')],
  [403, new PublicError('FORBIDDEN', 'This may not be done')],
  [404, new PublicError('NOT_FOUND', 'There is nothing at this address')],
  [413, new PublicError('TOO_LARGE', 'The request is too large: expected at most 64 MB')],
  [415, new PublicError('UNSUPPORTED', 'The encoding of the request is not supported: expected UTF-8')],
]);

/**
 * Turns every error, of a route or of a GraphQL field, into one that a caller may see: a code, a message
 * written for callers, never a stack. Whatever was not foreseen is logged by its name and place only, because
 * messages of drivers and parsers quote what they choked on.
 */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('Errors');

  /** @returns for GraphQL, the error in the place of the field's value */
  catch(exception: unknown, host: ArgumentsHost): PublicError | undefined {
    const error = this.publicFormOf(exception);
    if (host.getType<'http' | 'graphql'>() === 'graphql') return error;
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    if (response.headersSent) response.destroy();
    else
      response
        .status(httpStatusOf[error.code])
        .json(bodyOf(error, http.getRequest<Request>(), ownBodyOf(exception)));
    return undefined;
  }

  private publicFormOf(exception: unknown): PublicError {
    if (exception instanceof PublicError) {
      // Whoever runs the server is to know, too; the message was written for strangers.
      if (exception.code === 'UNAVAILABLE') this.logger.error(`${exception.name}: ${exception.message}`);
      return exception;
    }
    const status = statusOf(exception);
    if (status === 503) return new PublicError('UNAVAILABLE', 'The service is not ready');
    const foreseen = known.get(status);
    if (foreseen) return foreseen;
    this.logger.error(whereabouts(exception));
    return new PublicError('INTERNAL', INTERNAL_MESSAGE);
  }
}

/** Nest's own exceptions, and those of the body parser, carry a status. */
function statusOf(exception: unknown): number {
  if (exception instanceof HttpException) return exception.getStatus();
  if (typeof exception === 'object' && exception !== null && 'status' in exception)
    return Number(exception.status);
  return 500;
}

/** A health check says itself what is wrong. */
function ownBodyOf(exception: unknown): object | null {
  if (!(exception instanceof HttpException) || exception.getStatus() !== 503) return null;
  const body = exception.getResponse();
  return typeof body === 'object' ? body : null;
}

function bodyOf(error: PublicError, request: Request, own: object | null): object {
  const { code, message, field } = error;
  if (own) return own;
  if (request.path.startsWith('/graphql')) return { errors: [{ message, extensions: { code } }] };
  return { code, message, ...(field ? { field } : {}) };
}

/** An error's name and the lines of its stack, without its message. */
function whereabouts(exception: unknown): string {
  if (!(exception instanceof Error)) return 'a value that is no error was thrown';
  const lines = (exception.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [exception.name, ...lines].join('\n');
}
