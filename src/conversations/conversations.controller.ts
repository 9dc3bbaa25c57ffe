import { Controller, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Allow } from '../access/allow.decorator.js';
import { ingestLines } from './ingest.lines.js';
import { IngestionService } from './ingestion.service.js';
import { MAX_REQUEST_BYTES } from './json.lines.js';

/** Bulk ingestion: JSON Lines in, a JSON line for each out, both streamed. */
@Controller('conversations')
export class ConversationsController {
  constructor(private readonly ingestion: IngestionService) {}

  /**
   * Answers each line with `{"line","status",…}` in input order: `accepted`, `unchanged` or `refused`. The
   * status is 200 however many lines were refused; 413 for a request that says it is over the limit. One that
   * turns out to be is cut there, with a last line that says so; what was answered before stays stored.
   */
  @Post()
  @Allow('ingest')
  async ingest(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (Number(request.headers['content-length'] ?? 0) > MAX_REQUEST_BYTES) {
      response
        .status(413)
        .json({ code: 'TOO_LARGE', message: `expected at most ${MAX_REQUEST_BYTES} bytes` });
      return;
    }
    response.status(200).type('application/jsonl');
    const bytes = new LimitedBytes(request);
    for await (const outcome of ingestLines(bytes, this.ingestion)) {
      if (bytes.exceeded) break;
      response.write(`${JSON.stringify(outcome)}\n`);
    }
    if (bytes.exceeded)
      response.write(
        `${JSON.stringify({ line: null, status: 'refused', id: null, code: 'too_large', field: null, reason: `expected at most ${MAX_REQUEST_BYTES} bytes a request; send the lines without an answer again` })}\n`,
      );
    response.end();
  }
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
