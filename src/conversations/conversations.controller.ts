import { Controller, Logger, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Allow } from '../access/allow.decorator.js';
import { PresidioError } from '../deidentification/presidio/presidio.error.js';
import { PublicError } from '../operations/public.error.js';
import { ingestLines } from './ingest.lines.js';
import { IngestionService } from './ingestion.service.js';
import { MAX_REQUEST_BYTES } from './json.lines.js';

/** Content types that hold other things than the lines of one text. */
const PACKED = /^\s*(?:multipart\/|application\/(?:(?:x-)?(?:gzip|zip|bzip2|xz|tar)|zstd)\b)/i;

/** Bulk ingestion: JSON Lines in, a JSON line for each out, both streamed. */
@Controller('conversations')
export class ConversationsController {
  private readonly logger = new Logger(ConversationsController.name);

  constructor(private readonly ingestion: IngestionService) {}

  /**
   * Answers each line with `{"line","status",…}` in input order: `accepted`, `unchanged` or `refused`. The
   * status is 200 however many lines were refused; 413 for a request that says it is over the limit, 415 for
   * one that says it is packed or of several parts, 503 where nothing can be de-identified. One that turns out to
   * be over the limit, or that an analyzer fails within, is cut there, with a last line that says so; what was
   * answered before stays stored.
   */
  @Post()
  @Allow('ingest')
  async ingest(@Req() request: Request, @Res() response: Response): Promise<void> {
    checkForm(request);
    if (Number(request.headers['content-length'] ?? 0) > MAX_REQUEST_BYTES) {
      response
        .status(413)
        .json({ code: 'TOO_LARGE', message: `expected at most ${MAX_REQUEST_BYTES} bytes` });
      return;
    }
    const bytes = new LimitedBytes(request);
    let answered = false;
    const write = (line: object) => {
      if (!answered) response.status(200).type('application/jsonl');
      answered = true;
      response.write(`${JSON.stringify(line)}\n`);
    };
    try {
      for await (const outcome of ingestLines(bytes, this.ingestion)) {
        if (bytes.exceeded) break;
        write(outcome);
      }
    } catch (error) {
      if (!(error instanceof PresidioError) || !answered) throw error;
      write(cut('unavailable', error.message));
      this.logger.error(`${error.name}: ${error.message}`);
    }
    if (bytes.exceeded) write(cut('too_large', `expected at most ${MAX_REQUEST_BYTES} bytes a request`));
    if (!answered) response.status(200).type('application/jsonl');
    response.end();
  }
}

/** A last line that says why the lines after the one before it have no answer. */
function cut(code: 'too_large' | 'unavailable', why: string): object {
  const reason = `${why}; send the lines without an answer again`;
  return { line: null, status: 'refused', id: null, code, field: null, reason };
}

/**
 * Refuses a body that is by its own account no plain text, and would come out as one refusal a line. Other
 * content types are let through: clients name JSON Lines in many ways, and `curl` calls it a form.
 * @throws PublicError UNSUPPORTED
 */
function checkForm({ headers }: Request): void {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (!/^\s*identity\s*$/i.test(encoding))
    throw new PublicError('UNSUPPORTED', 'expected JSON Lines without a Content-Encoding');
  if (PACKED.test(headers['content-type'] ?? ''))
    throw new PublicError('UNSUPPORTED', 'expected JSON Lines as the whole body, such as application/jsonl');
}

/** A request's bytes, up to the limit. */
class LimitedBytes implements AsyncIterable<Uint8Array> {
  exceeded = false;

  constructor(private readonly source: AsyncIterable<Uint8Array>) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    let length = 0;
    for await (const chunk of this.source) {
      length += chunk.length;
      this.exceeded = length > MAX_REQUEST_BYTES;
      if (this.exceeded) return;
      yield chunk;
    }
  }
}
