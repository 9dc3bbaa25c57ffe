import { isUtf8 } from 'node:buffer';
import { BadRequestException, Injectable, type NestMiddleware } from '@nestjs/common';
import { json, type NextFunction, type Request, type Response } from 'express';
import { AccessService } from '../access/access.service.js';
import { MAX_REQUEST_BYTES } from '../conversations/json.lines.js';
import { PublicError } from '../operations/public.error.js';

/** Enough for any question; only those who may send conversations in are read further. */
const MAX_QUESTION_BYTES = 1024 * 1024;

/**
 * Reads a request's JSON body: of callers that may ingest as far as an ingestion may go, of all others, who could
 * be anybody, as far as a question may. One that is too large, not UTF-8 or not JSON is refused by the error filter.
 */
@Injectable()
export class JsonBody implements NestMiddleware {
  private readonly ofIngestion = jsonUpTo(MAX_REQUEST_BYTES);
  private readonly ofQuestion = jsonUpTo(MAX_QUESTION_BYTES);

  constructor(private readonly access: AccessService) {}

  async use(request: Request, response: Response, next: NextFunction): Promise<void> {
    const role = (await this.access.callerOf(request))?.role;
    if (role === 'ingest' || role === 'admin') return this.ofIngestion(request, response, next);
    this.ofQuestion(request, response, (error?: unknown) => next(isTooLarge(error) ? tooLarge() : error));
  }
}

function jsonUpTo(limit: number) {
  return json({
    limit,
    verify: (_request, _response, body) => {
      if (!isUtf8(body)) throw new BadRequestException();
    },
  });
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 413;
}

function tooLarge(): PublicError {
  return new PublicError(
    'TOO_LARGE',
    'The request is too large: expected at most 1 MB, or a key that may send conversations in',
  );
}
